import {
  akhirJamKerja,
  formatDurasiKerja,
  hariKerjaBerikut,
  type Kalender,
  menitKerja,
  tambahMenitKerja,
} from './jam-kerja.ts'
import { nomorHari, tambahBulan, tambahHari, tanggalDari, tanggalLokal } from './tanggal.ts'
import { formatWaktuBaku, lamaWaktuBaku, MENIT_PER, POLA_ATURAN, type WaktuBaku } from './waktu-baku.ts'

export type BatasWaktu = { readonly min: number; readonly maks: number }
/** When the work began and on which calendar: a month or a calendar rule has a length in working minutes only then. */
export type KonteksWaktu = { readonly mulai: Date; readonly kalender: Kalender }
export type Perbandingan = { readonly status: 'DALAM' | 'LEWAT' | 'TANPA_BAKU'; readonly teks: string }

const KODE_HARI = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']

/**
 * Shortest and longest standard in working minutes; both equal for a single figure. BULAN and KALENDER need `konteks`
 * (else null); TIDAK_ADA is always null.
 */
export function batasWaktuBaku(waktuBaku: WaktuBaku, konteks?: KonteksWaktu): BatasWaktu | null {
  const lama = lamaWaktuBaku(waktuBaku)
  if (lama && lama.satuan !== 'BULAN') {
    const per = MENIT_PER[lama.satuan]
    return { min: Math.round(lama.dari * per), maks: Math.round(lama.sampai * per) }
  }
  const tenggat = konteks ? tenggatWaktuBaku(konteks.mulai, waktuBaku, konteks.kalender) : null
  if (!konteks || !tenggat) return null
  const maks = menitKerja(konteks.mulai, tenggat, konteks.kalender)
  return { min: maks, maks }
}

/** Time taken (working minutes) against the standard, with the sentence that is shown. Quicker than a range's lower end is within. */
export function bandingkanWaktu(terpakai: number, waktuBaku: WaktuBaku, konteks?: KonteksWaktu): Perbandingan {
  const batas = batasWaktuBaku(waktuBaku, konteks)
  if (!batas) return { status: 'TANPA_BAKU', teks: `${formatDurasiKerja(terpakai)}; tidak ada waktu baku pembanding` }
  // a calendar rule is a day to keep, not a length of time
  const berkalender = waktuBaku.jenis === 'KALENDER'
  const baku = `${berkalender ? '' : 'waktu baku '}${formatWaktuBaku(waktuBaku)}`
  if (terpakai <= batas.maks)
    return { status: 'DALAM', teks: `${formatDurasiKerja(terpakai)}, ${berkalender ? 'belum lewat' : 'dalam'} ${baku}` }
  return {
    status: 'LEWAT',
    teks: `${formatDurasiKerja(terpakai)}, lewat ${formatDurasiKerja(terpakai - batas.maks)} dari ${baku}`,
  }
}

/**
 * The instant by which a step that began at `mulai` keeps its waktu baku. Working time for minutes, hours and days;
 * months end with the office hours of the same date (or the next working day); a calendar rule with those of its next day.
 * Null when the SOP sets no standard.
 */
export function tenggatWaktuBaku(mulai: Date, waktuBaku: WaktuBaku, kalender: Kalender): Date | null {
  const hariMulai = tanggalLokal(mulai, kalender.zona)
  if (waktuBaku.jenis === 'KALENDER') {
    const tenggat = akhirJamKerja(tanggalAturan(waktuBaku.aturan, hariMulai, kalender), kalender)
    if (tenggat > mulai) return tenggat
    return akhirJamKerja(tanggalAturan(waktuBaku.aturan, tambahHari(hariMulai, 1), kalender), kalender)
  }
  const lama = lamaWaktuBaku(waktuBaku)
  if (!lama) return null
  if (lama.satuan === 'BULAN') {
    const sampai = tambahBulan(hariMulai, Math.ceil(lama.sampai))
    return akhirJamKerja(hariKerjaBerikut(sampai, kalender), kalender)
  }
  const batas = batasWaktuBaku(waktuBaku)
  return batas && tambahMenitKerja(mulai, batas.maks, kalender)
}

/**
 * Next day of a rule such as FREQ=MONTHLY;BYDAY=1FR on or after a date, moved to the next working day when it is a
 * holiday (SOP Pengumpulan Data Kinerja Kecamatan Nganjuk, langkah 5: the rapat koordinasi of every first Friday). RangeError for a rule that is not understood.
 */
export function tanggalAturan(aturan: string, sejak: string, kalender: Kalender): string {
  const [, ke, hari] = POLA_ATURAN.exec(aturan) ?? []
  if (ke === undefined || hari === undefined)
    throw new RangeError(`Aturan kalender tidak dikenal: ${aturan.slice(0, 60)}`)
  // starts a month early: a day moved over the month's end may still lie ahead
  for (let geser = -1; ; geser++) {
    const bulan = tambahBulan(`${sejak.slice(0, 7)}-01`, geser)
    const tanggal = hariKerjaBerikut(hariKe(bulan, KODE_HARI.indexOf(hari), Number(ke)), kalender)
    if (tanggal >= sejak) return tanggal
  }
}

/** The nth (or last: -1) weekday of the month that begins at `awalBulan`. */
function hariKe(awalBulan: string, hari: number, ke: number): string {
  const acuan = ke > 0 ? nomorHari(awalBulan) : nomorHari(tambahBulan(awalBulan, 1)) - 7
  const hariAcuan = (((acuan + 4) % 7) + 7) % 7
  return tanggalDari(acuan + ((hari - hariAcuan + 7) % 7) + (ke > 0 ? (ke - 1) * 7 : 0))
}
