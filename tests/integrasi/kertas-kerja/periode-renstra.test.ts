import { afterAll, beforeAll, expect, it } from 'vitest'
import { type AplikasiUji, bukaAplikasiUji } from '../../bantuan/aplikasi.ts'
import { mulaiSiklusUji, sampaiLangkah } from '../../bantuan/siklus.ts'
import { pasangSopKecil } from '../../bantuan/sop-uji.ts'
import { isiFormulir } from '../perencanaan/kartu-isian.ts'

/** Programs go on in the next Renstra, below other sasaran: a measuring rolls up by the plan of its own year. */
let app: AplikasiUji
const TAMAN = "(select id from kecamatan where kode = 'taman')"
type Tempat = { tingkat: string; id: string }

beforeAll(async () => {
  app = await bukaAplikasiUji()
  const sakip = await app.masukSebagai('sakip1')
  const [renstra] = await app.sql<{ id: string }>(`select id from renstra where kecamatan_id = ${TAMAN}`)
  await app.sql('update renstra set tahun_akhir = 2027 where id = $1', [renstra?.id])
  const alamat = `/perencanaan/renstra/${renstra?.id}/salinan`
  const salin = { nama: 'Renstra Taman 2028–2032', tahunAwal: '2028', tahunAkhir: '2032' }
  expect((await sakip.kirim(alamat, { ...isiFormulir(await sakip.halaman(alamat)), ...salin })).status).toBe(303)
  const langkah = [
    { kode: 'A', jenis: 'metodologi', berikutnya: ['B'] },
    { kode: 'B', jenis: 'pengukuran' },
  ]
  await pasangSopKecil(app, 'ukur', langkah, { tujuan: 'PENGUKURAN' })
}, 120_000)
afterAll(() => app.tutup())

/** Sasaran and tujuan over the indicators of programs in a measuring of the year, by the Renstra in which they lie. */
async function renstraInduk(tahun: number): Promise<Record<'SASARAN' | 'TUJUAN', string[]>> {
  const siklusId = await mulaiSiklusUji(app, { sop: 'ukur', periode: { jenis: 'TRIWULAN', tahun, nomor: 2 } })
  await sampaiLangkah(app, siklusId, 'B')
  const baris = await app.sql<{ jalur: Tempat[] }>(
    "select induk->'jalur' as jalur from baris_kertas_kerja where siklus_id = $1",
    [siklusId],
  )
  const program = baris.filter(({ jalur }) => jalur.some((t) => t.tingkat === 'PROGRAM'))
  expect(program.length).toBeGreaterThan(0)
  const milik = async (tingkat: 'SASARAN' | 'TUJUAN') => {
    const id = program.map(({ jalur }) => jalur.find((t) => t.tingkat === tingkat)?.id ?? null)
    expect(id).not.toContain(null)
    const asal = await app.sql<{ awal: string }>(
      `select distinct r.tahun_awal::text as awal from renstra r join tujuan t on t.renstra_id = r.id join sasaran s on s.tujuan_id = t.id
       where t.id = any($1::uuid[]) or s.id = any($1::uuid[])`,
      [id],
    )
    return asal.map((a) => a.awal)
  }
  return { SASARAN: await milik('SASARAN'), TUJUAN: await milik('TUJUAN') }
}

const pindahPk = (tahun: number) =>
  app.sql(
    `update perjanjian_kinerja set tahun = $1, berlaku_sejak = berlaku_sejak + ($1 - tahun) * interval '1 year' where kecamatan_id = ${TAMAN}`,
    [tahun],
  )

it('program yang disalin ke periode berikut: pengukuran periode itu berdiri di bawah sasaran barunya', async () => {
  await pindahPk(2028)
  expect(await renstraInduk(2028)).toEqual({ SASARAN: ['2028'], TUJUAN: ['2028'] })
  await pindahPk(2026)
})

it('program yang terakhir ditulis pada periode baru: pengukuran tahun lama tetap di bawah sasaran periode lama', async () => {
  const pindah = await app.sql(
    `update program p set sasaran_id = d.sasaran_id from dukungan_program d join sasaran s on s.id = d.sasaran_id
       join tujuan t on t.id = s.tujuan_id join renstra r on r.id = t.renstra_id
     where d.program_id = p.id and p.kecamatan_id = ${TAMAN} and r.tahun_awal = 2028 returning p.id`,
  )
  expect(pindah.length).toBeGreaterThan(0)
  expect(await renstraInduk(2026)).toEqual({ SASARAN: ['2025'], TUJUAN: ['2025'] })
})
