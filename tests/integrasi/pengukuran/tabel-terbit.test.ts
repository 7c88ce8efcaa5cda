import { afterAll, beforeAll, expect, it } from 'vitest'
import { formatAngka } from '../../../src/inti/angka/index.ts'
import { cetakAngka } from '../../../src/modul/pengukuran/index.ts'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'
import { mulaiSiklusUji, sampaiLangkah } from '../../bantuan/siklus.ts'
import { masukkan } from './buku-impor.ts'
import { angka, desimalDari, type KartuTerbit, kartuTerbit, lembarKartu } from './kartu-terbit.ts'

/**
 * Published tables through the office's own doors: cards by the Excel import, targets in the PK, figures typed into the form
 * of a unit as they are printed; the recap page must print what was published, digit by digit. Deviations are choices on the
 * card (cut off instead of rounded, another formula), each explained in the tables.
 */
const KARTU = kartuTerbit()
let app: AplikasiUji
let sakip: OrangUji
let siklusId = ''

beforeAll(async () => {
  app = await bukaAplikasiUji()
  sakip = await app.masukSebagai('sakip1')
}, 120_000)
afterAll(() => app.tutup())

/** One import is one transaction: an office with many cards brings them in a few files. */
const SEKALI = 30
const BERKAS = Array.from({ length: Math.ceil(KARTU.length / SEKALI) }, (_, i) =>
  KARTU.slice(i * SEKALI, (i + 1) * SEKALI),
)

it.each(BERKAS.map((kartu, i) => [i + 1, kartu] as const))(
  'kartu masuk lewat Excel, berkas %i: semua terbaca, tidak ada yang ditolak',
  async (_ke, kartu) => {
    await masukkan(sakip, { jenis: 'indikator', tahun: 2026, lembar: lembarKartu(kartu) })
  },
  60_000,
)

it('targetnya pada PK, angkanya diketik pada formulir seperti tercetak', async () => {
  for (const k of KARTU)
    await app.sql(
      `insert into target_pk (kecamatan_id, pk_id, indikator_id, urut, target, target_teks, tw1, tw2, tw3, tw4)
       select i.kecamatan_id, p.id, i.id, 900, $2::numeric, $3, $2::numeric, $2::numeric, $2::numeric, $2::numeric
       from indikator i join perjanjian_kinerja p on p.kecamatan_id = i.kecamatan_id join jabatan j on j.id = p.jabatan_id
       where i.kode = $1 and j.peran = 'CAMAT' and p.tahun = 2026 and p.status = 'BERLAKU' and p.berlaku_sejak <= '2026-06-30'
       order by p.berlaku_sejak desc limit 1`,
      [k.kode, k.metode === 'Kategori' ? null : k.target, k.metode === 'Kategori' ? k.target : null],
    )
  siklusId = await mulaiSiklusUji(app)
  await sampaiLangkah(app, siklusId, 'P7')
  const baris = await app.sql<{ id: string; formulir_id: string; kode: string }>(
    "select id, formulir_id, kartu->>'kode' as kode from baris_formulir where siklus_id = $1 and kartu->>'kode' like 'T-%'",
    [siklusId],
  )
  expect(baris).toHaveLength(KARTU.length)
  const staf = await app.masukSebagai('staf.pemerintahan')
  const alamat = `/formulir/${baris[0]?.formulir_id}`
  const $ = await staf.halaman(alamat)
  const isian: Record<string, string> = {}
  for (const el of $('main input[name], main select[name], main textarea[name]').toArray())
    if ($(el).attr('type') !== 'checkbox') isian[$(el).attr('name') ?? ''] = String($(el).val() ?? '')
  const peta = new Map(KARTU.map((k) => [k.kode, k]))
  for (const { id, kode } of baris) {
    const k = peta.get(kode)
    for (const [data, teks] of Object.entries(k?.data ?? {})) isian[`b.${id}.v.${data}`] = teks
    if (k?.metode === 'Kategori') isian[`b.${id}.kategori`] = k.realisasi
  }
  const simpan = await staf.kirim(alamat, isian)
  expect(simpan.status, simpan.text.match(/ringkasan-kesalahan[\s\S]{0,600}/)?.[0]).toBe(303)
  await sampaiLangkah(app, siklusId, 'P8')
}, 120_000)

it('halaman rekap mencetak angka yang terbit, digit demi digit', async () => {
  const $ = await sakip.halaman(`/rekap/${siklusId}`)
  const cetak = new Map(
    $('.matriks-rekap tbody tr')
      .toArray()
      .map((tr) => {
        const sel = (judul: string) => $(tr).find(`td[data-label="${judul}"]`).first().text().trim()
        return [$(tr).find('th').text().trim(), { capaian: sel('Capaian'), realisasi: sel('Realisasi') }] as const
      }),
  )
  const beda: string[] = []
  for (const { nama, terbit, pembulatan } of KARTU) {
    const kini = cetak.get(nama)?.[terbit.hal] ?? 'tidak ada di rekap'
    if (kini !== diharapkan(terbit, kini, pembulatan)) beda.push(`${nama}: terbit ${terbit.teks}, tercetak ${kini}`)
  }
  expect(beda).toEqual([])
}, 120_000)

/** The page prints two decimals; a publication with fewer must be what its own rule makes of them. */
function diharapkan({ hal, teks }: KartuTerbit['terbit'], kini: string, pembulatan: KartuTerbit['pembulatan']): string {
  if (teks === null) return 'tidak dapat dihitung'
  if (hal === 'realisasi') return formatAngka(angka(teks))
  const desimal = desimalDari(teks)
  if (desimal >= 2) return `${formatAngka(cetakAngka(angka(teks), { desimal: 2 }), { desimal: 2 })}%`
  const dua = angka(kini.replace(/%$/, ''))
  return formatAngka(cetakAngka(dua, { desimal, pembulatan }), { desimal }) === teks ? kini : teks
}
