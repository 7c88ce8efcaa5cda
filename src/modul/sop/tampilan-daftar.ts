import { halaman } from '../../inti/http/index.ts'
import { type Pelaku, punyaPeran } from '../../inti/pelaku.ts'
import { BELUM_SAH, PENGESAH_SOP, PENYUSUN_SOP, TEKS_KEADAAN } from './alur.ts'
import { NAMA_PERIODE, NAMA_TUJUAN } from './istilah.ts'
import { sebutMasa, sebutVersi } from './kepala-sop.ts'
import type { RingkasVersi } from './kueri.ts'

/** The office's SOPs: of each its versions with their states, who must act, how often it was run. */
export function susunDaftarSop(daftar: readonly RingkasVersi[], pelaku: Pelaku) {
  const perSop = new Map<string, RingkasVersi[]>()
  for (const v of daftar) perSop.set(v.sopId, [...(perSop.get(v.sopId) ?? []), v])
  const sop = [...perSop.values()].map((versi) => susunSatu(versi, pelaku)).filter((s) => s.versi.length > 0)
  const menunggu = daftar.filter((v) => v.keadaan === 'DIAJUKAN').length
  return {
    judulHalaman: 'SOP',
    sop,
    bolehTulis: punyaPeran(pelaku, PENYUSUN_SOP),
    menungguAnda: punyaPeran(pelaku, PENGESAH_SOP) ? menunggu : 0,
  }
}
export const halamanDaftarSop = halaman<ReturnType<typeof susunDaftarSop>>('sop/daftar')

function susunSatu(semua: readonly RingkasVersi[], pelaku: Pelaku) {
  const [utama] = semua
  const tampil = semua.filter((v) => v.keadaan !== 'DIBUANG')
  return {
    nama: utama?.nama ?? '',
    tujuan: utama ? NAMA_TUJUAN[utama.tujuan] : '',
    versi: tampil.map((v) => ({
      alamat: `/sop/${v.id}`,
      teks: sebutVersi(v),
      status: TEKS_KEADAAN[v.keadaan],
      masa: sebutMasa(v),
      langkah: String(v.jumlahLangkah),
      periode: v.periode.map((p) => NAMA_PERIODE[p].toLowerCase()).join(', '),
      siklus: v.jumlahBerjalan > 0 ? `${v.jumlahSiklus} (${v.jumlahBerjalan} berjalan)` : String(v.jumlahSiklus),
      berikut: giliran(v, pelaku),
    })),
  }
}

/** Who must act on a version next, in a few words. */
function giliran(v: RingkasVersi, pelaku: Pelaku): string {
  if (v.keadaan === 'DIAJUKAN') return punyaPeran(pelaku, PENGESAH_SOP) ? 'Anda mengesahkan' : 'Camat mengesahkan'
  if (v.keadaan === 'DRAF')
    return v.riwayat.at(-1)?.tindakan === 'KEMBALIKAN' ? 'Penyusun memperbaiki' : 'Penyusun melengkapi'
  return BELUM_SAH.includes(v.status) ? '' : '–'
}
