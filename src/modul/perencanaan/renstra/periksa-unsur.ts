import type { Kesalahan } from '../../../inti/http/index.ts'
import { CONTOH_KODE, kodeInduk, tingkatKode } from '../nomenklatur/kode.ts'
import type { BarisNomenklatur } from '../nomenklatur/kueri.ts'
import type { IsianUnsur } from './isian.ts'
import { TEKS_UNSUR, TINGKAT_BERKODE, type TingkatUnsur } from './istilah.ts'

/** The content of a part as it is stored; fields that a level does not have are ''. */
export type IsiUnsur = Pick<IsianUnsur, 'induk' | 'kode' | 'nama' | 'kelurahan' | 'unitId' | 'keluaran' | 'satuan'>
type Bahan = {
  readonly tingkat: TingkatUnsur
  /** the row of the nomenclature that was picked */
  readonly pilihan: BarisNomenklatur | null
  /** code of what stands above it; '' for a level without code */
  readonly kodeAtas: string
}

/** What the form means: the picked row of the nomenclature gives code, name, output and unit where nothing was typed. Pure. */
export function susunIsiUnsur(isi: IsianUnsur, { tingkat, pilihan }: Pick<Bahan, 'tingkat' | 'pilihan'>): IsiUnsur {
  const sub = tingkat === 'sub-kegiatan'
  const berkode = TINGKAT_BERKODE[tingkat] !== undefined
  return {
    induk: isi.induk,
    kode: berkode ? (pilihan?.kode ?? isi.kode) : '',
    nama: isi.nama || (berkode ? (pilihan?.nama ?? '') : ''),
    kelurahan: sub ? isi.kelurahan : '',
    unitId: sub ? isi.unitId : '',
    keluaran: sub ? isi.keluaran || (pilihan?.indikator ?? '') : '',
    satuan: sub ? isi.satuan || (pilihan?.satuan ?? '') : '',
  }
}

/** Field errors of a part: words, code of the right form and below its parent, unit. Pure. */
export function periksaUnsur(isi: IsiUnsur, { tingkat, kodeAtas }: Pick<Bahan, 'tingkat' | 'kodeAtas'>): Kesalahan {
  const salah: Record<string, string> = {}
  const nama = TEKS_UNSUR[tingkat].toLowerCase()
  if (isi.induk === '') salah.induk = 'Pilih tempatnya dari daftar.'
  const butuh = TINGKAT_BERKODE[tingkat]
  if (isi.nama.length < 3)
    salah.nama = butuh
      ? `Pilih dari nomenklatur, atau tulis nama ${nama}.`
      : `Tulis bunyi ${nama} seperti pada Renstra.`
  if (!butuh) return salah
  if (isi.kode === '') salah.kode = 'Pilih dari nomenklatur, atau tulis kodenya.'
  else if (tingkatKode(isi.kode) !== butuh) salah.kode = `Kode ${nama} berbentuk seperti ${CONTOH_KODE[butuh]}.`
  else if (butuh !== 'PROGRAM' && kodeAtas !== '' && kodeInduk(isi.kode) !== kodeAtas)
    salah.kode = `Kode ini tidak termasuk ${kodeAtas}. Pilih kode yang diawali ${kodeAtas}.`
  if (tingkat === 'sub-kegiatan' && isi.unitId === '') salah.unitId = 'Pilih unit yang melaksanakannya.'
  return salah
}
