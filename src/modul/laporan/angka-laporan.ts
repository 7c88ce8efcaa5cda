import { formatPersen } from '../../inti/angka/index.ts'
import { bedaRekap, type IsiRekap, type VersiRekap } from '../rekap/index.ts'
import { indikatorMerah } from './usul-laporan.ts'

/** So many changes are listed; the others are in the recap. */
const PERUBAHAN_TAMPIL = 5

/**
 * What the Camat decides on, at a glance: the figures large, the indicators in red with what the unit says about them, and
 * what changed since the version before (`null` for a first version).
 */
export function susunAngka({ isi }: VersiRekap, lalu: VersiRekap | null) {
  const merah = indikatorMerah(isi)
  return {
    utama: angkaUtama(isi, merah.length),
    merah: merah.map((m) => ({
      ...m,
      status: { kode: m.warna === 'merah' ? 'SANGAT_RENDAH' : 'RENDAH', teks: m.predikat },
    })),
    perubahan: lalu ? susunPerubahan(lalu, isi) : null,
  }
}

type AngkaUtama = { nilai: string; teks: string; nada: string }
function angkaUtama({ ringkasan: r, pengukuran: ukur }: IsiRekap, merah: number): AngkaUtama[] {
  const persen = (h: typeof r.serapan) => (h.jenis === 'NILAI' ? formatPersen(h.nilai) : '–')
  const serapan = { nilai: persen(r.serapan), teks: 'serapan anggaran', nada: '' }
  return [
    ukur
      ? { nilai: persen(ukur.gulungan.kecamatan.rataRata), teks: 'capaian kecamatan', nada: '' }
      : { nilai: persen(r.rataRata.rataRata), teks: 'rata-rata capaian', nada: '' },
    { nilai: String(merah), teks: 'indikator merah', nada: merah > 0 ? 'merah' : '' },
    ...(ukur && r.serapan.jenis !== 'NILAI' ? [] : [serapan]),
    {
      nilai: `${r.terisi}/${r.jatuhTempo - r.tidakBerlaku}`,
      teks: 'nilai terisi',
      nada: r.kosong > 0 ? 'kuning' : '',
    },
    ...(ukur ? [{ nilai: `${ukur.analisis.ditulis}/${ukur.analisis.dari}`, teks: 'analisis ditulis', nada: '' }] : []),
  ]
}

function susunPerubahan(lalu: VersiRekap, isi: IsiRekap) {
  const beda = bedaRekap(lalu.isi, isi)
  return {
    versiLalu: lalu.nomorVersi,
    baris: beda.slice(0, PERUBAHAN_TAMPIL),
    lainnya: Math.max(0, beda.length - PERUBAHAN_TAMPIL),
  }
}
