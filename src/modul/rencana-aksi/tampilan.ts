import { denganSatuan, formatRupiah, TANPA_NILAI } from '../../inti/angka/index.ts'
import { halaman } from '../../inti/http/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { tanggalJam } from '../../inti/waktu/index.ts'
import { nilaiIndikator, tabPerencanaan } from '../perencanaan/index.ts'
import { sebutan, type TargetDalamPk, teksTarget } from '../perjanjian-kinerja/index.ts'
import { hakAksi, type KeadaanTriwulan, type TindakanAksi } from './alur.ts'
import { ROMAWI } from './catat-aksi.ts'
import {
  type Aksi,
  type BarisRencana,
  hariIni,
  keadaanTriwulan,
  type Laporan,
  pelaksanaDari,
  type Rencana,
} from './kueri.ts'
import './kalimat.ts'

export const TEKS_KEADAAN: Readonly<Record<KeadaanTriwulan, { kode: string; teks: string }>> = {
  BELUM_MULAI: { kode: 'BELUM', teks: 'Belum mulai' },
  TERBUKA: { kode: 'SEDANG_DIISI', teks: 'Sedang diisi' },
  DILAPORKAN: { kode: 'SELESAI', teks: 'Dilaporkan' },
}

const TANPA_AKSI = { kode: 'BELUM', teks: 'Belum ada aksi' } as const
const TANPA_ISI = { kode: 'BELUM', teks: 'Belum diisi' } as const

/** Plans of a year, one per post. */
export function susunDaftar(daftar: readonly BarisRencana[], tahun: number, tahunIni: number) {
  const pilihan = [...new Set([tahunIni - 1, tahunIni, tahunIni + 1, tahun])].sort((a, b) => a - b)
  return {
    judulHalaman: `Rencana aksi ${tahun}`,
    tab: tabPerencanaan('rencana-aksi'),
    tahun,
    tabTahun: pilihan.map((t) => ({ teks: String(t), alamat: `/rencana-aksi?tahun=${t}`, aktif: t === tahun })),
    alamatImporRealisasi: `/impor/realisasi-aksi?tahun=${tahun}`,
    alamatImpor: `/impor/rencana-aksi?tahun=${tahun}`,
    baris: daftar.map((b) => ({
      sel: [
        { teks: b.jabatan, alamat: `/rencana-aksi/${b.pkId}`, kecil: b.pegawai },
        String(b.indikator),
        String(b.aksi),
        b.dilaporkan.map((tw) => ROMAWI[tw - 1]).join(', ') || TANPA_NILAI,
      ],
    })),
  }
}

/** What the person may do in a quarter. */
export const bolehTriwulan = (rencana: Rencana, pelaku: Pelaku, triwulan: number) => {
  const keadaan = keadaanTriwulan(rencana, triwulan, hariIni(pelaku))
  const pelaporId = rencana.laporan.find((l) => l.triwulan === triwulan)?.pelaporId ?? null
  const bahan = { pk: rencana.pk, pelaksana: pelaksanaDari(rencana.aksi), pelaporId }
  return { keadaan, boleh: (tindakan: TindakanAksi) => hakAksi(pelaku, bahan, tindakan, keadaan).boleh }
}

/** The plan of one post: indicators of the agreement with their actions, and where each quarter stands. */
export function susunRencana(rencana: Rencana, pelaku: Pelaku) {
  const { pk, aksi } = rencana
  const dasar = `/rencana-aksi/${pk.id}`
  const susun = [1, 2, 3, 4].some((tw) => bolehTriwulan(rencana, pelaku, tw).boleh('SUSUN'))
  const lepas = aksi.filter((a) => !pk.target.some((t) => t.indikatorId === a.indikatorId))
  return {
    judulHalaman: `Rencana aksi ${pk.tahun}`,
    atas: sebutan(pk.kesatu),
    keterangan: `Menurut Perjanjian Kinerja${pk.jenis === 'PERUBAHAN' ? ' Perubahan' : ''} ${pk.tahun}`,
    dasar,
    alamatDaftar: `/rencana-aksi?tahun=${pk.tahun}`,
    alamatPk: `/perjanjian-kinerja/${pk.id}`,
    unduhan: [
      { teks: 'Unduh PDF', alamat: `${dasar}/pdf`, ikon: 'unduh' },
      { teks: 'Unduh Word', alamat: `${dasar}/word`, ikon: 'unduh' },
    ],
    susun,
    triwulan: [1, 2, 3, 4].map((tw) => barisTriwulan(rencana, pelaku, tw)),
    kelompok: [
      ...pk.target.map((t) =>
        kelompok(
          t,
          aksi.filter((a) => a.indikatorId === t.indikatorId),
          dasar,
        ),
      ),
      ...(lepas.length > 0 ? [kelompokLepas(lepas, dasar)] : []),
    ],
  }
}

function barisTriwulan(rencana: Rencana, pelaku: Pelaku, tw: number) {
  const { keadaan, boleh } = bolehTriwulan(rencana, pelaku, tw)
  const laporan = rencana.laporan.find((l) => l.triwulan === tw)
  const jatuh = rencana.aksi.filter((a) => (a.tw[tw - 1] ?? null) !== null)
  const terisi = jatuh.filter((a) => a.realisasi.some((r) => r.triwulan === tw && r.nilai !== null))
  const tindakan =
    boleh('ISI') && jatuh.length > 0 ? 'isi realisasi' : boleh('BUKA') ? 'lihat atau buka kembali' : 'lihat'
  return {
    nama: `Triwulan ${ROMAWI[tw - 1]}: ${tindakan}`,
    alamat: `/rencana-aksi/${rencana.pk.id}/triwulan/${tw}`,
    status: statusTriwulan(keadaan, { jatuh: jatuh.length, terisi: terisi.length }),
    isi: jatuh.length === 0 ? '' : `${terisi.length} dari ${jatuh.length} aksi terisi`,
    keterangan: laporan ? teksLaporan(laporan, pelaku.zonaWaktu) : '',
  }
}

function statusTriwulan(keadaan: KeadaanTriwulan, { jatuh, terisi }: { jatuh: number; terisi: number }) {
  if (keadaan !== 'TERBUKA') return TEKS_KEADAAN[keadaan]
  return jatuh === 0 ? TANPA_AKSI : terisi === 0 ? TANPA_ISI : TEKS_KEADAAN.TERBUKA
}

export const teksLaporan = (l: Laporan, zona: string): string =>
  l.status === 'DIBUKA'
    ? `Dibuka kembali oleh ${l.pembuka}: ${l.alasan}`
    : `Dilaporkan ${l.pelapor}, ${tanggalJam(new Date(l.dilaporkanPada), zona)}`

const kelompok = (t: TargetDalamPk, aksi: readonly Aksi[], dasar: string) => ({
  judul: `${t.kode} ${t.nama}`,
  keterangan: `Target setahun ${denganSatuan(teksTarget(t), t.satuan)}`,
  alamatTambah: `${dasar}/aksi/baru?indikator=${t.indikatorId}`,
  aksi: aksi.map((a) => barisAksi(a, dasar)),
})

const kelompokLepas = (aksi: readonly Aksi[], dasar: string) => ({
  judul: 'Tidak ada lagi dalam perjanjian ini',
  keterangan: 'Aksi untuk indikator yang keluar dengan PK Perubahan; riwayatnya tetap.',
  alamatTambah: null,
  aksi: aksi.map((a) => barisAksi(a, dasar)),
})

const nilai = (teks: string | null | undefined): string => nilaiIndikator({ nilai: teks ?? null })

const barisAksi = (a: Aksi, dasar: string) => ({
  alamat: `${dasar}/aksi/${a.id}`,
  aksi: a.aksi,
  keterangan: [
    a.penanggungJawab ?? 'penanggung jawab belum ditunjuk',
    a.anggaran === null ? '' : formatRupiah(a.anggaran),
  ]
    .filter(Boolean)
    .join(' · '),
  satuan: a.satuan,
  tw: [1, 2, 3, 4].map((tw) => ({
    romawi: ROMAWI[tw - 1],
    target: nilai(a.tw[tw - 1]),
    realisasi: nilai(a.realisasi.find((r) => r.triwulan === tw)?.nilai),
  })),
  kendala: a.realisasi.flatMap((r) =>
    r.kendala || r.tindakLanjut
      ? [
          `Triwulan ${ROMAWI[r.triwulan - 1]}: ${[r.kendala, r.tindakLanjut && `tindak lanjut ${r.tindakLanjut}`].filter(Boolean).join('; ')}`,
        ]
      : [],
  ),
})

export const halamanDaftarRencana = halaman<ReturnType<typeof susunDaftar>>('rencana-aksi/daftar')
export const halamanRencana = halaman<ReturnType<typeof susunRencana>>('rencana-aksi/rencana')
