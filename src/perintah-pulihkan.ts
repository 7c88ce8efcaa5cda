import { join, resolve } from 'node:path'
import { sambungkanBasisData } from './inti/basis-data/siapkan.ts'
import { folderProyek, GagalMulai, muatKonfigurasi } from './inti/konfigurasi/index.ts'
import { periksaCadangan, pulihkanCadangan } from './modul/cadangan/index.ts'

const CARA = `Cara memakai:
  npm run pulihkan -- takar-20261129-161502.zip              memulihkan ke folder data (atau DATABASE_URL) yang masih kosong
  npm run pulihkan -- --periksa takar-20261129-161502.zip    hanya memeriksa berkasnya`

/** `npm run pulihkan -- <file>`: a backup into a data folder that was never used. */
async function jalan(argumen: readonly string[]): Promise<void> {
  const [nama, lebih] = argumen.filter((satu) => satu !== '--periksa')
  if (!nama || lebih) throw new GagalMulai(CARA)
  const jalur = resolve(nama)
  if (argumen.includes('--periksa')) {
    const isi = await periksaCadangan(jalur)
    console.log(`Cadangan ini utuh: dibuat ${isi.dibuat}, ${isi.tabel.length} tabel, ${isi.berkas.length} berkas.`)
    return
  }
  const konfigurasi = muatKonfigurasi()
  const basis = await sambungkanBasisData(konfigurasi)
  try {
    const isi = await pulihkanCadangan({
      jalur,
      urlPemilik: basis.urlPemilik,
      folderBerkas: join(konfigurasi.folderData, 'berkas'),
      folderMigrasi: join(folderProyek, 'prisma/migrations'),
      lapor: console.log,
    })
    console.log(`Pulih dari cadangan ${isi.dibuat}. Jalankan Takar dengan npm start.`)
  } finally {
    await basis.matikan()
  }
}

jalan(process.argv.slice(2)).catch((sebab) => {
  console.error(sebab instanceof GagalMulai ? sebab.message : sebab)
  process.exit(1)
})
