import { susunPratinjau } from '../../inti/dokumen/index.ts'
import { daftarkanPesan, halaman, type Kesalahan } from '../../inti/http/index.ts'
import { type Pelaku, type Peran, punyaPeran } from '../../inti/pelaku.ts'
import {
  jam,
  jumlahPeriode,
  namaPeriode,
  periodeDari,
  periodeSebelum,
  tanggalJam,
  tanggalLokal,
  tanggalPendek,
} from '../../inti/waktu/index.ts'
import { sumberRekap } from '../sop/index.ts'
import { sebutPemegang } from './bola.ts'
import { judulDokumen, perintahLangkah } from './kepala.ts'
import { type BarisSiklus, konteksDari, type MuatanSiklus, type Pembatalan } from './kueri.ts'
import type { DokumenSiklus, RingkasSiklus, SopBerlaku } from './kueri-daftar.ts'
import type { ambilDokumen } from './kueri-dokumen.ts'
import { kalimatLowong, kolomLowong } from './lowong.ts'
import { kolomPengelola, melihatSemua } from './melihat-semua.ts'
import { bolehMemulai, PEMULAI } from './mulai-siklus.ts'
import type { OrangKantor } from './orang-kantor.ts'
import type { susunRiwayat } from './riwayat.ts'
import type { susunSiklus } from './tampilan-siklus.ts'
import { bolaKonteks } from './wewenang.ts'

daftarkanPesan({
  'siklus-dimulai': 'Siklus dimulai. Langkah pertama sudah terbuka.',
  'langkah-dilewati': 'Langkah dilewati dengan alasan Anda. Langkah berikutnya sudah terbuka.',
  'siklus-dibatalkan': 'Siklus dibatalkan. Periode ini dapat dimulai lagi.',
})

export const STATUS_SIKLUS = {
  BERJALAN: { kode: 'BERJALAN', teks: 'Berjalan' },
  SELESAI: { kode: 'SELESAI', teks: 'Selesai' },
  DIBATALKAN: { kode: 'DIBATALKAN', teks: 'Dibatalkan' },
} as const

/** State word of a siklus; a sealed one is "Diarsipkan". */
export const statusSiklus = (s: Pick<BarisSiklus, 'status' | 'diarsipkanPada'>) =>
  s.diarsipkanPada ? { kode: 'DIARSIPKAN', teks: 'Diarsipkan' } : STATUS_SIKLUS[s.status]

/** Title of every page of a siklus: what it is and where it stands ("menunggu 3 unit"). */
export const judulSiklus = (muatan: MuatanSiklus) => {
  const { siklus } = muatan
  return {
    judulHalaman: `${siklus.namaSop} · ${siklus.namaPeriode}`,
    judul: siklus.namaSop.replace(/^SOP /, ''),
    namaPeriode: siklus.namaPeriode,
    status:
      siklus.status === 'BERJALAN'
        ? { kode: 'MENUNGGU', teks: `Menunggu ${pemegangSiklus(muatan)}` }
        : statusSiklus(siklus),
    siklusId: siklus.id,
  }
}

/** Who holds the ball of a running siklus, of each of its open steps. */
function pemegangSiklus(muatan: MuatanSiklus): string {
  const nama = muatan.langkah
    .filter((l) => l.status === 'BERJALAN')
    .map((l) => sebutPemegang(bolaKonteks(konteksDari(muatan, l.kode))))
  return [...new Set(nama)].join(' dan ') || 'langkah berikutnya'
}

/** Who reads the matrix of all units; the staff of a unit see their own form only. */
const PEMBACA_MATRIKS: readonly Peran[] = ['CAMAT', 'SEKCAM', 'TIM_SAKIP', 'KASI', 'PENGAMAT']

/** Views of one siklus that this person may open, each with its address. */
export const tabSiklus = (
  siklus: BarisSiklus,
  aktif: 'langkah' | 'formulir' | 'dokumen' | 'lembar' | 'riwayat',
  pelaku: Pelaku,
) =>
  [
    { kunci: 'langkah', teks: 'Langkah', alamat: `/siklus/${siklus.id}` },
    ...(punyaPeran(pelaku, PEMBACA_MATRIKS) || melihatSemua(kolomPengelola(siklus.definisi), pelaku)
      ? [
          {
            kunci: 'formulir',
            teks: sumberRekap(siklus.definisi) === 'KERTAS_KERJA' ? 'Kertas kerja' : 'Formulir',
            alamat: `/rekap/${siklus.id}`,
          },
        ]
      : []),
    { kunci: 'dokumen', teks: 'Dokumen', alamat: `/siklus/${siklus.id}/dokumen` },
    { kunci: 'lembar', teks: 'Lembar SOP', alamat: `/siklus/${siklus.id}/lembar` },
    { kunci: 'riwayat', teks: 'Riwayat', alamat: `/siklus/${siklus.id}/riwayat` },
  ].map((t) => ({ teks: t.teks, alamat: t.alamat, aktif: t.kunci === aktif }))

/** "Oleh Budi, Sekretaris Kecamatan. Alasan: …" */
export const sebutPembatalan = ({ nama, jabatan, alasan }: Pembatalan): string =>
  `Oleh ${nama}, ${jabatan}. Alasan: ${alasan}`

export const susunDaftar = (daftar: readonly RingkasSiklus[], pelaku: Pelaku) => {
  const hariIni = tanggalLokal(jam.sekarang(), pelaku.zonaWaktu)
  const baris = daftar.map((s) => ({
    id: s.id,
    nama: s.namaSop.replace(/^SOP /, ''),
    periode: namaPeriode({ jenis: s.jenisPeriode, tahun: s.tahun, nomor: s.nomorPeriode }),
    status:
      s.status === 'BERJALAN' && s.tenggat && s.tenggat < hariIni
        ? { kode: 'TERLAMBAT', teks: 'Terlambat' }
        : statusSiklus(s),
    kemajuan: `${s.jumlahSelesai} dari ${s.jumlahLangkah} langkah`,
    tenggat: s.tenggat ? tanggalPendek(s.tenggat) : '–',
    keterangan: s.pembatalan ? sebutPembatalan(s.pembatalan) : '',
    menunggu: s.terbuka.map((t) => ({
      // as on Tugas Saya and above the page of the step; the words of the SOP are long and stand there
      langkah: `${t.nomor}. ${perintahLangkah({ ...t, status: 'BERJALAN' })}`,
      pemegang: sebutPemegang(t),
    })),
  }))
  return {
    judulHalaman: 'Siklus',
    berjalan: baris.filter((_, i) => daftar[i]?.status === 'BERJALAN'),
    berakhir: baris.filter((_, i) => daftar[i]?.status !== 'BERJALAN'),
    bolehMemulai: punyaPeran(pelaku, PEMULAI),
  }
}
export const halamanDaftar = halaman<ReturnType<typeof susunDaftar>>('siklus/daftar')

type Pilihan = { pelaku: Pelaku; isian?: Record<string, string>; kesalahan?: Kesalahan }
/** Form to start a siklus: the last quarter that has ended is proposed. */
export const susunBaru = (
  { sop, orang }: { sop: readonly SopBerlaku[]; orang: readonly OrangKantor[] },
  { pelaku, isian, kesalahan = {} }: Pilihan,
) => {
  const boleh = sop.filter((s) => bolehMemulai(s, pelaku))
  const usul = periodeSebelum(periodeDari('TRIWULAN', tanggalLokal(jam.sekarang(), pelaku.zonaWaktu)))
  const jenis = [...new Set(boleh.flatMap((s) => s.periode))]
  const opsiPeriode = (['TRIWULAN', 'BULAN', 'SEMESTER', 'TAHUN'] as const)
    .filter((j) => jenis.includes(j))
    .flatMap((j) =>
      Array.from({ length: jumlahPeriode(j) }, (_, i) => ({
        nilai: `${j}-${i + 1}`,
        teks: namaPeriode({ jenis: j, tahun: usul.tahun, nomor: i + 1 }).replace(` ${usul.tahun}`, ''),
      })),
    )
  return {
    judulHalaman: 'Mulai siklus',
    ...susunLowong(boleh, orang),
    opsiSop: boleh.map((s) => ({ nilai: s.id, teks: s.nama })),
    opsiPeriode: opsiPeriode.map((o) => (o.nilai.startsWith('TAHUN') ? { ...o, teks: 'Setahun penuh' } : o)),
    isian: {
      sopId: boleh[0]?.id ?? '',
      tahun: String(usul.tahun),
      periode: `TRIWULAN-${usul.nomor}`,
      tenggat: '',
      ...isian,
    },
    kesalahan,
  }
}

/** Per SOP: who is missing behind its columns today. */
function susunLowong(sop: readonly SopBerlaku[], orang: readonly OrangKantor[]) {
  const semua = sop.map((s) => ({ nama: s.nama, kolom: kolomLowong(s.definisi, orang) }))
  return {
    lowong: semua
      .filter((s) => s.kolom.length > 0)
      .map((s) => ({ judul: `Pelaksana ${s.nama} hari ini`, kalimat: s.kolom.map(kalimatLowong) })),
    adaKosong: semua.some((s) => s.kolom.some((k) => k.pengganti.length === 0)),
  }
}
export const halamanBaru = halaman<ReturnType<typeof susunBaru>>('siklus/baru')
export const halamanSiklus = halaman<Awaited<ReturnType<typeof susunSiklus>>>('siklus/siklus')

export const susunDokumenSiklus = (muatan: MuatanSiklus, dokumen: readonly DokumenSiklus[], pelaku: Pelaku) => ({
  ...judulSiklus(muatan),
  tab: tabSiklus(muatan.siklus, 'dokumen', pelaku),
  dokumen: dokumen.map((d) => ({
    ...d,
    judul: judulDokumen(d),
    alamat: `/siklus/${muatan.siklus.id}/dokumen/${d.id}`,
    nomorLangkah: muatan.siklus.definisi.langkah.find((l) => l.kode === d.kodeLangkah)?.nomor ?? '',
    waktu: tanggalJam(d.dibuatPada, pelaku.zonaWaktu),
  })),
})
export const halamanDokumenSiklus = halaman<ReturnType<typeof susunDokumenSiklus>>('siklus/dokumen-siklus')

export const susunDokumen = (dokumen: Awaited<ReturnType<typeof ambilDokumen>>) => ({
  judulHalaman: dokumen.judul,
  alamat: `/siklus/${dokumen.siklusId}/dokumen/${dokumen.id}`,
  alamatSiklus: `/siklus/${dokumen.siklusId}/dokumen`,
  pratinjau: susunPratinjau(dokumen.model),
})
export const halamanDokumen = halaman<ReturnType<typeof susunDokumen>>('siklus/dokumen')
export const halamanRiwayat = halaman<Awaited<ReturnType<typeof susunRiwayat>>>('siklus/riwayat')
