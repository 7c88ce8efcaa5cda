import { daftarkanPesan, halaman, type Kesalahan } from '../../inti/http/index.ts'
import { type Pelaku, type PenugasanPelaku, SEBUTAN_JENIS } from '../../inti/pelaku.ts'
import { jam, tanggalLokal } from '../../inti/waktu/index.ts'
import type { PilihanPlh } from '../organisasi/index.ts'
import { berdiriDiKolom } from './kolom.ts'
import type { BarisSiklus } from './kueri.ts'
import { kolomLowong } from './lowong.ts'
import type { OrangKantor } from './orang-kantor.ts'

daftarkanPesan({
  'plh-ditunjuk': 'Plh. tercatat. Pada hari-hari berlakunya, tugas jabatan itu muncul di Tugas Saya pegawai tersebut.',
})

type Bahan = { siklus: BarisSiklus; pilihan: PilihanPlh; orang: readonly OrangKantor[]; pelaku: Pelaku }
type Kembali = { isian?: Record<string, string>; kesalahan?: Kesalahan }

/** Form to name a Plh.; the first vacant post behind the SOP is proposed. */
export function susunPlh({ siklus, pilihan, orang, pelaku }: Bahan, { isian = {}, kesalahan = {} }: Kembali = {}) {
  const hari = tanggalLokal(jam.sekarang(), pelaku.zonaWaktu)
  return {
    judulHalaman: `Tunjuk Plh. · ${siklus.namaSop} · ${siklus.namaPeriode}`,
    siklusId: siklus.id,
    atas: `${siklus.namaSop} · ${siklus.namaPeriode}`,
    opsiJabatan: [
      { nilai: '', teks: 'Pilih jabatan' },
      ...pilihan.jabatan.map((j) => ({ nilai: j.id, teks: `${j.nama} (${j.pemangku ?? 'kosong'})` })),
    ],
    opsiPegawai: [
      { nilai: '', teks: 'Pilih pegawai' },
      ...pilihan.pegawai.map((p) => ({ nilai: p.id, teks: p.punyaAkun ? p.nama : `${p.nama} (belum punya akun)` })),
    ],
    isian: {
      jabatanId: usulJabatan(siklus, pilihan, orang),
      pegawaiId: '',
      mulai: hari,
      selesai: '',
      nomorSk: '',
      tanggalSk: hari,
      ...isian,
    },
    kesalahan,
    label: {
      jabatanId: 'Jabatan yang digantikan',
      pegawaiId: 'Pegawai yang menjadi Plh.',
      mulai: 'Hari pertama',
      selesai: 'Hari terakhir',
      nomorSk: 'Nomor surat perintah atau SK',
      tanggalSk: 'Tanggal surat',
    },
  }
}
export const halamanPlh = halaman<ReturnType<typeof susunPlh>>('siklus/plh')

function usulJabatan({ definisi }: BarisSiklus, { jabatan }: PilihanPlh, orang: readonly OrangKantor[]): string {
  const kosong = kolomLowong(definisi, orang).filter((k) => k.pengganti.length === 0)
  const kolom = definisi.pelaksana.filter((k) => kosong.some(({ kode }) => kode === k.kode))
  const cocok = jabatan.find((j) => j.pemangku === null && kolom.some((k) => berdiriDiKolom(k, pangku(j))))
  return cocok?.id ?? ''
}

/** The post as if somebody held it: what stands behind a column is asked of holders. */
const pangku = (j: PilihanPlh['jabatan'][number]) => ({
  anggotaTimSakip: false,
  penugasan: [
    {
      id: j.id,
      jenis: 'PLH',
      jabatanId: j.id,
      jabatanKode: j.kode,
      jabatanNama: SEBUTAN_JENIS.PLH + j.nama,
      peran: j.peran,
      unitId: null,
      unitNama: null,
      unitKode: j.unitKode,
      kepalaUnit: false,
    },
  ] satisfies PenugasanPelaku[],
})
