import type { Blok, Dokumen, Pihak } from '../../inti/dokumen/index.ts'
import { pihakPejabat } from '../../inti/dokumen/index.ts'
import { tanggalPanjang } from '../../inti/waktu/index.ts'
import type { BahanDokumen } from '../siklus/index.ts'
import type { IsiRapat, Peserta } from './kueri.ts'
import { hariRapat, waktuRapat } from './susun-undangan.ts'

type Bahan = {
  readonly bahan: BahanDokumen
  readonly rapat: IsiRapat
  readonly nomor: string
  readonly foto: readonly string[]
}

/** Notulen: heading fields, agenda, discussion, decisions (what, who, when), signatures of leader and minute taker, list of photos. */
export function susunNotulen({ bahan, rapat, nomor, foto }: Bahan): Dokumen {
  const pemimpin = rapat.peserta.find((p) => p.pegawaiId === rapat.pemimpinId)
  const notulis = rapat.peserta.find((p) => p.pegawaiId === rapat.notulisId)
  return {
    judul: `Notulen ${rapat.acara}`,
    jenis: 'Notulen',
    ukuran: 'F4',
    arah: 'tegak',
    kop: bahan.kop,
    nomor,
    tanggal: rapat.tanggal ?? bahan.hari,
    isi: [
      { jenis: 'judul', tingkat: 1, teks: 'NOTULEN', nomor },
      keterangan(rapat, { pemimpin, notulis }),
      ...bagian('Susunan acara', baris(rapat.agenda), 'angka'),
      { jenis: 'judul', tingkat: 2, teks: 'Pembahasan' },
      ...baris(rapat.pembahasan).map((teks): Blok => ({ jenis: 'paragraf', teks, rata: 'rata' })),
      { jenis: 'judul', tingkat: 2, teks: 'Keputusan dan tindak lanjut' },
      keputusan(rapat),
      ...bagian('Lampiran foto', foto, 'butir'),
      {
        jenis: 'tandaTangan',
        pihak: [
          penanda(notulis, { bahan, sebagai: 'Notulis' }),
          penanda(pemimpin, { bahan, sebagai: 'Pemimpin rapat', tempatTanggal: rapat.tanggal }),
        ],
      },
    ],
  }
}

function keterangan(
  rapat: IsiRapat,
  { pemimpin, notulis }: { pemimpin: Peserta | undefined; notulis: Peserta | undefined },
): Blok {
  const undangan = [
    rapat.nomorUndangan && `Nomor ${rapat.nomorUndangan}`,
    rapat.tanggalUndangan && `tanggal ${tanggalPanjang(rapat.tanggalUndangan)}`,
  ]
  const hadir = rapat.peserta.filter((p) => p.kehadiran === 'HADIR').length
  return {
    jenis: 'isianData',
    lebarLabelMm: 38,
    baris: [
      { label: 'Rapat/acara', nilai: rapat.acara },
      { label: 'Hari, tanggal', nilai: hariRapat(rapat.tanggal) },
      { label: 'Waktu', nilai: `Pukul ${waktuRapat(rapat)}` },
      { label: 'Tempat', nilai: rapat.tempat },
      { label: 'Surat undangan', nilai: undangan.filter(Boolean).join(' ') || '–' },
      { label: 'Pemimpin rapat', nilai: orang(pemimpin) },
      { label: 'Notulis', nilai: orang(notulis) },
      { label: 'Peserta', nilai: `${hadir} dari ${rapat.peserta.length} orang hadir (daftar hadir terlampir)` },
    ],
  }
}

const orang = (p: Peserta | undefined): string => (p ? [p.nama, p.jabatan].filter(Boolean).join(', ') : '–')
const baris = (teks: string): string[] =>
  teks
    .split('\n')
    .map((t) => t.trim())
    .filter(Boolean)
const bagian = (judul: string, butir: string[] | readonly string[], gaya: 'angka' | 'butir'): Blok[] =>
  butir.length === 0
    ? []
    : [
        { jenis: 'judul', tingkat: 2, teks: judul },
        { jenis: 'daftar', gaya, butir: [...butir] },
      ]

const keputusan = (rapat: IsiRapat): Blok => ({
  jenis: 'tabel',
  kolom: [{ bobot: 5, rata: 'tengah' }, { bobot: 52 }, { bobot: 28 }, { bobot: 20 }],
  kepala: [['No', 'Apa', 'Siapa', 'Kapan'].map((teks) => ({ teks }))],
  isi:
    rapat.keputusan.length > 0
      ? rapat.keputusan.map((k, i) => ({ sel: [`${i + 1}`, k.apa, k.siapa, k.kapan ? tanggalPanjang(k.kapan) : '–'] }))
      : [{ sel: ['–', { teks: 'Tidak ada keputusan.', kolom: 3 }] }],
})

type Penanda = { bahan: BahanDokumen; sebagai: string; tempatTanggal?: string | null }
/** Leader and minute taker sign as such; rank and NIP come from the post they hold. */
function penanda(p: Peserta | undefined, { bahan, sebagai, tempatTanggal }: Penanda): Pihak {
  const jabatan = bahan.pejabat.find((j) => j.pegawaiId === p?.pegawaiId)
  const pihak = pihakPejabat({
    jabatan: sebagai,
    nama: p?.nama ?? '',
    pangkat: [jabatan?.pangkat, jabatan?.golongan].filter(Boolean).join(', '),
    nip: jabatan?.nip ?? null,
    sebutanNip: jabatan?.jenisNip === 'PPPK' ? 'NI PPPK.' : 'NIP.',
    ...(tempatTanggal ? { tempat: bahan.tempat, tanggal: tanggalPanjang(tempatTanggal) } : {}),
  })
  return { ...pihak, jabatan: [`${sebagai},`] }
}
