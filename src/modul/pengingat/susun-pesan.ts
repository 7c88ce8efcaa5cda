import { hariTanggal, tanggalPanjang } from '../../inti/waktu/index.ts'
import type { ButirPengingat, IsiPengingat } from './isi-pengingat.ts'

/** What a message knows besides the list. `alamatTakar`: where people open Takar, null: without links. */
export type BahanPesan = {
  readonly nama: string
  readonly kantor: string
  /** YYYY-MM-DD */
  readonly tanggal: string
  readonly alamatTakar: string | null
}
export type PesanSiap = { readonly perihal: string; readonly teks: string; readonly html: string }

/** 'tenggat 3 Juli 2026, terlambat 2 hari kerja'. */
export function sebutTenggat({ tenggat, posisi }: Pick<ButirPengingat, 'tenggat' | 'posisi'>): string {
  if (!tenggat || posisi === null) return 'tanpa tenggat'
  const jarak =
    posisi > 0
      ? `terlambat ${posisi} hari kerja`
      : posisi === 0
        ? 'hari ini hari terakhir'
        : `${-posisi} hari kerja lagi`
  return `tenggat ${tanggalPanjang(tenggat)}, ${jarak}`
}

/** 'Pengingat Takar: 4 tugas, 1 terlambat'. */
export function perihalPengingat({ tugas, bawahan, kantor }: IsiPengingat): string {
  const terlambat = tugas.filter((t) => (t.posisi ?? 0) > 0).length
  const lain = bawahan.length + kantor.length
  if (tugas.length === 0) return `Pengingat Takar: ${lain} tugas pegawai lain terlambat`
  return `Pengingat Takar: ${tugas.length} tugas${terlambat > 0 ? `, ${terlambat} terlambat` : ''}`
}

/** Groups of a list with their headings, the empty ones left out. */
export const kelompokPengingat = ({ tugas, bawahan, kantor }: IsiPengingat) =>
  [
    { judul: 'Menunggu Anda', butir: tugas },
    { judul: 'Tugas pegawai di unit Anda yang terlambat', butir: bawahan },
    { judul: 'Tugas di kantor yang terlambat', butir: kantor },
  ].filter((k) => k.butir.length > 0)

/** The e-mail of a list: plain text and the same as simple HTML. */
export function susunSurel(isi: IsiPengingat, bahan: BahanPesan): PesanSiap {
  return { perihal: perihalPengingat(isi), teks: teksSurel(isi, bahan), html: htmlSurel(isi, bahan) }
}

const salam = ({ nama }: BahanPesan): string => `Yth. ${nama},`
const pembuka = ({ kantor, tanggal }: BahanPesan): string =>
  `Ini pengingat dari Takar ${kantor} untuk ${hariTanggal(tanggal)}.`
const PENUTUP = [
  'Yang sudah dikerjakan sesudah pengingat ini dibuat tidak perlu dihiraukan.',
  'Surel ini dibuat otomatis; jangan dibalas. Di Takar, klik nama Anda di kanan atas untuk mengubah alamat surel atau berhenti menerimanya.',
]
const baris = (b: ButirPengingat): string => `${b.judul} (${b.periode}; ${sebutTenggat(b)})`
const menunggu = (b: ButirPengingat): string => (b.siapa?.length ? `Menunggu: ${b.siapa.join(', ')}` : '')

function teksSurel(isi: IsiPengingat, bahan: BahanPesan): string {
  const { alamatTakar } = bahan
  const butirTeks = (b: ButirPengingat): string =>
    [`- ${baris(b)}`, menunggu(b) && `  ${menunggu(b)}`, alamatTakar && `  ${alamatTakar}${b.alamat}`]
      .filter(Boolean)
      .join('\n')
  const kelompok = kelompokPengingat(isi).map((k) => `${k.judul}:\n${k.butir.map(butirTeks).join('\n')}`)
  return `${[salam(bahan), pembuka(bahan), ...kelompok, PENUTUP.join('\n')].join('\n\n')}\n`
}

const lolos = (teks: string): string =>
  teks.replace(/[&<>"']/g, (h) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[h] ?? '&#39;')

function htmlSurel(isi: IsiPengingat, bahan: BahanPesan): string {
  const { alamatTakar } = bahan
  const judul = (b: ButirPengingat): string =>
    alamatTakar ? `<a href="${lolos(alamatTakar + b.alamat)}">${lolos(b.judul)}</a>` : `<b>${lolos(b.judul)}</b>`
  const butirHtml = (b: ButirPengingat): string =>
    `<li>${judul(b)}<br>${lolos(b.periode)}; ${lolos(sebutTenggat(b))}${b.siapa?.length ? `<br>${lolos(menunggu(b))}` : ''}</li>`
  const kelompok = kelompokPengingat(isi).map(
    (k) => `<p><b>${lolos(k.judul)}</b></p>\n<ul>\n${k.butir.map(butirHtml).join('\n')}\n</ul>`,
  )
  const alinea = (teks: string): string => `<p>${lolos(teks)}</p>`
  const isiHtml = [alinea(salam(bahan)), alinea(pembuka(bahan)), ...kelompok, ...PENUTUP.map(alinea)].join('\n')
  return `<!doctype html>\n<html lang="id"><head><meta charset="utf-8"><title>${lolos(perihalPengingat(isi))}</title></head>\n<body>\n${isiHtml}\n</body></html>\n`
}

/** Text for WhatsApp to one person, from the person who reminds. */
export function pesanWhatsapp(
  butir: readonly ButirPengingat[],
  { nama, dari, alamatTakar }: Pick<BahanPesan, 'nama' | 'alamatTakar'> & { dari: string },
): string {
  const tugas = butir.map((b, ke) => `${ke + 1}. ${baris(b)}`)
  return [
    `Yth. ${nama}, mohon perhatian untuk tugas berikut di Takar:`,
    tugas.join('\n'),
    alamatTakar ? `Silakan buka ${alamatTakar}` : 'Silakan buka Takar, menu Tugas Saya.',
    `Terima kasih. ${dari}`,
  ].join('\n\n')
}

/** One text for the group: each person with the tasks that are waited for. */
export function pesanGrup(
  orang: readonly { nama: string; butir: readonly ButirPengingat[] }[],
  { kantor, tanggal, alamatTakar }: Pick<BahanPesan, 'kantor' | 'tanggal' | 'alamatTakar'>,
): string {
  const daftar = orang.map(({ nama, butir }) => `*${nama}*\n${butir.map((b) => `- ${baris(b)}`).join('\n')}`)
  return [
    `Pengingat Takar ${kantor}, ${hariTanggal(tanggal)}. Mohon Bapak/Ibu berikut menyelesaikan:`,
    ...daftar,
    alamatTakar ? `Silakan buka ${alamatTakar}` : 'Silakan buka Takar, menu Tugas Saya. Terima kasih.',
  ].join('\n\n')
}

/** Opens the sender's own WhatsApp with the text ready; without a number WhatsApp asks to whom. */
export const tautanWhatsapp = (nomor: string, teks: string): string =>
  `https://wa.me/${nomor}?text=${encodeURIComponent(teks)}`
