import { barisIsian, daftarkanPesan, halaman, type Kesalahan } from '../../inti/http/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { jam, tanggalLokal, tanggalPanjang } from '../../inti/waktu/index.ts'
import type { Kepala } from '../siklus/index.ts'
import { namaBulan, rentang } from './jenis-program-kerja.ts'
import type { Kegiatan } from './kueri.ts'
import { namaKolom, susunLiniMasa } from './lini-masa.ts'

daftarkanPesan({
  'program-kerja-disimpan': 'Program kerja tersimpan.',
  'program-kerja-diusulkan': 'Kegiatan dari langkah SOP ditambahkan. Periksa tanggal dan penanggung jawabnya.',
  'program-kerja-tanpa-usulan': { jenis: 'info', teks: 'Semua langkah SOP yang tersisa sudah ada di daftar.' },
})

const BARIS_KOSONG = 2
const KOSONG = { id: '', versi: '0', uraian: '', penanggungJawab: '', mulai: '', selesai: '', keluaran: '', hapus: '' }
const BIDANG: Readonly<Record<string, string>> = {
  uraian: 'kegiatan',
  penanggungJawab: 'penanggung jawab',
  mulai: 'mulai',
  selesai: 'selesai',
  keluaran: 'keluaran',
}

type Bahan = { kepala: Kepala; kegiatan: readonly Kegiatan[]; langkahSisa: number; pelaku: Pelaku }
type Kembalian = { badan?: unknown; kesalahan?: Kesalahan }

/** The page in every state: rows to edit for the pelaksana, the timeline for everybody. */
export function susunProgramKerja(
  { kepala, kegiatan, langkahSisa, pelaku }: Bahan,
  { badan, kesalahan = {} }: Kembalian = {},
) {
  const tersimpan = kegiatan.map((k) => ({ ...KOSONG, ...k, versi: String(k.versi) }))
  const baris =
    badan === undefined
      ? [...tersimpan, ...Array.from({ length: BARIS_KOSONG }, () => KOSONG)]
      : barisIsian(badan, 'kegiatan').map((b) => ({ ...KOSONG, ...b }))
  return {
    judulHalaman: `Program kerja · ${kepala.periode}`,
    kepala,
    belumBuka: !kepala.terbuka && !kepala.selesai && kegiatan.length === 0,
    alamat: `${kepala.alamat}/program-kerja`,
    baris: baris.map((b, nomor) => ({ ...b, nomor, kesalahan: kesalahanBaris(kesalahan, nomor) })),
    kesalahan,
    label: labelKesalahan(kesalahan),
    bolehUsul: langkahSisa > 0,
    baca: kegiatan.map((k) => ({
      sel: [k.uraian, k.penanggungJawab, tanggalPanjang(k.mulai), tanggalPanjang(k.selesai), k.keluaran || '–'],
    })),
    lini: susunLini(kegiatan, tanggalLokal(jam.sekarang(), pelaku.zonaWaktu)),
  }
}

const kesalahanBaris = (kesalahan: Kesalahan, nomor: number): string[] =>
  Object.entries(kesalahan).flatMap(([kunci, pesan]) => (kunci.startsWith(`kegiatan.${nomor}.`) ? [pesan] : []))

const labelKesalahan = (kesalahan: Kesalahan): Record<string, string> =>
  Object.fromEntries(
    Object.keys(kesalahan).flatMap((kunci) => {
      const [, nomor, bidang] = kunci.split('.')
      return nomor && bidang ? [[kunci, `Baris ${Number(nomor) + 1}, ${BIDANG[bidang] ?? bidang}`]] : []
    }),
  )

/** Timeline ready to draw: heads, and for each activity which columns are filled. */
function susunLini(kegiatan: readonly Kegiatan[], hariIni: string) {
  const lini = susunLiniMasa(kegiatan)
  if (!lini) return null
  const nama = namaKolom(lini)
  const kini = lini.kolom.findLastIndex((awal) => awal <= hariIni)
  return {
    kelompok: lini.kelompok.map((k) => ({ teks: namaBulan(k.bulan), jumlah: k.jumlah })),
    kolom: nama,
    baris: kegiatan.map((k, i) => {
      const { dari = 0, sampai = 0 } = lini.baris[i] ?? {}
      return {
        uraian: k.uraian,
        keterangan: `${k.penanggungJawab}, ${rentang(k)}`,
        sel: nama.map((_, n) => ({ isi: n >= dari && n <= sampai, kini: n === kini })),
      }
    }),
  }
}

export const halamanProgramKerja = halaman<ReturnType<typeof susunProgramKerja>>('program-kerja/program-kerja')
