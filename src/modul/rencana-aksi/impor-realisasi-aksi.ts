import type { BasisData, Tx } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import {
  type DefinisiImpor,
  type IsiBuku,
  type KolomImpor,
  kolomImpor,
  type NilaiBaris,
  type PersiapanImpor,
  type Perubahan,
  type SalahBaris,
} from '../impor/index.ts'
import { PEMBACA_PERENCANAAN } from '../perencanaan/index.ts'
import { perJabatan } from '../perjanjian-kinerja/index.ts'
import { hakAksi, PENULIS_AKSI } from './alur.ts'
import { catatAksi, ROMAWI } from './catat-aksi.ts'
import { bolehIsiAksi, pastikanTriwulan, tulisRealisasi } from './isi-triwulan.ts'
import {
  type Aksi,
  ambilRencana,
  daftarRencana,
  hariIni,
  keadaanTriwulan,
  pelaksanaDari,
  type Rencana,
} from './kueri.ts'

/** What was done of the actions of a year, quarter by quarter, in and out by Excel; rights and locks are those of the form. */
export const imporRealisasiAksi: DefinisiImpor = {
  kode: 'realisasi-aksi',
  nama: 'Realisasi rencana aksi',
  keterangan: 'Realisasi, kendala, dan tindak lanjut setiap aksi per triwulan.',
  tahunan: true,
  pembaca: PEMBACA_PERENCANAAN,
  penulis: PENULIS_AKSI,
  halaman: ({ tahun }) => ({ teks: `Rencana aksi ${tahun}`, alamat: `/rencana-aksi?tahun=${tahun}` }),
  siapkan,
  terapkan,
}

const KOLOM: readonly KolomImpor[] = [
  kolomImpor('jabatan', 'Kode jabatan', { wajib: true, kunci: true, maks: 60, lebar: 20 }),
  kolomImpor('indikator', 'Kode indikator', { wajib: true, kunci: true, maks: 30 }),
  kolomImpor('urut', 'Urutan', {
    jenis: 'bulat',
    wajib: true,
    kunci: true,
    lebar: 8,
    petunjuk: 'Urutan aksi pada indikatornya.',
  }),
  kolomImpor('triwulan', 'Triwulan', {
    jenis: 'bulat',
    wajib: true,
    kunci: true,
    lebar: 9,
    petunjuk: '1, 2, 3, atau 4.',
  }),
  kolomImpor('aksi', 'Aksi', { hanyaBaca: true, lebar: 45 }),
  kolomImpor('satuan', 'Satuan', { hanyaBaca: true }),
  kolomImpor('target', 'Target triwulan', { jenis: 'angka', hanyaBaca: true }),
  kolomImpor('realisasi', 'Realisasi', { jenis: 'angka', petunjuk: 'Kosong: belum diisi; nol: belum terlaksana.' }),
  kolomImpor('anggaran', 'Realisasi anggaran (Rp)', { jenis: 'uang', lebar: 18 }),
  kolomImpor('kendala', 'Kendala', {
    maks: 2000,
    lebar: 35,
    petunjuk: 'Wajib sebelum dilaporkan bila di bawah target.',
  }),
  kolomImpor('tindakLanjut', 'Tindak lanjut', { maks: 2000, lebar: 35 }),
]
const BIDANG = ['realisasi', 'anggaran', 'kendala', 'tindakLanjut'] as const

/** A quarter of an action with where it stands. */
type BarisAda = {
  readonly rencana: Rencana
  readonly aksi: Aksi
  readonly triwulan: number
  readonly nilai: NilaiBaris
}
const kecil = (teks: string | null | undefined): string => (teks ?? '').trim().toLowerCase()
const kunciBaris = (n: NilaiBaris): string =>
  [kecil(n.jabatan), kecil(n.indikator), Number(n.urut), Number(n.triwulan)].join('|')

async function ambilAda(
  baca: Tx | BasisData['baca'],
  pelaku: Pelaku,
  { tahun, kunci }: { tahun: number; kunci: boolean },
): Promise<BarisAda[]> {
  const hasil: BarisAda[] = []
  for (const { pkId, kode } of await daftarRencana(baca, pelaku, tahun)) {
    const rencana = await ambilRencana(baca, pelaku, { id: pkId, kunci })
    for (const aksi of rencana.aksi) hasil.push(...barisAksi(aksi, { jabatan: kode, rencana }))
  }
  return hasil
}

/** Quarters in which the action is due, or has been worked on. */
const barisAksi = (aksi: Aksi, { jabatan, rencana }: { jabatan: string; rencana: Rencana }): BarisAda[] =>
  [1, 2, 3, 4].flatMap((triwulan) => {
    const target = aksi.tw[triwulan - 1] ?? null
    const r = aksi.realisasi.find((satu) => satu.triwulan === triwulan)
    if (target === null && !r) return []
    const { kode: indikator, aksi: nama, satuan } = aksi
    const kunci = { jabatan, indikator, urut: String(aksi.urut), triwulan: String(triwulan) }
    const isi = {
      realisasi: r?.nilai ?? null,
      anggaran: r?.anggaran ?? null,
      kendala: r?.kendala || null,
      tindakLanjut: r?.tindakLanjut || null,
    }
    return [{ rencana, aksi, triwulan, nilai: { ...kunci, aksi: nama, satuan, target, ...isi } }]
  })

async function siapkan(
  baca: Tx | BasisData['baca'],
  pelaku: Pelaku,
  konteks: { tahun: number; kunci: boolean },
): Promise<PersiapanImpor> {
  const ada = await ambilAda(baca, pelaku, konteks)
  return {
    lembar: [
      {
        kode: 'realisasi',
        nama: 'Realisasi aksi',
        petunjuk:
          'Satu baris per aksi dan triwulan yang ada targetnya. Triwulan yang sudah dilaporkan tidak berubah lagi; melaporkannya tetap pada halamannya.',
        kolom: KOLOM,
        periksa: periksaAngka,
      },
    ],
    kini: { realisasi: ada.map((b) => b.nilai) },
    periksa: (isi) => periksaBuku(isi, ada, pelaku),
  }
}

function periksaAngka(b: NilaiBaris): Record<string, string> {
  const negatif = (['realisasi', 'anggaran'] as const).find((k) => b[k]?.startsWith('-'))
  return negatif ? { [negatif]: 'Tulis angka 0 atau lebih.' } : {}
}

const periksaBuku = (isi: IsiBuku, ada: readonly BarisAda[], pelaku: Pelaku): SalahBaris[] =>
  (isi.realisasi ?? []).flatMap(({ nomor, nilai }) => {
    const tolak = (kolomSalah: string | null, pesan: string) => [
      { lembar: 'realisasi', nomor, kolom: kolomSalah, pesan },
    ]
    const baris = ada.find((b) => kunciBaris(b.nilai) === kunciBaris(nilai))
    if (!baris)
      return tolak(
        'triwulan',
        'Aksi ini tidak ada, atau tidak ada targetnya pada triwulan itu. Ubah dahulu rencana aksinya.',
      )
    if (BIDANG.every((b) => !(b in nilai) || (nilai[b] || null) === (baris.nilai[b] ?? null))) return []
    const alasan = alasanTolak(pelaku, baris)
    return alasan ? tolak(null, alasan) : []
  })

/** Why a row may not be written: the quarter is not open, or the action is another's. Null when it may. */
function alasanTolak(pelaku: Pelaku, { rencana, aksi, triwulan }: BarisAda): string | null {
  const bahan = { pk: rencana.pk, pelaksana: pelaksanaDari(rencana.aksi), pelaporId: null }
  const hak = hakAksi(pelaku, bahan, 'ISI', keadaanTriwulan(rencana, triwulan, hariIni(pelaku)))
  if (!hak.boleh) return hak.alasan
  return bolehIsiAksi(pelaku, rencana, aksi)
    ? null
    : 'Aksi ini diisi oleh penanggung jawabnya. Biarkan barisnya seperti semula.'
}

/** Writes plan by plan through the same function as the form, with one event per plan and quarter. */
async function terapkan(
  tx: Tx,
  pelaku: Pelaku,
  perubahan: readonly Perubahan[],
  { tahun }: { tahun: number },
): Promise<void> {
  const ada = await ambilAda(tx, pelaku, { tahun, kunci: true })
  for (const milik of perJabatan(perubahan).values()) {
    const diubah = new Map<number, { rencana: Rencana; aksi: string[] }>()
    for (const { baru } of milik) {
      const baris = baru && ada.find((b) => kunciBaris(b.nilai) === kunciBaris(baru))
      if (!baris) throw galat.bentrok('Ada aksi yang tidak ada lagi pada rencananya. Muat ulang halaman.')
      const { rencana, aksi, triwulan } = baris
      pastikanTriwulan(pelaku, rencana, { tindakan: 'ISI', triwulan })
      if (!(await tulisRealisasi(tx, pelaku, { aksi, triwulan, rencana, isian: isianDari(baru, baris) }))) continue
      diubah.set(triwulan, { rencana, aksi: [...(diubah.get(triwulan)?.aksi ?? []), aksi.aksi] })
    }
    for (const [triwulan, { rencana, aksi }] of diubah)
      await catatAksi(tx, pelaku, rencana, {
        tindakan: 'ISI',
        rincian: { triwulan: ROMAWI[triwulan - 1], aksi, lewat: 'Excel' },
      })
  }
}

const isianDari = (n: NilaiBaris, { aksi, triwulan }: BarisAda) => ({
  id: aksi.id,
  versi: aksi.realisasi.find((r) => r.triwulan === triwulan)?.versi ?? 0,
  nilai: n.realisasi ?? null,
  anggaran: n.anggaran ?? null,
  kendala: n.kendala ?? '',
  tindakLanjut: n.tindakLanjut ?? '',
})
