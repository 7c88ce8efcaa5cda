import { teksUkuran } from '../../inti/angka/index.ts'
import { daftarkanPesan, halaman, type Kesalahan } from '../../inti/http/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { hariTanggal, tanggalJam } from '../../inti/waktu/index.ts'
import type { Kepala } from '../siklus/index.ts'
import { butirInstruksi, LABEL } from './isian.ts'
import { type Instruksi, kurangInstruksi } from './kueri.ts'
import { type DaftarPenerima, sebutPenerima } from './penerima.ts'

daftarkanPesan({ 'instruksi-disimpan': 'Rancangan instruksi tersimpan. Belum terbit.' })

type Lampiran = {
  readonly id: string
  readonly berkasId: string
  readonly nama: string
  readonly ukuran: number
  readonly namaPengunggah: string
}
type Bahan = {
  readonly kepala: Kepala
  readonly instruksi: Instruksi | null
  readonly penerima: DaftarPenerima
  readonly lampiran: readonly Lampiran[]
  readonly pelaku: Pelaku
}
type Kembalian = { isian?: Record<string, string>; kesalahan?: Kesalahan }

/** The page in every state: the sheet to complete and issue, or to read. */
export function susunInstruksi(b: Bahan, { isian, kesalahan = {} }: Kembalian = {}) {
  const { kepala, instruksi, penerima } = b
  const alamat = `${kepala.alamat}/instruksi`
  return {
    judulHalaman: `Instruksi · ${kepala.periode}`,
    kepala,
    alamat,
    ada: instruksi !== null,
    bolehUbah: kepala.bolehSiapkan && instruksi !== null,
    bolehTerbitkan: kepala.giliranSaya,
    // a complete sheet is shown as text with its one button: it is issued from a phone without scrolling through fields
    ringkas: kepala.giliranSaya && kurangInstruksi(instruksi).length === 0 && isian === undefined,
    versi: isian?.versi ?? String(instruksi?.versi ?? 0),
    isian: isian ? dariKiriman(isian) : dariBaris(instruksi),
    kesalahan,
    label: LABEL,
    opsiKepada: penerima.orang.map((o) => ({ nilai: o.pegawaiId, teks: o.nama, petunjuk: o.jabatan })),
    tanpaPemangku: penerima.kosong,
    lampiran: b.lampiran.map((l) => ({
      nama: l.nama,
      alamat: `/berkas/${l.berkasId}`,
      ukuran: teksUkuran(l.ukuran),
      siapa: l.namaPengunggah,
      alamatHapus: `${alamat}/berkas/${l.id}/penghapusan`,
    })),
    baca: instruksi ? barisBaca(instruksi, b) : [],
  }
}

const dariBaris = (i: Instruksi | null) => ({
  nomor: i?.nomor ?? '',
  hal: i?.hal ?? '',
  kepada: i?.kepada ?? [],
  isi: i?.isi ?? '',
  tenggat: i?.tenggat ?? '',
  catatan: i?.catatan ?? '',
})

function dariKiriman(isian: Record<string, string>): ReturnType<typeof dariBaris> {
  const teks = (nama: string) => isian[nama] ?? ''
  return {
    nomor: teks('nomor'),
    hal: teks('hal'),
    kepada: teks('kepada').split('\n').filter(Boolean),
    isi: teks('isi'),
    tenggat: teks('tenggat'),
    catatan: teks('catatan'),
  }
}

function barisBaca(i: Instruksi, { penerima, pelaku }: Bahan) {
  const kini = penerima.orang.filter((o) => i.kepada.includes(o.pegawaiId)).map(sebutPenerima)
  const kepada = i.diterbitkanPada ? i.sebutanKepada : kini
  const butir = butirInstruksi(i.isi)
  return [
    { label: LABEL.nomor, nilai: i.nomor },
    { label: LABEL.hal, nilai: i.hal },
    { label: LABEL.kepada, nilai: kepada.join('; ') },
    ...butir.map((nilai, ke) => ({
      label: butir.length > 1 ? `${LABEL.isi} ${ke + 1}` : LABEL.isi,
      nilai,
    })),
    { label: LABEL.tenggat, nilai: i.tenggat ? hariTanggal(i.tenggat) : '' },
    { label: LABEL.catatan, nilai: i.catatan },
    {
      label: 'Diterbitkan',
      nilai: i.diterbitkanPada ? `${tanggalJam(i.diterbitkanPada, pelaku.zonaWaktu)} oleh ${i.pemberi}` : '',
    },
  ].filter((baris) => baris.nilai !== '')
}

export const halamanInstruksi = halaman<ReturnType<typeof susunInstruksi>>('instruksi/instruksi')
