import { bacaAngka, bacaUang, cariDesimal, formatAngka, formatRupiah } from '../../inti/angka/index.ts'
import type { StatusIsian } from './hitung-baris.ts'
import { hitungNilaiBaris } from './hitung-baris.ts'
import type { IsianAnggaran, IsianBaris } from './isian.ts'
import type { KartuBaris } from './kartu.ts'

/** A row as it will be written: plain decimals, never the typed text. */
export type PerubahanBaris = {
  readonly status: StatusIsian
  readonly variabel: Readonly<Record<string, string>>
  readonly kategori: string | null
  readonly nilai: string | null
  readonly alasanTidakBerlaku: string
  readonly kendala: string
  readonly faktorPendorong: string
  readonly tindakLanjut: string
  readonly keterangan: string
}
/** The two readings of a number that may mean either; the person chooses. */
export type Taksa = readonly [string, string]
export type HasilBaca<T> = {
  /** null when something must be corrected first */
  readonly data: T | null
  /** field of the row (`v.<kode>`, `alasan`, `kategori`, `realisasi`) → sentence */
  readonly kesalahan: Readonly<Record<string, string>>
  readonly taksa: Readonly<Record<string, Taksa>>
}

/**
 * Reads what was typed into one indicator row. Blank stays blank (never zero); '1.250' is asked about unless the person
 * chose a reading; negative figures are refused; not applicable needs a reason and takes the figures away.
 */
export function bacaBaris(kartu: KartuBaris, isian: IsianBaris): HasilBaca<PerubahanBaris> {
  const catatan = {
    kendala: isian.kendala,
    faktorPendorong: isian.faktorPendorong,
    tindakLanjut: isian.tindakLanjut,
    keterangan: isian.keterangan,
  }
  if (isian.tidakBerlaku) {
    if (isian.alasan.length < 5)
      return {
        data: null,
        taksa: {},
        kesalahan: { alasan: 'Tuliskan mengapa tidak diukur pada periode ini, minimal 5 huruf.' },
      }
    const kosong = { variabel: {}, kategori: null, nilai: null }
    return {
      data: { status: 'TIDAK_BERLAKU', ...kosong, alasanTidakBerlaku: isian.alasan, ...catatan },
      kesalahan: {},
      taksa: {},
    }
  }
  const { variabel, kesalahan, taksa } = bacaVariabel(kartu, isian)
  const kategori = kartu.metode === 'KATEGORI' && isian.kategori !== '' ? isian.kategori : null
  if (kategori !== null && !kartu.kategori.some((k) => k.kode === kategori))
    kesalahan.kategori = 'Pilih salah satu predikat dari daftar.'
  if (Object.keys(kesalahan).length > 0) return { data: null, kesalahan, taksa }
  const nilai = hitungNilaiBaris(kartu, { variabel, kategori })
  const data = {
    status: nilai.jenis === 'KOSONG' ? ('KOSONG' as const) : ('TERISI' as const),
    variabel,
    kategori,
    nilai: nilai.jenis === 'NILAI' ? nilai.nilai : null,
    alasanTidakBerlaku: '',
    ...catatan,
  }
  return { data, kesalahan, taksa }
}

function bacaVariabel(kartu: KartuBaris, isian: IsianBaris) {
  const variabel: Record<string, string> = {}
  const kesalahan: Record<string, string> = {}
  const taksa: Record<string, Taksa> = {}
  for (const { kode, nama } of kartu.variabel) {
    const terbaca = bacaAngka(isian.variabel[kode])
    if (terbaca.jenis === 'kosong') continue
    if (terbaca.jenis === 'taksa') {
      const dipilih = terbaca.kemungkinan.find((k) => k === isian.pilihan[kode])
      if (dipilih) variabel[kode] = dipilih
      else {
        taksa[kode] = terbaca.kemungkinan
        kesalahan[`v.${kode}`] = `${nama}: ${terbaca.pesan}`
      }
    } else if (terbaca.jenis === 'salah') kesalahan[`v.${kode}`] = `${nama}: ${terbaca.pesan}`
    else if (terbaca.nilai.startsWith('-')) kesalahan[`v.${kode}`] = `${nama} tidak boleh kurang dari nol.`
    else variabel[kode] = terbaca.nilai
  }
  return { variabel, kesalahan, taksa }
}

export type PerubahanAnggaran = {
  readonly status: StatusIsian
  readonly realisasi: string | null
  readonly keterangan: string
}

/** Reads one budget row: money realised up to the end of the period; blank is not zero; never negative. */
export function bacaAnggaran(isian: IsianAnggaran): HasilBaca<PerubahanAnggaran> {
  const { keterangan } = isian
  const gagal = (kesalahan: Record<string, string>) => ({ data: null, kesalahan, taksa: {} })
  const jadi = (status: StatusIsian, realisasi: string | null) => ({
    data: { status, realisasi, keterangan },
    kesalahan: {},
    taksa: {},
  })
  if (isian.tidakBerlaku) {
    if (keterangan.length < 5)
      return gagal({ keterangan: 'Tuliskan mengapa tidak ada realisasi yang dilaporkan, minimal 5 huruf.' })
    return jadi('TIDAK_BERLAKU', null)
  }
  const terbaca = bacaUang(isian.realisasi)
  if (terbaca.jenis === 'kosong') return jadi('KOSONG', null)
  if (terbaca.jenis === 'salah') return gagal({ realisasi: terbaca.pesan })
  if (terbaca.nilai.startsWith('-')) return gagal({ realisasi: 'Realisasi tidak boleh kurang dari nol.' })
  return jadi('TERISI', terbaca.nilai)
}

/** "dibaca 1.234,56" for what was understood; '' for nothing. */
export const teksDibaca = (nilai: string | null | undefined): string => (nilai ? `dibaca ${formatAngka(nilai)}` : '')

/** What looks doubtful about a budget row. `sebelumnya`: realised up to the end of the quarter before. */
export function peringatanAnggaran(
  baris: { pagu: string; realisasi: string | null },
  sebelumnya: string | null,
): string[] {
  const r = baris.realisasi === null ? null : cariDesimal(baris.realisasi)
  const pagu = cariDesimal(baris.pagu)
  const lama = sebelumnya === null ? null : cariDesimal(sebelumnya)
  if (!r) return []
  const hasil: string[] = []
  if (pagu && r.gt(pagu))
    hasil.push(`Realisasi ${formatRupiah(r)} melebihi pagu ${formatRupiah(pagu)}. Periksa kembali.`)
  if (lama && r.lt(lama))
    hasil.push(
      `Lebih kecil daripada realisasi periode sebelumnya (${formatRupiah(lama)}). Tulis jumlah sampai akhir periode ini.`,
    )
  return hasil
}
