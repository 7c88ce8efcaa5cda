import { formatIsianUang, formatRupiah } from '../../inti/angka/index.ts'
import { daftarkanPesan, halaman, type Kesalahan } from '../../inti/http/index.ts'
import { type Pelaku, punyaPeran } from '../../inti/pelaku.ts'
import { tanggalJam } from '../../inti/waktu/index.ts'
import { susunIsianAngka } from '../kertas-kerja/index.ts'
import { ALUR_KOREKSI, bolehKoreksi, KODE_KOREKSI, PENGUSUL_KOREKSI, TEKS_KOREKSI } from './alur.ts'
import type { AngkaSiklus, AngkaUang } from './angka-siklus.ts'
import type { Diketik } from './baca-usulan.ts'
import { LABEL_KOREKSI } from './isian.ts'
import type { Koreksi } from './kueri.ts'
import { namaAngka, teksAngka } from './teks-angka.ts'

daftarkanPesan({
  'koreksi-diajukan': 'Koreksi diusulkan. Angkanya baru berubah setelah disetujui.',
  'koreksi-disetujui': 'Koreksi disetujui. Rekap yang memakai angkanya mendapat versi baru; versi lama tetap.',
  'koreksi-ditolak': 'Koreksi ditolak. Angkanya tetap.',
  'koreksi-ditarik': 'Usulan koreksi ditarik.',
})

const statusKoreksi = ({ status }: Koreksi) => ({ kode: KODE_KOREKSI[status], teks: TEKS_KOREKSI[status] })

type Pilih = {
  readonly siklusId: string
  readonly namaSiklus: string
  readonly angka: readonly AngkaSiklus[]
  readonly sebab: string
  /** what the reader looks for among the figures */
  readonly q: string
}
/** Koreksi of the office or of one siklus; `angka`: what the reader may propose to correct there. */
export const susunDaftar = (daftar: readonly Koreksi[], pelaku: Pelaku, pilih: Pilih | null) => ({
  judulHalaman: pilih ? `Koreksi · ${pilih.namaSiklus}` : 'Koreksi',
  alamatSiklus: pilih ? `/rekap/${pilih.siklusId}` : null,
  sebab: pilih?.sebab ?? '',
  bolehUsul: punyaPeran(pelaku, PENGUSUL_KOREKSI),
  // the figures to choose from stand with their siklus
  mulai: !pilih && punyaPeran(pelaku, PENGUSUL_KOREKSI) ? { teks: 'Pilih siklusnya', alamat: '/siklus' } : null,
  cari: pilih && pilih.angka.length > 0 && punyaPeran(pelaku, PENGUSUL_KOREKSI) ? susunCari(pilih) : null,
  angka: cocok(pilih).map((a) => ({
    sel: [{ teks: namaAngka(a), alamat: alamatBaru(pilih?.siklusId ?? '', a) }, a.unit, teksAngka(a)],
  })),
  baris: daftar.map((k) => ({
    sel: [
      { teks: k.nama, alamat: `/koreksi/${k.id}`, kecil: k.namaSiklus },
      k.teksLama,
      k.teksBaru,
      { teks: k.pengusul, kecil: tanggalJam(k.diajukanPada, pelaku.zonaWaktu) },
      { status: statusKoreksi(k) },
    ],
  })),
})
/** The figures whose name, code or unit holds what is looked for. */
function cocok(pilih: Pilih | null): readonly AngkaSiklus[] {
  const kata = pilih?.q.toLowerCase() ?? ''
  return (pilih?.angka ?? []).filter((a) => `${namaAngka(a)}\n${a.kartu.kode}\n${a.unit}`.toLowerCase().includes(kata))
}

const susunCari = (pilih: Pilih) => ({
  siklusId: pilih.siklusId,
  q: pilih.q,
  alamatSemua: `/koreksi?siklus=${pilih.siklusId}#pilih-angka`,
  jumlah: pilih.q ? `${cocok(pilih).length} dari ${pilih.angka.length} angka` : `${pilih.angka.length} angka`,
})
export const halamanDaftarKoreksi = halaman<ReturnType<typeof susunDaftar>>('koreksi/daftar')

type Kembalian = {
  readonly isian: Readonly<Record<string, string>>
  readonly diketik: Diketik
  readonly kesalahan: Kesalahan
}
const alamatBaru = (siklusId: string, { jenis, objekId }: AngkaSiklus): string =>
  `/koreksi/baru?siklus=${siklusId}&${jenis === 'ANGGARAN' ? 'anggaran' : 'indikator'}=${objekId}`
type Asal = { readonly siklusId: string; readonly namaSiklus: string; readonly satu: AngkaSiklus }

/** The form of a koreksi: the approved figure beside the inputs for the right one. */
export function susunBaru({ siklusId, namaSiklus, satu }: Asal, { isian, diketik, kesalahan }: Kembalian) {
  return {
    judulHalaman: `Koreksi: ${namaAngka(satu)}`,
    alamat: alamatBaru(siklusId, satu),
    alamatDaftar: `/koreksi?siklus=${siklusId}`,
    fakta: [
      { label: 'Siklus', nilai: namaSiklus },
      { label: 'Unit', nilai: satu.unit },
      ...(satu.jenis === 'ANGGARAN'
        ? [
            { label: 'Kode', nilai: satu.kartu.kode },
            { label: 'Pagu', nilai: formatRupiah(satu.kartu.pagu) },
          ]
        : []),
      { label: 'Angka yang disetujui', nilai: teksAngka(satu) },
    ],
    masukan:
      satu.jenis === 'ANGGARAN'
        ? null
        : susunIsianAngka(satu.kartu, satu.angka, { angka: diketik.indikator, kesalahan }),
    uang: satu.jenis === 'ANGGARAN' ? susunIsianUang(satu, diketik) : null,
    isian: { alasanKoreksi: isian.alasanKoreksi ?? '', sumberAngka: isian.sumberAngka ?? '' },
    kesalahan,
    label: {
      ...LABEL_KOREKSI,
      alasan: 'Alasan tidak diukur',
      realisasi: 'Realisasi',
      keterangan: 'Alasan tidak dilaporkan',
      ...(satu.jenis === 'ANGGARAN' ? {} : Object.fromEntries(satu.kartu.variabel.map((v) => [`v.${v.kode}`, v.nama]))),
    },
  }
}

/** Inputs of a budget figure (`views/koreksi/_uang`), with what was typed or is approved. */
function susunIsianUang({ angka }: AngkaUang, { uang }: Diketik) {
  const ada = angka.status === 'TIDAK_BERLAKU'
  return {
    realisasi: uang ? uang.realisasi : formatIsianUang(angka.realisasi),
    tidakBerlaku: uang ? uang.tidakBerlaku : ada,
    keterangan: uang ? uang.keterangan : ada ? angka.keterangan : '',
  }
}
export const halamanBaruKoreksi = halaman<ReturnType<typeof susunBaru>>('koreksi/baru')

type BahanSatu = { readonly isian?: Readonly<Record<string, string>>; readonly kesalahan?: Kesalahan }
/** One koreksi: old and new, why, who; the decision for whose it is; what it changed. */
export function susunKoreksi(k: Koreksi, pelaku: Pelaku, { isian = {}, kesalahan = {} }: BahanSatu = {}) {
  const kapan = (waktu: Date) => tanggalJam(waktu, pelaku.zonaWaktu)
  return {
    judulHalaman: `Koreksi ${k.nama}`,
    atas: k.namaSiklus,
    status: statusKoreksi(k),
    alamat: `/koreksi/${k.id}`,
    alamatDaftar: `/koreksi?siklus=${k.siklusId}`,
    versi: k.versi,
    data: [
      { label: 'Unit', nilai: k.unit },
      { label: 'Semula', nilai: k.teksLama },
      { label: 'Menjadi', nilai: k.teksBaru },
      { label: 'Alasan', nilai: k.alasan },
      { label: 'Sumber angka', nilai: k.sumberAngka },
      { label: 'Pengusul', nilai: `${k.pengusul}, ${k.jabatanPengusul}, ${kapan(k.diajukanPada)}` },
      ...(k.status === 'DIAJUKAN'
        ? [{ label: 'Yang memutuskan', nilai: k.pengusulSekcam ? 'Camat' : 'Sekretaris Kecamatan' }]
        : []),
      ...(k.diputusPada
        ? [{ label: TEKS_KOREKSI[k.status], nilai: `${k.pemutus}, ${k.jabatanPemutus}, ${kapan(k.diputusPada)}` }]
        : []),
      ...(k.alasanPutusan ? [{ label: 'Alasan keputusan', nilai: k.alasanPutusan }] : []),
    ],
    diarsipkan: k.diarsipkan,
    hasil: k.hasil.map((h) => ({
      teks: `${h.nama}, rekap versi ${h.versi}`,
      alamat: `/rekap/${h.siklusId}?versi=${h.versi}`,
    })),
    alamatBerita: k.status === 'DISETUJUI' ? `/koreksi/${k.id}/berita-acara` : null,
    boleh: {
      setujui: bolehKoreksi(pelaku, k, 'SETUJUI'),
      tolak: bolehKoreksi(pelaku, k, 'TOLAK'),
      tarik: bolehKoreksi(pelaku, k, 'TARIK'),
    },
    tombol: {
      setujui: ALUR_KOREKSI.DIAJUKAN.SETUJUI?.label ?? '',
      tolak: ALUR_KOREKSI.DIAJUKAN.TOLAK?.label ?? '',
      tarik: ALUR_KOREKSI.DIAJUKAN.TARIK?.label ?? '',
    },
    isian: { alasan: isian.alasan ?? '' },
    kesalahan,
    label: LABEL_KOREKSI,
  }
}
export const halamanKoreksi = halaman<ReturnType<typeof susunKoreksi>>('koreksi/koreksi')
