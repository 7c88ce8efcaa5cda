import type { Kantor } from './baca.ts'
import type { BerkasKalender, BerkasSkala } from './bentuk.ts'
import type { Baris, IsiTabel, Rujukan } from './sisip.ts'

type Konteks = { readonly rujukan: Rujukan; readonly kecamatanId: string }

/** Rows of kecamatan, units, posts, people, assignments, Tim SAKIP and accounts (all with the same passphrase hash). */
export function susunOrganisasi(
  kantor: Kantor,
  { rujukan, kecamatanId, sandi }: Konteks & { sandi: string },
): IsiTabel[] {
  const kecamatan = { kecamatan_id: kecamatanId }
  const unit = kantor.unit.map(({ kode, nama, jenis, induk }, urut) => ({
    id: rujukan.catat('unit', kode),
    ...kecamatan,
    kode,
    nama,
    jenis,
    induk_id: induk === null ? null : rujukan.ambil('unit', induk),
    urut: urut + 1,
    aktif: true,
  }))
  const jabatan = kantor.jabatan.map((satu, urut) => ({
    id: rujukan.catat('jabatan', satu.kode),
    ...kecamatan,
    kode: satu.kode,
    nama: satu.nama,
    peran: satu.peran,
    unit_id: satu.unit === null ? null : rujukan.ambil('unit', satu.unit),
    kepala_unit: satu.peran === 'KASI' || satu.peran === 'DESA',
    urut: urut + 1,
    aktif: true,
  }))
  const pegawai = kantor.pegawai.map(({ akun, nama, nip, jenisNip, pangkat, golongan }) => ({
    id: rujukan.catat('pegawai', akun),
    ...kecamatan,
    nama,
    nip,
    jenis_nip: jenisNip,
    pangkat,
    golongan,
    aktif: true,
  }))
  return [
    ['kecamatan', [barisKecamatan(kantor, kecamatanId)]],
    ['unit_kerja', unit],
    ['jabatan', jabatan],
    ['pegawai', pegawai],
    ['penugasan', barisPenugasan(kantor, { rujukan, kecamatanId })],
    ...isiTimSakip(kantor, { rujukan, kecamatanId }),
    ['akun', barisAkun(kantor, { rujukan, kecamatanId, sandi })],
  ]
}

/** Rows of the holidays and of the scale of predicates, the same for every office. */
export function susunRujukan(kalender: readonly BerkasKalender[], skala: BerkasSkala, kecamatanId: string): IsiTabel[] {
  const libur = kalender.flatMap(({ status, sumber, liburNasional, cutiBersama }) => [
    ...liburNasional.map((hari) => ({ ...hari, jenis: 'LIBUR_NASIONAL', status, sumber })),
    ...cutiBersama.map((hari) => ({ ...hari, jenis: 'CUTI_BERSAMA', status, sumber })),
  ])
  const { nama, sumber, kelas } = skala
  const barisSkala = skala.tahun.map((tahun) => ({ tahun, nama, sumber, kelas }))
  const milik = (baris: Baris): Baris => ({ id: crypto.randomUUID(), kecamatan_id: kecamatanId, ...baris })
  return [
    ['hari_libur', libur.map(milik)],
    ['skala_predikat', barisSkala.map(milik)],
  ]
}

function barisKecamatan({ kecamatan }: Kantor, id: string): Baris {
  const { zonaWaktu, kodeSurat, ...lain } = kecamatan
  return { id, ...lain, zona_waktu: zonaWaktu, kode_surat: kodeSurat, aktif: true }
}

function barisPenugasan({ pegawai, penugasan }: Kantor, { rujukan, kecamatanId }: Konteks): Baris[] {
  return pegawai.map(({ akun, jabatan, jenisPenugasan }, urut) => ({
    id: crypto.randomUUID(),
    kecamatan_id: kecamatanId,
    pegawai_id: rujukan.ambil('pegawai', akun),
    jabatan_id: rujukan.ambil('jabatan', jabatan),
    jenis: jenisPenugasan ?? penugasan.jenis,
    mulai: penugasan.mulai,
    selesai: null,
    nomor_sk: penugasan.nomorSk.replace('{urut}', String(urut + 1).padStart(3, '0')),
    tanggal_sk: penugasan.tanggalSk,
  }))
}

function isiTimSakip({ timSakip }: Kantor, { rujukan, kecamatanId }: Konteks): IsiTabel[] {
  if (!timSakip) return []
  const { nomorSk, tanggalSk, mulai, selesai } = timSakip
  const id = crypto.randomUUID()
  const anggota = timSakip.anggota.map(({ akun, kedudukan }) => ({
    id: crypto.randomUUID(),
    kecamatan_id: kecamatanId,
    tim_id: id,
    pegawai_id: rujukan.ambil('pegawai', akun),
    kedudukan,
    mulai,
    selesai,
  }))
  return [
    ['tim_sakip', [{ id, kecamatan_id: kecamatanId, nomor_sk: nomorSk, tanggal_sk: tanggalSk, mulai, selesai }]],
    ['anggota_tim_sakip', anggota],
  ]
}

function barisAkun({ pegawai }: Kantor, { rujukan, kecamatanId, sandi }: Konteks & { sandi: string }): Baris[] {
  return pegawai.map(({ akun }) => ({
    id: rujukan.catat('akun', akun),
    kecamatan_id: kecamatanId,
    pegawai_id: rujukan.ambil('pegawai', akun),
    nama_pengguna: akun,
    sandi,
    wajib_ganti: false,
    aktif: true,
  }))
}
