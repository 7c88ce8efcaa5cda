import { halaman } from '../../inti/http/index.ts'
import { type Pelaku, punyaPeran } from '../../inti/pelaku.ts'
import type { KeadaanPenyiapan } from './kueri-penyiapan.ts'

type Butir = { judul: string; keterangan: string; beres: boolean; siapa: 'ADMIN' | 'TIM_SAKIP'; alamat: string }
const SEBUTAN = { ADMIN: 'Operator', TIM_SAKIP: 'Tim SAKIP' } as const
const MAKS_SEBUT = 4

/** The steps from an empty office to its first siklus: done or not, whose they are, where. */
export function susunPenyiapan(keadaan: KeadaanPenyiapan, pelaku: Pelaku, tahun: number) {
  const daftar = daftarButir(keadaan, tahun)
  const beres = daftar.filter((b) => b.beres).length
  return {
    judulHalaman: 'Penyiapan kantor',
    keterangan:
      beres === daftar.length
        ? 'Semua siap. Siklus pertama dapat dimulai.'
        : 'Dari kantor kosong sampai siklus pertama.',
    kemajuan: { nilai: beres, dari: daftar.length, teks: 'siap' },
    butir: daftar.map((b, i) => ({
      judul: `${i + 1}. ${b.judul}`,
      keterangan: b.keterangan,
      siapa: SEBUTAN[b.siapa],
      // a link only to those whose page it is
      alamat: punyaPeran(pelaku, [b.siapa]) ? b.alamat : '',
      status: b.beres ? { kode: 'SELESAI', teks: 'Siap' } : { kode: 'BELUM', teks: 'Belum' },
    })),
  }
}
export const halamanPenyiapan = halaman<ReturnType<typeof susunPenyiapan>>('organisasi/penyiapan')

type Isi = Pick<Butir, 'beres' | 'keterangan' | 'alamat'>
const butir =
  (siapa: Butir['siapa']) =>
  (judul: string, isi: Isi): Butir => ({ siapa, judul, ...isi })
const operator = butir('ADMIN')
const tim = butir('TIM_SAKIP')

const daftarButir = (k: KeadaanPenyiapan, tahun: number): Butir[] => [...butirOperator(k, tahun), ...butirTim(k, tahun)]

function butirOperator(k: KeadaanPenyiapan, tahun: number): Butir[] {
  return [
    operator('Unit kerja dan jabatan', {
      beres: k.unit > 1,
      keterangan: `${k.unit} unit kerja. Cocokkan namanya dengan peraturan bupati tentang susunan organisasi.`,
      alamat: '/organisasi',
    }),
    operator('Pegawai dan akunnya', {
      beres: k.akun > 1 && k.akun === k.pegawai,
      keterangan: `${k.akun} dari ${k.pegawai} pegawai mempunyai akun.`,
      alamat: '/organisasi/pegawai',
    }),
    operator('Pemangku jabatan', {
      beres: k.jabatanKosong.length === 0,
      keterangan: sebutKosong(k.jabatanKosong),
      alamat: '/organisasi/pegawai',
    }),
    operator('SK Tim SAKIP', {
      beres: k.anggotaTim > 0,
      keterangan:
        k.anggotaTim > 0
          ? `${k.anggotaTim} anggota pada SK yang berlaku hari ini.`
          : 'Belum ada SK Tim SAKIP yang berlaku hari ini. Lewati bila SOP kantor tidak memakai Tim SAKIP.',
      alamat: '/organisasi/tim-sakip',
    }),
    operator(`Kalender kerja ${tahun}`, {
      beres: k.libur > 0 && k.liburPerkiraan === 0,
      keterangan:
        k.liburPerkiraan > 0
          ? `${k.liburPerkiraan} dari ${k.libur} hari libur masih perkiraan. Cocokkan dengan keputusan bersama menteri.`
          : `${k.libur} hari libur tercatat. Tambahkan libur daerah bila ada.`,
      alamat: '/kalender',
    }),
  ]
}

const butirTim = (k: KeadaanPenyiapan, tahun: number): Butir[] => [
  tim('SOP', {
    beres: k.sopBerlaku > 0,
    keterangan:
      k.sopBerlaku > 0
        ? `${k.sopBerlaku} SOP berlaku.`
        : 'Belum ada SOP yang berlaku. Unggah, salin, atau tulis SOP kantor.',
    alamat: '/sop',
  }),
  tim('Renstra dan indikator', {
    beres: k.indikator > 0,
    keterangan: k.indikator > 0 ? `${k.indikator} indikator.` : 'Belum ada indikator.',
    alamat: '/perencanaan',
  }),
  tim(`Perjanjian Kinerja ${tahun}`, {
    beres: k.pk > 0,
    keterangan: k.pk > 0 ? `${k.pk} perjanjian kinerja berlaku.` : 'Belum ada perjanjian kinerja yang berlaku.',
    alamat: '/perjanjian-kinerja',
  }),
]

function sebutKosong(kosong: readonly string[]): string {
  if (kosong.length === 0) return 'Camat, Sekretaris Kecamatan, dan semua kepala unit ada pemangkunya.'
  const sisa = kosong.length > MAKS_SEBUT ? `, dan ${kosong.length - MAKS_SEBUT} lagi` : ''
  return `Belum ada pemangku: ${kosong.slice(0, MAKS_SEBUT).join(', ')}${sisa}.`
}
