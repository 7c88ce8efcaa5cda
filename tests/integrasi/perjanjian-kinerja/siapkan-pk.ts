import type { AplikasiUji, OrangUji } from '../../bantuan/aplikasi.ts'

export const rapi = (teks: string): string => teks.replace(/\s+/g, ' ').trim()
export const PINDAIAN = {
  berkas: {
    nama: 'pk.pdf',
    isi: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'),
  },
}

/** The agreement of a post of Taman for a year, the last one made. */
export const idPk = async (uji: AplikasiUji, jabatan: string, tahun = 2026): Promise<string> =>
  (
    await uji.sql<{ id: string }>(
      `select pk.id from perjanjian_kinerja pk join jabatan j on j.id = pk.jabatan_id join kecamatan k on k.id = pk.kecamatan_id
       where k.kode = 'taman' and j.kode = $1 and pk.tahun = $2 order by pk.berlaku_sejak desc`,
      [jabatan, tahun],
    )
  )[0]?.id ?? ''

export const versiPk = async (uji: AplikasiUji, id: string): Promise<string> =>
  String((await uji.sql<{ versi: number }>('select versi from perjanjian_kinerja where id = $1', [id]))[0]?.versi)

/** A new draft for a post, made by Tim SAKIP. Returns its id. */
export async function susunDraf(
  sakip: OrangUji,
  { pejabat, tahun, asal }: { pejabat: RegExp; tahun: number; asal: string },
): Promise<string> {
  const $ = await sakip.halaman(`/perjanjian-kinerja/baru?tahun=${tahun}`)
  const penugasanId = $('select[name=penugasanId] option')
    .filter((_, el) => pejabat.test($(el).text()))
    .first()
    .val()
  const isian = { penugasanId: String(penugasanId), tahun: String(tahun), berlakuSejak: `${tahun}-01-04`, asal }
  const jawab = await sakip.kirim('/perjanjian-kinerja', isian)
  const id = /kinerja\/([0-9a-f-]{36})/.exec(String(jawab.headers.location))?.[1]
  if (!id) throw new Error(`draf tidak tersusun: ${jawab.status} ${rapi(jawab.text).slice(0, 200)}`)
  return id
}
