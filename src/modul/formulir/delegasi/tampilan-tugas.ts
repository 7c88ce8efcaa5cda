import { daftarkanPesan, halaman, type Kesalahan } from '../../../inti/http/index.ts'
import type { Pelaku } from '../../../inti/pelaku.ts'
import { adalahHariKerja, type Kalender, tanggalPanjang, tanggalPendek } from '../../../inti/waktu/index.ts'
import type { FormulirLengkap } from '../kueri.ts'
import { susunKepalaFormulir } from '../tampilan.ts'
import { keadaanAnggaran } from '../tampilan-anggaran.ts'
import { keadaanBaris } from '../teks-baris.ts'
import { bolehMembagi, bolehSelesai } from './alur-tugas.ts'
import { LABEL_TUGAS } from './isian-tugas.ts'
import { type BatasTugas, batasTugas, hitungPerOrang, sudahDiisi, terlambat } from './keadaan-orang.ts'
import type { OrangUnit } from './orang-unit.ts'
import type { TugasBaris } from './pembagian.ts'
import { batasFormulir } from './tampilan-untuk.ts'
import type { UsulanTugas } from './usul-pembagian.ts'

daftarkanPesan({
  'tugas-dibagi': 'Baris diberikan. Orangnya melihatnya di Tugas Saya.',
  'tugas-dibagi-libur': {
    jenis: 'info',
    teks: 'Baris diberikan, tetapi tanggalnya bukan hari kerja. Berikan sekali lagi dengan tanggal lain bila perlu.',
  },
  'tugas-ditarik': 'Baris ditarik kembali. Isiannya tetap.',
  'tugas-selesai': 'Baris dinyatakan selesai. Kepala unit melihatnya.',
  'tugas-dibuka': 'Baris dinyatakan belum selesai, dan kembali ke Tugas Saya.',
  'tugas-batas': 'Siapa yang boleh mengisi sudah disimpan.',
})

type Bahan = {
  readonly formulir: FormulirLengkap
  readonly pelaku: Pelaku
  readonly orang: readonly OrangUnit[]
  readonly usulan: readonly UsulanTugas[]
  readonly kalender: Kalender
}
type Kembalian = { readonly isian?: Readonly<Record<string, string>>; readonly kesalahan?: Kesalahan }

/** Page "Bagi tugas": state per person, rows with whom they were given to, and for the head the form to give them. */
export function susunTugasFormulir(bahan: Bahan, { isian = {}, kesalahan = {} }: Kembalian = {}) {
  const { formulir, pelaku, orang } = bahan
  const kepala = susunKepalaFormulir(formulir, pelaku)
  const membagi = bolehMembagi(pelaku, formulir)
  const judulBagian = membagi ? 'Bagi tugas' : 'Pembagian tugas'
  const batas = batasFormulir(formulir, pelaku)
  const { tenggat } = batas
  // a page that comes back shows what was ticked on it
  const terpilih = Object.keys(kesalahan).length > 0 ? new Set((isian.baris ?? '').split('\n')) : null
  const baris = susunBarisTugas(bahan, { batas, membagi, terpilih })
  return {
    ...kepala,
    judulHalaman: `${judulBagian} · ${kepala.judulHalaman}`,
    judulBagian,
    roti: [...kepala.roti, { teks: judulBagian, alamat: `${kepala.alamat}/tugas` }],
    penjelasan: membagi
      ? 'Centang baris, pilih orangnya, lalu berikan. Orang yang diberi menerimanya di Tugas Saya.'
      : bolehSelesai(pelaku, formulir)
        ? 'Kepala unit membagi baris formulir ini. Nyatakan selesai bila bagian Anda sudah diisi; sebelum formulir diserahkan, itu masih dapat ditarik.'
        : 'Kepala unit membagi baris formulir ini.',
    membagi,
    milikSaya: baris.some((b) => b.milikSaya),
    selesaiSaya: baris.some((b) => b.selesaiSaya),
    hanyaDitugasi: formulir.pembagian.hanyaDitugasi,
    kolomOrang: KOLOM_ORANG,
    orang: susunOrang(formulir, batas),
    usulan: membagi ? susunUsulan(formulir, bahan.usulan) : null,
    baris,
    opsiOrang: [
      { nilai: '', teks: 'Pilih…' },
      ...orang.map((o) => ({ nilai: o.pegawaiId, teks: `${o.nama}, ${o.jabatan}` })),
    ],
    petunjukTanggal: tenggat ? `Paling akhir ${tanggalPanjang(tenggat)}. Kosong berarti tanggal itu.` : 'Boleh kosong.',
    isian: { pegawaiId: isian.pegawaiId ?? '', tanggal: isian.tanggal ?? '', catatan: isian.catatan ?? '' },
    kesalahan,
    label: LABEL_TUGAS,
  }
}
export const halamanTugas = halaman<ReturnType<typeof susunTugasFormulir>>('formulir/tugas')

const KOLOM_ORANG = [
  { teks: 'Orang' },
  { teks: 'Diberikan', angka: true },
  { teks: 'Terisi', angka: true },
  { teks: 'Selesai', angka: true },
  { teks: 'Terlambat', angka: true },
]

const susunOrang = (formulir: FormulirLengkap, batas: BatasTugas) =>
  hitungPerOrang(formulir, batas).map((o) => ({
    sel: [o.nama, String(o.diberikan), String(o.terisi), String(o.selesai), String(o.terlambat)],
    tanda: o.terlambat > 0 ? 'salah' : undefined,
  }))

function susunUsulan({ siklus }: FormulirLengkap, usulan: readonly UsulanTugas[]) {
  if (usulan.length === 0) return null
  const nama = [...new Set(usulan.map((u) => u.nama))]
  const bagian = nama.map((n) => `${n} ${usulan.filter((u) => u.nama === n).length} baris`)
  return {
    judul: siklus.periode.jenis === 'TRIWULAN' ? 'Seperti triwulan lalu' : 'Seperti periode lalu',
    teks: `Baris yang belum diberikan dibagi seperti sebelumnya: ${bagian.join(', ')}. Sesudahnya masih dapat diubah.`,
  }
}

type Konteks = { readonly batas: BatasTugas; readonly membagi: boolean; readonly terpilih: ReadonlySet<string> | null }
function susunBarisTugas({ formulir, pelaku, orang, kalender }: Bahan, { batas, membagi, terpilih }: Konteks) {
  const selesai = bolehSelesai(pelaku, formulir)
  const pegawai = new Set(orang.map((o) => o.pegawaiId))
  const semua = [
    ...formulir.baris.map((b) => ({ id: b.id, nama: b.kartu.nama, terbuka: b.terbuka, isian: keadaanBaris(b) })),
    ...formulir.anggaran.map((a) => ({
      id: a.id,
      nama: `Anggaran ${a.nama}`,
      terbuka: a.terbuka,
      isian: keadaanAnggaran(a),
    })),
  ]
  return semua.map((b) => {
    const t = formulir.pembagian.baris.find((satu) => satu.barisId === b.id)
    const tanggal = t ? batasTugas(t, batas.tenggat) : null
    const saya = selesai && t?.pegawaiId === pelaku.pegawaiId
    const milikSaya = saya && !t.selesai
    return {
      ...b,
      oleh: t?.nama ?? '–',
      catatan: t?.catatan ?? '',
      bukanPegawai: t !== undefined && !pegawai.has(t.pegawaiId),
      batas: tanggal ? tanggalPendek(tanggal) : '–',
      bukanHariKerja: tanggal !== null && !adalahHariKerja(tanggal, kalender),
      terlambat: t !== undefined && terlambat(t, batas),
      tugas: keadaanTugas(t, batas, formulir.status === 'DISERAHKAN'),
      milikSaya,
      selesaiSaya: saya && t.selesai,
      // what a return left closed is nobody's work now
      bolehPilih: b.terbuka && (membagi || saya),
      terpilih: terpilih?.has(b.id) ?? (!membagi && milikSaya && sudahDiisi(formulir, b.id)),
    }
  })
}

function keadaanTugas(
  t: TugasBaris | undefined,
  batas: BatasTugas,
  diserahkan: boolean,
): { kode: string; teks: string } {
  if (t?.selesai) return { kode: 'SELESAI', teks: 'Selesai' }
  // the head handed in, whatever was said of the row
  if (diserahkan) return { kode: 'DISERAHKAN', teks: 'Diserahkan' }
  if (!t) return { kode: 'DRAF', teks: 'Belum diberikan' }
  return terlambat(t, batas) ? { kode: 'TERLAMBAT', teks: 'Terlambat' } : { kode: 'MENUNGGU', teks: 'Dikerjakan' }
}
