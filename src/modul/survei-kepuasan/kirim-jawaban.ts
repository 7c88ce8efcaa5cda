import { randomUUID } from 'node:crypto'
import type { BasisData } from '../../inti/basis-data/index.ts'
import { denganKonteks } from '../../inti/konteks.ts'
import { jam, tanggalLokal } from '../../inti/waktu/index.ts'
import type { Kuesioner } from './isian.ts'
import { ambilSurveiPengunjung, type SurveiPengunjung } from './kueri-pengunjung.ts'

const POLA_TAUTAN = /^[a-z2-9]{14}$/
export type SurveiTerbuka = {
  readonly survei: SurveiPengunjung
  readonly kecamatanId: string
  readonly kantor: string
  readonly zonaWaktu: string
}

/**
 * The survey behind a visitors' address, whoever asks; null when it leads nowhere. Row-level security then holds for its
 * office exactly as for somebody signed in there.
 */
export async function cariSurveiTautan(db: BasisData, tautan: unknown): Promise<SurveiTerbuka | null> {
  if (typeof tautan !== 'string' || !POLA_TAUTAN.test(tautan)) return null
  const { rows } = await db.umum.query<{ id: string; kecamatanId: string }>(
    'select id, kecamatan_id as "kecamatanId" from cari_survei_tautan($1)',
    [tautan],
  )
  const [ada] = rows
  if (!ada) return null
  return denganKonteks({ kecamatanId: ada.kecamatanId, kunci: null }, async () => {
    const kecamatan = await db.baca.kecamatan.findFirst({
      where: { id: ada.kecamatanId },
      select: { nama: true, zonaWaktu: true },
    })
    if (!kecamatan) return null
    const survei = await ambilSurveiPengunjung(db.baca, { kecamatanId: ada.kecamatanId }, ada.id)
    return { survei, kecamatanId: ada.kecamatanId, kantor: kecamatan.nama, zonaWaktu: kecamatan.zonaWaktu }
  })
}

/** TERSIMPAN also for the same form sent again; PENUH: the survey's limit of the day is reached. */
export type HasilKirim = 'TERSIMPAN' | 'DITUTUP' | 'PENUH'

/** $1 survei · $2 kecamatan · $3 tautan · $4 kunci · $5 tanggal · $6 id · $7 nilai · $8–$11 profil · $12 saran */
const SQL_KIRIM = `
with s as (
  update survei_kepuasan s set nomor_terakhir = s.nomor_terakhir + 1
  where s.id = $1::uuid and s.kecamatan_id = $2::uuid and s.tautan = $3 and s.status = 'DIBUKA'
    and not exists (select 1 from jawaban_survei j where j.survei_id = s.id and j.kunci = $4)
    and (select count(*) from jawaban_survei j where j.survei_id = s.id and j.asal = 'PENGUNJUNG' and j.tanggal = $5::date) < s.batas_harian
  returning s.id, s.kecamatan_id, s.nomor_terakhir
)
insert into jawaban_survei (id, kecamatan_id, survei_id, nomor, asal, nilai, umur, kelamin, pendidikan, pekerjaan, saran, tanggal, kunci)
select $6::uuid, s.kecamatan_id, s.id, s.nomor_terakhir, 'PENGUNJUNG', $7::jsonb, $8, $9, $10, $11, $12, $5::date, $4 from s
on conflict (survei_id, kunci) do nothing returning nomor`

/** Keeps one questionnaire of a visitor: no account, no address, no hour; the same form twice counts once. */
export function kirimJawaban(
  db: BasisData,
  { survei, kecamatanId, zonaWaktu }: SurveiTerbuka,
  { isi, kunci }: { isi: Kuesioner; kunci: string },
): Promise<HasilKirim> {
  const { umur, kelamin, pendidikan, pekerjaan } = isi.profil
  const tanggal = tanggalLokal(jam.sekarang(), zonaWaktu)
  const profil = [umur, kelamin, pendidikan, pekerjaan, isi.saran]
  const nilai = [
    survei.id,
    kecamatanId,
    survei.tautan,
    kunci,
    tanggal,
    randomUUID(),
    JSON.stringify(isi.nilai),
    ...profil,
  ]
  return denganKonteks({ kecamatanId, kunci: null }, async () => {
    const { rowCount } = await db.poolTulis.query(SQL_KIRIM, nilai)
    if (rowCount) return 'TERSIMPAN'
    const ada = await db.baca.jawabanSurvei.count({ where: { surveiId: survei.id, kecamatanId, kunci } })
    if (ada > 0) return 'TERSIMPAN'
    const kini = await ambilSurveiPengunjung(db.baca, { kecamatanId }, survei.id)
    return kini.status === 'DIBUKA' && kini.tautan === survei.tautan ? 'PENUH' : 'DITUTUP'
  })
}
