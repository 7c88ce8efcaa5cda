import type { BasisData, Tx } from '../../../inti/basis-data/index.ts'
import { galat } from '../../../inti/galat/index.ts'
import type { Kesalahan } from '../../../inti/http/index.ts'
import { catatJejak } from '../../../inti/jejak/index.ts'
import type { Pelaku } from '../../../inti/pelaku.ts'
import type {
  DefinisiImpor,
  IsiBuku,
  LembarImpor,
  NilaiBaris,
  PersiapanImpor,
  Perubahan,
  SalahBaris,
} from '../../impor/index.ts'
import { PENULIS_KARTU } from '../indikator/alur.ts'
import { PEMBACA_PERENCANAAN } from '../istilah.ts'
import { tingkatKode } from './kode.ts'
import { type BarisNomenklatur, daftarNomenklatur, daftarVersi, type VersiNomenklatur } from './kueri.ts'
import { tulisKode, tulisUbahKode } from './simpan-kode.ts'
import { tulisVersi } from './simpan-versi.ts'

const LEMBAR: readonly LembarImpor[] = [
  {
    kode: 'versi',
    nama: 'Versi',
    petunjuk: 'Satu baris per keputusan menteri. Versi baru ditulis di sini, isinya pada lembar Kode.',
    kolom: [
      { kode: 'nama', judul: 'Versi', jenis: 'teks', wajib: true, kunci: true, maks: 120, lebar: 36 },
      { kode: 'berlakuTahun', judul: 'Dipakai mulai tahun', jenis: 'bulat', wajib: true, lebar: 12 },
      { kode: 'sumber', judul: 'Dasar hukum', jenis: 'teks', lebar: 60 },
    ],
  },
  {
    kode: 'kode',
    nama: 'Kode',
    petunjuk: 'Program, kegiatan, dan sub kegiatan; tingkatnya dikenali dari bentuk kodenya.',
    maksBaris: 5000,
    kolom: [
      { kode: 'versi', judul: 'Versi', jenis: 'teks', wajib: true, kunci: true, maks: 120, lebar: 36 },
      { kode: 'kode', judul: 'Kode', jenis: 'teks', wajib: true, kunci: true, maks: 30, lebar: 20 },
      { kode: 'nama', judul: 'Nama', jenis: 'teks', wajib: true, maks: 400, lebar: 60 },
      { kode: 'indikator', judul: 'Indikator keluaran', jenis: 'teks', lebar: 60 },
      { kode: 'satuan', judul: 'Satuan', jenis: 'teks', maks: 60, lebar: 14 },
    ],
    periksa: ({ kode }): Kesalahan =>
      tingkatKode(kode ?? '')
        ? {}
        : { kode: 'Kode program seperti 7.01.02, kegiatan 7.01.02.2.01, sub kegiatan 7.01.02.2.01.0001.' },
  },
]

/** The nomenclature in and out by Excel: the way to bring in a whole new edition. */
export const imporNomenklatur: DefinisiImpor = {
  kode: 'nomenklatur',
  nama: 'Nomenklatur',
  keterangan: 'Kode, nama, indikator keluaran, dan satuan program, kegiatan, sub kegiatan per versi.',
  tahunan: false,
  pembaca: PEMBACA_PERENCANAAN,
  penulis: PENULIS_KARTU,
  halaman: () => ({ teks: 'Nomenklatur', alamat: '/perencanaan/nomenklatur' }),
  siapkan,
  terapkan,
}

const kecil = (teks: string | null | undefined): string => (teks ?? '').trim().toLowerCase()

type Ada = { versi: readonly VersiNomenklatur[]; kode: readonly (BarisNomenklatur & { namaVersi: string })[] }
async function ambilAda(baca: Tx | BasisData['baca'], pelaku: Pelaku): Promise<Ada> {
  const versi = await daftarVersi(baca, pelaku)
  const kode: (BarisNomenklatur & { namaVersi: string })[] = []
  for (const v of versi)
    for (const baris of await daftarNomenklatur(baca, pelaku, { versiId: v.id }))
      kode.push({ ...baris, namaVersi: v.nama })
  return { versi, kode }
}

async function siapkan(baca: Tx | BasisData['baca'], pelaku: Pelaku): Promise<PersiapanImpor> {
  const ada = await ambilAda(baca, pelaku)
  return {
    lembar: LEMBAR,
    kini: {
      versi: ada.versi.map((v) => ({ nama: v.nama, berlakuTahun: String(v.berlakuTahun), sumber: v.sumber || null })),
      kode: ada.kode.map((k) => ({
        versi: k.namaVersi,
        kode: k.kode,
        nama: k.nama,
        indikator: k.indikator || null,
        satuan: k.satuan || null,
      })),
    },
    periksa: (isi) => periksa(isi, ada),
  }
}

function periksa(isi: IsiBuku, { versi }: Ada): SalahBaris[] {
  const dikenal = new Set([...versi.map((v) => kecil(v.nama)), ...(isi.versi ?? []).map((b) => kecil(b.nilai.nama))])
  return (isi.kode ?? []).flatMap(({ nomor, nilai }) =>
    dikenal.has(kecil(nilai.versi))
      ? []
      : [{ lembar: 'kode', nomor, kolom: 'versi', pesan: 'Versi ini tidak ada. Tulis dahulu pada lembar Versi.' }],
  )
}

async function terapkan(tx: Tx, pelaku: Pelaku, perubahan: readonly Perubahan[]): Promise<void> {
  const ada = await ambilAda(tx, pelaku)
  const id = new Map(ada.versi.map((v) => [kecil(v.nama), v.id]))
  for (const { lembar, lama, baru } of perubahan) {
    const nilai = baru ?? lama ?? {}
    if (lembar === 'versi') await terapkanVersi(tx, pelaku, { id, nilai, baru })
    else {
      const punya = ada.kode.find((k) => kecil(k.namaVersi) === kecil(nilai.versi) && k.kode === nilai.kode)
      await terapkanKode(tx, pelaku, { versiId: id.get(kecil(nilai.versi)) ?? '', punya, baru })
    }
  }
}

type Versi = { id: Map<string, string>; nilai: NilaiBaris; baru: Perubahan['baru'] }
/** A new edition, a changed one, or one that an undone import takes away again once its rows are gone: plans hold copies. */
async function terapkanVersi(tx: Tx, pelaku: Pelaku, { id, nilai, baru }: Versi): Promise<void> {
  const { kecamatanId } = pelaku
  const punya = id.get(kecil(nilai.nama))
  const isi = { nama: nilai.nama ?? '', sumber: nilai.sumber ?? '', berlakuTahun: Number(nilai.berlakuTahun ?? 0) }
  if (punya && !baru) {
    if ((await tx.nomenklatur.count({ where: { kecamatanId, versiId: punya } })) > 0)
      throw galat.bentrok(`Versi ${isi.nama} sudah diisi kode lain sesudah impornya, jadi tidak dapat dibatalkan.`)
    await tx.versiNomenklatur.deleteMany({ where: { id: punya, kecamatanId } })
    return catatJejak(tx, pelaku, {
      peristiwa: 'nomenklatur.versi-ditarik',
      objekJenis: 'versi-nomenklatur',
      objekId: punya,
      rincian: { nama: isi.nama },
      sebagai: PENULIS_KARTU,
    })
  }
  if (punya) {
    await tx.versiNomenklatur.updateMany({
      where: { id: punya, kecamatanId },
      data: { ...isi, versi: { increment: 1 } },
    })
    return
  }
  const hasil = await tulisVersi(tx, pelaku, { ...isi, dari: '', versi: 0 })
  if (hasil.id === null) throw galat.bentrok(Object.values(hasil.kesalahan).join(' '))
  id.set(kecil(isi.nama), hasil.id)
}

type Satu = { versiId: string; punya: BarisNomenklatur | undefined; baru: Perubahan['baru'] }
async function terapkanKode(tx: Tx, pelaku: Pelaku, { versiId, punya, baru }: Satu): Promise<void> {
  if (!baru) {
    if (!punya) return
    await tx.nomenklatur.deleteMany({ where: { id: punya.id, kecamatanId: pelaku.kecamatanId } })
    const { kode, nama } = punya
    return catatJejak(tx, pelaku, {
      peristiwa: 'nomenklatur.ditarik',
      objekJenis: 'nomenklatur',
      objekId: punya.id,
      rincian: { kode, nama },
      sebagai: PENULIS_KARTU,
    })
  }
  const { kode, nama, indikator, satuan } = baru
  const isi = {
    kode: kode ?? '',
    nama: nama ?? '',
    indikator: indikator ?? '',
    satuan: satuan ?? '',
    tingkat: tingkatKode(kode ?? '') ?? ('SUB_KEGIATAN' as const),
    versi: punya?.versi ?? 0,
  }
  const hasil = punya ? await tulisUbahKode(tx, pelaku, punya.id, isi) : await tulisKode(tx, pelaku, { versiId, isi })
  if (hasil.kesalahan) throw galat.bentrok(`${isi.kode}: ${Object.values(hasil.kesalahan).join(' ')}`)
}
