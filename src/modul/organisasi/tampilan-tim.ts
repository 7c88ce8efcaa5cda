import { halaman, type Kesalahan } from '../../inti/http/index.ts'
import { tanggalPanjang } from '../../inti/waktu/index.ts'
import type { BarisPegawai } from './kueri-pegawai.ts'
import type { AnggotaTim, TimSakip } from './kueri-tim.ts'
import { masa, tabKantor } from './tampilan.ts'

type Isian = Readonly<Record<string, string>>
/** `di`: which form of the page was refused: 'tim' (new decree) or the id of the decree or member it belongs to. */
export type KembalianTim = { di?: string; isian?: Isian; kesalahan?: Kesalahan }
type Bahan = KembalianTim & { pegawai: readonly BarisPegawai[]; hari: string }

const KOSONG_TIM = { nomorSk: '', tanggalSk: '', mulai: '', selesai: '' }
const berlaku = ({ mulai, selesai }: { mulai: string; selesai: string | null }, hari: string) =>
  mulai <= hari && (selesai === null || selesai >= hari)

/** Decrees of the Tim SAKIP with members; forms to add a decree, add a member, end either. */
export function susunTim(tim: readonly TimSakip[], { pegawai, hari, di = '', isian = {}, kesalahan = {} }: Bahan) {
  const isiUntuk = (id: string, dasar: Isian): Isian => (di === id ? { ...dasar, ...isian } : dasar)
  return {
    judulHalaman: 'Tim SAKIP',
    tab: tabKantor('tim'),
    kesalahan,
    label: {
      nomorSk: 'Nomor SK',
      tanggalSk: 'Tanggal SK',
      mulai: 'Mulai',
      selesai: 'Selesai',
      pegawaiId: 'Pegawai',
      kedudukan: 'Kedudukan',
    },
    opsiPegawai: [{ nilai: '', teks: 'Pilih pegawai' }, ...pegawai.map((p) => ({ nilai: p.id, teks: pilihan(p) }))],
    baru: { isian: isiUntuk('tim', KOSONG_TIM), kesalahan: di === 'tim' ? kesalahan : {}, terbuka: di === 'tim' || tim.length === 0 },
    tim: tim.map((t) => ({
      id: t.id,
      judul: `SK Nomor ${t.nomorSk}`,
      keterangan: `tanggal ${tanggalPanjang(t.tanggalSk)}, berlaku ${masa(t)}`,
      berlaku: berlaku(t, hari),
      status: berlaku(t, hari) ? { kode: 'BERLAKU', teks: 'Berlaku' } : belumAtauSudah(t, hari),
      versi: t.versi,
      anggota: t.anggota.map((a) => susunAnggota(a, { hari, timBerlaku: berlaku(t, hari) })),
      isian: isiUntuk(t.id, { pegawaiId: '', kedudukan: 'Anggota', mulai: t.mulai > hari ? t.mulai : hari, selesai: '' }),
      kesalahan: di === t.id ? kesalahan : {},
      terbuka: di === t.id,
    })),
  }
}

const belumAtauSudah = ({ mulai }: { mulai: string }, hari: string) =>
  mulai > hari ? { kode: 'BELUM', teks: 'Belum berlaku' } : { kode: 'BERAKHIR', teks: 'Berakhir' }

const susunAnggota = (a: AnggotaTim, { hari, timBerlaku }: { hari: string; timBerlaku: boolean }) => ({
  nama: a.nama,
  alamat: `/organisasi/pegawai/${a.pegawaiId}`,
  kedudukan: a.kedudukan,
  masa: masa(a),
  status: timBerlaku && berlaku(a, hari) ? { kode: 'AKTIF', teks: 'Anggota' } : belumAtauSudah(a, hari),
  alamatAkhiri: a.selesai === null || a.selesai >= hari ? `/organisasi/anggota-tim/${a.id}/pengakhiran` : '',
})

const pilihan = ({ nama, jabatan }: BarisPegawai) => (jabatan ? `${nama} (${jabatan})` : nama)

type BahanAkhir = { judul: string; alamat: string; data: { label: string; nilai: string }[]; versi: string; hari: string }
/** Page that ends a decree or a membership. */
export const susunAkhiri = (
  { judul, alamat, data, versi, hari }: BahanAkhir,
  { isian = {}, kesalahan = {} }: KembalianTim = {},
) => ({
  judulHalaman: judul,
  alamat,
  data,
  isian: { selesai: hari, ...isian },
  versi: isian.versi ?? versi,
  kesalahan,
  label: { selesai: 'Hari terakhir' },
})

export const halamanTim = halaman<ReturnType<typeof susunTim>>('organisasi/tim-sakip')
export const halamanAkhiri = halaman<ReturnType<typeof susunAkhiri>>('organisasi/akhiri-tim')
