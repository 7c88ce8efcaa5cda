import type { BasisData, Tx } from '../../../inti/basis-data/index.ts'
import { galat } from '../../../inti/galat/index.ts'
import type { Kesalahan } from '../../../inti/http/index.ts'
import type { Pelaku } from '../../../inti/pelaku.ts'
import type {
  DefinisiImpor,
  KolomImpor,
  KonteksTerapan,
  LembarImpor,
  PersiapanImpor,
  Perubahan,
} from '../../impor/index.ts'
import { PENULIS_KARTU } from '../indikator/alur.ts'
import { PEMBACA_PERENCANAAN } from '../istilah.ts'
import { hapusDokumenDalam } from './hapus-dokumen.ts'
import { type AnggaranAda, cariSub, dariBaris, kunciDokumen, periksaAnggaranBuku } from './impor-anggaran-periksa.ts'
import { daftarDokumen, daftarPagu } from './kueri.ts'
import { tulisDokumenBaru, tulisUbahDokumen } from './simpan-dokumen.ts'

const JENIS: KolomImpor = {
  kode: 'jenis',
  judul: 'Dokumen',
  jenis: 'pilihan',
  wajib: true,
  kunci: true,
  pilihan: [
    { nilai: 'DPA', teks: 'DPA' },
    { nilai: 'DPPA', teks: 'DPPA' },
  ],
  lebar: 10,
}
const SEJAK: KolomImpor = {
  kode: 'berlakuSejak',
  judul: 'Berlaku sejak',
  jenis: 'tanggal',
  wajib: true,
  kunci: true,
  lebar: 14,
}
const LEMBAR: readonly LembarImpor[] = [
  {
    kode: 'dokumen',
    nama: 'Dokumen',
    petunjuk: 'Satu baris DPA, dan satu baris per DPPA dengan tanggal mulai berlakunya.',
    kolom: [
      JENIS,
      SEJAK,
      { kode: 'nomor', judul: 'Nomor', jenis: 'teks', maks: 120, lebar: 24 },
      { kode: 'tanggal', judul: 'Tanggal dokumen', jenis: 'tanggal', lebar: 14 },
      {
        kode: 'alasan',
        judul: 'Alasan perubahan',
        jenis: 'teks',
        lebar: 30,
        petunjuk: 'Ditulis baru bila anggaran yang sudah dipakai diubah.',
      },
    ],
  },
  {
    kode: 'pagu',
    nama: 'Pagu',
    petunjuk:
      'Pagu per sub kegiatan (dan kelurahan) menurut dokumennya. Setiap rupiah satu kali, pada sub kegiatannya.',
    kolom: [
      { kode: 'kode', judul: 'Kode sub kegiatan', jenis: 'teks', wajib: true, kunci: true, maks: 30, lebar: 20 },
      { kode: 'kelurahan', judul: 'Kelurahan', jenis: 'teks', kunci: true, maks: 80, lebar: 18 },
      { kode: 'nama', judul: 'Sub kegiatan', jenis: 'teks', hanyaBaca: true, lebar: 60 },
      JENIS,
      SEJAK,
      { kode: 'pagu', judul: 'Pagu', jenis: 'uang', wajib: true, lebar: 18 },
    ],
    periksa: ({ pagu }): Kesalahan => (pagu?.startsWith('-') ? { pagu: 'Pagu tidak kurang dari nol.' } : {}),
  },
]

/** DPA and DPPA of a year with their amounts in and out by Excel. */
export const imporAnggaran: DefinisiImpor = {
  kode: 'anggaran',
  nama: 'Anggaran (DPA dan DPPA)',
  keterangan: 'Dokumen anggaran setahun dan pagu per sub kegiatan.',
  tahunan: true,
  pembaca: PEMBACA_PERENCANAAN,
  penulis: PENULIS_KARTU,
  halaman: ({ tahun }) => ({ teks: 'Program dan anggaran', alamat: `/perencanaan/program?tahun=${tahun}` }),
  siapkan,
  terapkan,
}

async function ambilAda(
  baca: Tx | BasisData['baca'],
  pelaku: Pelaku,
  { tahun, kunci }: { tahun: number; kunci: boolean },
): Promise<AnggaranAda> {
  const dokumen = []
  for (const d of await daftarDokumen(baca, pelaku, { tahun, kunci }))
    dokumen.push({ ...d, pagu: await daftarPagu(baca, pelaku, { tahun, dokumenId: d.id }) })
  return { tahun, dokumen, sub: await daftarPagu(baca, pelaku, { tahun }) }
}

async function siapkan(
  baca: Tx | BasisData['baca'],
  pelaku: Pelaku,
  konteks: { tahun: number; kunci: boolean },
): Promise<PersiapanImpor> {
  const ada = await ambilAda(baca, pelaku, konteks)
  return {
    lembar: LEMBAR,
    kini: {
      dokumen: ada.dokumen.map(({ jenis, berlakuSejak, nomor, tanggal, alasanUbah }) => ({
        jenis,
        berlakuSejak,
        nomor: nomor || null,
        tanggal,
        alasan: alasanUbah || null,
      })),
      pagu: ada.dokumen.flatMap(({ jenis, berlakuSejak, pagu }) =>
        pagu.flatMap((s) =>
          s.pagu === null
            ? []
            : [{ kode: s.kode, kelurahan: s.kelurahan || null, nama: s.nama, jenis, berlakuSejak, pagu: s.pagu }],
        ),
      ),
    },
    periksa: (isi) => periksaAnggaranBuku(isi, ada),
  }
}

/** Writes document by document through the same functions as the form. */
async function terapkan(
  tx: Tx,
  pelaku: Pelaku,
  perubahan: readonly Perubahan[],
  { tahun, mundur = false }: KonteksTerapan,
): Promise<void> {
  const ada = await ambilAda(tx, pelaku, { tahun, kunci: true })
  const kelompok = new Map<string, Perubahan[]>()
  for (const satu of perubahan) {
    const kunci = kunciDokumen(satu.baru ?? satu.lama ?? {})
    kelompok.set(kunci, [...(kelompok.get(kunci) ?? []), satu])
  }
  for (const [kunci, milik] of kelompok) {
    const punya = ada.dokumen.find((d) => `${d.jenis} ${d.berlakuSejak}` === kunci)
    const kepala = milik.find((p) => p.lembar === 'dokumen')
    if (punya && kepala && !kepala.baru) await hapusDokumenDalam(tx, pelaku, punya)
    else await tulisKelompok(tx, pelaku, { ada, punya, kepala, milik, mundur })
  }
}

type Kelompok = {
  ada: AnggaranAda
  punya: AnggaranAda['dokumen'][number] | undefined
  kepala: Perubahan | undefined
  milik: readonly Perubahan[]
  mundur: boolean
}
async function tulisKelompok(tx: Tx, pelaku: Pelaku, { ada, punya, kepala, milik, mundur }: Kelompok): Promise<void> {
  const pagu = milik.flatMap((p) => {
    const nilai = p.baru ?? p.lama ?? {}
    const sub = p.lembar === 'pagu' ? cariSub([...ada.sub, ...(punya?.pagu ?? [])], nilai) : undefined
    return sub ? [{ subId: sub.id, pagu: p.baru?.pagu ?? null }] : []
  })
  const [contoh] = milik
  const dasar = kepala?.baru ?? contoh?.baru ?? contoh?.lama ?? {}
  const isian = {
    tahun: ada.tahun,
    ...dariBaris(dasar),
    nomor: kepala?.baru ? (kepala.baru.nomor ?? '') : (punya?.nomor ?? ''),
    tanggal: kepala?.baru ? (kepala.baru.tanggal ?? null) : (punya?.tanggal ?? null),
    alasan: kepala?.baru ? (kepala.baru.alasan ?? '') : (punya?.alasanUbah ?? ''),
    versi: punya?.versi ?? 0,
  }
  const hasil = punya
    ? await tulisUbahDokumen(tx, pelaku, { id: punya.id, isian, pagu, tanpaAlasan: mundur })
    : await tulisDokumenBaru(tx, pelaku, { isian, pagu })
  if (hasil.id === null) throw galat.bentrok(Object.values(hasil.kesalahan).join(' '))
}
