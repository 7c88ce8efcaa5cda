import type { BasisData, Tx } from '../../../inti/basis-data/index.ts'
import { galat } from '../../../inti/galat/index.ts'
import type { Pelaku } from '../../../inti/pelaku.ts'
import { NAMA_BULAN } from '../../../inti/waktu/index.ts'
import type {
  DefinisiImpor,
  IsiBuku,
  KolomImpor,
  LembarImpor,
  NilaiBaris,
  PersiapanImpor,
  Perubahan,
  SalahBaris,
} from '../../impor/index.ts'
import { PEMBACA_PERENCANAAN } from '../istilah.ts'
import { bolehRealisasi, PENULIS_REALISASI } from './alur-realisasi.ts'
import { type BarisRealisasi, daftarRealisasi } from './kueri-realisasi.ts'
import { tanyaWajar } from './realisasi.ts'
import { tolakBulan, tulisBulan, type UbahBulan } from './simpan-realisasi.ts'

const kolomBulan = (bulan: number): string => `b${bulan}`
const LEMBAR: LembarImpor = {
  kode: 'realisasi',
  nama: 'Realisasi',
  petunjuk:
    'Realisasi setiap bulan, bukan jumlah sampai bulan itu. Kosong: belum diketahui; nol: tidak ada. Angka yang tidak lazim (lebih dari pagu, kurang dari nol) perlu keterangan.',
  kolom: [
    { kode: 'kode', judul: 'Kode sub kegiatan', jenis: 'teks', wajib: true, kunci: true, maks: 30, lebar: 20 },
    { kode: 'kelurahan', judul: 'Kelurahan', jenis: 'teks', kunci: true, maks: 80, lebar: 18 },
    { kode: 'nama', judul: 'Sub kegiatan', jenis: 'teks', hanyaBaca: true, lebar: 50 },
    { kode: 'pagu', judul: 'Pagu', jenis: 'uang', hanyaBaca: true, lebar: 18 },
    ...NAMA_BULAN.map((judul, ke): KolomImpor => ({ kode: kolomBulan(ke + 1), judul, jenis: 'uang', lebar: 15 })),
    {
      kode: 'keterangan',
      judul: 'Keterangan',
      jenis: 'teks',
      lebar: 30,
      petunjuk: 'Wajib ditulis baru bila ada angka yang tidak lazim.',
    },
  ],
}

/** Monthly spending of a year in and out by Excel: units see all, and write their own. */
export const imporRealisasi: DefinisiImpor = {
  kode: 'realisasi-anggaran',
  nama: 'Realisasi anggaran per bulan',
  keterangan: 'Realisasi setiap sub kegiatan, bulan demi bulan.',
  tahunan: true,
  pembaca: PEMBACA_PERENCANAAN,
  penulis: PENULIS_REALISASI,
  halaman: ({ tahun }) => ({ teks: 'Realisasi anggaran', alamat: `/perencanaan/realisasi?tahun=${tahun}` }),
  siapkan,
  terapkan,
}

const kecil = (teks: string | null | undefined): string => (teks ?? '').trim().toLowerCase()
const cari = (ada: readonly BarisRealisasi[], { kode, kelurahan }: NilaiBaris): BarisRealisasi | undefined =>
  ada.find((s) => s.kode === kode && kecil(s.kelurahan) === kecil(kelurahan))
/** The remark that was written last. */
const keterangan = ({ bulanan }: BarisRealisasi): string =>
  [...bulanan].sort((a, b) => (a.pada < b.pada ? 1 : -1)).find((b) => b.keterangan !== '')?.keterangan ?? ''

async function siapkan(
  baca: Tx | BasisData['baca'],
  pelaku: Pelaku,
  { tahun, kunci }: { tahun: number; kunci: boolean },
): Promise<PersiapanImpor> {
  const ada = await daftarRealisasi(baca, { kecamatanId: pelaku.kecamatanId, tahun, kunci })
  return {
    lembar: [LEMBAR],
    kini: {
      realisasi: ada.map((s) => ({
        kode: s.kode,
        kelurahan: s.kelurahan || null,
        nama: s.nama,
        pagu: s.pagu,
        ...Object.fromEntries(
          NAMA_BULAN.map((_, ke) => [kolomBulan(ke + 1), s.bulanan.find((b) => b.bulan === ke + 1)?.nilai ?? null]),
        ),
        keterangan: keterangan(s) || null,
      })),
    },
    periksa: (isi) => periksa(isi, { ada, tahun, pelaku }),
  }
}

/** Months of a row that differ from what is there. A column that the file lacks changes nothing. */
const ubahDari = (sub: BarisRealisasi, nilai: NilaiBaris): UbahBulan[] =>
  NAMA_BULAN.flatMap((_, ke) => {
    const bulan = ke + 1
    const lama = sub.bulanan.find((b) => b.bulan === bulan)
    const baru = nilai[kolomBulan(bulan)]
    return baru === undefined || (baru || null) === (lama?.nilai ?? null)
      ? []
      : [{ sub, bulan, nilai: baru || null, versi: lama?.versi ?? 0 }]
  })

type Bahan = { ada: readonly BarisRealisasi[]; tahun: number; pelaku: Pelaku }
function periksa(isi: IsiBuku, { ada, tahun, pelaku }: Bahan): SalahBaris[] {
  return (isi.realisasi ?? []).flatMap(({ nomor, nilai }) => {
    const tolak = (kolom: string | null, pesan: string): SalahBaris => ({ lembar: 'realisasi', nomor, kolom, pesan })
    const sub = cari(ada, nilai)
    if (!sub) return [tolak('kode', 'Sub kegiatan (dan kelurahan) ini tidak mempunyai anggaran tahun ini.')]
    const ubah = ubahDari(sub, nilai)
    const baru = kecil(nilai.keterangan) !== kecil(keterangan(sub))
    if (ubah.length === 0)
      return baru && 'keterangan' in nilai
        ? [tolak('keterangan', 'Keterangan hanya ditulis bila ada angka yang berubah.')]
        : []
    if (!bolehRealisasi(pelaku, sub.unitId))
      return [tolak(null, 'Sub kegiatan ini dilaksanakan unit lain. Biarkan barisnya seperti semula.')]
    const jelas = baru && (nilai.keterangan ?? '').length >= 10
    return ubah.flatMap((u) => {
      const salah = tolakBulan(sub, { tahun, bulan: u.bulan }, pelaku)
      const tanya = u.nilai === null || jelas ? null : tanyaWajar(jadi(sub, ubah, u.bulan), u.bulan, u.nilai)
      return [salah, tanya && `${tanya} Bila benar, tulis keterangannya.`].flatMap((pesan) =>
        pesan ? [tolak(kolomBulan(u.bulan), pesan)] : [],
      )
    })
  })
}

/** The sub kegiatan with the other months of the row written, so that a question sees the year as it will be. */
function jadi(sub: BarisRealisasi, ubah: readonly UbahBulan[], kecuali: number) {
  const lain = ubah.filter((u) => u.bulan !== kecuali)
  const tetap = sub.bulanan.filter((b) => !lain.some((u) => u.bulan === b.bulan))
  return {
    ...sub,
    bulanan: [...tetap, ...lain.flatMap((u) => (u.nilai === null ? [] : [{ bulan: u.bulan, nilai: u.nilai }]))],
  }
}

/** Writes the months through the same function as the page. */
async function terapkan(
  tx: Tx,
  pelaku: Pelaku,
  perubahan: readonly Perubahan[],
  { tahun }: { tahun: number },
): Promise<void> {
  const ada = await daftarRealisasi(tx, { kecamatanId: pelaku.kecamatanId, tahun, kunci: true })
  for (const { baru } of perubahan) {
    const sub = baru && cari(ada, baru)
    if (!baru || !sub) continue
    const ubah = ubahDari(sub, baru)
    const salah = ubah.map((u) => tolakBulan(sub, { tahun, bulan: u.bulan }, pelaku)).find(Boolean)
    if (salah) throw galat.bentrok(`${sub.kode}: ${salah}`)
    if (ubah.length > 0) await tulisBulan(tx, pelaku, { tahun, ubah, keterangan: baru.keterangan ?? '' })
  }
}
