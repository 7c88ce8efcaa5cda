import type { Blok, Dokumen, Pihak } from '../../inti/dokumen/index.ts'
import { tanggalPanjang } from '../../inti/waktu/index.ts'
import type { BahanDokumen, BarisSiklus } from '../siklus/index.ts'
import { CARA_KIRIM } from './isian-pengiriman.ts'
import type { Pengiriman } from './kueri-pengiriman.ts'
import { type Penandatangan, susunPihak } from './penandatangan.ts'

type Bahan = {
  readonly bahan: BahanDokumen
  readonly siklus: Pick<BarisSiklus, 'namaPeriode'>
  readonly pengiriman: Pengiriman
  readonly penandatangan: Penandatangan | null
  /** words in the room of the signature; '' leaves it free to sign on paper */
  readonly tanda: string
  readonly judul: string
}

const TITIK = '..............................'

/** Surat Pengantar in the official form: receiver, number, Naskah Dinas yang Dikirimkan, Banyaknya, Keterangan, receipt. */
export function susunSuratPengantar(b: Bahan): Dokumen {
  const { bahan, pengiriman: p, siklus, judul } = b
  return {
    judul: `${judul} ${siklus.namaPeriode}${p.nomor ? ` Nomor ${p.nomor}` : ''}`.slice(0, 300),
    jenis: 'Surat Pengantar',
    ukuran: 'F4',
    arah: 'tegak',
    kop: bahan.kop,
    nomor: p.nomor,
    tanggal: p.tanggal ?? bahan.hari,
    isi: [
      {
        jenis: 'paragraf',
        rata: 'kanan',
        teks: `${bahan.tempat}, ${p.tanggal ? tanggalPanjang(p.tanggal) : TITIK}`,
      },
      ...tujuan(p),
      { jenis: 'judul', tingkat: 1, teks: 'SURAT PENGANTAR', nomor: p.nomor || TITIK },
      tabel(p),
      { jenis: 'jarak', mm: 3 },
      {
        jenis: 'paragraf',
        teks: `Diterima tanggal ${p.diterimaTanggal ? tanggalPanjang(p.diterimaTanggal) : TITIK}`,
      },
      { jenis: 'tandaTangan', perBaris: 2, pihak: [penerima(p), pengirim(b)] },
      ...bukti(p),
    ],
  }
}

const tujuan = ({ kepada, tempatTujuan }: Pengiriman): Blok[] => [
  { jenis: 'paragraf', rapat: true, teks: 'Kepada' },
  { jenis: 'paragraf', rapat: true, teks: `Yth. ${kepada || TITIK}` },
  { jenis: 'paragraf', rapat: true, teks: 'di –' },
  { jenis: 'paragraf', indenMm: 8, teks: tempatTujuan || 'Tempat' },
]

const tabel = ({ butir }: Pengiriman): Blok => ({
  jenis: 'tabel',
  kolom: [{ bobot: 6, rata: 'tengah' }, { bobot: 50 }, { bobot: 20, rata: 'tengah' }, { bobot: 34 }],
  kepala: [['No', 'Naskah Dinas yang Dikirimkan', 'Banyaknya', 'Keterangan'].map((teks) => ({ teks }))],
  isi: butir.map((x, ke) => ({ sel: [String(ke + 1), x.naskah, x.banyaknya, x.keterangan] })),
})

const penerima = ({ penerima: nama, jabatanPenerima }: Pengiriman): Pihak => ({
  pengantar: ['Penerima,'],
  jabatan: jabatanPenerima ? [`${jabatanPenerima.toLocaleUpperCase('id-ID')},`] : [TITIK],
  nama: nama.toLocaleUpperCase('id-ID'),
})

const pengirim = ({ penandatangan, tanda }: Bahan): Pihak => {
  const { pengantar: _, ...pihak } = susunPihak(penandatangan ?? { jabatan: TITIK, nama: '' })
  return { pengantar: ['Pengirim,'], ...pihak, ...(tanda ? { tanda: { teks: tanda } } : {}) }
}

/** How it went, once it went; below the letter. */
function bukti({ dikirimTanggal, cara, rujukan }: Pengiriman): Blok[] {
  if (!dikirimTanggal || !cara) return []
  const teks = `Catatan pengiriman: dikirim ${tanggalPanjang(dikirimTanggal)}, ${CARA_KIRIM[cara].toLowerCase().replace('srikandi', 'melalui SRIKANDI')}${rujukan ? ` (${rujukan})` : ''}.`
  return [
    { jenis: 'garis', gaya: 'tipis' },
    { jenis: 'paragraf', huruf: 'kecil', teks },
  ]
}
