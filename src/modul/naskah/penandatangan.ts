import { type Pihak, pihakPejabat } from '../../inti/dokumen/index.ts'
import { SEBUTAN_JENIS } from '../../inti/pelaku.ts'
import { berdiriDiKolom, type KonteksLangkah, type OrangKantor } from '../siklus/index.ts'
import { hilir, type LangkahSop, type PelaksanaSop } from '../sop/index.ts'

/** The person under a signature, as recorded with it. */
export type Penandatangan = {
  readonly pegawaiId: string
  readonly nama: string
  /** "Plt. Camat Taman" */
  readonly jabatan: string
  readonly nip: string | null
  /** 'NIP.' or 'NI PPPK.' */
  readonly sebutanNip: string
  /** "Pembina, IV/a" */
  readonly pangkat: string
}

/** The office of today as signing needs it: who holds what, and what is printed under a name. */
export type Kantor = {
  readonly orang: readonly OrangKantor[]
  readonly identitas: Readonly<Record<string, Pick<Penandatangan, 'nip' | 'sebutanNip' | 'pangkat'>>>
}

/** Columns that sign what this step makes, in the order of the SOP: those of the first signing step that can follow; []: none does. */
export function kolomPenandatangan({ siklus, def }: Pick<KonteksLangkah, 'siklus' | 'def'>): PelaksanaSop[] {
  const sesudah = hilir(siklus.definisi, def.kode)
  const langkah = siklus.definisi.langkah.find((l) => l.jenis === 'tanda-tangan' && sesudah.has(l.kode))
  return langkah ? kolomLangkah(siklus.definisi.pelaksana, langkah) : []
}

/** Columns of a signing step in the order in which they sign: as the SOP names them for the step. */
export const kolomLangkah = (kolom: readonly PelaksanaSop[], langkah: Pick<LangkahSop, 'pelaksana'>): PelaksanaSop[] =>
  langkah.pelaksana.flatMap((kode) => kolom.filter((k) => k.kode === kode))

/** People who stand behind a column today; who acts for an absent holder (Plh., Plt., Pj.) comes first. */
export function calonPenandatangan(kolom: PelaksanaSop, { orang, identitas }: Kantor): Penandatangan[] {
  return orang
    .filter((o) => berdiriDiKolom(kolom, o))
    .map((o) => {
      const penugasan = o.penugasan.find((n) => berdiriDiKolom(kolom, { penugasan: [n], anggotaTimSakip: false }))
      const { nip = null, sebutanNip = 'NIP.', pangkat = '' } = identitas[o.pegawaiId] ?? {}
      const jabatan = penugasan ? SEBUTAN_JENIS[penugasan.jenis] + penugasan.jabatanNama : 'Tim SAKIP'
      return {
        definitif: penugasan?.jenis === 'DEFINITIF',
        isi: { pegawaiId: o.pegawaiId, nama: o.nama, jabatan, nip, sebutanNip, pangkat },
      }
    })
    .sort((a, b) => Number(a.definitif) - Number(b.definitif))
    .map(({ isi }) => isi)
}

type Letak = { readonly tempat?: string; readonly tanggal?: string }

/** Signature blocks before anybody signed: today's holders of the posts, dots where a post is vacant. Place and date at the last. */
export const pihakKosong = (kolom: readonly PelaksanaSop[], kantor: Kantor, letak: Letak): Pihak[] =>
  kolom.map((k, ke) => {
    const [calon] = calonPenandatangan(k, kantor)
    return susunPihak(calon ?? { jabatan: k.nama, nama: '' }, ke === kolom.length - 1 ? letak : {})
  })

type Orang = Pick<Penandatangan, 'nama' | 'jabatan'> & Partial<Penandatangan>

/** One signature block; 'Plt.' and the like stand before the post in capitals as letters have it. */
export function susunPihak(
  { jabatan, nama, nip, sebutanNip, pangkat }: Orang,
  letak: Letak & Pick<Pihak, 'tanda'> = {},
): Pihak {
  const [, awalan, pokok] = /^(Plt|Plh|Pj)\. (.*)$/.exec(jabatan) ?? []
  const jenis = ({ Plt: 'PLT', Plh: 'PLH', Pj: 'PJ' } as const)[awalan as 'Plt' | 'Plh' | 'Pj']
  return pihakPejabat({
    ...letak,
    jabatan: pokok ?? jabatan,
    ...(jenis ? { jenisPenugasan: jenis } : {}),
    nama,
    pangkat,
    nip,
    sebutanNip,
  })
}
