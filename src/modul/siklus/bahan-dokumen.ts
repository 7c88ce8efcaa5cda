import { kopKecamatan, type Pihak, pihakOrang, pihakPejabat } from '../../inti/dokumen/index.ts'
import { type Pelaku, type Peran, sebutanJabatan } from '../../inti/pelaku.ts'
import { jam, tanggalLokal, tanggalPanjang } from '../../inti/waktu/index.ts'
import { ambilKecamatan, daftarPejabat, type Pejabat } from '../organisasi/index.ts'
import type { Pembaca } from './jenis-langkah.ts'
import type { KonteksLangkah } from './kueri.ts'
import { namaBagian } from './tampilan-penyelesaian.ts'

export type BahanDokumen = Awaited<ReturnType<typeof ambilBahanDokumen>>

/** Letterhead, place and date, and who holds which post today: what every output document begins and ends with. */
export async function ambilBahanDokumen(baca: Pembaca, pelaku: Pelaku) {
  const hari = tanggalLokal(jam.sekarang(), pelaku.zonaWaktu)
  const [kecamatan, pejabat] = await Promise.all([ambilKecamatan(baca, pelaku), daftarPejabat(baca, pelaku, hari)])
  return { kop: kopKecamatan(kecamatan), tempat: kecamatan.tempat, hari, tanggal: tanggalPanjang(hari), pejabat }
}

/** Signature of the acting person in the post that made the act possible. */
export function pihakPelaku(
  { tempat, tanggal, pejabat }: BahanDokumen,
  pelaku: Pelaku,
  peran: readonly Peran[],
): Pihak {
  const jabatan = pejabat.find((p) => p.pegawaiId === pelaku.pegawaiId && peran.includes(p.peran))
  if (jabatan) return pihakJabatan(jabatan, { tempat, tanggal })
  return pihakPejabat({
    tempat,
    tanggal,
    jabatan: sebutanJabatan(pelaku, peran),
    nama: pelaku.nama,
    pangkat: pelaku.pangkat,
    nip: pelaku.nip,
  })
}

/**
 * Signatures under the output of a step: of everybody who acted where all its pelaksana must, in the order of the SOP,
 * else of the acting person. `peran`: the post by which a single one acts, where it is not one of the step's columns.
 */
export function pihakLangkah(
  bahan: BahanDokumen,
  konteks: KonteksLangkah,
  pelaku: Pelaku,
  { peran: sebagai, tanda }: { readonly peran?: readonly Peran[]; readonly tanda?: string } = {},
): Pihak[] {
  const bertanda = (pihak: Pihak): Pihak => (tanda ? { ...pihak, tanda: { teks: tanda } } : pihak)
  return susunPihakLangkah(bahan, konteks, { pelaku, sebagai }).map(bertanda)
}

function susunPihakLangkah(
  bahan: BahanDokumen,
  konteks: KonteksLangkah,
  { pelaku, sebagai }: { pelaku: Pelaku; sebagai: readonly Peran[] | undefined },
): Pihak[] {
  const { siklus, def, bagian } = konteks
  const kolom = (kode: readonly string[]) =>
    siklus.definisi.pelaksana.filter((p) => kode.includes(p.kode)).flatMap((p) => p.peran)
  const bertindak = def.pelaksana.flatMap((kode) => bagian.find((b) => b.pelaksana === kode && b.selesaiOlehId) ?? [])
  if (bertindak.length === 0) return [pihakPelaku(bahan, pelaku, sebagai ?? kolom(def.pelaksana))]
  return bertindak.map((b, i) => {
    const peran = kolom(b.pelaksana === null ? [] : [b.pelaksana])
    const milik = bahan.pejabat.filter((p) => p.pegawaiId === b.selesaiOlehId)
    const jabatan = milik.find((p) => peran.includes(p.peran)) ?? anggotaTim(milik[0], peran)
    // place and date stand once, over the last signature
    const letak = i === bertindak.length - 1 ? { tempat: bahan.tempat, tanggal: bahan.tanggal } : {}
    return jabatan
      ? pihakJabatan(jabatan, letak)
      : pihakPejabat({
          ...letak,
          jabatan: namaBagian(konteks, b),
          nama: b.selesaiOleh ?? '',
          pangkat: null,
          nip: null,
        })
  })
}

/** Membership is no post: who acts as a member of Tim SAKIP signs as such, as `sebutanJabatan` says it of a single one. */
const anggotaTim = (p: Pejabat | undefined, peran: readonly Peran[]): Pejabat | undefined =>
  p && p.peran !== 'CAMAT' && peran.includes('TIM_SAKIP')
    ? { ...p, jabatanNama: 'Tim SAKIP', jenisPenugasan: 'DEFINITIF' }
    : p

/** Signature of the holder of a post; dots to write on when the post is vacant. */
export const pihakPeran = (
  { pejabat }: BahanDokumen,
  peran: Peran,
  lain: { tempat?: string; tanggal?: string; pengantar?: string } = {},
): Pihak | null => {
  const jabatan = pejabat.find((p) => p.peran === peran)
  return jabatan ? pihakJabatan(jabatan, lain) : null
}

const pihakJabatan = (p: Pejabat, lain: { tempat?: string; tanggal?: string; pengantar?: string }): Pihak =>
  pihakOrang(p, { ...lain, jabatan: p.jabatanNama, jenisPenugasan: p.jenisPenugasan })
