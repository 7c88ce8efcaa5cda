/** Sentences of this module's audit events; `{kunci}` is taken from the event's rincian when it is shown. */
export const kalimatOrganisasi = {
  'pegawai.ditambah': 'Menambah pegawai {baru.nama}',
  'pegawai.diubah': 'Mengubah data pegawai {baru.nama}',
  'pegawai.dinonaktifkan': 'Menonaktifkan pegawai {nama}',
  'pegawai.diaktifkan': 'Mengaktifkan kembali pegawai {nama}',
  'akun.dibuat': 'Membuat akun {namaPengguna} untuk {nama}',
  'akun.dinonaktifkan': 'Menonaktifkan akun {namaPengguna} milik {nama}',
  'akun.diaktifkan': 'Mengaktifkan kembali akun {namaPengguna} milik {nama}',
  'akun.sandi-diatur-ulang': 'Mengatur ulang sandi akun {namaPengguna} milik {nama}',
  'akun.sesi-diakhiri': 'Mengakhiri semua sesi akun {namaPengguna} milik {nama}',
  'penugasan.ditambah': 'Menugaskan {nama} sebagai {jabatan} sejak {mulai}',
  'penugasan.diakhiri': 'Mengakhiri penugasan {nama} sebagai {jabatan} pada {selesai}',
  'tim.ditetapkan': 'Mencatat SK Tim SAKIP nomor {nomorSk}',
  'tim.diakhiri': 'Mengakhiri SK Tim SAKIP nomor {nomorSk} pada {selesai}',
  'tim.anggota-ditambah': 'Menambah {nama} ke Tim SAKIP sebagai {kedudukan}',
  'tim.anggota-diakhiri': 'Mengakhiri keanggotaan {nama} di Tim SAKIP pada {selesai}',
} as const
