import {
  bandingkanWaktu,
  formatDurasiKerja,
  formatWaktuBaku,
  jamMenit,
  type Kalender,
  tanggalLokal,
  tanggalPendek,
} from '../../inti/waktu/index.ts'
import type { KeadaanLembar, LangsungLembar } from '../sop/index.ts'
import { menitLangkah } from './kepala.ts'
import type { KonteksLangkah } from './kueri.ts'
import { namaPemegang } from './wewenang.ts'

type Saat = { readonly kalender: Kalender; readonly zona: string; readonly hariIni: string }

const KATA: Readonly<Record<KeadaanLembar, string>> = {
  nanti: 'Belum mulai',
  sekarang: 'Sedang dikerjakan',
  selesai: 'Selesai',
  dikembalikan: 'Dikembalikan',
  dilewati: 'Dilewati',
  dihentikan: 'Dihentikan',
}

/** Where a step stands, as the sheet says it: state, from when to when, time taken against the waktu baku. */
export function susunKeadaan(k: KonteksLangkah, saat: Saat): LangsungLembar {
  const { langkah, def } = k
  const keadaan = keadaanLangkah(k)
  const banding = bandingkanWaktu(menitLangkah(k, saat.kalender), def.waktuBaku)
  const lewatBaku = langkah.dibukaPada !== null && banding.status === 'LEWAT' && keadaan !== 'nanti'
  const lewatTenggat = lewatTenggatnya(k, saat)
  const terbuka = keadaan === 'sekarang' || keadaan === 'dikembalikan'
  return {
    keadaan,
    terlambat: terbuka && (lewatTenggat || lewatBaku),
    kata: [KATA[keadaan], lewatTenggat ? 'lewat tenggat' : '', lewatBaku ? 'lewat waktu baku' : '']
      .filter(Boolean)
      .join(', '),
    rincian: rincian(k, saat),
  }
}

function keadaanLangkah({ siklus, langkah }: KonteksLangkah): KeadaanLembar {
  if (langkah.status === 'BERJALAN' && siklus.status !== 'BERJALAN') return 'dihentikan'
  if (langkah.status === 'BERJALAN') return langkah.alasanKembali ? 'dikembalikan' : 'sekarang'
  return langkah.status === 'SELESAI' ? 'selesai' : langkah.status === 'DILEWATI' ? 'dilewati' : 'nanti'
}

function lewatTenggatnya({ siklus, langkah }: KonteksLangkah, { zona, hariIni }: Saat): boolean {
  const tenggat = langkah.tenggat ?? siklus.tenggat
  if (!tenggat || !langkah.dibukaPada) return false
  if (langkah.status === 'BERJALAN') return siklus.status === 'BERJALAN' && tenggat < hariIni
  return (
    langkah.status === 'SELESAI' && langkah.selesaiPada !== null && tanggalLokal(langkah.selesaiPada, zona) > tenggat
  )
}

function rincian(k: KonteksLangkah, { kalender, zona }: Saat): string[] {
  const { langkah, def, bagian } = k
  if (!langkah.dibukaPada) return []
  const berjalan = langkah.status === 'BERJALAN'
  const diserahkan = bagian.filter((b) => b.status === 'SELESAI' || b.status === 'DILEWATI').length
  return [
    berjalan || langkah.status === 'BELUM'
      ? `sejak ${saatnya(langkah.dibukaPada, zona)}`
      : rentang(langkah.dibukaPada, langkah.selesaiPada, zona),
    langkah.status === 'DILEWATI'
      ? ''
      : `${formatDurasiKerja(menitLangkah(k, kalender))}; baku ${formatWaktuBaku(def.waktuBaku)}`,
    berjalan ? `di tangan ${namaPemegang(k)}` : (langkah.selesaiOleh ?? ''),
    bagian.length > 1 ? `${diserahkan} dari ${bagian.length} bagian selesai` : '',
    langkah.putaran > 1 ? `putaran ${langkah.putaran}` : '',
  ].filter((isi) => isi !== '')
}

const saatnya = (waktu: Date, zona: string): string =>
  `${tanggalPendek(tanggalLokal(waktu, zona))} ${jamMenit(waktu, zona)}`

/** "6 Jul 2026 09.10–10.02", or both days when they differ. */
function rentang(mulai: Date, selesai: Date | null, zona: string): string {
  if (!selesai) return saatnya(mulai, zona)
  const samaHari = tanggalLokal(mulai, zona) === tanggalLokal(selesai, zona)
  return `${saatnya(mulai, zona)}–${samaHari ? jamMenit(selesai, zona) : saatnya(selesai, zona)}`
}
