import { daftarkanPesan, halaman, type Kesalahan } from '../../../inti/http/index.ts'
import type { PeriodeRenstra } from './kueri-periode.ts'
import type { BahanSalinan } from './salin-renstra.ts'

daftarkanPesan({
  'renstra-disimpan': 'Renstra sudah disimpan.',
  'renstra-disalin': 'Renstra periode berikutnya sudah dibuat. Tulis target-targetnya.',
  'target-disimpan': 'Target Renstra sudah disimpan.',
})

type Isian = Readonly<Record<string, string>>
export const LABEL_PERIODE = {
  nama: 'Nama Renstra',
  tahunAwal: 'Tahun pertama',
  tahunAkhir: 'Tahun terakhir',
  nomor: 'Nomor peraturan atau keputusan',
  tanggal: 'Tanggalnya',
  alasan: 'Alasan perubahan',
}

type Bahan = { lama: PeriodeRenstra | null; isian?: Isian; kesalahan?: Kesalahan }
/** The form of a period: a new one, or a change. */
export function susunPeriode({ lama, isian = {}, kesalahan = {} }: Bahan) {
  return {
    judulHalaman: lama ? 'Ubah periode Renstra' : 'Renstra baru',
    keterangan: lama?.nama ?? '',
    alamat: lama ? `/perencanaan/renstra/${lama.id}` : '/perencanaan/renstra',
    salinan: null,
    perluAlasan: lama !== null,
    tombol: 'Simpan Renstra',
    ...isianPeriode({ asal: lama, isian, kesalahan }),
  }
}

type Asal = Pick<PeriodeRenstra, 'nama' | 'tahunAwal' | 'tahunAkhir' | 'nomor' | 'tanggal' | 'versi'> | null
function isianPeriode({ asal, isian, kesalahan }: { asal: Asal; isian: Isian; kesalahan: Kesalahan }) {
  return {
    versi: isian.versi ?? String(asal?.versi ?? 0),
    isian: {
      nama: asal?.nama ?? '',
      tahunAwal: asal ? String(asal.tahunAwal) : '',
      tahunAkhir: asal ? String(asal.tahunAkhir) : '',
      nomor: asal?.nomor ?? '',
      tanggal: asal?.tanggal ?? '',
      alasan: '',
      ...isian,
    } as Record<string, string>,
    kesalahan,
    label: LABEL_PERIODE as Record<string, string>,
  }
}

type BahanSalin = { asal: PeriodeRenstra; bahan: BahanSalinan; isian?: Isian; kesalahan?: Kesalahan }
/** What goes over into the next period, shown before, with the form that does it. */
export function susunSalinan({ asal, bahan, isian = {}, kesalahan = {} }: BahanSalin) {
  const lama = asal.tahunAkhir - asal.tahunAwal
  const usul = {
    ...asal,
    nama: asal.nama
      .replace(String(asal.tahunAwal), String(asal.tahunAkhir + 1))
      .replace(String(asal.tahunAkhir), String(asal.tahunAkhir + 1 + lama)),
    tahunAwal: asal.tahunAkhir + 1,
    tahunAkhir: asal.tahunAkhir + 1 + lama,
    nomor: '',
    tanggal: null,
  }
  return {
    judulHalaman: 'Salin ke periode berikutnya',
    keterangan: asal.nama,
    alamat: `/perencanaan/renstra/${asal.id}/salinan`,
    perluAlasan: false,
    tombol: 'Buat periode berikutnya',
    salinan: {
      tujuan: bahan.tujuan.map((t) => ({
        uraian: t.uraian,
        sasaran: bahan.sasaran
          .filter((s) => s.tujuanId === t.id)
          .map((s) => ({
            uraian: s.uraian,
            program: bahan.program.filter((p) => p.sasaranId === s.id).map((p) => `${p.kode} ${p.nama}`),
            indikator: bahan.indikator.filter((i) => i.sasaranId === s.id).map((i) => `${i.kode} ${i.nama}`),
          })),
      })),
      ringkas: [
        { jumlah: bahan.tujuan.length, teks: 'tujuan' },
        { jumlah: bahan.sasaran.length, teks: 'sasaran' },
        { jumlah: bahan.program.length, teks: 'program' },
        { jumlah: bahan.indikator.length, teks: 'kartu indikator' },
        { jumlah: bahan.pagu.length, teks: `pagu indikatif ${asal.tahunAkhir}` },
      ],
    },
    ...isianPeriode({ asal: usul, isian, kesalahan }),
  }
}

type VmPeriode = Omit<ReturnType<typeof susunPeriode>, 'salinan'> & {
  salinan: ReturnType<typeof susunSalinan>['salinan'] | null
}
export const halamanPeriode = halaman<VmPeriode>('perencanaan/periode-renstra')
