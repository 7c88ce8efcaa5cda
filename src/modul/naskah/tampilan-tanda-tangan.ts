import { daftarkanPesan, halaman, type Kesalahan } from '../../inti/http/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { tanggalJam, tanggalPanjang } from '../../inti/waktu/index.ts'
import { type Kepala, type KonteksLangkah, namaPelaksana } from '../siklus/index.ts'
import { bolehMencatat, kolomGiliran, kolomSaya, kolomTersisa } from './giliran-tanda-tangan.ts'
import { LABEL_TANDA_TANGAN } from './isian-tanda-tangan.ts'
import type { DokumenDitandatangani, TandaTangan } from './kueri-tanda-tangan.ts'
import { calonPenandatangan, type Kantor, kolomLangkah } from './penandatangan.ts'
import { sidikPendek } from './sidik.ts'

daftarkanPesan({
  'dokumen-ditandatangani': 'Tanda tangan Anda tercatat. Langkah ini menunggu penandatangan berikutnya.',
  'dokumen-lengkap-ditandatangani': 'Dokumen sudah ditandatangani. Langkah berikutnya terbuka.',
  'tanda-tangan-ditolak': 'Penolakan tercatat. Dokumen kembali kepada penyusunnya beserta alasannya.',
})

export type BahanTandaTangan = {
  readonly kepala: Kepala
  readonly konteks: KonteksLangkah
  readonly dokumen: DokumenDitandatangani | null
  readonly tanda: readonly TandaTangan[]
  readonly kantor: Kantor
  /** YYYY-MM-DD */
  readonly hariIni: string
  readonly pelaku: Pelaku
}
type Kembalian = { isian?: Record<string, string>; kesalahan?: Kesalahan }

/** Page of the kind "tanda-tangan" in every state: what is signed, who has, whose turn, sign, refuse, from paper. */
export function susunTandaTangan(b: BahanTandaTangan, { isian = {}, kesalahan = {} }: Kembalian = {}) {
  const { kepala, konteks, dokumen, pelaku } = b
  const saya = kolomSaya(konteks, pelaku)
  const mencatat = kepala.terbuka && bolehMencatat(konteks, pelaku, dokumen?.kodeLangkah ?? null)
  const opsiKertas = susunOpsiKertas(b, mencatat)
  return {
    judulHalaman: `${kepala.judul} · ${kepala.periode}`,
    // who has signed stands in the list of signatories: not twice
    kepala: {
      ...kepala,
      bertindak: [],
      giliranSaya: saya !== null,
      ...(kepala.terbuka ? { mengapaSaya: mengapa(b, saya) } : {}),
    },
    alamat: `${kepala.alamat}/tanda-tangan`,
    belumBuka: !kepala.terbuka && !kepala.selesai && b.tanda.length === 0,
    dokumen: dokumen ? susunDokumen(dokumen, kepala) : null,
    sidik: dokumen?.sha256 ?? '',
    penandatangan: susunDaftar(b),
    bolehTandaTangan: saya !== null && dokumen !== null,
    sebagai: saya === null ? '' : namaPelaksana(konteks, [saya]),
    bolehTolak: saya !== null && konteks.def.keputusan !== null,
    tanpaJalanKembali: saya !== null && konteks.def.keputusan === null,
    bolehKertas: opsiKertas.length > 0,
    opsiKertas,
    mencatat,
    opsiHasil: [
      { nilai: 'SETUJU', teks: 'Sudah ditandatangani' },
      ...(konteks.def.keputusan ? [{ nilai: 'TOLAK', teks: 'Ditolak atau minta diperbaiki' }] : []),
    ],
    opsiTujuan: susunOpsiTujuan(konteks),
    isian: {
      setuju: isian.setuju ?? '',
      catatan: isian.catatan ?? '',
      alasan: isian.alasan ?? '',
      tujuan: isian.tujuan ?? konteks.def.keputusan?.bawaan ?? '',
      tujuanKertas: isian.tujuanKertas ?? konteks.def.keputusan?.bawaan ?? '',
      alasanKertas: isian.alasanKertas ?? '',
      hasil: isian.hasil ?? 'SETUJU',
      penandatangan: isian.penandatangan?.split('\n').filter(Boolean) ?? usulKertas(b, opsiKertas),
      tanggal: isian.tanggal ?? b.hariIni,
    },
    kesalahan,
    label: LABEL_TANDA_TANGAN,
    penolakan: b.tanda.filter((t) => t.sikap === 'TOLAK').map((t) => susunPenolakan(t, pelaku.zonaWaktu)),
  }
}

function mengapa({ konteks, pelaku, kepala }: BahanTandaTangan, saya: string | null): string {
  if (saya !== null) return `Giliran Anda: dokumen ini menunggu tanda tangan ${namaPelaksana(konteks, [saya])}.`
  const ditunggu = namaPelaksana(konteks, kolomGiliran(konteks))
  // a later signatory is asked, but not yet
  return kepala.giliranSaya && kolomTersisa(konteks).length > 1
    ? `Menunggu tanda tangan ${ditunggu} lebih dahulu, ${pelaku.nama}. Sesudah itu giliran Anda.`
    : `Menunggu tanda tangan ${ditunggu}.`
}

const susunDokumen = (d: DokumenDitandatangani, { alamatSiklus }: Kepala) => ({
  judul: d.putaran > 1 ? `${d.judul} (putaran ${d.putaran})` : d.judul,
  nomor: d.nomor,
  alamat: `${alamatSiklus}/dokumen/${d.id}`,
  sidik: d.sha256,
  sidikPendek: sidikPendek(d.sha256),
})

/** Everybody who is to sign, in order: name of today's holder, then what was signed how and when. */
function susunDaftar({ konteks, tanda, kantor, pelaku }: BahanTandaTangan) {
  const kini = tanda.filter((t) => t.putaran === Math.max(1, konteks.langkah.putaran))
  const giliran = kolomGiliran(konteks)
  return kolomLangkah(konteks.siklus.definisi.pelaksana, konteks.def).map((k) => {
    const t = kini.find((satu) => satu.kolom === k.kode)
    const [calon] = calonPenandatangan(k, kantor)
    return {
      kolom: k.nama,
      siapa: t ? `${t.nama}, ${t.jabatan}` : calon ? `${calon.nama}, ${calon.jabatan}` : 'jabatan sedang kosong',
      status: statusTanda(t, giliran.includes(k.kode)),
      cara: t ? caraTanda(t, pelaku.zonaWaktu) : '–',
      pindaian: t?.berkasId ? { teks: t.namaBerkas ?? 'pindaian', alamat: `/berkas/${t.berkasId}` } : null,
      catatan: t?.catatan ?? '',
    }
  })
}

function statusTanda(t: TandaTangan | undefined, giliran: boolean): { kode: string; teks: string } {
  if (t?.sikap === 'TOLAK') return { kode: 'DITOLAK', teks: 'Ditolak' }
  if (t) return { kode: 'DITANDATANGANI', teks: 'Ditandatangani' }
  return giliran ? { kode: 'MENUNGGU', teks: 'Menunggu' } : { kode: 'BELUM', teks: 'Belum' }
}

const caraTanda = (t: TandaTangan, zona: string): string =>
  t.cara === 'KERTAS'
    ? `di atas kertas, ${tanggalPanjang(t.tanggal)}${t.dicatatOleh ? `; dicatat ${t.dicatatOleh}, ${tanggalJam(t.waktu, zona)}` : ''}`
    : `di Takar, ${tanggalJam(t.waktu, zona)}`

/** Whose signature on paper this person may record: the own one in turn, or everybody's who has not signed. */
function susunOpsiKertas({ konteks, kantor, pelaku }: BahanTandaTangan, mencatat: boolean) {
  const sisa = mencatat ? kolomTersisa(konteks) : kolomGiliran(konteks)
  return kolomLangkah(konteks.siklus.definisi.pelaksana, { pelaksana: [...sisa] }).flatMap((k) =>
    calonPenandatangan(k, kantor)
      .filter((c) => mencatat || c.pegawaiId === pelaku.pegawaiId)
      .map((c) => ({ nilai: `${k.kode}|${c.pegawaiId}`, teks: c.nama, petunjuk: c.jabatan, kolom: k.kode })),
  )
}

/** Ticked at first: one holder of each column where all must sign, of the first where one is enough. */
function usulKertas({ konteks }: BahanTandaTangan, opsi: readonly { nilai: string; kolom: string }[]): string[] {
  const pertama = opsi.filter((o, ke) => opsi.findIndex((lain) => lain.kolom === o.kolom) === ke)
  return (konteks.bagian.length > 0 ? pertama : pertama.slice(0, 1)).map((o) => o.nilai)
}

function susunOpsiTujuan({ siklus, def }: KonteksLangkah) {
  const sebut = (kode: string) => {
    const l = siklus.definisi.langkah.find((satu) => satu.kode === kode)
    return `${l?.nomor ?? ''}. ${l?.uraian ?? kode}`
  }
  return (def.keputusan?.tidak ?? []).map((kode) => ({ nilai: kode, teks: sebut(kode) }))
}

const susunPenolakan = (t: TandaTangan, zona: string) => ({
  waktu: tanggalJam(t.waktu, zona),
  siapa: t.nama,
  sebagai: t.jabatan,
  teks: `Menolak menandatangani pada putaran ${t.putaran}${t.cara === 'KERTAS' ? ' (di atas kertas)' : ''}.`,
  alasan: t.alasan,
})

export const halamanTandaTangan = halaman<ReturnType<typeof susunTandaTangan>>('naskah/tanda-tangan')
