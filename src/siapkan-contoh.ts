import { randomInt } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type AkunContoh, muatContoh } from '../prisma/benih/muat.ts'
import type { Konfigurasi } from './inti/konfigurasi/index.ts'

/** Short common words: four of them make a passphrase that can be read out over the telephone. */
const KATA =
  'angin awan bambu batu biru bukit bunga daun delima embun garam gula gunung hijau hujan jambu jati kapas kebun kelapa kemiri kenari kerang kopi kuning langit laut lembah lontar madu mangga melati merah nanas padi pagi pandan pantai perahu pisang putih rambutan rotan rumah rumput salak sawah senja serai sirih sungai tebu teduh telaga teratai ungu wangi'.split(
    ' ',
  )

type AkunTersimpan = {
  readonly sandi: string
  readonly akun: readonly AkunContoh[]
}

/**
 * Loads the sample office into an empty database (unless TAKAR_CONTOH=tidak) and returns what the console should say about
 * its accounts. The generated passphrase of this installation is kept in data/akun-contoh.json, readable by its owner only.
 */
export async function siapkanContoh(urlPemilik: string, konfigurasi: Konfigurasi): Promise<string> {
  const berkas = join(konfigurasi.folderData, 'akun-contoh.json')
  if (konfigurasi.contoh) {
    const sandi = buatSandi()
    const akun = await muatContoh(urlPemilik, { sandi })
    if (akun.length > 0) {
      mkdirSync(konfigurasi.folderData, { recursive: true, mode: 0o700 })
      writeFileSync(berkas, `${JSON.stringify({ sandi, akun } satisfies AkunTersimpan, null, 2)}\n`, { mode: 0o600 })
    }
  }
  if (!existsSync(berkas)) return ''
  return susunPetunjuk(JSON.parse(readFileSync(berkas, 'utf8')) as AkunTersimpan, berkas)
}

const buatSandi = (): string => Array.from({ length: 4 }, () => KATA[randomInt(KATA.length)]).join('-')

function susunPetunjuk({ sandi, akun }: AkunTersimpan, berkas: string): string {
  const lebar = Math.max(...akun.map((a) => a.namaPengguna.length))
  const perKantor = [...new Set(akun.map((a) => a.namaKecamatan))].map((kantor) => {
    const baris = akun.filter((a) => a.namaKecamatan === kantor)
    return `${kantor}\n${baris.map((a) => `  ${a.namaPengguna.padEnd(lebar)}  ${a.namaJabatan}`).join('\n')}\n`
  })
  return `Akun contoh, juga tersimpan di ${berkas}\n\n${perKantor.join('\n')}\nSandi semua akun contoh: ${sandi}\n`
}
