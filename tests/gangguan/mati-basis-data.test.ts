import { setTimeout as tidur } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bunuhPostmaster, pidPostmaster } from '../bantuan/proses.ts'
import { pastikanUtuh } from '../bantuan/proses-audit.ts'
import { masukkanOrang, mulaiBeban, pastikanTersimpan } from '../bantuan/proses-beban.ts'
import { type Jawaban, type OrangHttp, Putus } from '../bantuan/proses-http.ts'
import { bukaKantor, type KantorUji } from '../bantuan/proses-kantor.ts'
import type { Tercatat } from '../bantuan/proses-pekerja.ts'
import { acak, BENIH, BISA, PENUH } from './ukuran.ts'

const KALI = PENUH ? 300 : 10
const SIMPAN_DI_ANTARA = 10

let kantor: KantorUji
let orang: Map<string, OrangHttp>
const tercatat: Tercatat = { simpanan: [], tindakan: [] }

beforeAll(async () => {
  if (!BISA) return
  kantor = await bukaKantor({ rekap: true })
  orang = await masukkanOrang(kantor.server)
})
afterAll(async () => {
  for (const satu of orang?.values() ?? []) satu.tutup()
  await kantor?.tutup()
})

/** Somebody who reloads a page all the time; answers are collected until `henti`. */
function pembaca(siapa: OrangHttp, jalur: string) {
  const jawaban: (Jawaban | Putus)[] = []
  let jalan = true
  const selesai = (async () => {
    while (jalan) {
      jawaban.push(
        await siapa.buka(jalur).catch((sebab: unknown) => (sebab instanceof Putus ? sebab : Promise.reject(sebab))),
      )
      await tidur(25)
    }
  })()
  return {
    async henti() {
      jalan = false
      await selesai
      return jawaban
    },
  }
}

describe.skipIf(!BISA)('PostgreSQL mati mendadak selagi kantor bekerja', () => {
  it(`dibunuh ${KALI} kali: aplikasi tetap hidup, memberi tahu dengan halaman yang jelas, pulih sendiri, tidak ada yang hilang`, async () => {
    const { dalam, siklusId, siklusRekapId, folder, server } = kantor
    const camat = orang.get('kasi.pemerintahan')
    if (!camat) throw new Error('belum masuk')
    const baca = pembaca(camat, '/siklus')
    const beban = await mulaiBeban(dalam, orang, { siklusId, siklusRekapId, tercatat })
    for (let ke = 0; ke < KALI; ke++) {
      await beban.tungguDiakui(SIMPAN_DI_ANTARA)
      await tidur(acak(300))
      const lama = await bunuhPostmaster(folder)
      const batas = Date.now() + 120_000
      while ((pidPostmaster(folder) ?? lama) === lama) {
        expect(Date.now(), 'basis data dinyalakan kembali oleh aplikasi').toBeLessThan(batas)
        await tidur(20)
      }
      expect(server.hidup(), server.keluaran()).toBe(true)
    }
    await beban.tungguDiakui(SIMPAN_DI_ANTARA)
    const hasil = await beban.berhenti()
    const halaman = await baca.henti()
    expect(hasil.aneh, `jawaban yang tidak semestinya (benih ${BENIH}): ${server.gangguan().join(' | ')}`).toEqual([])
    expect(hasil.putus.length + hasil.tidakDiambil, 'aplikasi selalu menjawab').toBe(0)
    expect(hasil.sibuk.length, 'setiap pembunuhan terasa').toBeGreaterThanOrEqual(KALI)
    expect(
      halaman.filter((h) => h instanceof Putus),
      'halaman yang putus',
    ).toEqual([])
    pastikanJelas(
      hasil.sibuk,
      halaman.filter((h): h is Jawaban => !(h instanceof Putus)),
    )
    await pastikanTersimpan(dalam, tercatat)
    await pastikanUtuh(dalam)
  })
})

/** What people read meanwhile: a sentence and when to try again, as page and for the autosave; never an inner text. */
function pastikanJelas(sibuk: readonly Jawaban[], halaman: readonly Jawaban[]): void {
  expect([...new Set(halaman.map((h) => h.status))].sort()).toEqual([200, 503])
  const semua = [...sibuk, ...halaman.filter((h) => h.status === 503)]
  for (const { tajuk, teks } of semua) {
    expect(Number(tajuk['retry-after'])).toBeGreaterThan(0)
    expect(teks).not.toMatch(/ECONN|prisma|terminat|postgres|\bat .*\.(js|ts):/i)
  }
  const json = semua.filter((s) => s.teks.startsWith('{'))
  const html = semua.filter((s) => s.teks.startsWith('<!'))
  expect(json.length, 'jawaban bagi simpan otomatis').toBeGreaterThan(0)
  expect(html.length, 'halaman bagi orang').toBeGreaterThan(0)
  for (const { teks } of json) expect((JSON.parse(teks) as { pesan: string }).pesan).toMatch(/Coba lagi/)
  for (const { teks } of html) expect(teks).toContain('Takar sedang sibuk atau dipelihara')
}
