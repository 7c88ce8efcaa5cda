import { denganSatuan, formatIsian, formatIsianUang, formatRupiah } from '../../inti/angka/index.ts'
import { halaman, isianKembali, type Kesalahan } from '../../inti/http/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { nilaiIndikator } from '../perencanaan/index.ts'
import { sebutan } from '../perjanjian-kinerja/index.ts'
import { ATURAN_AKSI } from './alur.ts'
import { ROMAWI } from './catat-aksi.ts'
import { bolehIsiAksi } from './isi-triwulan.ts'
import type { Aksi, JabatanPilihan, Rencana } from './kueri.ts'
import { bolehTriwulan, TEKS_KEADAAN, teksLaporan } from './tampilan.ts'

type Kembali = { readonly badan?: unknown; readonly kesalahan?: Kesalahan | undefined }
const LABEL_AKSI = {
  indikatorId: 'Indikator',
  aksi: 'Aksi',
  satuan: 'Satuan',
  tw1: 'Target triwulan I',
  tw2: 'Target triwulan II',
  tw3: 'Target triwulan III',
  tw4: 'Target triwulan IV',
  penanggungJawabId: 'Penanggung jawab',
  anggaran: 'Anggaran (Rp)',
}

type BahanAksi = { readonly aksi: Aksi | null; readonly indikator: string; readonly jabatan: readonly JabatanPilihan[] }
/** Form of one action. */
export function susunIsianAksi(
  { pk }: Rencana,
  { aksi, indikator, jabatan }: BahanAksi,
  { badan, kesalahan = {} }: Kembali,
) {
  const isi = isianKembali(badan)
  const dasar = `/rencana-aksi/${pk.id}`
  const ada = aksi && pk.target.some((t) => t.indikatorId === aksi.indikatorId)
  const lain = aksi && !ada ? [{ nilai: aksi.indikatorId, teks: `${aksi.kode} ${aksi.namaIndikator}` }] : []
  const tersimpan: Readonly<Record<string, string>> = {
    indikatorId: aksi?.indikatorId ?? indikator,
    aksi: aksi?.aksi ?? '',
    satuan: aksi?.satuan ?? '',
    ...Object.fromEntries([1, 2, 3, 4].map((tw) => [`tw${tw}`, formatIsian(aksi?.tw[tw - 1] ?? null)])),
    penanggungJawabId: aksi?.penanggungJawabId ?? pk.jabatanId,
    anggaran: formatIsianUang(aksi?.anggaran ?? null),
  }
  return {
    judulHalaman: aksi ? 'Ubah aksi' : 'Tambah aksi',
    atas: `Rencana aksi ${pk.tahun} ${sebutan(pk.kesatu)}`,
    alamat: aksi ? `${dasar}/aksi/${aksi.id}` : `${dasar}/aksi`,
    alamatHapus: aksi ? `${dasar}/aksi/${aksi.id}/penghapusan` : null,
    dasar,
    versi: aksi?.versi ?? 0,
    kesalahan,
    label: LABEL_AKSI,
    isian: Object.fromEntries(
      Object.keys(LABEL_AKSI).map((b) => [b, isi[b] ?? tersimpan[b] ?? '']),
    ) as typeof LABEL_AKSI,
    opsiIndikator: [
      { nilai: '', teks: 'Pilih indikator' },
      ...pk.target.map((t) => ({ nilai: t.indikatorId, teks: `${t.kode} ${t.nama}` })),
      ...lain,
    ],
    opsiJabatan: [{ nilai: '', teks: 'Belum ditunjuk' }, ...jabatan.map((j) => ({ nilai: j.id, teks: j.nama }))],
    triwulan: [1, 2, 3, 4].map((tw) => `tw${tw}` as const),
  }
}

type BahanTriwulan = { readonly pelaku: Pelaku; readonly triwulan: number }
/** Realisation of a quarter: the form while it may be filled in, else to read. */
export function susunTriwulan(
  rencana: Rencana,
  { pelaku, triwulan }: BahanTriwulan,
  { badan, kesalahan = {} }: Kembali,
) {
  const { pk } = rencana
  const { keadaan, boleh } = bolehTriwulan(rencana, pelaku, triwulan)
  const isi = isianKembali(badan)
  const laporan = rencana.laporan.find((l) => l.triwulan === triwulan)
  const label: Record<string, string> = { formulir: 'Triwulan ini', alasan: 'Alasan' }
  const baris = rencana.aksi
    .filter((a) => (a.tw[triwulan - 1] ?? null) !== null || a.realisasi.some((r) => r.triwulan === triwulan))
    .map((a, ke) =>
      barisTriwulan(a, {
        ke,
        triwulan,
        isi,
        kembali: badan !== undefined,
        kesalahan,
        label,
        boleh: bolehIsiAksi(pelaku, rencana, a),
      }),
    )
  return {
    judulHalaman: `Realisasi triwulan ${ROMAWI[triwulan - 1]} ${pk.tahun}`,
    atas: `Rencana aksi ${sebutan(pk.kesatu)}`,
    status: TEKS_KEADAAN[keadaan],
    keterangan: laporan ? teksLaporan(laporan, pelaku.zonaWaktu) : '',
    dasar: `/rencana-aksi/${pk.id}`,
    alamat: `/rencana-aksi/${pk.id}/triwulan/${triwulan}`,
    versi: laporan?.versi ?? 0,
    mengisi: boleh('ISI') && baris.some((b) => b.boleh),
    melaporkan: boleh('LAPORKAN'),
    membuka: boleh('BUKA'),
    teks: { laporkan: ATURAN_AKSI.LAPORKAN.label, buka: ATURAN_AKSI.BUKA.label },
    alasan: isi.alasan ?? '',
    kesalahan,
    label,
    baris,
  }
}

type KonteksBaris = {
  ke: number
  triwulan: number
  isi: Readonly<Record<string, string>>
  kembali: boolean
  kesalahan: Kesalahan
  label: Record<string, string>
  boleh: boolean
}
const BIDANG = { nilai: 'realisasi', anggaran: 'realisasi anggaran', kendala: 'kendala', tindakLanjut: 'tindak lanjut' }

function barisTriwulan(a: Aksi, { ke, triwulan, isi, kembali, kesalahan, label, boleh }: KonteksBaris) {
  const awalan = `realisasi.${ke}`
  const r = a.realisasi.find((satu) => satu.triwulan === triwulan)
  for (const [bidang, teks] of Object.entries(BIDANG)) label[`${awalan}.${bidang}`] = `${a.aksi}, ${teks}`
  const tersimpan: Readonly<Record<string, string>> = {
    nilai: formatIsian(r?.nilai ?? null),
    anggaran: formatIsianUang(r?.anggaran ?? null),
    kendala: r?.kendala ?? '',
    tindakLanjut: r?.tindakLanjut ?? '',
  }
  const tulis = (bidang: string) =>
    (kembali ? (isi[`${awalan}.${bidang}`] ?? '') : undefined) ?? tersimpan[bidang] ?? ''
  return {
    awalan,
    id: a.id,
    versi: r?.versi ?? 0,
    boleh,
    aksi: a.aksi,
    keterangan: `${a.kode} · ${a.penanggungJawab ?? 'penanggung jawab belum ditunjuk'}`,
    target: denganSatuan(nilaiIndikator({ nilai: a.tw[triwulan - 1] ?? null }), a.satuan),
    pagu: a.anggaran === null ? '' : `dari ${formatRupiah(a.anggaran)}`,
    isi: {
      nilai: tulis('nilai'),
      anggaran: tulis('anggaran'),
      kendala: tulis('kendala'),
      tindakLanjut: tulis('tindakLanjut'),
    },
    tampil: { nilai: nilaiIndikator({ nilai: r?.nilai ?? null }), anggaran: formatRupiah(r?.anggaran ?? null) },
    salah: Object.entries(kesalahan).flatMap(([nama, teks]) => (nama.startsWith(`${awalan}.`) ? [{ nama, teks }] : [])),
  }
}

export const halamanIsianAksi = halaman<ReturnType<typeof susunIsianAksi>>('rencana-aksi/isian-aksi')
export const halamanTriwulan = halaman<ReturnType<typeof susunTriwulan>>('rencana-aksi/triwulan')
