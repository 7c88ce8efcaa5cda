import { formatRupiah } from '../../inti/angka/index.ts'
import { ingatObjek } from '../../inti/ingat.ts'
import { peringatanAnggaran } from './baca-baris.ts'
import { teksSerapan } from './dokumen-formulir.ts'
import type { IsianAnggaran } from './isian.ts'
import { tautanKertas } from './kertas/kertas-baris.ts'
import { kalimatKoreksi } from './koreksi-baris.ts'
import type { BarisAnggaranIsian } from './kueri.ts'
import { belumDiisi } from './saring.ts'
import { isianAnggaranDari, sidikAnggaran } from './sidik.ts'
import type { TanggapanBaris } from './simpan-formulir.ts'
import { waktuPendek } from './tampilan-baris.ts'
import { tautanTanya } from './tanya-baris.ts'

type Konteks = {
  readonly formulirId: string
  readonly zona: string
  readonly bolehIsi: boolean
  readonly tanggapan: TanggapanBaris | undefined
  readonly diketik: IsianAnggaran | undefined
}
export type TampilanAnggaran = ReturnType<typeof susunAnggaran>

/** One budget row of the form as the page needs it. */
export const susunAnggaran = (a: BarisAnggaranIsian, konteks: Konteks) =>
  konteks.tanggapan || konteks.diketik
    ? gambarAnggaran(a, konteks)
    : konteks.bolehIsi
      ? anggaranIsi(a, konteks)
      : anggaranBaca(a, konteks)

function gambarAnggaran(a: BarisAnggaranIsian, { formulirId, zona, bolehIsi, tanggapan, diketik }: Konteks) {
  const isian = diketik ?? isianAnggaranDari(a)
  const kesalahan = tanggapan?.kesalahan ?? {}
  return {
    id: a.id,
    nomor: a.urut,
    awalan: `a.${a.id}.`,
    kode: a.kode,
    nama: a.nama,
    pagu: formatRupiah(a.pagu),
    sebelumnya: a.sebelumnya === null ? '–' : formatRupiah(a.sebelumnya),
    keadaan: keadaanAnggaran(a),
    belum: belumDiisi(a),
    terbuka: bolehIsi && a.terbuka,
    alamat: `/formulir/${formulirId}/anggaran/${a.id}`,
    versi: a.versi,
    asal: tanggapan?.bentrok ? '' : sidikAnggaran(isianAnggaranDari(a)),
    nilai: isian.realisasi,
    realisasi: a.status === 'TIDAK_BERLAKU' ? 'tidak ada' : formatRupiah(a.realisasi),
    salahRealisasi: kesalahan.realisasi ?? null,
    dibaca: a.realisasi === null ? '' : `dibaca ${formatRupiah(a.realisasi)}`,
    tidakBerlaku: isian.tidakBerlaku,
    keterangan: isian.keterangan,
    salahKeterangan: kesalahan.keterangan ?? null,
    ...susunHasilAnggaran(a, a.sebelumnya),
    alasanKembali: a.terbuka ? a.alasanKembali : null,
    koreksi: (a.koreksi ?? []).map(kalimatKoreksi),
    kertas: tautanKertas(a),
    tanya: tautanTanya(a),
    bentrok: tanggapan?.bentrok ? bentrokAnggaran(a, zona) : null,
    milik: kesalahan.milik ?? null,
  }
}
/** As stored, the same for everybody who may fill it in, and for everybody who may only read it. */
const anggaranIsi = ingatObjek(gambarAnggaran)
const anggaranBaca = ingatObjek(gambarAnggaran)

/** Absorption and doubts of a budget row: beside the input and in the answer of an autosave. */
export const susunHasilAnggaran = (
  a: Pick<BarisAnggaranIsian, 'pagu' | 'realisasi' | 'status'>,
  sebelumnya: string | null,
) => {
  const peringatan = a.status === 'TERISI' ? peringatanAnggaran(a, sebelumnya) : []
  return {
    capaian: teksSerapan(a),
    teks: peringatan.map((p) => `Periksa: ${p}`).join(' '),
    ragu: peringatan.length > 0,
  }
}

export function keadaanAnggaran(a: Pick<BarisAnggaranIsian, 'status' | 'terbuka' | 'alasanKembali'>): {
  kode: string
  teks: string
} {
  if (a.alasanKembali !== null && a.terbuka) return { kode: 'DIKEMBALIKAN', teks: 'Dikembalikan' }
  if (a.status === 'TERISI') return { kode: 'TERISI', teks: 'Terisi' }
  return a.status === 'TIDAK_BERLAKU'
    ? { kode: 'TIDAK_BERLAKU', teks: 'Tidak ada' }
    : { kode: 'KOSONG', teks: 'Belum diisi' }
}

/** Who saved a budget row first, when, and what it holds now. */
export function bentrokAnggaran(a: BarisAnggaranIsian, zona: string): string {
  const kapan = a.diubahPada ? ` pada ${waktuPendek(a.diubahPada, zona)}` : ''
  return `${a.diubahOleh || 'Orang lain'} lebih dulu menyimpan baris ini${kapan}. Yang tersimpan sekarang: ${a.realisasi === null ? 'kosong' : formatRupiah(a.realisasi)}.`
}
