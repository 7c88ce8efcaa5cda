import { barisIsian, daftarkanPesan, halaman, type Kesalahan } from '../../inti/http/index.ts'
import { tanggalPanjang } from '../../inti/waktu/index.ts'
import type { Kepala, KonteksLangkah } from '../siklus/index.ts'
import { perUnit } from './jenis-pemilahan.ts'
import type { BahanPilihan, Pemilahan } from './kueri.ts'

daftarkanPesan({
  'pemilahan-disimpan': 'Pemilahan indikator tersimpan.',
  'pemilahan-disusun': 'Daftar indikator disusun ulang dari Perjanjian Kinerja. Pilihan Anda sebelumnya tetap.',
})

type Bahan = { kepala: Kepala; konteks: KonteksLangkah; daftar: readonly Pemilahan[]; pilihan: BahanPilihan }
type Kembalian = { badan?: unknown; kesalahan?: Kesalahan }

/** The page in every state: units to choose for those who assign, the assignment by unit for everybody. */
export function susunTampilan({ kepala, konteks, daftar, pilihan }: Bahan, { badan, kesalahan = {} }: Kembalian = {}) {
  const dikirim = new Map(barisIsian(badan, 'baris').map((b) => [b.id, b]))
  const kelompok = perUnit(daftar)
  return {
    judulHalaman: `Pemilahan indikator · ${kepala.periode}`,
    kepala,
    alamat: `${kepala.alamat}/pemilahan-indikator`,
    belumBuka: !kepala.terbuka && !kepala.selesai && daftar.length === 0,
    dasar: `Indikator dari Perjanjian Kinerja yang berlaku ${tanggalPanjang(konteks.siklus.akhirPeriode)}.`,
    pembagian: kelompok.map(({ unit, baris }) => ({ jumlah: baris.length, teks: unit })),
    peringatan: susunPeringatan(kelompok, pilihan),
    tanpaPk: pilihan.tanpaPk,
    baris: daftar.map((p, nomor) => susunBaris(p, { nomor, dikirim: dikirim.get(p.id), kesalahan, pilihan })),
    kesalahan,
    label: labelKesalahan(kesalahan, daftar),
    baca: kelompok.map(({ unit, baris }) => ({
      unit,
      baris: baris.map((p) => ({
        sel: [
          { teks: p.nama, kecil: `${p.jenis} · ${p.satuan}` },
          p.dasar,
          p.unitId === p.unitAsalId ? '–' : `Menurut kartu ${p.unitAsal}: ${p.alasan}`,
        ],
      })),
    })),
  }
}

type Rinci = {
  nomor: number
  dikirim: Readonly<Record<string, string>> | undefined
  kesalahan: Kesalahan
  pilihan: BahanPilihan
}
function susunBaris(p: Pemilahan, { nomor, dikirim, kesalahan, pilihan }: Rinci) {
  const unitId = dikirim?.unitId ?? p.unitId
  // a unit that was closed since stays visible in the row it stands in
  const asing = pilihan.unit.some((u) => u.id === p.unitId)
    ? []
    : [{ nilai: p.unitId, teks: `${p.unit} (tidak aktif)` }]
  const awalan = `baris.${nomor}`
  return {
    nomor,
    id: p.id,
    versi: dikirim?.versi ?? String(p.versi),
    nama: p.nama,
    rinci: `${p.jenis} · ${p.satuan} · ${p.dasar}`,
    unitAsal: p.unitAsal,
    unitId,
    opsi: [...asing, ...pilihan.unit.map((u) => ({ nilai: u.id, teks: u.nama }))],
    alasan: dikirim?.alasan ?? p.alasan,
    berubah: unitId !== p.unitAsalId,
    salah: Object.entries(kesalahan).flatMap(([nama, teks]) => (nama.startsWith(`${awalan}.`) ? [{ nama, teks }] : [])),
  }
}

/** Units that must answer although nobody holds a post in them today. */
function susunPeringatan(kelompok: readonly { unit: string; baris: readonly Pemilahan[] }[], { unit }: BahanPilihan) {
  const kosong = new Set(unit.filter((u) => !u.adaPejabat).map((u) => u.id))
  const nama = kelompok.filter(({ baris }) => baris.some((p) => kosong.has(p.unitId))).map((k) => k.unit)
  return nama.length === 0
    ? ''
    : `Belum ada pejabat hari ini di ${nama.join(', ')}. Tetapkan pejabatnya di menu Organisasi, atau pilih unit lain.`
}

const labelKesalahan = (kesalahan: Kesalahan, daftar: readonly Pemilahan[]): Record<string, string> =>
  Object.fromEntries(
    Object.keys(kesalahan).map((kunci) => [kunci, daftar[Number(kunci.split('.')[1])]?.nama ?? 'Indikator']),
  )

export const halamanPemilahan = halaman<ReturnType<typeof susunTampilan>>('pemilahan-indikator/pemilahan')
