import { daftarkanPesan, halaman, type Kesalahan } from '../../inti/http/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { type Kepala, type KonteksLangkah, kolomPelaku, namaPelaksana } from '../siklus/index.ts'
import { LABEL } from './isian.ts'
import type { TugasLangkah } from './kueri.ts'

daftarkanPesan({
  'tugas-disimpan': 'Catatan tersimpan.',
  'tugas-diputuskan': 'Keputusan tercatat.',
  'bagian-selesai': 'Bagian Anda selesai. Langkah ini masih menunggu pelaksana lain.',
})

type Lampiran = {
  readonly id: string
  readonly berkasId: string
  readonly nama: string
  readonly ukuran: number
  readonly namaPengunggah: string
}
type Bahan = {
  kepala: Kepala
  konteks: KonteksLangkah
  tugas: TugasLangkah | null
  lampiran: readonly Lampiran[]
  pelaku: Pelaku
}
type Kembalian = { isian?: Record<string, string>; kesalahan?: Kesalahan }

/** Page of a plain step in every state, with Ya/Tidak where the SOP makes it a decision. */
export function susunTugas(
  { kepala, konteks, tugas, lampiran, pelaku }: Bahan,
  { isian = {}, kesalahan = {} }: Kembalian = {},
) {
  const alamat = `${kepala.alamat}/${konteks.langkah.jenis}`
  const bagian = susunBagian(konteks, pelaku)
  return {
    judulHalaman: `${konteks.def.nomor}. ${konteks.def.uraian.slice(0, 80)} · ${kepala.periode}`,
    kepala,
    ada: tugas !== null,
    bolehUbah: kepala.bolehSiapkan && tugas !== null,
    giliran: kepala.giliranSaya && !bagian.bagianSayaSelesai,
    bagian: bagian.daftar,
    alamat,
    versi: isian.versi ?? String(tugas?.versi ?? 0),
    isian: {
      catatan: isian.catatan ?? tugas?.catatan ?? '',
      keputusan: isian.keputusan ?? '',
      tujuan: isian.tujuan ?? konteks.def.keputusan?.bawaan ?? '',
      alasan: isian.alasan ?? '',
    },
    kesalahan,
    label: LABEL,
    keputusan: konteks.def.keputusan ? susunKeputusan(konteks) : null,
    lampiran: lampiran.map((l) => ({
      nama: l.nama,
      alamat: `/berkas/${l.berkasId}`,
      ukuran: `${Math.max(1, Math.round(l.ukuran / 1024))} KB`,
      siapa: l.namaPengunggah,
      alamatHapus: `${alamat}/berkas/${l.id}/penghapusan`,
    })),
    catatan: (tugas?.catatan ?? '').split('\n').filter(Boolean),
  }
}

function susunKeputusan({ siklus, def }: KonteksLangkah) {
  const langkah = (kode: string) => siklus.definisi.langkah.find((l) => l.kode === kode)
  const sebut = (kode: string) => `${langkah(kode)?.nomor ?? ''}. ${langkah(kode)?.uraian ?? kode}`
  const ya = def.keputusan?.ya
  return {
    opsi: [
      { nilai: 'ya', teks: 'Ya', petunjuk: ya ? `Lanjut ke langkah ${sebut(ya)}` : 'SOP selesai.' },
      { nilai: 'tidak', teks: 'Tidak', petunjuk: 'Dikembalikan ke langkah yang dipilih di bawah, dengan alasan.' },
    ],
    tujuan: (def.keputusan?.tidak ?? []).map((kode) => ({ nilai: kode, teks: sebut(kode) })),
  }
}

/** Where several pelaksana must each act: who has, who has not. */
function susunBagian(konteks: KonteksLangkah, pelaku: Pelaku) {
  const kolom = kolomPelaku(konteks.siklus.definisi, pelaku).map((k) => `pelaksana:${k}`)
  const daftar = konteks.bagian.map((b) => ({
    label: namaPelaksana(konteks, [b.kunci.replace(/^pelaksana:/, '')]),
    nilai: '',
    status: b.status === 'SELESAI' ? { kode: 'SELESAI', teks: 'Selesai' } : { kode: 'MENUNGGU', teks: 'Menunggu' },
  }))
  const saya = konteks.bagian.filter((b) => kolom.includes(b.kunci))
  return { daftar, bagianSayaSelesai: saya.length > 0 && saya.every((b) => b.status === 'SELESAI') }
}

export const halamanTugas = halaman<ReturnType<typeof susunTugas>>('tugas-langkah/tugas')
