import { formatPersen } from '../../inti/angka/index.ts'
import { tanggalJam } from '../../inti/waktu/index.ts'
import type { BedaNilai, IsiRekap } from '../rekap/index.ts'
import type { BarisTelaah } from './kueri.ts'
import type { Tujuan } from './susun-pengembalian.ts'
import type { BarisTampil } from './tampilan-baris.ts'

/** The recap in a line of figures; each leads to the place where it can be looked at. */
export function susunHitungan({ ringkasan: r, pengukuran }: IsiRekap, { ragu }: { ragu: number }) {
  const persen = (h: typeof r.serapan) => (h.jenis === 'NILAI' ? formatPersen(h.nilai) : '–')
  return [
    pengukuran
      ? {
          jumlah: `${pengukuran.analisis.ditulis}/${pengukuran.analisis.dari}`,
          teks: 'analisis ditulis',
          nada: pengukuran.analisis.ditulis < pengukuran.analisis.dari ? 'kuning' : 'hijau',
        }
      : {
          jumlah: `${r.unitMenyerahkan}/${r.unit}`,
          teks: 'unit menyerahkan',
          nada: r.unitMenyerahkan < r.unit ? 'merah' : 'hijau',
        },
    {
      jumlah: `${r.terisi}/${r.jatuhTempo - r.tidakBerlaku}`,
      teks: 'nilai terisi',
      nada: r.kosong > 0 ? 'kuning' : 'hijau',
    },
    { jumlah: r.kosong, teks: 'kosong', nada: 'merah' },
    { jumlah: r.tanpaBukti, teks: 'tanpa bukti', nada: 'kuning' },
    { jumlah: r.perluDiperiksa, teks: 'nilai meragukan', nada: 'kuning' },
    { jumlah: r.tidakBerlaku, teks: 'tidak diukur' },
    { jumlah: persen(r.rataRata.rataRata), teks: 'rata-rata capaian' },
    pengukuran
      ? { jumlah: persen(pengukuran.gulungan.kecamatan.rataRata), teks: 'capaian kecamatan' }
      : { jumlah: persen(r.serapan), teks: 'serapan anggaran' },
  ].map((butir) => (ragu > 0 && butir.nada === 'kuning' ? { ...butir, alamat: '#perlu-diperiksa' } : butir))
}

type BahanPerubahan = {
  beda: readonly BedaNilai[]
  semua: readonly BarisTampil[]
  telaah: readonly BarisTelaah[]
  versiLalu: number
}

/** What changed since the version before, with what had been asked for; asked for but unchanged stands out. Null for a first version. */
export function susunPerubahan({ beda, semua, telaah, versiLalu }: BahanPerubahan) {
  if (versiLalu === 0) return null
  const diminta = telaah.find((t) => t.keputusan === 'DIKEMBALIKAN')
  const alasan = (barisId: string, unitId: string | undefined) =>
    diminta?.rincian.find((r) => r.barisId === barisId || (r.barisId === null && r.unitId === unitId))?.alasan ?? ''
  const berubah = beda.map((d) => {
    const baris = semua.find((b) => b.id === d.barisId)
    return {
      id: d.barisId,
      unit: d.unit,
      nama: d.indikator,
      dari: d.dari,
      menjadi: d.menjadi,
      berubah: true,
      alasan: alasan(d.barisId, baris?.unitId),
    }
  })
  const tetap = (diminta?.rincian ?? []).flatMap((r) => {
    const baris = r.barisId === null ? undefined : semua.find((b) => b.id === r.barisId)
    if (!baris || beda.some((d) => d.barisId === r.barisId)) return []
    return [
      {
        id: baris.id,
        unit: r.unit,
        nama: r.nama,
        dari: baris.realisasi,
        menjadi: 'tidak berubah',
        berubah: false,
        alasan: r.alasan,
      },
    ]
  })
  return {
    versiLalu,
    baris: [...tetap, ...berubah],
    jumlahBerubah: berubah.length,
    alasanUmum: diminta?.cakupan === 'SEMUA' ? diminta.catatan : '',
  }
}

/** Choices of the return, in words: what goes back, to whom, what reopens. */
export function susunOpsiTujuan(tujuan: readonly Tujuan[], versi: number) {
  const berikut = `Sesudah itu rekap dibekukan lagi sebagai versi ${versi + 1}.`
  return [...tujuan]
    .sort((a, b) => Number(b.berbagian || b.satuan) - Number(a.berbagian || a.satuan))
    .map((t) => ({
      nilai: t.kode,
      teks: t.berbagian
        ? 'Unit atau nilai yang saya centang'
        : t.satuan
          ? 'Indikator yang saya centang; tanpa centang, seluruh pengukuran'
          : `${t.langkah.jenis === 'rekap' ? 'Seluruh rekap' : 'Seluruhnya'} kepada ${t.pelaksana}`,
      petunjuk: t.satuan
        ? `Kembali ke langkah ${t.langkah.nomor} (${t.pelaksana}): hanya indikator yang dicentang terbuka lagi. ${berikut}`
        : t.berbagian
          ? `Kembali ke langkah ${t.langkah.nomor}: hanya yang dicentang terbuka lagi bagi pengisinya. ${berikut}`
          : `Kembali ke langkah ${t.langkah.nomor}; isian unit tidak dibuka. ${berikut}`,
    }))
}

const CAKUPAN = { '': '', SEMUA: 'seluruh rekap', UNIT: 'formulir unit', NILAI: 'nilai tertentu' } as const

/** Earlier decisions of this step, newest first. */
export const susunRiwayat = (telaah: readonly BarisTelaah[], zona: string) =>
  telaah.map((t) => ({
    putaran: t.putaran,
    status:
      t.keputusan === 'DISETUJUI'
        ? { kode: 'DISETUJUI', teks: 'Disetujui' }
        : { kode: 'DIKEMBALIKAN', teks: 'Dikembalikan' },
    cakupan: CAKUPAN[t.cakupan],
    siapa: `${t.nama}, ${t.jabatan}`,
    waktu: tanggalJam(new Date(t.waktu), zona),
    catatan: t.rincian.length > 0 ? '' : t.catatan,
    rincian: t.rincian.map((r) => ({
      teks:
        r.barisId === null ? `${r.unit}: seluruh formulir` : `${r.unit}: ${r.nama}${r.nilai ? ` (${r.nilai})` : ''}`,
      alasan: r.alasan,
    })),
  }))
