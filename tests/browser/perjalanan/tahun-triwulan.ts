import { expect } from 'vitest'
import { tekan } from '../../bantuan/browser.ts'
import {
  bekukanDanLaporkan,
  ceklis,
  type KantorPolos,
  mulaiDanDisposisi,
  programKerja,
  rapat,
  segelPolos,
  setujuiDanJawab,
  siapkanDanBagikan,
} from '../../bantuan/perjalanan-polos.ts'
import { type FormulirUnit, formulirSiklus, isiLewatFormulir, serahkanLewatFormulir } from './isian-unit.ts'
import { ketik } from './langkah-formulir.ts'
import { idSiklus, type Panggung, UNIT_TAMPIL } from './panggung.ts'

export type Triwulan = {
  readonly nomor: number
  /** day on which all of it happens, some days after the quarter */
  readonly hari: string
  readonly surat: string
  readonly kapan: string
  /** share of every pagu spent up to the end of the quarter */
  readonly serapan: number
  /** disturbances settled, disturbances there were (IKU-09) */
  readonly kamtib: readonly [string, string]
  /** documents of finance, of assets (IKK-14) */
  readonly dokumen: readonly [string, string]
  /** capaian up to the quarter, worked out by hand */
  readonly harap: { readonly kamtib: string; readonly dokumen: string }
}

const denganAngka = (f: FormulirUnit, t: Triwulan): FormulirUnit => ({
  ...f,
  baris: f.baris.map((b) => {
    const angka = b.kode === 'IKU-09' ? t.kamtib : b.kode === 'IKK-14' ? t.dokumen : null
    if (!angka) return b
    return { ...b, variabel: Object.fromEntries(Object.keys(b.variabel).map((kode, i) => [kode, angka[i] ?? ''])) }
  }),
})

/** All twelve steps of the collection; in quarter III the unit in the picture types on screen. */
export async function kumpulkan(p: Panggung, k: KantorPolos, t: Triwulan): Promise<void> {
  const { nomor: triwulan, surat, hari, kapan } = t
  p.siklus = await mulaiDanDisposisi(k, { triwulan, surat, tenggat: `${hari.slice(0, 8)}24` })
  await rapat(k, { tanggal: hari, kapan })
  await programKerja(k)
  await ceklis(k)
  await siapkanDanBagikan(k)
  for (const f of await formulirSiklus(p.app, idSiklus(p), triwulan)) {
    const isian = denganAngka(f, t)
    const kepala = await p.kepala(f.unit)
    await isiLewatFormulir(kepala, isian, t.serapan)
    if (triwulan === 3 && f.unit === UNIT_TAMPIL) await ketikDiLayar(p, isian, t)
    await serahkanLewatFormulir(kepala, isian)
  }
  await bekukanDanLaporkan(k, 1)
  await setujuiDanJawab(k, { apa: `Pendampingan desa sesudah triwulan ${triwulan}`, siapa: 'Kasi Pemerintahan', kapan })
  await segelPolos(k)
}

/** Staff type the figure of IKK-14 on screen: capaian and predikat stand beside it at once. */
async function ketikDiLayar(p: Panggung, f: FormulirUnit, t: Triwulan): Promise<void> {
  const staf = await p.di('staf.pemerintahan')
  const b = f.baris.find((satu) => satu.kode === 'IKK-14')
  if (!b) throw new Error('IKK-14 tidak ada di formulir')
  await staf.buka(`/formulir/${f.id}`)
  const [satu = '', dua = ''] = Object.keys(b.variabel).map((kode) => `b.${b.id}.v.${kode}`)
  await ketik(staf, b.id, { [satu]: '1', [dua]: '1' })
  await ketik(staf, b.id, { [satu]: t.dokumen[0], [dua]: t.dokumen[1] })
  const baris = staf.laman.locator(`#baris-${b.id}`)
  await expect.poll(() => baris.locator('[data-capaian]').innerText()).toBe(t.harap.dokumen)
  expect(await baris.locator(`[data-isi="predikat-${b.id}"]`).innerText()).toBe('Tinggi')
  await staf.periksa('formulir triwulan III')
}

/** All ten steps of the measuring, on the collection of the same quarter. */
export async function ukur(p: Panggung, k: KantorPolos, t: Triwulan): Promise<void> {
  const [sop] = await p.app.sql<{ id: string }>("select id from sop where kode = 'pengukuran-taman'")
  const sakip = await k.orang('sakip1')
  const isian = { sopId: sop?.id ?? '', periode: `TRIWULAN-${t.nomor}`, tahun: '2026' }
  await sakip.tekan(await sakip.buka('/siklus/baru'), 'Mulai siklus', { isian })
  const disposisi = await k.kerjakan('camat', /^1\. Terbitkan/)
  await disposisi.o.tekan(disposisi.h, 'Terbitkan disposisi', { isian: { asal: 'INISIATIF', sifat: 'BIASA' } })
  await rapat(k, { tanggal: t.hari, kapan: t.kapan })
  await programKerja(k)
  const metode = await k.kerjakan('sakip1', /^4\. Susun metodologi/)
  await metode.o.tekan(metode.h, 'Tetapkan metodologi')
  await analisis(k)
  const tekanTugas = async (nama: string, tugas: RegExp, tombol: string, isi = {}) => {
    const { o, h } = await k.kerjakan(nama, tugas)
    await o.tekan(h, tombol, { isian: isi })
  }
  await tekanTugas('sakip1', /^6\. /, 'Bekukan rekap versi 1')
  await tekanTugas('sakip1', /^7\. /, 'Laporkan kepada Sekretaris Kecamatan')
  await tekanTugas('sekcam', /^8\. /, 'Setujui rekap')
  await tekanTugas('sekcam', /^9\. /, 'Sampaikan kepada Camat')
  await tekanTugas('camat', /^9\. Jawab laporan/, 'Terbitkan disposisi', { instruksi: ['Arsipkan'] })
  await tekanTugas('sakip1', /^10\. /, 'Segel arsip', { tempatKertas: 'Ruang arsip, lemari 3' })
}

/** Sentences from the data where they suffice, the rest written by hand. */
async function analisis(k: KantorPolos): Promise<void> {
  const { o, h } = await k.kerjakan('sakip1', /^5\. /)
  let kini = await o.tekan(h, 'Isi analisis kosong dengan kalimat bantu')
  for (let pengaman = 0; pengaman < 60; pengaman++) {
    const tautan = kini.$('main tr:contains("Analisis belum lengkap") th a').first()
    if (tautan.length === 0) break
    const isian = { hambatan: 'Petugas lapangan berkurang.', solusi: 'Menambah petugas pendamping.' }
    kini = await o.tekan(await o.buka(tautan.attr('href') ?? ''), 'Simpan', { isian })
  }
  await o.tekan(kini, 'Selesaikan pengukuran')
}

/** Tim SAKIP freezes the input of the LKjIP on screen. */
export async function bekukanBahan(p: Panggung): Promise<void> {
  const sakip = await p.di('sakip1')
  await sakip.buka('/lkjip?tahun=2026')
  await sakip.periksa('bahan LKjIP')
  await sakip.laman.getByLabel('Catatan').fill('Untuk direviu Inspektorat')
  await tekan(sakip, 'Bekukan bahan LKjIP')
}
