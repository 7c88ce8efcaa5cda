import { type Pelaku, type Peran, SEBUTAN_JENIS, sebutanJabatan } from '../../inti/pelaku.ts'
import type { DefinisiSop } from '../sop/index.ts'
import { sebutKolom } from './bola.ts'
import { berdiriDiKolom, kolomPelaku } from './kolom.ts'
import type { IsiPerintah, Keadaan, PelakuPerintah } from './mesin/index.ts'

/** Who may call off a siklus; the engine knows no roles besides the columns of a step. */
export const PEMBATAL: readonly Peran[] = ['CAMAT', 'SEKCAM']

type Bahan = {
  readonly definisi: DefinisiSop
  readonly keadaan: Keadaan
  readonly isi: IsiPerintah
  readonly bolehBagian: readonly string[]
  readonly sebagaiPengganti: readonly string[]
}

/** Who commands, with the columns of today and the post that makes the act possible ("Plh. Kasi Pemerintahan"). */
export function susunPelaku(pelaku: Pelaku, bahan: Bahan): PelakuPerintah {
  const { definisi, bolehBagian, sebagaiPengganti: pengganti } = bahan
  const kolom = kolomPelaku(definisi, pelaku)
  const jabatan = jabatanBertindak(pelaku, kolom, bahan)
  return {
    pegawaiId: pelaku.pegawaiId,
    nama: pelaku.nama,
    jabatan: pengganti.length > 0 ? `${jabatan}, menggantikan ${sebutKolom(definisi.pelaksana, pengganti)}` : jabatan,
    kode: [...kolom, ...pengganti],
    bolehBagian,
  }
}

/** Roles behind columns. */
export const peranKolom = ({ pelaksana }: Pick<DefinisiSop, 'pelaksana'>, kode: readonly string[]): Peran[] =>
  pelaksana.filter((p) => kode.includes(p.kode)).flatMap((p) => p.peran)

function jabatanBertindak(pelaku: Pelaku, kolom: readonly string[], { definisi, keadaan, isi }: Bahan): string {
  if (isi.jenis === 'BATALKAN') return sebutanJabatan(pelaku, PEMBATAL)
  const def = definisi.langkah.find((l) => l.kode === isi.langkah)
  const berhak = [...(def?.pelaksana ?? []), ...(def?.penerima ?? [])]
  const utama = isi.jenis === 'LEWATI' ? definisi.bolehMelewati : berhak
  const milik = [utama, berhak].map((kode) => kolom.filter((k) => kode.includes(k))).find((k) => k.length > 0) ?? kolom
  const berdiri = definisi.pelaksana.filter((k) => milik.includes(k.kode))
  const cocok = pelaku.penugasan.filter((p) =>
    berdiri.some((k) => berdiriDiKolom(k, { penugasan: [p], anggotaTimSakip: false })),
  )
  const unitId = unitBagian(keadaan, isi)
  const jabatan = cocok.find((p) => unitId !== null && p.unitId === unitId) ?? cocok[0]
  if (jabatan) return SEBUTAN_JENIS[jabatan.jenis] + jabatan.jabatanNama
  const peran = peranKolom(definisi, milik)
  return sebutanJabatan(pelaku, peran.length > 0 ? peran : undefined)
}

/** Unit of the part that the command is about. */
function unitBagian(keadaan: Keadaan, isi: IsiPerintah): string | null {
  if (!('langkah' in isi) || !('bagian' in isi)) return null
  return keadaan.langkah[isi.langkah]?.bagian.find((b) => b.kunci === isi.bagian)?.unitId ?? null
}
