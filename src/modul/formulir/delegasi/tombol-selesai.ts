import type { Pelaku } from '../../../inti/pelaku.ts'
import type { FormulirLengkap } from '../kueri.ts'
import type { TanggapanBaris } from '../simpan-formulir.ts'
import { sudahDiisi } from './keadaan-orang.ts'

/** What a button of the form says of own rows: one of them, or all (`barisId` null). */
export type TombolSelesai = { readonly selesai: boolean; readonly barisId: string | null }

/** Value of a button of the form: it saves the form, then says of the row that it is done, or not after all. */
export const tombolSelesai = (selesai: boolean, barisId: string): string =>
  `${selesai ? 'selesai' : 'belum'}.${barisId}`
/** All rows of the person are done. */
export const TOMBOL_SEMUA_SELESAI = 'selesai'

/** Which of these buttons was pressed; null: another one. */
export function bacaTombolSelesai(badan: unknown): TombolSelesai | null {
  const { lanjut } = (badan ?? {}) as Record<string, unknown>
  if (lanjut === TOMBOL_SEMUA_SELESAI) return { selesai: true, barisId: null }
  const [, kata, barisId] = /^(selesai|belum)\.([0-9a-f-]{36})$/.exec(typeof lanjut === 'string' ? lanjut : '') ?? []
  return barisId ? { selesai: kata === 'selesai', barisId } : null
}

/** Rows of the person that the button is about and that are not yet what it says. */
export const barisTombol = (pelaku: Pelaku, { pembagian }: FormulirLengkap, tombol: TombolSelesai): string[] =>
  pembagian.baris
    .filter((t) => t.pegawaiId === pelaku.pegawaiId && t.selesai !== tombol.selesai)
    .map((t) => t.barisId)
    .filter((id) => tombol.barisId === null || tombol.barisId === id)

type Rencana = {
  readonly rencana: readonly { readonly id: string; readonly isi: object }[]
  readonly tanggapan: Map<string, TanggapanBaris>
}

/** Rows that would be said to be done and stay blank are refused at their first field, with all that was typed kept. */
export function tolakBelumDiisi(
  pelaku: Pelaku,
  formulir: FormulirLengkap,
  { rencana, tanggapan }: Rencana,
  badan: unknown,
): void {
  const tombol = bacaTombolSelesai(badan)
  if (!tombol?.selesai) return
  const nanti = new Map(rencana.map(({ id, isi }) => [id, 'status' in isi && isi.status]))
  for (const id of barisTombol(pelaku, formulir, tombol)) {
    const status = nanti.get(id)
    if (tanggapan.has(id) || (status ? status !== 'KOSONG' || belumTempo(formulir, id) : sudahDiisi(formulir, id)))
      continue
    tanggapan.set(id, { kesalahan: { [bidangUtama(formulir, id)]: BELUM_DIISI }, taksa: {}, bentrok: false })
  }
}
const BELUM_DIISI =
  'Belum diisi, jadi belum dapat dinyatakan selesai. Isi dahulu, atau tandai tidak diukur beserta alasannya.'

const belumTempo = ({ baris }: FormulirLengkap, id: string): boolean => baris.some((b) => b.id === id && !b.jatuhTempo)

function bidangUtama({ baris }: FormulirLengkap, id: string): string {
  const kartu = baris.find((b) => b.id === id)?.kartu
  if (!kartu) return 'realisasi'
  return kartu.metode === 'KATEGORI' ? 'kategori' : `v.${kartu.variabel[0]?.kode ?? ''}`
}
