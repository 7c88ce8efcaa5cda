import type { Peran } from '../../src/inti/pelaku.ts'
import type { Kantor } from './baca.ts'

/** A sample account: who can sign in, and as what. */
export type AkunContoh = {
  readonly namaPengguna: string
  readonly peran: readonly Peran[]
  /** code and printed name of the post */
  readonly jabatan: string
  readonly namaJabatan: string
  /** code of the kecamatan, its name and its kabupaten */
  readonly kecamatan: string
  readonly namaKecamatan: string
}

/** The accounts of a sample office, in the order in which they are shown. */
export function daftarAkun({ kecamatan, pegawai, jabatan, timSakip }: Kantor): AkunContoh[] {
  return pegawai.map((orang) => {
    const post = jabatan.find(({ kode }) => kode === orang.jabatan)
    if (!post) throw new Error(`jabatan "${orang.jabatan}" dirujuk tetapi tidak ada`)
    const kedudukan = timSakip?.anggota.find(({ akun }) => akun === orang.akun)?.kedudukan
    return {
      namaPengguna: orang.akun,
      peran: kedudukan === undefined ? [post.peran] : ['TIM_SAKIP', post.peran],
      jabatan: post.kode,
      namaJabatan: kedudukan === undefined ? post.nama : `${kedudukan} Tim SAKIP`,
      kecamatan: kecamatan.kode,
      namaKecamatan: `${kecamatan.nama}, ${kecamatan.kabupaten}`,
    }
  })
}
