import { jam, rentangPeriode } from '../../src/inti/waktu/index.ts'
import { UNSUR_BAKU } from '../../src/modul/survei-kepuasan/index.ts'
import type { Kantor } from './baca.ts'
import type { BerkasSurvei } from './bentuk-data-kantor.ts'
import type { Baris, IsiTabel, Rujukan } from './sisip.ts'

type Konteks = { readonly rujukan: Rujukan; readonly kecamatanId: string }
const PEMUAT = 'Data contoh'

/** Rows of the office's desa with their status per year; nothing where the office has no such file. */
export function susunDesa({ desa: berkas }: Kantor, { rujukan, kecamatanId }: Konteks): IsiTabel[] {
  if (!berkas) return []
  const kecamatan = { kecamatan_id: kecamatanId }
  const desa = berkas.desa.map((d) => ({ ...d, id: crypto.randomUUID() }))
  const status = desa.flatMap(({ id, nilai }) =>
    Object.entries(nilai).map(([tahun, [skor, kode]]) => ({
      id: crypto.randomUUID(),
      ...kecamatan,
      desa_id: id,
      tahun,
      ukuran: berkas.tahun[tahun]?.ukuran,
      skor,
      status: kode,
      sumber: berkas.tahun[tahun]?.sumber,
      diubah_pada: jam.sekarang(),
      diubah_oleh: PEMUAT,
      versi: 1,
    })),
  )
  return [
    ['desa', desa.map(({ id, nama, jenis }) => ({ id, ...kecamatan, nama, jenis, kode: '', aktif: true, versi: 1 }))],
    ['status_desa', status],
    ['sumber_angka', sumber(berkas.sumberAngka, { sumber: 'STATUS_DESA', rujukan, kecamatanId })],
  ]
}

/** Rows of the office's surveys. */
export function susunSurvei({ survei: berkas }: Kantor, { rujukan, kecamatanId }: Konteks): IsiTabel[] {
  if (!berkas) return []
  const survei = berkas.survei.map((s) => ({ ...s, id: crypto.randomUUID() }))
  return [
    ['survei_kepuasan', survei.map((s) => barisSurvei(s, { rujukan, kecamatanId }))],
    ['unsur_survei', survei.flatMap((s) => barisUnsur(s, kecamatanId))],
    ['jawaban_survei', survei.flatMap((s) => barisJawaban(s, kecamatanId))],
    ['sumber_angka', sumber(berkas.sumberAngka, { sumber: 'SKM', rujukan, kecamatanId })],
  ]
}

type Survei = BerkasSurvei['survei'][number] & { readonly id: string }
function barisSurvei(s: Survei, { rujukan, kecamatanId }: Konteks): Baris {
  const { jenis, tahun, nomor } = s.periode
  const akhir = rentangPeriode(s.periode).akhir
  const tutup = s.status === 'DITUTUP'
  return {
    id: s.id,
    kecamatan_id: kecamatanId,
    unit_id: rujukan.ambil('unit', s.unit),
    layanan: s.layanan,
    jenis_periode: jenis,
    tahun,
    nomor_periode: nomor,
    akhir_periode: akhir,
    cara: s.cara,
    status: s.status,
    populasi: s.populasi,
    keterangan: 'Angka contoh',
    profil: s.profil,
    ikm: s.ikm ?? null,
    responden: s.responden ?? null,
    sumber: s.sumber ?? '',
    batas_harian: 300,
    nomor_terakhir: s.kuesioner.length,
    dibuka_pada: jam.sekarang(),
    ditutup_pada: tutup ? jam.sekarang() : null,
    ditutup_oleh: tutup ? PEMUAT : '',
    dibuat_pada: jam.sekarang(),
    dibuat_oleh: PEMUAT,
    versi: 1,
  }
}

const barisUnsur = (s: Survei, kecamatanId: string): Baris[] =>
  UNSUR_BAKU.map((u, ke) => {
    const sebaran = s.sebaran?.[ke] ?? null
    return {
      id: crypto.randomUUID(),
      kecamatan_id: kecamatanId,
      survei_id: s.id,
      kode: u.kode,
      urut: ke + 1,
      nama: u.nama,
      pertanyaan: u.pertanyaan,
      jawaban: u.jawaban,
      sebaran,
      jumlah_nilai: sebaran?.reduce((j, n, urut) => j + n * (urut + 1), 0) ?? null,
      responden: sebaran?.reduce((j, n) => j + n, 0) ?? null,
    }
  })

const barisJawaban = (s: Survei, kecamatanId: string): Baris[] =>
  s.kuesioner.map(({ nilai, profil }, ke) => ({
    id: crypto.randomUUID(),
    kecamatan_id: kecamatanId,
    survei_id: s.id,
    nomor: ke + 1,
    asal: 'PETUGAS',
    nilai: Object.fromEntries(nilai.map((n, urut) => [`U${urut + 1}`, n])),
    umur: profil.umur ?? '',
    kelamin: profil.kelamin ?? '',
    pendidikan: profil.pendidikan ?? '',
    pekerjaan: profil.pekerjaan ?? '',
    saran: '',
    tanggal: rentangPeriode(s.periode).mulai,
    alasan_batal: '',
  }))

const sumber = (
  daftar: readonly { readonly indikator: string; readonly ukuran: string }[],
  { sumber: kode, rujukan, kecamatanId }: Konteks & { readonly sumber: string },
): Baris[] =>
  daftar.map(({ indikator, ukuran }) => ({
    indikator_id: rujukan.ambil('indikator', indikator),
    kecamatan_id: kecamatanId,
    sumber: kode,
    ukuran,
    versi: 1,
  }))
