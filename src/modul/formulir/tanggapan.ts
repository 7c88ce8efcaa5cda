import type { Taksa } from './baca-baris.ts'
import type { IsianAnggaran, IsianBaris } from './isian.ts'
import type { TanggapanBaris } from './simpan-formulir.ts'

type Penolakan = {
  readonly jenis: string
  readonly baca?: {
    readonly kesalahan: Readonly<Record<string, string>>
    readonly taksa: Readonly<Record<string, Taksa>>
  }
}

/** Refusal of one row as the page of the whole form shows it; the other rows stand as they are stored. */
export function tanggapanSatu(barisId: string, hasil: Penolakan, isian: IsianBaris | IsianAnggaran) {
  const satu: TanggapanBaris = {
    kesalahan: hasil.baca?.kesalahan ?? {},
    taksa: hasil.baca?.taksa ?? {},
    bentrok: hasil.jenis === 'BENTROK',
  }
  return { tanggapan: new Map([[barisId, satu]]), isian: new Map([[barisId, isian]]) }
}
