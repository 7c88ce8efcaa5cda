import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bacaUang, Desimal, formatIsian, formatRupiah } from '../../../src/inti/angka/index.ts'
import { cetakAngka } from '../../../src/modul/pengukuran/index.ts'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'
import { isiFormulir, tujuanFormulir } from '../perencanaan/kartu-isian.ts'
import { susunDraf } from '../perjanjian-kinerja/siapkan-pk.ts'
import {
  type ProgramTerbit,
  programTerbit,
  type SerapanTerbit,
  serapanTerbit,
  targetTerbit,
} from './anggaran-terbit.ts'
import { type IsiBaris, masukkan, rapi, unggahImpor } from './buku-impor.ts'
import { angka, kartuTarget, lembarKartu } from './kartu-terbit.ts'

/**
 * Published budgets, spending and targets through the office's own doors: the tree and the targets by the import of the
 * Renstra, amounts by that of DPA, spending by that of months, and read back from the pages, digit by digit.
 */
let app: AplikasiUji
let sakip: OrangUji
const RENSTRA: Record<number, string> = {}
const PROGRAM = programTerbit()
const SERAPAN = serapanTerbit()
const TARGET = targetTerbit()
/** Years that the tables print, each within one Renstra. */
const TAHUN = [2021, 2022, 2023, 2024, 2026, 2027, 2028, 2029, 2030]

beforeAll(async () => {
  app = await bukaAplikasiUji()
  sakip = await app.masukSebagai('sakip1')
  const [kini] = await app.sql<{ id: string }>(
    "select r.id from renstra r join kecamatan k on k.id = r.kecamatan_id where k.kode = 'taman'",
  )
  RENSTRA[2026] = String(kini?.id)
  const alamat = `/perencanaan/renstra/${kini?.id}`
  const $ = await sakip.halaman(alamat)
  await sakip
    .kirim(tujuanFormulir($), { ...isiFormulir($), tahunAkhir: '2030', alasan: 'Diperpanjang satu tahun' })
    .expect(303)
  const lama = await sakip
    .kirim('/perencanaan/renstra', { nama: 'Renstra 2020–2024', tahunAwal: '2020', tahunAkhir: '2024' })
    .expect(303)
  RENSTRA[2021] = /renstra=([0-9a-f-]{36})/.exec(String(lama.headers.location))?.[1] ?? ''
}, 120_000)
afterAll(() => app?.tutup())

const awalRenstra = (tahun: number): 2021 | 2026 => (tahun < 2026 ? 2021 : 2026)
const angkaUang = (teks: string): string => {
  const terbaca = bacaUang(teks)
  if (terbaca.jenis !== 'angka') throw new Error(`${teks}: ${terbaca.jenis}`)
  return terbaca.nilai
}
const cetakUang = (nilai: string): string => formatRupiah(nilai).replace('Rp', '')

/** The tables of absorption have no tree of their own: each is one program. */
const programSerapan: ProgramTerbit[] = [...new Set(SERAPAN.map(({ kode }) => kode.slice(0, 7)))].map((kode) => {
  const milik = SERAPAN.filter((s) => s.kode.startsWith(kode))
  const sub = [...new Map(milik.map((s) => [s.kode, s.nama]))].map(([satu, nama]) => ({
    kode: satu,
    nama,
    pagu: new Map(milik.filter((s) => s.kode === satu).map((s) => [s.masa, s.perbaikanPagu ?? s.pagu] as const)),
  }))
  return { kode, nama: `Tabel serapan ${kode}`, sub, terbit: new Map() }
})
const SEMUA = [...PROGRAM, ...programSerapan]
const milikRenstra = (awal: 2021 | 2026) =>
  SEMUA.filter(({ sub }) => sub.some(({ pagu }) => [...pagu.keys()].some((t) => awalRenstra(t) === awal)))

describe('pohon dan pagu', () => {
  it.each([2021, 2026] as const)(
    'pohon Renstra %i masuk lewat Excel',
    async (awal) => {
      const program = milikRenstra(awal)
      if (awal === 2021)
        await masukkan(sakip, {
          jenis: 'renstra',
          tahun: 2021,
          lembar: {
            Tujuan: { kunci: 1, baris: [{ Nomor: '1', Tujuan: 'Meningkatnya pelayanan kecamatan' }] },
            Sasaran: { kunci: 1, baris: [{ Nomor: '1.1', Sasaran: 'Kecamatan yang melayani' }] },
          },
        })
      // one import is one transaction: a large tree comes in a few files
      for (let ke = 0; ke < program.length; ke += 16)
        await masukkan(sakip, { jenis: 'renstra', tahun: awal, lembar: lembarPohon(program.slice(ke, ke + 16)) })
    },
    60_000,
  )

  it('pagu yang tercetak dengan pemisah ribuan yang salah letak ditolak dan disebut barisnya', async () => {
    const salah = SERAPAN.find((s) => s.perbaikanPagu)
    const { teks } = await unggahImpor(sakip, {
      jenis: 'anggaran',
      tahun: 2022,
      lembar: lembarPagu(2022, [[salah?.kode ?? '', salah?.pagu ?? '']]),
    })
    expect(teks).toMatch(/(?<!\d)1 ditolak/)
    expect(teks).toContain('Letak titik dan koma tidak dapat dipahami')
  })

  it.each(TAHUN)('DPA %i masuk lewat Excel; halaman mencetak pagu dan jumlahnya seperti terbit', async (tahun) => {
    const pagu = SEMUA.flatMap(({ sub }) => sub.map((s) => [s.kode, s.pagu.get(tahun) ?? ''] as const)).filter(
      ([, teks]) => teks !== '',
    )
    await masukkan(sakip, { jenis: 'anggaran', tahun, lembar: lembarPagu(tahun, pagu) })
    const $ = await sakip.halaman(`/perencanaan/program?tahun=${tahun}`)
    const cetak = new Map(
      $('table.kisi tbody tr')
        .toArray()
        .map((tr) => [$(tr).find('th small').first().text(), $(tr).find('td').first().text()] as const),
    )
    const beda: string[] = []
    const banding = (kode: string, nama: string, harapan: string) => {
      if (cetak.get(kode) !== harapan) beda.push(`${kode} ${nama}: terbit ${harapan}, tercetak ${cetak.get(kode)}`)
    }
    for (const [kode, teks] of pagu) banding(kode, 'bagian', cetakUang(angkaUang(teks)))
    for (const { kode, nama, terbit } of PROGRAM) {
      const satu = terbit.get(tahun)
      // a printed total that its own printed parts do not make is the publication's error, explained in the table
      if (satu) banding(kode, nama, cetakUang(new Desimal(angkaUang(satu.jumlah)).minus(satu.selisih).toFixed()))
    }
    expect(beda).toEqual([])
  })
})

describe('realisasi dan serapan', () => {
  const tahunSerapan = [...new Set(SERAPAN.map(({ masa }) => masa))].sort()
  const bulan = (tahun: number) => (tahun === 2026 ? 'Juni' : 'Desember')
  const baris = (daftar: readonly SerapanTerbit[], keterangan: string): IsiBaris[] =>
    daftar.map((s) => ({
      'Kode sub kegiatan': s.kode,
      Kelurahan: '',
      [bulan(s.masa)]: s.realisasi,
      Keterangan: keterangan,
    }))
  const lembar = (daftar: readonly SerapanTerbit[], keterangan = '') => ({
    Realisasi: { kunci: 2, baris: baris(daftar, keterangan) },
  })

  it('realisasi yang tercatat berulang pada beberapa indikator melebihi pagunya: ditanyakan sebelum diterima', async () => {
    const lebih = SERAPAN.filter((s) => s.masa === 2026)
    const { teks } = await unggahImpor(sakip, { jenis: 'realisasi-anggaran', tahun: 2026, lembar: lembar(lebih) })
    expect(teks).toContain(`${lebih.length} ditolak`)
    expect(teks).toContain('lebih dari pagu')
  })

  it.each(tahunSerapan)('realisasi %i masuk lewat Excel; halaman mencetak serapan yang terbit', async (tahun) => {
    const milik = SERAPAN.filter((s) => s.masa === tahun)
    const keterangan = tahun === 2026 ? 'Menurut laporan yang terbit' : ''
    await masukkan(sakip, { jenis: 'realisasi-anggaran', tahun, lembar: lembar(milik, keterangan) })
    const $ = await sakip.halaman(`/perencanaan/realisasi?tahun=${tahun}&bulan=${tahun === 2026 ? 6 : 12}`)
    const cetak = new Map(
      $('table.kisi tbody tr')
        .toArray()
        .map((tr) => {
          const sel = (judul: string) => $(tr).find(`td[data-label="${judul}"]`).text().trim()
          return [rapi($(tr).find('th').text()).split(' ')[0], [sel('s.d. bulan ini'), sel('Serapan')]] as const
        }),
    )
    const beda = milik.flatMap((s) => {
      const [kini = '', serapan = ''] = cetak.get(s.kode) ?? []
      const uangSama = kini === cetakUang(angkaUang(s.realisasi))
      return uangSama && sesuaiTerbit(s, serapan) ? [] : [`${s.nama} ${s.masa}: terbit ${s.terbit}, ${kini} ${serapan}`]
    })
    expect(beda).toEqual([])
  })

  /** The page prints two decimals, the publication none; where it cannot come from its own figures, ours is the one explained. */
  function sesuaiTerbit({ terbit, terhitung, pembulatan, sebab }: SerapanTerbit, serapan: string): boolean {
    const bulat = (cara?: 'POTONG') =>
      `${cetakAngka(angka(serapan.replace('%', '')), { desimal: 0, pembulatan: cara ?? 'SETENGAH_NAIK' })}%`
    if (terhitung)
      return serapan === `${terhitung}%` && bulat() !== terbit && bulat('POTONG') !== terbit && Boolean(sebab)
    return (pembulatan === 'POTONG' ? bulat('POTONG') : bulat()) === terbit
  }
})

describe('target', () => {
  const PK = TARGET.filter(({ nama }) => nama.startsWith('Malangbong'))
  const renstra = TARGET.filter((t) => !PK.includes(t)).map((t) => ({ ...t, kolom: kolomTarget(t) }))

  it('kartu dan target Renstra masuk lewat Excel; halaman target mencetaknya seperti terbit, tanpa target tetap kosong', async () => {
    for (let ke = 0; ke < TARGET.length; ke += 30)
      await masukkan(sakip, {
        jenis: 'indikator',
        tahun: 2026,
        lembar: lembarKartu(TARGET.slice(ke, ke + 30).map(kartuTarget)),
      })
    for (const awal of [2021, 2026] as const) {
      const milik = renstra.filter(({ kolom }) => kolom.awal === awal)
      const isi = milik.map(({ kode, kolom }) => ({ 'Kode indikator': kode, ...Object.fromEntries(kolom.isi) }))
      await masukkan(sakip, { jenis: 'renstra', tahun: awal, lembar: { Target: { kunci: 1, baris: isi } } })
      const $ = await sakip.halaman(`/perencanaan/renstra/${RENSTRA[awal]}/target`)
      const cetak = new Map(
        $('input[aria-label]')
          .toArray()
          .map((el) => [$(el).attr('aria-label'), $(el).val()]),
      )
      const beda = milik.flatMap(({ kode, nama, kolom }) =>
        kolom.isi.flatMap(([judul, teks]) => {
          const kini = cetak.get(`${kode}, ${judul}`)
          return kini === (teks === '' ? '' : formatIsian(angka(teks))) ? [] : [`${nama} ${judul}: ${teks}, ${kini}`]
        }),
      )
      expect(beda).toEqual([])
    }
  }, 60_000)

  it('target Perjanjian Kinerja yang terbit masuk ke draf lewat Excel dan tercetak pada isian targetnya', async () => {
    const draf = await susunDraf(sakip, { pejabat: /Camat/, tahun: 2027, asal: 'TAHUN_LALU' })
    const baris = PK.map(({ kode, nilai }) => ({
      'Kode jabatan': 'camat',
      'Kode indikator': kode,
      'Target setahun': nilai[0] ?? '',
    }))
    await masukkan(sakip, { jenis: 'target-pk', tahun: 2027, lembar: { Target: { kunci: 2, baris } } })
    const $ = await sakip.halaman(`/perjanjian-kinerja/${draf}/target`)
    const cetak = $('input[name$=".target"]')
      .toArray()
      .map((el) => $(el).val())
    expect(cetak).toEqual(expect.arrayContaining(PK.map(({ nilai }) => formatIsian(angka(nilai[0] ?? '')))))
  })
})

/** The columns of the Renstra in which a published row stands: 4 figures are 2021–2023 and the end, 6 begin with the baseline. */
function kolomTarget({ nilai }: (typeof TARGET)[number]) {
  const judul =
    nilai.length === 4
      ? ['Target 2021', 'Target 2022', 'Target 2023', 'Kondisi akhir']
      : [
          ...(nilai.length === 6 ? ['Kondisi awal 2024'] : []),
          ...[2026, 2027, 2028, 2029, 2030].map((t) => `Target ${t}`),
        ]
  const awal: 2021 | 2026 = nilai.length === 4 ? 2021 : 2026
  return { awal, isi: nilai.map((teks, ke) => [judul[ke] ?? '', teks === '-' ? '' : teks] as const) }
}

const lembarPohon = (program: readonly ProgramTerbit[]) => ({
  Program: {
    kunci: 1,
    baris: program.map(({ kode, nama }) => ({ Kode: kode, Program: nama, 'Nomor sasaran': '1.1' })),
  },
  Kegiatan: { kunci: 1, baris: program.map(({ kode, nama }) => ({ Kode: `${kode}.2.01`, Kegiatan: nama })) },
  'Sub kegiatan': {
    kunci: 2,
    baris: program.flatMap(({ sub }) =>
      sub.map(({ kode, nama }) => ({
        Kode: kode,
        Kelurahan: '',
        'Sub kegiatan': nama,
        'Unit pelaksana': 'Seksi Pelayanan Umum',
      })),
    ),
  },
})

/** The DPA of a year: of the sample office in 2026, a new one in the other years. */
const lembarPagu = (tahun: number, pagu: readonly (readonly [kode: string, teks: string])[]) => {
  const dokumen = { Dokumen: 'DPA', 'Berlaku sejak': `${tahun}-01-02` }
  return {
    Dokumen: { kunci: 2, baris: tahun === 2026 ? [] : [dokumen] },
    Pagu: { kunci: 5, baris: pagu.map(([kode, teks]) => ({ 'Kode sub kegiatan': kode, ...dokumen, Pagu: teks })) },
  }
}
