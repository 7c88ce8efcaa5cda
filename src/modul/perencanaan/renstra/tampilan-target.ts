import { barisIsian, halaman, isianKembali, type Kesalahan } from '../../../inti/http/index.ts'
import type { PeriodeRenstra } from './kueri-periode.ts'
import type { BarisTarget } from './kueri-target.ts'
import { kolomTarget, selPada, tulisSel } from './target.ts'

type Bahan = { badan?: unknown; kesalahan?: Kesalahan }

/** The matrix of targets as a form: a row per indicator, a field per year. */
export function susunTarget(
  renstra: PeriodeRenstra,
  indikator: readonly BarisTarget[],
  { badan, kesalahan = {} }: Bahan = {},
) {
  const kolom = kolomTarget(renstra)
  const ketik = new Map((badan === undefined ? [] : barisIsian(badan, 'baris')).map((b) => [b.indikator, b]))
  const dasar = badan === undefined ? {} : isianKembali(badan)
  return {
    judulHalaman: 'Target Renstra',
    keterangan: renstra.nama,
    alamat: `/perencanaan/renstra/${renstra.id}/target`,
    kembali: `/perencanaan?renstra=${renstra.id}`,
    versi: dasar.versi ?? String(renstra.versi),
    alasan: dasar.alasan ?? '',
    kolom: kolom.map(({ kode, judul }) => ({ kode, judul })),
    baris: indikator.map((i, ke) => ({
      id: i.id,
      awalan: `baris.${ke}`,
      kode: i.kode,
      nama: i.nama,
      kecil: [i.satuan, i.letak].filter(Boolean).join(' · '),
      sel: kolom.map((k) => {
        return {
          nama: `baris.${ke}.${k.kode}`,
          judul: `${i.kode}, ${k.judul}`,
          nilai: ketik.get(i.id)?.[k.kode] ?? tulisSel(selPada(i.target, k), i),
          salah: kesalahan[`baris.${ke}.${k.kode}`] ?? '',
          dipakai: k.jenis === 'TARGET' && i.tahunPk.includes(k.tahun),
        }
      }),
    })),
    kesalahan,
    label: { alasan: 'Alasan perubahan' } as Record<string, string>,
  }
}

export const halamanTarget = halaman<ReturnType<typeof susunTarget>>('perencanaan/target-renstra')
