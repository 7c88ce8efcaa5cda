import type { Browser } from 'playwright-core'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'
import { bukaMeja, bukaPeramban, DESKTOP, type Meja, PONSEL } from '../../bantuan/browser.ts'
import { type FormulirUnit, formulirSiklus } from './isian-unit.ts'

/** Heads of the units, by the code of their unit. */
const KEPALA: Readonly<Record<string, string>> = {
  'subbag-umum': 'kasubbag.umum',
  'subbag-program': 'kasubbag.program',
  'seksi-pemerintahan': 'kasi.pemerintahan',
  'seksi-trantib': 'kasi.trantib',
  'seksi-pmd': 'kasi.pmd',
  'seksi-kesos': 'kasi.kesos',
  'seksi-pelayanan': 'kasi.pelayanan',
}
/** The unit whose people are seen at work. */
export const UNIT_TAMPIL = 'seksi-pemerintahan'
/** The smallest letter that is a PDF. */
export const SURAT = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
)

/** The office in a browser: everybody has a desk of their own, the Camat a phone. */
export type Panggung = {
  readonly app: AplikasiUji
  readonly peramban: Browser
  di(nama: string): Promise<Meja>
  /** the head of a unit outside the picture */
  kepala(unit: string): Promise<OrangUji>
  /** address of the siklus, once it was started */
  siklus: string
  langkah(kode: string, jenis: string): string
  /** codes of the steps that are open */
  terbuka(): Promise<string>
  formulir(): Promise<FormulirUnit[]>
  formulirTampil(): Promise<FormulirUnit>
  /** everybody leaves: on another day they sign in anew */
  pulang(): Promise<void>
  tutup(): Promise<void>
}

export async function bukaPanggung(): Promise<Panggung> {
  const app = await bukaAplikasiUji()
  const peramban = await bukaPeramban()
  const meja = new Map<string, Meja>()
  const panggung: Panggung = {
    app,
    peramban,
    siklus: '',
    async di(nama) {
      const ada =
        meja.get(nama) ?? (await bukaMeja(peramban, app.alamat, nama, { ukuran: nama === 'camat' ? PONSEL : DESKTOP }))
      meja.set(nama, ada)
      return ada
    },
    kepala: (unit) => app.masukSebagai(KEPALA[unit] ?? unit),
    langkah: (kode, jenis) => `${panggung.siklus}/langkah/${kode}/${jenis}`,
    async terbuka() {
      const [b] = await app.sql<{ kode: string }>(
        `select string_agg(kode, ',' order by urut) as kode from langkah_siklus where siklus_id = $1 and status = 'BERJALAN'`,
        [idSiklus(panggung)],
      )
      return b?.kode ?? ''
    },
    formulir: () => formulirSiklus(app, idSiklus(panggung)),
    async formulirTampil() {
      const ada = (await panggung.formulir()).find((f) => f.unit === UNIT_TAMPIL)
      if (!ada) throw new Error(`tidak ada formulir ${UNIT_TAMPIL}`)
      return ada
    },
    async pulang() {
      for (const satu of meja.values()) await satu.tutup()
      meja.clear()
    },
    async tutup() {
      await panggung.pulang()
      await peramban.close()
      await app.tutup()
    },
  }
  return panggung
}

export const idSiklus = ({ siklus }: Panggung): string => siklus.split('/')[2] ?? ''

/** As people come: from Tugas Saya, by the first task with these words. */
export async function dariTugas({ laman, buka }: Meja, tugas: RegExp): Promise<void> {
  await buka('/')
  await laman.locator('main').getByRole('link', { name: tugas }).first().click()
  await laman.waitForLoadState('load')
}

/** The words of the page's main part. */
export const isi = ({ laman }: Meja): Promise<string> => laman.locator('main').innerText()
