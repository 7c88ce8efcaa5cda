import type { BasisData } from '../../inti/basis-data/index.ts'
import type { Kesalahan } from '../../inti/http/index.ts'
import { type Pelaku, type Peran, punyaPeran } from '../../inti/pelaku.ts'
import {
  formatDurasiKerja,
  formatJumlahWaktu,
  formatWaktuBaku,
  jam,
  jumlahWaktuBaku,
  type Kalender,
  tanggalJam,
  tanggalLokal,
} from '../../inti/waktu/index.ts'
import { ambilKalenderKerja } from '../kalender/index.ts'
import { PENUNJUK_PLH } from '../organisasi/index.ts'
import { mengapaPengganti } from './bola.ts'
import { namaAlasanLewat } from './isian.ts'
import {
  bandingkanLangkah,
  idPelewatan,
  menitLangkah,
  perintahLangkah,
  sebutPelewatan,
  statusLangkah,
  susunTenggat,
} from './kepala.ts'
import { type BarisBagian, type BarisSiklus, type KonteksLangkah, konteksDari, type MuatanSiklus } from './kueri.ts'
import { bolehLewat } from './lewati-langkah.ts'
import { ambilOrangKantor, pelaksanaKosong, susunKosong } from './lowong.ts'
import type { OrangKantor } from './orang-kantor.ts'
import { PEMBATAL } from './pelaku-perintah.ts'
import { judulSiklus, sebutPembatalan, tabSiklus } from './tampilan.ts'
import { namaBagian } from './tampilan-penyelesaian.ts'
import {
  adaGiliran,
  bagianSaya,
  bolaKonteks,
  bolehMenyiapkan,
  hakLangkah,
  namaPelaksana,
  namaPemegang,
  sedangDiputuskan,
} from './wewenang.ts'

/** Who writes a catatan Camat (module catatan-camat): whoever is Camat today, as Plt., Plh., or Pj. too. */
export const PENCATAT_CAMAT: readonly Peran[] = ['CAMAT']
/** Who may remind others by word: those who watch over a siklus, and heads of units for their own people. */
export const PENGINGAT_SIKLUS: readonly Peran[] = ['TIM_SAKIP', 'SEKCAM', 'CAMAT', 'KASI']

type Balasan = { isian?: Record<string, string>; kesalahan?: Kesalahan }

/** The page of a siklus: its steps as a line, the present one with its act, who holds the ball since when. */
export async function susunSiklus(
  db: BasisData,
  pelaku: Pelaku,
  muatan: MuatanSiklus,
  { isian = {}, kesalahan = {} }: Balasan = {},
) {
  const { siklus, langkah } = muatan
  const kalender = await db.ingat(pelaku, 'kalender', () => ambilKalenderKerja(db.baca, pelaku.kecamatanId))
  const hariIni = tanggalLokal(jam.sekarang(), pelaku.zonaWaktu)
  const konteks = langkah.map((l) => konteksDari(muatan, l.kode))
  const terbuka = konteks.filter((k) => k.langkah.status === 'BERJALAN' && siklus.status === 'BERJALAN')
  const orang =
    siklus.status === 'BERJALAN' ? await db.ingat(pelaku, 'orang-kantor', () => ambilOrangKantor(db.baca, pelaku)) : []
  const terpakai = konteks.reduce((jumlah, k) => jumlah + menitLangkah(k, kalender), 0)
  return {
    ...judulSiklus(muatan),
    tab: tabSiklus(siklus, 'langkah', pelaku),
    giliran: terbuka.map((k) => ({ ...susunGiliran(k, pelaku, hariIni), kosong: susunKosong(k, pelaku, orang) })),
    langkah: konteks.map((k) => susunButir(k, { kalender, zona: pelaku.zonaWaktu, orang })),
    fakta: [...susunFakta(siklus, { terpakai, hariIni, zona: pelaku.zonaWaktu }), ...susunArsip(konteks)],
    pembatalan: siklus.pembatalan ? sebutPembatalan(siklus.pembatalan) : null,
    pelewatan: terbuka.filter((k) => bolehLewat(k, pelaku)).map((k) => susunPelewatan(k, isian)),
    bolehPlh: siklus.status === 'BERJALAN' && punyaPeran(pelaku, PENUNJUK_PLH),
    bolehIngatkan: siklus.status === 'BERJALAN' && punyaPeran(pelaku, PENGINGAT_SIKLUS),
    bolehMencatat: punyaPeran(pelaku, PENCATAT_CAMAT),
    bolehBatal: siklus.status === 'BERJALAN' && punyaPeran(pelaku, PEMBATAL),
    isian,
    kesalahan,
  }
}

type BahanFakta = { terpakai: number; hariIni: string; zona: string }
function susunFakta(siklus: BarisSiklus, { terpakai, hariIni, zona }: BahanFakta) {
  return [
    { label: 'Periode data', nilai: siklus.namaPeriode },
    { label: 'Dimulai', nilai: tanggalJam(siklus.dimulaiPada, zona) },
    {
      label: 'Tenggat',
      nilai: siklus.tenggat
        ? susunTenggat(siklus.tenggat, hariIni, siklus.status === 'BERJALAN').teks
        : 'belum ditetapkan',
    },
    {
      label: 'Waktu baku SOP',
      nilai: formatJumlahWaktu(jumlahWaktuBaku(siklus.definisi.langkah.map((l) => l.waktuBaku))),
    },
    { label: 'Waktu terpakai', nilai: formatDurasiKerja(terpakai) },
    { label: 'Versi SOP', nilai: `versi ${siklus.nomorVersi}`, alamat: `/sop/${siklus.versiSopId}` },
  ]
}

/** Where the sealed package is; nothing before. */
const susunArsip = (konteks: readonly KonteksLangkah[]) =>
  konteks
    .filter((k) => k.siklus.diarsipkanPada !== null && k.def.jenis === 'arsip')
    .map((k) => ({ label: 'Arsip', nilai: 'Buka arsip', alamat: `/siklus/${k.siklus.id}/langkah/${k.def.kode}` }))

/** What the grave act on one open step says and asks. */
function susunPelewatan({ siklus, def }: KonteksLangkah, isian: Record<string, string>) {
  return {
    id: idPelewatan(def.kode),
    pemicu: `Lewati langkah ${def.nomor}`,
    judul: `Lewati langkah ${def.nomor}?`,
    akibat: `“${def.uraian}” tidak dikerjakan pada siklus ini dan langkah berikutnya terbuka. Yang sudah diisi di langkah ini tetap tersimpan.`,
    alamat: `/siklus/${siklus.id}/langkah/${def.kode}/pelewatan`,
    tombol: `Lewati langkah ${def.nomor} ini`,
    nama: namaAlasanLewat(def.kode),
    nilai: isian[namaAlasanLewat(def.kode)] ?? '',
  }
}

function susunGiliran(k: KonteksLangkah, pelaku: Pelaku, hariIni: string) {
  const { siklus, langkah, def } = k
  const milikAnda = adaGiliran(k, pelaku)
  const kembali = bagianSaya(k, pelaku).find((b) => b.alasanKembali)?.alasanKembali ?? langkah.alasanKembali
  const tenggat = langkah.tenggat ?? siklus.tenggat
  return {
    milikAnda,
    pemegang: namaPemegang(k),
    judul: `${def.nomor}. ${def.uraian}`,
    mengapa: susunMengapa(k, pelaku, { milikAnda, kembali }),
    tenggat: tenggat ? susunTenggat(tenggat, hariIni, true) : undefined,
    sejak: langkah.dibukaPada ? tanggalJam(langkah.diteruskanPada ?? langkah.dibukaPada, pelaku.zonaWaktu) : undefined,
    tindakan: { alamat: `/siklus/${siklus.id}/langkah/${langkah.kode}`, teks: perintahLangkah(langkah) },
    bolehSiapkan: !milikAnda && bolehMenyiapkan(k, pelaku),
    alamat: `/siklus/${siklus.id}/langkah/${langkah.kode}`,
  }
}

/** Why again, and why it is mine or not where that is not what the SOP says. */
function susunMengapa(
  k: KonteksLangkah,
  pelaku: Pelaku,
  { milikAnda, kembali }: { milikAnda: boolean; kembali: string | null },
): string | undefined {
  const hak = sedangDiputuskan(k) && !milikAnda ? hakLangkah(k, pelaku) : null
  const terhalang = hak && !hak.boleh && k.langkah.terhalang.includes(pelaku.pegawaiId) ? hak.alasan : null
  const sebab = [
    kembali ? `Dikembalikan: ${kembali}` : null,
    milikAnda ? mengapaPengganti(bolaKonteks(k), pelaku.pegawaiId) : terhalang,
  ]
  return sebab.filter(Boolean).join(' ') || undefined
}

type BahanButir = { kalender: Kalender; zona: string; orang: readonly OrangKantor[] }
function susunButir(k: KonteksLangkah, { kalender, zona, orang }: BahanButir) {
  const { siklus, langkah, def } = k
  const banding = bandingkanLangkah(k, kalender)
  const kosong = pelaksanaKosong(k, orang)
  return {
    nomor: def.nomor,
    judul: def.uraian,
    alamat: `/siklus/${siklus.id}/langkah/${langkah.kode}`,
    keadaan: keadaanButir(k),
    pelaksana: namaPelaksana(k),
    keterangan: [susunKeterangan(k, zona), kosong.length > 0 ? `kosong hari ini: ${kosong.join(', ')}` : '']
      .filter(Boolean)
      .join(' · '),
    waktu: langkah.dibukaPada ? banding.teks : `waktu baku ${formatWaktuBaku(def.waktuBaku)}`,
    lewatBaku: langkah.dibukaPada !== null && banding.status === 'LEWAT',
    status: statusLangkah(k),
  }
}

const keadaanButir = ({
  siklus,
  langkah: { status, alasanKembali },
}: KonteksLangkah): 'selesai' | 'sekarang' | 'dikembalikan' | 'dilewati' | 'nanti' => {
  if (status === 'BERJALAN' && siklus.status !== 'BERJALAN') return 'nanti'
  if (status === 'BERJALAN') return alasanKembali ? 'dikembalikan' : 'sekarang'
  return status === 'SELESAI' ? 'selesai' : status === 'DILEWATI' ? 'dilewati' : 'nanti'
}

function susunKeterangan(k: KonteksLangkah, zona: string): string {
  const { langkah, bagian } = k
  const ulang = langkah.putaran > 1 ? ` (putaran ${langkah.putaran})` : ''
  const perUnit = bagian.some((b) => b.pelaksana === null)
  const beres = bagian.filter((b) => b.status === 'SELESAI')
  const lewat = sebutPelewatan(k, zona)
  if (lewat) return lewat
  if (langkah.status === 'SELESAI' && langkah.selesaiPada && bagian.length > 1) {
    const siapa = perUnit ? `${beres.length} unit menyerahkan` : sebutPelaku(beres)
    return `${siapa}, terakhir ${tanggalJam(langkah.selesaiPada, zona)}${ulang}`
  }
  if (langkah.status === 'SELESAI' && langkah.selesaiPada)
    return `${langkah.selesaiOleh ?? ''}, ${tanggalJam(langkah.selesaiPada, zona)}${ulang}`
  if (langkah.status === 'BERJALAN' && bagian.length > 0)
    return perUnit
      ? `${beres.length} dari ${bagian.length} unit sudah menyerahkan${ulang}`
      : beres.length > 0
        ? `sudah: ${beres.map((b) => namaBagian(k, b)).join(', ')}${ulang}`
        : `belum ada yang bertindak${ulang}`
  return ulang.trim()
}

const sebutPelaku = (bagian: readonly BarisBagian[]): string =>
  [...new Set(bagian.flatMap((b) => b.selesaiOleh ?? []))].join(' dan ')
