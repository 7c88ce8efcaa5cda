import { formatAngka, formatIsian } from '../../inti/angka/index.ts'
import { barisIsian, halaman, isianKembali, type Kesalahan } from '../../inti/http/index.ts'
import { type Pelaku, punyaPeran } from '../../inti/pelaku.ts'
import { tabPerencanaan } from '../perencanaan/index.ts'
import { PENGATUR_BATAS } from './alur.ts'
import { type BatasIndeks, batasPada, NAMA_STATUS, STATUS_BERBATAS, STATUS_DESA } from './status.ts'

const ringkas = ({ kelas }: BatasIndeks): string =>
  [...STATUS_BERBATAS.map((s) => `${NAMA_STATUS[s]} ≥ ${formatAngka(kelas[s])}`), NAMA_STATUS.SANGAT_TERTINGGAL].join(
    ' · ',
  )

/** The bounds of all years. */
export function susunDaftarBatas(pelaku: Pelaku, batas: readonly BatasIndeks[], tahunIni: number) {
  const boleh = punyaPeran(pelaku, PENGATUR_BATAS)
  const baru = batas.some((b) => b.tahun === tahunIni) ? tahunIni + 1 : tahunIni
  return {
    judulHalaman: 'Batas status Indeks Desa',
    tab: tabPerencanaan('desa'),
    tindakan: boleh ? [{ teks: `Tetapkan mulai ${baru}`, alamat: `/status-desa/batas/${baru}`, utama: true }] : [],
    baris: batas.map((b) => ({
      sel: [
        { teks: `Mulai ${b.tahun}`, alamat: boleh ? `/status-desa/batas/${b.tahun}` : undefined, kecil: b.diubahOleh },
        ringkas(b),
        b.sumber,
      ],
    })),
  }
}
export const halamanDaftarBatas = halaman<ReturnType<typeof susunDaftarBatas>>('status-desa/batas')

type Kembalian = { readonly badan?: unknown; readonly kesalahan?: Kesalahan }
/** The form of the bounds from a year on; where it has none yet, filled in like those that hold. */
export function susunIsianBatas(
  batas: readonly BatasIndeks[],
  tahun: number,
  { badan, kesalahan = {} }: Kembalian = {},
) {
  const ada = batas.find((b) => b.tahun === tahun) ?? null
  const asal = batasPada(batas, tahun)
  const ketik = badan === undefined ? null : isianKembali(badan)
  const baris = ketik ? barisIsian(badan, 'k') : []
  return {
    judulHalaman: ada ? `Batas status Indeks Desa mulai ${tahun}` : `Tetapkan batas status Indeks Desa mulai ${tahun}`,
    tab: tabPerencanaan('desa'),
    alamat: `/status-desa/batas/${tahun}`,
    ada: ada !== null,
    versi: ketik?.versi ?? String(ada?.versi ?? 0),
    versiKini: ada?.versi ?? 0,
    sumber: ketik?.sumber ?? ada?.sumber ?? '',
    kelas: STATUS_DESA.map((status, ke) => {
      const simpan = status === 'SANGAT_TERTINGGAL' ? '' : formatIsian(asal?.kelas[status] ?? null)
      return {
        awalan: `k.${ke}`,
        nama: NAMA_STATUS[status],
        terendah: status === 'SANGAT_TERTINGGAL',
        bawah: ketik ? (baris[ke]?.bawah ?? '') : simpan,
        atas: baris[ke]?.atas ?? '',
        salah: ['bawah', 'atas'].flatMap((bidang) => {
          const nama = `k.${ke}.${bidang}`
          return kesalahan[nama] ? [{ nama, teks: kesalahan[nama] }] : []
        }),
      }
    }),
    kesalahan,
    label: {
      sumber: 'Sumber',
      ...Object.fromEntries(
        STATUS_DESA.flatMap((status, ke) =>
          ['bawah', 'atas'].map((bidang) => [`k.${ke}.${bidang}`, `Batas ${NAMA_STATUS[status]}`]),
        ),
      ),
    } as Record<string, string>,
  }
}
export const halamanIsianBatas = halaman<ReturnType<typeof susunIsianBatas>>('status-desa/isian-batas')
