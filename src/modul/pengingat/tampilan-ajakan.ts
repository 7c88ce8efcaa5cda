import { halaman } from '../../inti/http/index.ts'
import { type Pelaku, sebutanJabatan } from '../../inti/pelaku.ts'
import { nomorWhatsapp } from '../../inti/telepon.ts'
import { tanggalJam, tanggalLokal } from '../../inti/waktu/index.ts'
import type { PerluDiingatkan } from './ajakan.ts'
import type { AjakanTerakhir, Kontak } from './kueri.ts'
import { pesanGrup, pesanWhatsapp, tautanWhatsapp } from './susun-pesan.ts'
import { tenggatButir } from './tampilan.ts'

export type BahanAjakan = {
  readonly orang: readonly PerluDiingatkan[]
  readonly kontak: ReadonlyMap<string, Kontak>
  readonly terakhir: ReadonlyMap<string, AjakanTerakhir>
  readonly siklus: string | undefined
  readonly alamatTakar: string | null
  readonly kini: Date
}

/** Who is late or near, each with a text ready to be sent from one's own WhatsApp; one text for the group. */
export function susunAjakan(pelaku: Pelaku, bahan: BahanAjakan) {
  const { orang, siklus, alamatTakar, kini } = bahan
  const terlambat = orang.filter((o) => o.butir.some((b) => (b.posisi ?? 0) > 0)).length
  const grup = pesanGrup(
    orang.map((o) => ({ nama: o.pelaku.nama, butir: o.butir })),
    { kantor: pelaku.namaKecamatan, tanggal: tanggalLokal(kini, pelaku.zonaWaktu), alamatTakar },
  )
  return {
    judulHalaman: 'Ingatkan',
    siklus: siklus ?? '',
    kembali: siklus
      ? { teks: 'Kembali ke siklus', alamat: `/siklus/${siklus}` }
      : { teks: 'Pengingat saya', alamat: '/pengingat' },
    hitungan: [
      { jumlah: terlambat, teks: 'orang terlambat', nada: 'merah' },
      { jumlah: orang.length - terlambat, teks: 'orang mendekati tenggat', nada: 'kuning' },
    ],
    orang: orang.map((o) => susunOrang(pelaku, o, bahan)),
    grup: orang.length > 1 ? { teks: grup, tautan: tautanWhatsapp('', grup) } : null,
  }
}
export const halamanAjakan = halaman<ReturnType<typeof susunAjakan>>('pengingat/ingatkan')

function susunOrang(
  pelaku: Pelaku,
  { pelaku: dia, butir }: PerluDiingatkan,
  { kontak, terakhir, alamatTakar }: BahanAjakan,
) {
  const milik = kontak.get(dia.pegawaiId)
  const nomor = nomorWhatsapp(milik?.telepon)
  const dari = `${pelaku.nama}, ${sebutanJabatan(pelaku)}`
  const teks = pesanWhatsapp(butir, { nama: dia.nama, alamatTakar, dari })
  const lalu = terakhir.get(dia.pegawaiId)
  return {
    id: dia.pegawaiId,
    nama: dia.nama,
    jabatan: sebutanJabatan(dia),
    butir: butir.map((b) => ({ judul: b.judul, periode: b.periode, tenggat: tenggatButir(b) })),
    teks,
    baris: Math.min(12, teks.split('\n').length + 2),
    tautan: nomor ? tautanWhatsapp(nomor, teks) : '',
    tanpaNomor: milik?.telepon ? 'Nomor teleponnya bukan nomor ponsel.' : 'Nomor WhatsApp-nya belum dicatat.',
    terakhir: lalu
      ? `Terakhir diingatkan ${tanggalJam(new Date(lalu.waktu), pelaku.zonaWaktu)} oleh ${lalu.oleh}.`
      : '',
  }
}
