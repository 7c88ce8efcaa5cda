import { bahanHitung } from '../../../src/modul/kertas-kerja/ambil-angka.ts'
import { hitungHasil } from '../../../src/modul/kertas-kerja/hasil-ukur.ts'
import type { BarisKertas } from '../../../src/modul/kertas-kerja/kueri.ts'
import { usulMetodologi } from '../../../src/modul/kertas-kerja/metodologi.ts'
import { SKALA_PERMENDAGRI_86 } from '../../../src/modul/pengukuran/index.ts'
import { kartuContoh, targetContoh } from '../formulir/contoh.ts'

export const TW2 = { jenis: 'TRIWULAN', tahun: 2026, nomor: 2 } as const

/** A row of the Kertas Kerja; say only what matters. Computed for triwulan II unless `hasil` is given. */
export function barisKertas(lain: Partial<BarisKertas> = {}): BarisKertas {
  const kartu = lain.kartu ?? kartuContoh()
  const target = lain.target ?? targetContoh()
  const dasar: BarisKertas = {
    id: 'b-1',
    indikatorId: 'i-1',
    unitId: 'u-1',
    unit: 'Seksi Pemerintahan',
    unitUrut: 1,
    urut: 1,
    kartu,
    target,
    jatuhTempo: true,
    induk: { sasaran: 'Pelayanan prima', program: null, kegiatan: null, penunjang: [] },
    metodologi: usulMetodologi({ kartu, target }),
    alasanMetodologi: '',
    status: 'TERISI',
    variabel: { tepat: '18', desa: '19' },
    kategori: null,
    nilai: '94.74',
    alasanTidakBerlaku: '',
    sumberAngka: '',
    sumberBukti: 0,
    catatanUnit: {},
    hasil: null,
    penyebab: '',
    hambatan: '',
    solusi: '',
    programPenunjang: '',
    terbuka: true,
    alasanKembali: null,
    versi: 1,
    diubahOleh: '',
    diubahOlehId: null,
    diubahPada: null,
    jumlahBukti: 0,
    lalu: [],
    ...lain,
  }
  const hasil = hitungHasil(bahanHitung(dasar, dasar), { periode: TW2, skala: SKALA_PERMENDAGRI_86 })
  return { ...dasar, hasil: lain.hasil === undefined ? hasil : lain.hasil }
}
