import { type BasisData, Prisma } from '../../inti/basis-data/index.ts'
import { denganKonteks } from '../../inti/konteks.ts'
import type { HasilKirim, Pengirim } from '../../inti/surel/index.ts'
import { jam, tanggalLokal } from '../../inti/waktu/index.ts'
import { ambilKalenderKerja } from '../kalender/index.ts'
import { bolehSekarang } from './jadwal.ts'
import { ambilSetelan } from './setelan.ts'

/** Minutes until the next try; after the last of them the mail is given up and the admin told. */
export const JEDA_MENIT = [1, 5, 15, 30, 60, 120, 240] as const
/** So long a mail belongs to the worker that took it; longer than any attempt, so that a killed worker's mail is taken again. */
const SEWA_MS = 3 * 60_000
/**
 * A mail whose attempt ended without an answer (process killed, line cut after the last byte) may have gone out. It is sent
 * once more, with the same Message-ID, by which most mailboxes drop the second: a double is a smaller evil than a reminder
 * that never came. After a second attempt like that it is given up, and the admin decides.
 */
const MAKS_TANPA_JAWABAN = 2
const TANPA_JAWABAN = {
  jenis: 'gagal',
  tetap: true,
  mungkinSampai: true,
  alasan:
    'Sudah dua kali dikirim tanpa jawaban dari server surel, jadi mungkin sudah sampai. Tanyakan kepada penerimanya sebelum mengirim ulang.',
} satisfies HasilKirim

type Surat = {
  readonly id: string
  readonly kepada: string
  readonly perihal: string
  readonly teks: string
  readonly html: string
  readonly percobaan: number
  /** attempts without a known answer, this one among them until it has one */
  readonly tanpaJawaban: number
  /** does the person still want mails */
  readonly mau: boolean
}

/**
 * Sends what waits in the outbox of one office, in its hours on working days. Any number of workers may run at once: each mail is
 * taken by one of them (skip locked) and leased while it is handed over. Returns how many went out.
 */
export const kirimAntrean = (
  db: BasisData,
  kecamatanId: string,
  { pengirim, henti }: { pengirim: Pengirim; henti?: AbortSignal },
): Promise<number> =>
  denganKonteks({ kecamatanId, kunci: null }, async () => {
    const [setelan, kalender] = await Promise.all([
      ambilSetelan(db.baca, kecamatanId),
      ambilKalenderKerja(db.baca, kecamatanId),
    ])
    if (!setelan.aktif || !setelan.surel) return 0
    let terkirim = 0
    while (!henti?.aborted && bolehSekarang(jam.sekarang(), setelan, kalender)) {
      const surat = await ambilSatu(db, kecamatanId)
      if (!surat) break
      const hasil = surat.mau ? await serahkan(pengirim, surat) : null
      if (hasil?.jenis === 'terkirim') terkirim++
      await catat(db, surat, { kecamatanId, hasil, zona: kalender.zona })
    }
    return terkirim
  })

const serahkan = async (pengirim: Pengirim, surat: Surat): Promise<HasilKirim> =>
  surat.tanpaJawaban > MAKS_TANPA_JAWABAN ? TANPA_JAWABAN : pengirim.kirim({ ...surat, kunci: surat.id })

/**
 * Takes the mail that waits longest and leases it; null when none is due. That its answer is unknown is written before it goes
 * out, and taken back with the answer.
 */
async function ambilSatu(db: BasisData, kecamatanId: string): Promise<Surat | undefined> {
  const kini = jam.sekarang()
  const [surat] = await db.tulis.$queryRaw<Surat[]>`
    update surel_keluar s set percobaan = s.percobaan + 1, tanpa_jawaban = s.tanpa_jawaban + 1, coba_pada = ${new Date(kini.getTime() + SEWA_MS)}
    from pegawai p where p.id = s.pegawai_id and s.id = (
      select id from surel_keluar where kecamatan_id = ${kecamatanId}::uuid and status = 'MENUNGGU' and coba_pada <= ${kini}
      order by coba_pada, id limit 1 for update skip locked)
    returning s.id, s.kepada, s.perihal, s.teks, s.html, s.percobaan, s.tanpa_jawaban as "tanpaJawaban", p.aktif and p.ingat_surel as mau`
  return surat
}

type Catatan = { kecamatanId: string; hasil: HasilKirim | null; zona: string }

async function catat(db: BasisData, surat: Surat, { kecamatanId, hasil, zona }: Catatan): Promise<void> {
  const kini = jam.sekarang()
  if (hasil === null) return akhiri(db, surat, { status: 'DIGANTI', galat: 'Penerima tidak memakai surel lagi.', kini })
  if (hasil.jenis === 'terkirim') return akhiri(db, surat, { status: 'TERKIRIM', galat: '', kini })
  const jeda = JEDA_MENIT[surat.percobaan - 1]
  const mungkinDuaKali = hasil.mungkinSampai && surat.tanpaJawaban >= MAKS_TANPA_JAWABAN
  if (!hasil.tetap && !mungkinDuaKali && jeda !== undefined) {
    await db.tulis.$executeRaw`
      update surel_keluar set galat = ${hasil.alasan}, coba_pada = ${new Date(kini.getTime() + jeda * 60_000)},
        tanpa_jawaban = ${surat.tanpaJawaban - (hasil.mungkinSampai ? 0 : 1)}
      where id = ${surat.id}::uuid and status = 'MENUNGGU'`
    return
  }
  const { alasan } = mungkinDuaKali ? TANPA_JAWABAN : hasil
  await db.tulis.$transaction(async (tx) => {
    await tx.$executeRaw(sqlAkhiri(surat, { status: 'GAGAL', galat: alasan, kini }))
    await tx.$executeRaw(sqlBeritahuAdmin(kecamatanId, { hari: tanggalLokal(kini, zona), kini }))
  })
}

type Akhir = { status: 'TERKIRIM' | 'GAGAL' | 'DIGANTI'; galat: string; kini: Date }
const sqlAkhiri = ({ id }: Surat, { status, galat, kini }: Akhir) => Prisma.sql`
  update surel_keluar set status = ${status}::status_surel, galat = ${galat}, berakhir_pada = ${kini} where id = ${id}::uuid`
async function akhiri(db: BasisData, surat: Surat, akhir: Akhir): Promise<void> {
  await db.tulis.$executeRaw(sqlAkhiri(surat, akhir))
}

/** The day's list of each admin says how many mails were given up; it counts as unread again. */
const sqlBeritahuAdmin = (kecamatanId: string, { hari, kini }: { hari: string; kini: Date }) => Prisma.sql`
  insert into pengingat (kecamatan_id, pegawai_id, tanggal, isi, dibuat_pada)
  select distinct n.kecamatan_id, n.pegawai_id, ${hari}::date, '{"tugas":[],"bawahan":[],"kantor":[],"surelGagal":1}'::jsonb, ${kini}::timestamptz
  from penugasan n join jabatan j on j.id = n.jabatan_id join pegawai p on p.id = n.pegawai_id
  where n.kecamatan_id = ${kecamatanId}::uuid and j.peran = 'ADMIN' and j.aktif and p.aktif
    and n.mulai <= ${hari}::date and (n.selesai is null or n.selesai >= ${hari}::date)
  on conflict (pegawai_id, tanggal) do update set dibaca_pada = null,
    isi = jsonb_set(pengingat.isi, '{surelGagal}', to_jsonb(coalesce((pengingat.isi ->> 'surelGagal')::int, 0) + 1))`
