import { formatIsian } from '../../inti/angka/index.ts'
import { barisIsian, halaman, isianKembali, type Kesalahan } from '../../inti/http/index.ts'
import { SEBUTAN_JENIS } from '../../inti/pelaku.ts'
import { AGREGASI, POLARITAS } from '../perencanaan/index.ts'
import { CARA_TARGET, DASAR_PERUBAHAN, istilahLampiran, sebutPk, uangKolom } from './istilah.ts'
import type { Pk, TargetDalamPk } from './kueri.ts'
import { kunciAnggaran, type PemegangJabatan, type PilihanAnggaran, type PilihanIndikator } from './kueri-draf.ts'
import { periksaTarget } from './periksa-target.ts'

type Kembali = { readonly badan?: unknown; readonly kesalahan?: Kesalahan }
const opsi = (daftar: Readonly<Record<string, string>>) =>
  Object.entries(daftar).map(([nilai, teks]) => ({ nilai, teks }))

/** Form of a new draft. */
export function susunBaru(
  { pemegang, tahun, sendiri }: { pemegang: readonly PemegangJabatan[]; tahun: number; sendiri: string },
  { badan, kesalahan = {} }: Kembali,
) {
  const isi = isianKembali(badan)
  return {
    judulHalaman: 'Susun Perjanjian Kinerja',
    kesalahan,
    label: {
      penugasanId: 'Pejabat yang berjanji',
      tahun: 'Tahun',
      berlakuSejak: 'Berlaku sejak',
      asal: 'Isi awal',
    },
    opsiPejabat: [
      { nilai: '', teks: 'Pilih pejabat' },
      ...pemegang.map((p) => ({ nilai: p.penugasanId, teks: `${SEBUTAN_JENIS[p.jenis]}${p.jabatan}: ${p.nama}` })),
    ],
    opsiAsal: [
      {
        nilai: 'TAHUN_LALU',
        teks: 'Salin Perjanjian Kinerja tahun lalu',
        petunjuk: 'Target disalin; anggaran dibaca dari anggaran tahun ini.',
      },
      {
        nilai: 'RENSTRA',
        teks: 'Ambil target Renstra tahun itu',
        petunjuk: 'Camat: semua IKU. Pejabat lain: indikator yang datanya menjadi tanggung jawab unitnya.',
      },
      { nilai: 'KOSONG', teks: 'Mulai kosong' },
    ],
    isian: {
      penugasanId: isi.penugasanId ?? sendiri,
      tahun: isi.tahun ?? String(tahun),
      berlakuSejak: isi.berlakuSejak ?? `${tahun}-01-02`,
      asal: isi.asal ?? '',
    },
  }
}

/** Form that begins a PK Perubahan. */
export function susunPerubahan(pk: Pk, { badan, kesalahan = {} }: Kembali, hari: string) {
  const isi = isianKembali(badan)
  return {
    judulHalaman: 'Buat PK Perubahan',
    atas: sebutPk(pk),
    alamat: `/perjanjian-kinerja/${pk.id}`,
    kesalahan,
    label: { dasar: 'Dasar perubahan', alasan: 'Alasan', berlakuSejak: 'Berlaku sejak' },
    opsiDasar: opsi(DASAR_PERUBAHAN),
    isian: {
      dasar: isi.dasar ?? '',
      alasan: isi.alasan ?? '',
      berlakuSejak: isi.berlakuSejak ?? (hari.startsWith(`${pk.tahun}-`) ? hari : `${pk.tahun}-12-31`),
    },
  }
}

/** Which indicators the draft promises. */
export function susunPilihan(pk: Pk, pilihan: readonly PilihanIndikator[]) {
  const kelompok = new Map<string, { nilai: string; teks: string; dipilih: boolean }[]>()
  for (const p of pilihan) {
    const nama = p.jenis === 'IKU' ? 'Indikator Kinerja Utama' : p.unit
    const satu = { nilai: p.id, teks: `${p.kode} ${p.nama}`, dipilih: p.dipilih }
    kelompok.set(nama, [...(kelompok.get(nama) ?? []), satu])
  }
  return {
    judulHalaman: 'Pilih indikator',
    atas: sebutPk(pk),
    alamat: `/perjanjian-kinerja/${pk.id}`,
    versi: pk.versi,
    kelompok: [...kelompok].map(([nama, butir]) => ({ nama, butir })),
  }
}

/** The matrix of targets, with how the quarters are understood; after a refusal with what was typed. */
export function susunTarget(pk: Pk, { badan, kesalahan = {} }: Kembali) {
  const label: Record<string, string> = {}
  // by id: others may have left or come in since the page was opened
  const ketik = new Map((badan === undefined ? [] : barisIsian(badan, 'target')).map((b) => [b.id, b]))
  const baris = pk.target.map((t, ke) => {
    const awalan = `target.${ke}`
    for (const bidang of ['target', 'atas', 'teks', 'cara', 'tw1', 'tw2', 'tw3', 'tw4'])
      label[`${awalan}.${bidang}`] = `${t.kode} ${SEBUT_BIDANG[bidang] ?? ''}`
    return barisTarget(t, { awalan, ketik: ketik.get(t.id) ?? null, kesalahan })
  })
  return {
    judulHalaman: 'Isi target',
    atas: sebutPk(pk),
    alamat: `/perjanjian-kinerja/${pk.id}`,
    versi: pk.versi,
    kesalahan,
    label,
    baris,
    opsiCara: [{ nilai: '', teks: 'Pilih' }, ...opsi(CARA_TARGET)],
  }
}

const SEBUT_BIDANG: Readonly<Record<string, string>> = {
  target: 'target setahun',
  atas: 'batas atas',
  teks: 'kategori',
  cara: 'cara mengisi triwulan',
  tw1: 'triwulan I',
  tw2: 'triwulan II',
  tw3: 'triwulan III',
  tw4: 'triwulan IV',
}

type Konteks = { awalan: string; ketik: Readonly<Record<string, string>> | null; kesalahan: Kesalahan }
function barisTarget(t: TargetDalamPk, { awalan, ketik, kesalahan }: Konteks) {
  const adaTw = t.tw.some((nilai) => nilai !== null)
  const tersimpan: Readonly<Record<string, string>> = {
    target: formatIsian(t.target),
    atas: formatIsian(t.atas),
    teks: t.teks ?? '',
    cara: adaTw ? t.cara : '',
    ...Object.fromEntries(t.tw.map((nilai, ke) => [`tw${ke + 1}`, formatIsian(nilai)])),
  }
  const nilai = (bidang: string) => (ketik ?? tersimpan)[bidang] ?? ''
  const { masalah, bacaan } = periksaTarget(t)
  return {
    awalan,
    id: t.id,
    kode: t.kode,
    nama: t.nama,
    keterangan: `${t.satuan} · ${POLARITAS[t.polaritas].toLowerCase()} · ${AGREGASI[t.agregasi].toLowerCase()}`,
    rentang: t.polaritas === 'RENTANG',
    opsiKategori:
      t.polaritas === 'KATEGORI'
        ? [{ nilai: '', teks: 'Pilih' }, ...t.kategori.map((k) => ({ nilai: k.kode, teks: k.nama }))]
        : null,
    triwulan: t.polaritas !== 'KATEGORI' && t.polaritas !== 'RENTANG',
    isi: Object.fromEntries(Object.keys(SEBUT_BIDANG).map((bidang) => [bidang, nilai(bidang)])),
    tw: [1, 2, 3, 4].map((ke) => ({
      bidang: `tw${ke}`,
      nilai: nilai(`tw${ke}`),
      romawi: ['I', 'II', 'III', 'IV'][ke - 1] ?? '',
    })),
    salah: Object.entries(kesalahan).flatMap(([nama, teks]) => (nama.startsWith(`${awalan}.`) ? [{ nama, teks }] : [])),
    // what stands there already is judged only as long as nothing newer was typed
    masalah: ketik ? [] : masalah,
    bacaan: ketik ? '' : bacaan,
  }
}

/** From when, why, and the lampiran with the budget valid on that day. */
export function susunLampiran(pk: Pk, pilihan: readonly PilihanAnggaran[], { badan, kesalahan = {} }: Kembali) {
  const isi = isianKembali(badan)
  const dipilih = new Set(badan === undefined ? pk.anggaran.map(kunciAnggaran) : (isi.kode ?? '').split('\n'))
  const dulu = new Map(pk.anggaran.map((a) => [kunciAnggaran(a), a.jumlah]))
  return {
    judulHalaman: 'Anggaran dan tanggal berlaku',
    atas: sebutPk(pk),
    alamat: `/perjanjian-kinerja/${pk.id}`,
    versi: pk.versi,
    kesalahan,
    label: { berlakuSejak: 'Berlaku sejak', alasan: 'Alasan perubahan', sumber: 'Sumber dana', kode: 'Anggaran' },
    perubahan: pk.jenis === 'PERUBAHAN',
    istilah: istilahLampiran(pk.peran).anggaran,
    isian: {
      berlakuSejak: isi.berlakuSejak ?? pk.berlakuSejak,
      alasan: isi.alasan ?? pk.alasan,
      sumber: isi.sumber ?? pk.anggaran[0]?.keterangan ?? '',
    },
    baris: pilihan.map((p) => {
      const lama = dulu.get(kunciAnggaran(p))
      return {
        nilai: kunciAnggaran(p),
        kode: p.kode,
        nama: p.nama,
        jumlah: uangKolom(p.jumlah),
        dipilih: dipilih.has(kunciAnggaran(p)),
        sendiri: p.sendiri,
        berubah: lama !== undefined && Number(lama) !== Number(p.jumlah) ? `di draf ini ${uangKolom(lama)}` : '',
      }
    }),
  }
}

export const halamanBaru = halaman<ReturnType<typeof susunBaru>>('perjanjian-kinerja/baru')
export const halamanPerubahan = halaman<ReturnType<typeof susunPerubahan>>('perjanjian-kinerja/perubahan')
export const halamanPilihan = halaman<ReturnType<typeof susunPilihan>>('perjanjian-kinerja/indikator')
export const halamanTarget = halaman<ReturnType<typeof susunTarget>>('perjanjian-kinerja/target')
export const halamanLampiran = halaman<ReturnType<typeof susunLampiran>>('perjanjian-kinerja/lampiran')
