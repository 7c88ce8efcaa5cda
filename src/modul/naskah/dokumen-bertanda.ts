import type { Blok, Dokumen, Pihak } from '../../inti/dokumen/index.ts'
import { tanggalJam, tanggalPanjang } from '../../inti/waktu/index.ts'
import type { BahanDokumen, KonteksLangkah } from '../siklus/index.ts'
import type { TandaTangan } from './kueri-tanda-tangan.ts'
import { susunPihak } from './penandatangan.ts'

type Bahan = {
  readonly konteks: KonteksLangkah
  /** what was signed; null: only its scan is known */
  readonly asal: { readonly model: Dokumen; readonly judul: string; readonly sha256: string } | null
  /** true: the last part of the document is its signature block, which is filled */
  readonly adaTempat: boolean
  /** signatures of this round in the order of the SOP */
  readonly tanda: readonly TandaTangan[]
  readonly bahan: BahanDokumen
  readonly zona: string
}

/** The signed document: the same tree with its signature blocks filled, and what kind of signatures these are. */
export function susunDokumenBertanda(b: Bahan): Dokumen {
  const { asal, tanda, bahan, konteks } = b
  const blok: Blok = { jenis: 'tandaTangan', pihak: tanda.map((t, ke) => pihakTanda(t, b, ke === tanda.length - 1)) }
  const judul = `${asal?.judul ?? konteks.def.keluaran ?? 'Dokumen'} (ditandatangani)`
  const dasar = asal?.model ?? lembarKosong(b)
  const isi = b.adaTempat ? tanpaBlokTerakhir(dasar.isi) : dasar.isi
  return { ...dasar, judul: judul.slice(0, 300), tanggal: bahan.hari, isi: [...isi, blok, ...keterangan(b)] }
}

/** The document without its empty signature block; what stands after it stays. */
function tanpaBlokTerakhir(isi: readonly Blok[]): Blok[] {
  const letak = isi.findLastIndex((blok) => blok.jenis === 'tandaTangan')
  return isi.filter((_, ke) => ke !== letak)
}

const pihakTanda = (t: TandaTangan, { bahan, zona }: Bahan, terakhir: boolean): Pihak =>
  susunPihak(t, {
    ...(terakhir ? { tempat: bahan.tempat, tanggal: tanggalPanjang(t.tanggal) } : {}),
    tanda: {
      teks:
        t.cara === 'KERTAS'
          ? `ditandatangani di atas kertas\n${tanggalPanjang(t.tanggal)}`
          : `ditandatangani secara elektronik di Takar\n${tanggalJam(t.waktu, zona)}`,
    },
  })

/** Says plainly what these signatures are, and under what they stand. */
function keterangan({ tanda, asal, zona }: Bahan): Blok[] {
  const elektronik = tanda.some((t) => t.cara === 'APLIKASI')
  const kertas = tanda.filter((t) => t.cara === 'KERTAS')
  const kalimat = [
    ...(elektronik
      ? [
          'Tanda tangan elektronik di atas dicatat oleh aplikasi Takar (siapa, sebagai apa, kapan) dan bukan tanda tangan elektronik tersertifikasi (TTE).',
        ]
      : []),
    ...kertas.map(
      (t) =>
        `Tanda tangan ${t.jabatan} ada pada kertas tertanggal ${tanggalPanjang(t.tanggal)}; pindaiannya tersimpan${t.namaBerkas ? ` (${t.namaBerkas})` : ''}${t.dicatatOleh ? `, dicatat ${t.dicatatOleh} pada ${tanggalJam(t.waktu, zona)}` : ''}.`,
    ),
    ...(asal ? [`Sidik SHA-256 dokumen yang ditandatangani: ${asal.sha256}.`] : []),
  ]
  return [
    { jenis: 'garis', gaya: 'tipis' },
    { jenis: 'paragraf', huruf: 'kecil', teks: kalimat.join(' ') },
  ]
}

/** Where only a scan exists: a sheet that names what was signed. */
function lembarKosong({ konteks, bahan }: Bahan): Dokumen {
  const { siklus, def } = konteks
  const nama = def.keluaran ?? 'Dokumen'
  return {
    judul: nama,
    jenis: nama,
    ukuran: 'F4',
    arah: 'tegak',
    kop: bahan.kop,
    isi: [
      { jenis: 'judul', tingkat: 1, teks: nama.toLocaleUpperCase('id-ID'), subjudul: siklus.namaPeriode },
      {
        jenis: 'paragraf',
        rata: 'rata',
        teks: `Dokumen ini ditandatangani di atas kertas pada langkah ${def.nomor} ${siklus.namaSop}. Isinya ada pada pindaian yang tersimpan bersama siklus.`,
      },
    ],
  }
}
