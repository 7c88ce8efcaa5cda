import { daftarkanPesan, halaman } from '../../inti/http/index.ts'
import { nipCetak } from '../../inti/nip.ts'
import { SEBUTAN_JENIS } from '../../inti/pelaku.ts'
import { hariTanggal, tanggalPanjang } from '../../inti/waktu/index.ts'
import type { BarisStruktur, Pemangku } from './kueri-struktur.ts'

daftarkanPesan({
  'pegawai-ditambah': 'Pegawai sudah ditambahkan. Lanjutkan dengan akun dan jabatannya di halaman ini.',
  'pegawai-diubah': 'Data pegawai sudah diubah.',
  'pegawai-dinonaktifkan': 'Pegawai sudah dinonaktifkan. Riwayatnya tetap tersimpan.',
  'pegawai-diaktifkan': 'Pegawai sudah aktif kembali.',
  'akun-dinonaktifkan': 'Akun sudah dinonaktifkan. Pemiliknya tidak dapat membuka halaman apa pun lagi.',
  'akun-diaktifkan': 'Akun sudah aktif kembali.',
  'sesi-diakhiri': 'Semua sesi pegawai itu sudah diakhiri. Pada permintaan berikutnya ia harus masuk lagi.',
  'penugasan-ditambah': 'Penugasan sudah dicatat. Wewenangnya berlaku menurut tanggal mulainya.',
  'penugasan-diakhiri': 'Akhir penugasan sudah dicatat. Sesudah tanggal itu wewenangnya hilang.',
  'tim-ditetapkan': 'SK Tim SAKIP sudah dicatat. Tambahkan anggotanya di bawah SK itu.',
  'tim-diakhiri': 'Akhir SK Tim SAKIP sudah dicatat.',
  'anggota-ditambah': 'Anggota Tim SAKIP sudah ditambahkan.',
  'anggota-diakhiri': 'Akhir keanggotaan sudah dicatat.',
})

/** The pages of the admin about the office. */
export const tabKantor = (aktif: 'jabatan' | 'pegawai' | 'tim') => [
  { teks: 'Unit dan jabatan', alamat: '/organisasi', aktif: aktif === 'jabatan' },
  { teks: 'Pegawai', alamat: '/organisasi/pegawai', aktif: aktif === 'pegawai' },
  { teks: 'Tim SAKIP', alamat: '/organisasi/tim-sakip', aktif: aktif === 'tim' },
  { teks: 'Penyiapan', alamat: '/organisasi/penyiapan', aktif: false },
]

type Nonaktif = { id: string; nama: string; jenis: 'unit' | 'jabatan' }
type Bahan = { baris: readonly BarisStruktur[]; tanggal: string; nonaktif?: readonly Nonaktif[] }
/** Units with their posts and holders; for the admin (who is given `nonaktif`) with links to all of them. */
export function susunStruktur({ baris, tanggal, nonaktif }: Bahan) {
  const kelola = nonaktif !== undefined
  const kelompok = new Map<string, { nama: string; alamat: string; jabatan: ReturnType<typeof susunJabatan>[] }>()
  for (const b of baris) {
    const kunci = b.unitId ?? ''
    const unit = kelompok.get(kunci) ?? {
      nama: b.unitNama ?? 'Di luar unit kerja',
      alamat: kelola && b.unitId ? `/organisasi/unit/${b.unitId}` : '',
      jabatan: [],
    }
    if (b.id) unit.jabatan.push(susunJabatan(b, kelola))
    kelompok.set(kunci, unit)
  }
  const kosong = baris.filter((b) => b.id && b.pemangku.length === 0).length
  return {
    judulHalaman: kelola ? 'Unit dan jabatan' : 'Struktur organisasi',
    keterangan: `Pemangku jabatan pada ${hariTanggal(tanggal)}`,
    kelola,
    tab: kelola ? tabKantor('jabatan') : [],
    kelompok: [...kelompok.values()],
    nonaktif: (nonaktif ?? []).map((n) => ({ nama: n.nama, alamat: `/organisasi/${n.jenis}/${n.id}` })),
    hitungan: [
      { jumlah: new Set(baris.flatMap((b) => b.unitId ?? [])).size, teks: 'unit kerja' },
      { jumlah: baris.filter((b) => b.id).length, teks: 'jabatan' },
      { jumlah: kosong, teks: 'jabatan tanpa pemangku', nada: 'kuning' as const },
    ],
  }
}

const susunJabatan = ({ id, nama, kepalaUnit, pemangku }: BarisStruktur, kelola: boolean) => ({
  nama,
  alamat: kelola ? `/organisasi/jabatan/${id}` : '',
  kepalaUnit,
  pemangku: pemangku.map((p) => susunPemangku(p, kelola)),
})

const susunPemangku = (p: Pemangku, kelola: boolean) => ({
  nama: p.nama,
  nip: p.nip && p.nip.length === 18 ? `NIP. ${nipCetak(p.nip)}` : '',
  sebutan: p.jenis === 'DEFINITIF' ? 'Definitif' : SEBUTAN_JENIS[p.jenis].trim(),
  sejak: masa(p),
  sk: p.nomorSk,
  alamat: kelola ? `/organisasi/pegawai/${p.pegawaiId}` : '',
})

/** "sejak 2 Januari 2026" or "2 Januari 2026 – 31 Maret 2026". */
export const masa = ({ mulai, selesai }: { mulai: string; selesai: string | null }): string =>
  selesai ? `${tanggalPanjang(mulai)} – ${tanggalPanjang(selesai)}` : `sejak ${tanggalPanjang(mulai)}`

export const halamanStruktur = halaman<ReturnType<typeof susunStruktur>>('organisasi/struktur')
