import { join, resolve } from 'node:path'
import { sambungkanBasisData } from './inti/basis-data/siapkan.ts'
import { GagalMulai, muatKonfigurasi } from './inti/konfigurasi/index.ts'
import { jam } from './inti/waktu/index.ts'
import { tulisCadangan } from './modul/cadangan/index.ts'

/** `npm run cadangan [-- folder]`: one backup now, beside the running application or without it. */
async function jalan([folder]: readonly string[]): Promise<void> {
  const { folderData, folderCadangan, ...konfigurasi } = muatKonfigurasi()
  const basis = await sambungkanBasisData({ ...konfigurasi, folderData })
  try {
    const { jalur, isi } = await tulisCadangan({
      urlPemilik: basis.urlPemilik,
      folderBerkas: join(folderData, 'berkas'),
      tujuan: folder ? resolve(folder) : (folderCadangan ?? join(folderData, 'cadangan')),
      kini: jam.sekarang(),
    })
    console.log(`Cadangan tersimpan dan sudah diperiksa: ${jalur}`)
    for (const lokasi of isi.hilang) console.log(`  Tidak ditemukan di folder berkas, jadi tidak ikut: ${lokasi}`)
  } finally {
    await basis.matikan()
  }
}

jalan(process.argv.slice(2)).catch((sebab) => {
  console.error(sebab instanceof GagalMulai ? sebab.message : sebab)
  process.exit(1)
})
