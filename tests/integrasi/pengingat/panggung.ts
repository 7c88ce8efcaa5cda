import pino from 'pino'
import type { BasisData } from '../../../src/inti/basis-data/index.ts'
import type { Pengirim } from '../../../src/inti/surel/index.ts'
import { jam } from '../../../src/inti/waktu/index.ts'
import { putarPengingat } from '../../../src/modul/pengingat/index.ts'
import type { AplikasiUji } from '../../bantuan/aplikasi.ts'

export const ALAMAT = 'http://10.0.0.5:3000'
const log = pino({ level: process.env.TAKAR_UJI_LOG ?? 'silent' })

/** Sets the application's clock to a wall-clock time of Taman. */
export const setel = (tanggal: string, pukul = '08:00'): void =>
  jam.atur(() => new Date(`${tanggal}T${pukul}:00+07:00`))

/** One look of the clock of a process, as the server does every two minutes. */
export const putar = (db: BasisData, pengirim: Pengirim | null = null): Promise<void> =>
  putarPengingat(db, { pengirim, alamatTakar: ALAMAT, log })

/** A follow-up with a tenggat: the simplest task of one person. */
export async function beriTugas(
  app: AplikasiUji,
  nama: string,
  { uraian, tenggat }: { uraian: string; tenggat: string },
) {
  const [baris] = await app.sql<{ id: string }>(
    `insert into tindak_lanjut (kecamatan_id, sumber, asal_alamat, asal_nama, uraian, penanggung_jawab, pegawai_id, tenggat)
     select a.kecamatan_id, 'RAPAT', '/rapat-uji', 'Rapat uji', $2, $1, a.pegawai_id, $3::date from akun a where a.nama_pengguna = $1
     returning id`,
    [nama, uraian, tenggat],
  )
  return String(baris?.id)
}

export const beriSurel = (app: AplikasiUji, nama: string, surel: string, telepon: string | null = null) =>
  app.sql(
    'update pegawai set surel = $2, telepon = $3 where id = (select pegawai_id from akun where nama_pengguna = $1)',
    [nama, surel, telepon],
  )

export type BarisPengingat = { nama: string; tanggal: string; tugas: string[]; bawahan: string[]; kantor: string[] }
/** All lists of Taman by account and day. */
export const semuaPengingat = (app: AplikasiUji) =>
  app.sql<BarisPengingat>(
    `select a.nama_pengguna as nama, p.tanggal::text as tanggal,
       array(select b ->> 'judul' from jsonb_array_elements(p.isi -> 'tugas') b) as tugas,
       array(select b ->> 'judul' from jsonb_array_elements(p.isi -> 'bawahan') b) as bawahan,
       array(select b ->> 'judul' from jsonb_array_elements(p.isi -> 'kantor') b) as kantor
     from pengingat p join akun a on a.pegawai_id = p.pegawai_id join kecamatan k on k.id = p.kecamatan_id
     where k.kode = 'taman' order by 2, 1`,
  )
