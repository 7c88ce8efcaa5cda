import { galat } from '../../inti/galat/index.ts'
import type { Pembaca, Survei, Unsur } from './kueri.ts'

/** What a visitor needs of a survey: what it asks, and whether it still asks. */
export type SurveiPengunjung = Pick<
  Survei,
  'id' | 'layanan' | 'jenisPeriode' | 'tahun' | 'nomorPeriode' | 'status' | 'tautan'
> & { readonly unsur: readonly Pick<Unsur, 'kode' | 'pertanyaan' | 'jawaban'>[] }

/** A survey without anything of its answers: the page of visitors reads no result. 404 otherwise. */
export async function ambilSurveiPengunjung(
  baca: Pembaca,
  { kecamatanId }: { readonly kecamatanId: string },
  id: string,
): Promise<SurveiPengunjung> {
  const [survei] = await baca.$queryRaw<SurveiPengunjung[]>`
    select s.id, s.layanan, s.jenis_periode as "jenisPeriode", s.tahun, s.nomor_periode as "nomorPeriode", s.status, s.tautan,
      coalesce((select json_agg(json_build_object('kode', u.kode, 'pertanyaan', u.pertanyaan, 'jawaban', u.jawaban) order by u.urut)
        from unsur_survei u where u.survei_id = s.id and u.kecamatan_id = s.kecamatan_id), '[]') as unsur
    from survei_kepuasan s where s.id = ${id}::uuid and s.kecamatan_id = ${kecamatanId}::uuid`
  if (!survei) throw galat.tidakDitemukan('Survei')
  return survei
}
