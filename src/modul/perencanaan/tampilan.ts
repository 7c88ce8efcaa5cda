import { TANPA_NILAI } from '../../inti/angka/index.ts'
import { halaman } from '../../inti/http/index.ts'
import { nilaiIndikator, tabPerencanaan } from './istilah.ts'
import type { IndikatorRenstra, Renstra } from './kueri-renstra.ts'

/** The Renstra as one official table: tujuan, sasaran, IKU, baseline, targets per year. */
export function susunRenstra(daftar: readonly Renstra[], { pilih, tahun }: { pilih: string; tahun: number }) {
  const renstra =
    daftar.find((r) => r.id === pilih) ??
    daftar.find((r) => r.tahunAwal <= tahun && r.tahunAkhir >= tahun) ??
    daftar[0] ??
    null
  const tahunTarget = renstra
    ? Array.from({ length: renstra.tahunAkhir - renstra.tahunAwal + 1 }, (_, i) => renstra.tahunAwal + i)
    : []
  return {
    judulHalaman: 'Rencana strategis',
    tab: tabPerencanaan('renstra'),
    nama: renstra?.nama ?? '',
    lain: daftar.filter((r) => r !== renstra).map((r) => ({ alamat: `/perencanaan?renstra=${r.id}`, teks: r.nama })),
    tahunAwal: renstra ? renstra.tahunAwal - 1 : 0,
    tahunTarget: tahunTarget.map((t) => ({ tahun: t, kini: t === tahun })),
    jumlahKolom: 3 + tahunTarget.length,
    tujuan: (renstra?.tujuan ?? []).map((t, ke) => ({
      judul: `Tujuan ${ke + 1}`,
      uraian: t.uraian,
      sasaran: t.sasaran.map((s, urut) => ({
        judul: `Sasaran ${ke + 1}.${urut + 1}`,
        uraian: s.uraian,
        program: s.program.map((p) => `${p.kode} ${p.nama}`),
        indikator: s.indikator.map((i) =>
          barisTarget(i, { awal: (renstra?.tahunAwal ?? 0) - 1, tahunTarget, kini: tahun }),
        ),
      })),
    })),
  }
}

type Rentang = { awal: number; tahunTarget: readonly number[]; kini: number }
function barisTarget(i: IndikatorRenstra, { awal, tahunTarget, kini }: Rentang) {
  const pada = (tahun: number) => {
    const target = i.target.find((t) => t.tahun === tahun)
    return target ? nilaiIndikator(target) : TANPA_NILAI
  }
  return {
    alamat: `/perencanaan/indikator/${i.id}`,
    kode: i.kode,
    nama: i.nama,
    satuan: i.satuan,
    unit: i.unit,
    awal: pada(awal),
    target: tahunTarget.map((t) => ({ nilai: pada(t), kini: t === kini })),
  }
}

export const halamanRenstra = halaman<ReturnType<typeof susunRenstra>>('perencanaan/renstra')
