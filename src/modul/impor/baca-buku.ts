import { posix } from 'node:path'
import { type BarisBuku, bacaLembarXml, bukaSandi, type Rujukan } from './baca-lembar-xml.ts'
import { bacaXml, type PenanganXml } from './baca-xml.ts'
import { bukaZip, type Zip } from './buka-zip.ts'
import { BUKAN_EXCEL, Tolakan, tolak } from './tolakan.ts'

export type LembarBuku = { readonly nama: string; readonly baris: readonly BarisBuku[] }
export type HasilBacaBuku = { readonly lembar: readonly LembarBuku[] } | { readonly ditolak: string }

const MAKS_LEMBAR = 40
const MAKS_TEKS_BERSAMA = 200_000
const BUKU = 'xl/workbook.xml'
/** Built-in number formats that show a date. */
const FORMAT_TANGGAL = [14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 34, 35, 36, 45, 46, 47, 50, 57, 58]
/** … a percentage. */
const FORMAT_PERSEN = [9, 10]

/**
 * Reads the cells of a workbook (.xlsx of Excel, LibreOffice, Google, WPS) without trusting it: sizes are checked before
 * unpacking, formulas are named and not taken, nothing is calculated or fetched. What cannot be taken comes back as one
 * sentence. Hidden sheets are read like others.
 */
export async function bacaBuku(jalur: string): Promise<HasilBacaBuku> {
  let zip: Zip | undefined
  try {
    zip = await bukaZip(jalur)
    return { lembar: await bacaSemua(zip) }
  } catch (sebab) {
    // what the readers of ZIP and XML say is for programmers
    return { ditolak: sebab instanceof Tolakan ? sebab.message : BUKAN_EXCEL }
  } finally {
    zip?.tutup()
  }
}

async function bacaSemua(zip: Zip): Promise<LembarBuku[]> {
  const { lembar, sejak1904 } = await bacaDaftarLembar(zip)
  const rujukan: Rujukan = { teks: await bacaTeksBersama(zip), ...(await bacaGaya(zip)), sejak1904 }
  const hasil: LembarBuku[] = []
  for (const { nama, letak } of lembar) {
    const aliran = await zip.aliran(letak)
    if (aliran) hasil.push({ nama, baris: await bacaLembarXml(aliran, rujukan, nama) })
  }
  if (hasil.length === 0) throw tolak(BUKAN_EXCEL)
  return hasil
}

async function bacaDaftarLembar(zip: Zip) {
  const lembar: { nama: string; rujuk: string }[] = []
  let sejak1904 = false
  const ada = await bacaBagian(zip, BUKU, {
    buka({ nama, atribut }) {
      if (nama === 'workbookPr') sejak1904 = atribut.date1904 === '1' || atribut.date1904 === 'true'
      const rujuk = Object.entries(atribut).find(([kunci]) => /(^|:)id$/.test(kunci))?.[1]
      if (nama === 'sheet' && rujuk) lembar.push({ nama: atribut.name ?? '', rujuk })
    },
  })
  if (!ada || lembar.length === 0) throw tolak(BUKAN_EXCEL)
  if (lembar.length > MAKS_LEMBAR)
    throw tolak(`Berkas ini berisi lebih dari ${MAKS_LEMBAR} lembar. Pakai templat yang diunduh dari halaman ini.`)
  const tujuan = new Map<string, string>()
  await bacaBagian(zip, 'xl/_rels/workbook.xml.rels', {
    buka({ nama, atribut: { Id = '', Target = '' } }) {
      if (nama === 'Relationship') tujuan.set(Id, posix.join(Target.startsWith('/') ? '.' : 'xl', Target))
    },
  })
  return {
    sejak1904,
    lembar: lembar.map(({ nama, rujuk }) => ({ nama, letak: (tujuan.get(rujuk) ?? '').replace(/^\//, '') })),
  }
}

/** Texts that cells share. Furigana beside a text is not part of it. */
async function bacaTeksBersama(zip: Zip): Promise<string[]> {
  const hasil: string[] = []
  let kini = ''
  let dalam = false
  let tambahan = false
  await bacaBagian(zip, 'xl/sharedStrings.xml', {
    buka({ nama }) {
      if (nama === 'si') kini = ''
      if (nama === 'rPh') tambahan = true
      if (nama === 't') dalam = !tambahan
    },
    teks(teks) {
      if (dalam) kini += teks
    },
    tutup(nama) {
      if (nama === 't') dalam = false
      if (nama === 'rPh') tambahan = false
      if (nama !== 'si') return
      if (hasil.length >= MAKS_TEKS_BERSAMA) throw tolak('Berkas ini berisi terlalu banyak teks.')
      hasil.push(bukaSandi(kini))
    },
  })
  return hasil
}

async function bacaGaya(zip: Zip): Promise<Pick<Rujukan, 'gayaTanggal' | 'gayaPersen'>> {
  const tanggal = new Set(FORMAT_TANGGAL)
  const persen = new Set(FORMAT_PERSEN)
  const gayaTanggal = new Set<number>()
  const gayaPersen = new Set<number>()
  let dalam = false
  let urut = 0
  await bacaBagian(zip, 'xl/styles.xml', {
    buka({ nama, atribut }) {
      if (nama === 'numFmt' && berupaTanggal(atribut.formatCode ?? '')) tanggal.add(Number(atribut.numFmtId))
      if (nama === 'numFmt' && berupaPersen(atribut.formatCode ?? '')) persen.add(Number(atribut.numFmtId))
      if (nama === 'cellXfs') dalam = true
      if (nama === 'xf' && dalam) {
        const format = Number(atribut.numFmtId ?? 0)
        if (tanggal.has(format)) gayaTanggal.add(urut)
        if (persen.has(format)) gayaPersen.add(urut)
        urut++
      }
    },
    tutup(nama) {
      if (nama === 'cellXfs') dalam = false
    },
  })
  return { gayaTanggal, gayaPersen }
}

/** A format that names day, month or year, outside of quoted text, colours and conditions. */
export function berupaTanggal(format: string): boolean {
  const polos = tanpaHiasan(format)
  return /[dmyhs]/i.test(polos) && !/[#?]|general/i.test(polos)
}

/** A format that multiplies by a hundred and puts % after it; a quoted % does not. */
const berupaPersen = (format: string): boolean => tanpaHiasan(format).includes('%')

const tanpaHiasan = (format: string): string => format.replace(/"[^"]*"|\[[^\]]*\]|\\.|_.|\*./g, '')

async function bacaBagian(zip: Zip, letak: string, penangan: PenanganXml): Promise<boolean> {
  const aliran = await zip.aliran(letak)
  if (aliran) await bacaXml(aliran, penangan)
  return aliran !== null
}
