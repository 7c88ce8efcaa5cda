import { formatIsian } from '../../inti/angka/index.ts'
import type { BasisData, Tx } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import type { Kesalahan } from '../../inti/http/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import type { DefinisiImpor, KolomImpor, NilaiBaris, PersiapanImpor, Perubahan } from '../impor/index.ts'
import { PEMBACA_STATUS, PENULIS_STATUS } from './alur.ts'
import { bacaNilaiDesa, isianDesa, JENIS_DESA, type JenisDesa, rapikanNamaDesa, statusMenurutSkor } from './isian.ts'
import { type DesaBerstatus, daftarBatas, daftarDesa, pada } from './kueri.ts'
import { hapusDesaImpor, tulisDesaBaru, tulisUbahanDesa } from './simpan-desa.ts'
import { type StatusBaru, tulisStatus } from './simpan-status.ts'
import {
  type BatasIndeks,
  batasPada,
  NAMA_STATUS,
  NAMA_UKURAN,
  STATUS_DESA,
  UKURAN_DESA,
  type UkuranDesa,
  ukuranTahun,
} from './status.ts'

const pilihan = (daftar: Readonly<Record<string, string>>) =>
  Object.entries(daftar).map(([nilai, teks]) => ({ nilai, teks }))
const KOLOM: readonly KolomImpor[] = [
  { kode: 'nama', judul: 'Desa/kelurahan', jenis: 'teks', wajib: true, kunci: true, maks: 100, lebar: 26 },
  {
    kode: 'jenis',
    judul: 'Jenis',
    jenis: 'pilihan',
    wajib: true,
    kunci: true,
    pilihan: pilihan(JENIS_DESA),
    lebar: 12,
  },
  {
    kode: 'kode',
    judul: 'Kode wilayah',
    jenis: 'teks',
    maks: 20,
    lebar: 16,
    petunjuk: 'Seperti 33.27.08.2001; boleh kosong.',
  },
  {
    kode: 'ukuran',
    judul: 'Ukuran',
    jenis: 'pilihan',
    pilihan: UKURAN_DESA.map((nilai) => ({ nilai, teks: NAMA_UKURAN[nilai] })),
    lebar: 28,
    petunjuk: 'IDM sampai tahun 2024, Indeks Desa sejak 2025. Sama untuk semua desa satu tahun.',
  },
  {
    kode: 'skor',
    judul: 'Skor',
    jenis: 'angka',
    lebar: 12,
    petunjuk: 'IDM 0–1, Indeks Desa 0–100; paling banyak 4 desimal.',
  },
  {
    kode: 'status',
    judul: 'Status',
    jenis: 'pilihan',
    pilihan: STATUS_DESA.map((nilai) => ({ nilai, teks: NAMA_STATUS[nilai] })),
    lebar: 20,
    petunjuk: 'Boleh kosong pada IDM, dan pada Indeks Desa yang batasnya sudah ditetapkan: statusnya mengikuti skor.',
  },
  {
    kode: 'sumber',
    judul: 'Sumber',
    jenis: 'teks',
    maks: 300,
    lebar: 44,
    petunjuk: 'Keputusan atau pengumuman yang memuatnya.',
  },
]

/** The status of the desa of a year in and out by Excel. New names join the list; an import deletes no desa. */
export const imporStatusDesa: DefinisiImpor = {
  kode: 'status-desa',
  nama: 'Status desa',
  keterangan: 'Skor dan status Indeks Desa atau IDM tiap desa pada satu tahun.',
  tahunan: true,
  pembaca: PEMBACA_STATUS,
  penulis: PENULIS_STATUS,
  halaman: ({ tahun }) => ({ teks: `Status desa ${tahun}`, alamat: `/status-desa?tahun=${tahun}` }),
  siapkan,
  terapkan,
}

async function siapkan(
  baca: Tx | BasisData['baca'],
  pelaku: Pelaku,
  { tahun, kunci }: { tahun: number; kunci: boolean },
): Promise<PersiapanImpor> {
  const semua = await daftarDesa(baca, pelaku, { kunci })
  const batas = batasPada(await daftarBatas(baca, pelaku), tahun)
  return {
    lembar: [
      {
        kode: 'status',
        nama: 'Status desa',
        petunjuk: `Satu baris satu desa untuk tahun ${tahun}. Baris tanpa skor dan status dibiarkan kosong.`,
        kolom: KOLOM,
        maksBaris: 500,
        rapikan: (baris) => rapikanBaris(baris, batas),
        periksa: (baris) => periksaBaris(baris, { ada: semua, batas }),
      },
    ],
    kini: { status: semua.filter((d) => d.aktif).map((d) => barisDari(d, tahun)) },
  }
}

function barisDari(desa: DesaBerstatus, tahun: number): NilaiBaris {
  const s = pada(desa, tahun)
  const { nama, jenis, kode } = desa
  return {
    nama,
    jenis,
    kode: kode || null,
    ukuran: s?.ukuran ?? null,
    skor: s?.skor ?? null,
    status: s?.status ?? null,
    sumber: s?.sumber || null,
  }
}

/**
 * A row as it will be stored: the bare name, the status that a score means, and nothing of a measure where neither score
 * nor status is known. So the preview, what is written, and what an undo compares are the same.
 */
function rapikanBaris(baris: NilaiBaris, batas: BatasIndeks | null): NilaiBaris {
  const rapi = { ...baris, nama: rapikanNamaDesa(baris.nama ?? '') }
  const dariSkor = baris.ukuran ? statusMenurutSkor(baris.skor ?? null, aturanBaris(baris, batas)) : null
  if (dariSkor && !baris.status) return { ...rapi, status: dariSkor.status }
  const kosong = 'skor' in baris && 'status' in baris && !baris.skor && !baris.status
  return kosong ? { ...rapi, ukuran: null, sumber: null } : rapi
}

/** The same rules and words as on the screen. */
type Pembanding = { readonly ada: readonly DesaBerstatus[]; readonly batas: BatasIndeks | null }
function periksaBaris(baris: NilaiBaris, { ada, batas }: Pembanding): Kesalahan {
  const kesalahan: Record<string, string> = {}
  const desa = isianDesa.safeParse({ nama: baris.nama, jenis: baris.jenis, kode: baris.kode ?? '', versi: 0 })
  for (const { path, message } of desa.error?.issues ?? []) kesalahan[String(path[0])] ??= message
  if (cariDesa(ada, baris)?.aktif === false)
    kesalahan.nama = 'Desa ini sudah dikeluarkan dari daftar. Masukkan kembali dahulu, atau hapus barisnya.'
  if (!baris.skor && !baris.status) return kesalahan
  if (!baris.ukuran) return { ...kesalahan, ukuran: 'Pilih ukurannya: IDM atau Indeks Desa.' }
  if ((baris.sumber ?? '').length < 5) kesalahan.sumber = 'Tulis keputusan atau pengumuman yang memuat angka ini.'
  return { ...kesalahan, ...bacaBarisStatus(baris, batas).kesalahan }
}

const aturanBaris = (baris: NilaiBaris, batas: BatasIndeks | null) => ({
  ukuran: (baris.ukuran ?? 'IDM') as UkuranDesa,
  batas,
})
const bacaBarisStatus = (baris: NilaiBaris, batas: BatasIndeks | null) =>
  bacaNilaiDesa(
    { skor: baris.skor ? formatIsian(baris.skor) : '', status: baris.status ?? '' },
    aturanBaris(baris, batas),
  )

async function terapkan(
  tx: Tx,
  pelaku: Pelaku,
  perubahan: readonly Perubahan[],
  { tahun }: { tahun: number },
): Promise<void> {
  const ada = await daftarDesa(tx, pelaku, { kunci: true })
  const batas = batasPada(await daftarBatas(tx, pelaku), tahun)
  const kelompok = new Map<string, { ukuran: UkuranDesa; sumber: string; baru: StatusBaru[] }>()
  for (const { lama, baru } of perubahan) {
    const isi = baru ?? { ...lama, ukuran: null, skor: null, status: null, sumber: null }
    const desa = await cariAtauTambah(tx, pelaku, { ada, isi })
    const data = bacaStatusPasti(isi, { desa, batas })
    if (!data && !pada(desa, tahun)) continue
    const kunci = JSON.stringify([isi.ukuran, isi.sumber])
    const ukuran = (isi.ukuran ?? ukuranTahun(tahun)) as UkuranDesa
    const satu = kelompok.get(kunci) ?? { ukuran, sumber: isi.sumber ?? '', baru: [] }
    satu.baru.push({ desa, data })
    kelompok.set(kunci, satu)
  }
  for (const satu of kelompok.values()) await tulisStatus(tx, pelaku, { tahun, ...satu })
  for (const { lama, baru } of perubahan) {
    const desa = baru === null && lama ? cariDesa(ada, lama) : undefined
    // what an undone import had added goes again, unless another year knows it by now
    if (desa?.riwayat.every((s) => s.tahun === tahun)) await hapusDesaImpor(tx, pelaku, desa)
  }
}

/** What is written of a row; a row that lacks a column may contradict what is there, and then nothing is written. */
function bacaStatusPasti(isi: NilaiBaris, { desa, batas }: { desa: DesaBerstatus; batas: BatasIndeks | null }) {
  const { data, kesalahan } = bacaBarisStatus(isi, batas)
  const [salah] = Object.values(kesalahan)
  if (salah) throw galat.tidakSesuai(`${JENIS_DESA[desa.jenis]} ${desa.nama}: ${salah}`)
  return data
}

const cariDesa = (ada: readonly DesaBerstatus[], { nama, jenis }: NilaiBaris): DesaBerstatus | undefined =>
  ada.find((d) => d.nama.toLowerCase() === (nama ?? '').toLowerCase() && d.jenis === (jenis ?? 'DESA'))

async function cariAtauTambah(
  tx: Tx,
  pelaku: Pelaku,
  { ada, isi }: { ada: readonly DesaBerstatus[]; isi: NilaiBaris },
): Promise<DesaBerstatus> {
  const jenis = (isi.jenis ?? 'DESA') as JenisDesa
  const kode = isi.kode ?? ''
  const lama = cariDesa(ada, isi)
  if (lama && !lama.aktif)
    throw galat.bentrok(`${JENIS_DESA[jenis]} ${lama.nama} sudah dikeluarkan dari daftar. Masukkan kembali dahulu.`)
  if (lama) {
    if (lama.kode !== kode) await tulisUbahanDesa(tx, pelaku, { lama, isi: { nama: lama.nama, jenis, kode } })
    return lama
  }
  const id = await tulisDesaBaru(tx, pelaku, { nama: isi.nama ?? '', jenis, kode })
  return { id, nama: isi.nama ?? '', jenis, kode, aktif: true, versi: 1, riwayat: [] }
}
