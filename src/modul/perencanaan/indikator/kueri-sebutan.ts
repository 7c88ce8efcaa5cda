import type { BasisData, Tx } from '../../../inti/basis-data/index.ts'
import type { Pelaku } from '../../../inti/pelaku.ts'

/** What the office calls the two kinds of indicators: some read IKK as kunci, some as kegiatan. */
export type Sebutan = {
  readonly iku: string
  readonly panjangIku: string
  readonly ikk: string
  readonly panjangIkk: string
  readonly versi: number
}
export const SEBUTAN_BAKU: Sebutan = {
  iku: 'IKU',
  panjangIku: 'Indikator Kinerja Utama',
  ikk: 'IKK',
  panjangIkk: 'Indikator Kinerja Kunci',
  versi: 0,
}

/** The office's words, or the usual ones (versi 0) while it has chosen none. */
export async function ambilSebutan(baca: Tx | BasisData['baca'], pelaku: Pelaku): Promise<Sebutan> {
  const [baris] = await baca.$queryRaw<Sebutan[]>`
    select iku, panjang_iku as "panjangIku", ikk, panjang_ikk as "panjangIkk", versi
    from sebutan_indikator where kecamatan_id = ${pelaku.kecamatanId}::uuid`
  return baris ?? SEBUTAN_BAKU
}

/** "IKU" and "Indikator Kinerja Utama" of a kind. */
export const sebutJenis = (jenis: 'IKU' | 'IKK', s: Sebutan): { pendek: string; panjang: string } =>
  jenis === 'IKU' ? { pendek: s.iku, panjang: s.panjangIku } : { pendek: s.ikk, panjang: s.panjangIkk }

/** The office's words and how many proposals wait, for the list. One query. */
export async function ambilKepalaDaftar(
  baca: Tx | BasisData['baca'],
  pelaku: Pelaku,
): Promise<{ sebutan: Sebutan; usulan: number }> {
  const [baris] = await baca.$queryRaw<{ sebutan: Sebutan | null; usulan: number }[]>`
    select (select json_build_object('iku', s.iku, 'panjangIku', s.panjang_iku, 'ikk', s.ikk, 'panjangIkk', s.panjang_ikk, 'versi', s.versi)
        from sebutan_indikator s where s.kecamatan_id = ${pelaku.kecamatanId}::uuid) as sebutan,
      (select count(*)::int from usulan_indikator u where u.kecamatan_id = ${pelaku.kecamatanId}::uuid and u.status = 'DIAJUKAN') as usulan`
  return { sebutan: baris?.sebutan ?? SEBUTAN_BAKU, usulan: baris?.usulan ?? 0 }
}
