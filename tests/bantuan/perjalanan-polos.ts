import type { CheerioAPI } from 'cheerio'
import { type Halaman, PerambanPolos, rapikan } from './peramban-polos.ts'

/** Units of the sample office that answer for a form: who heads them, who fills in. */
export const UNIT_CONTOH = [
  { nama: 'Subbagian Umum dan Kepegawaian', kepala: 'kasubbag.umum', staf: 'staf.umum' },
  { nama: 'Subbagian Program dan Keuangan', kepala: 'kasubbag.program', staf: 'staf.program' },
  { nama: 'Seksi Pemerintahan', kepala: 'kasi.pemerintahan', staf: 'staf.pemerintahan' },
  { nama: 'Seksi Ketenteraman dan Ketertiban Umum', kepala: 'kasi.trantib', staf: 'staf.trantib' },
  { nama: 'Seksi Pemberdayaan Masyarakat dan Desa', kepala: 'kasi.pmd', staf: 'staf.pmd' },
  { nama: 'Seksi Kesejahteraan Sosial', kepala: 'kasi.kesos', staf: 'staf.kesos' },
  { nama: 'Seksi Pelayanan Umum', kepala: 'kasi.pelayanan', staf: 'staf.pelayanan' },
] as const
export type UnitContoh = { readonly nama: string; readonly kepala: string; readonly staf: string }

/** The step in which forms are filled in, as Tugas Saya of Taman names it. */
const PENGISIAN = /^7\. /

const pdf = (isi: string): Buffer => Buffer.from(`%PDF-1.4\n${isi}\n%%EOF\n`)

/** The people of the office, each at a browser without JavaScript; they do what their pages show and nothing else. */
export class KantorPolos {
  private readonly hadir = new Map<string, Promise<PerambanPolos>>()
  constructor(
    private readonly asal: string,
    private readonly sandi: string,
  ) {}

  orang(nama: string): Promise<PerambanPolos> {
    const ada = this.hadir.get(nama)
    if (ada) return ada
    const baru = (async () => {
      const p = new PerambanPolos(this.asal, nama)
      await p.masuk(this.sandi)
      return p
    })()
    this.hadir.set(nama, baru)
    return baru
  }

  /** Titles on a person's Tugas Saya. */
  async tugas(nama: string): Promise<string[]> {
    const { $ } = await (await this.orang(nama)).buka('/')
    return $('.tugas__judul')
      .map((_, t) => rapikan($(t).text()))
      .get()
  }

  /** Opens what waits for the person: the task whose title fits. */
  async kerjakan(nama: string, tugas: RegExp): Promise<{ o: PerambanPolos; h: Halaman }> {
    const o = await this.orang(nama)
    return { o, h: await o.ikuti(await o.buka('/'), tugas) }
  }
}

type Mulai = { readonly triwulan?: number; readonly surat?: string; readonly tenggat?: string }
/** Tim SAKIP starts the siklus of a triwulan of 2026 and drafts the disposition. Returns the address of the siklus. */
export async function rancangDisposisi(
  k: KantorPolos,
  { triwulan = 2, surat = '2026-07-01', tenggat = '2026-07-24' }: Mulai = {},
): Promise<string> {
  const sakip = await k.orang('sakip1')
  const siklus = await sakip.tekan(await sakip.ikuti(await sakip.buka('/'), 'Mulai siklus'), 'Mulai siklus', {
    isian: { periode: `TRIWULAN-${triwulan}`, tahun: '2026' },
  })
  const rancangan = await sakip.ikuti(siklus, 'Bantu siapkan isinya')
  await sakip.tekan(rancangan, 'Simpan rancangan', {
    isian: {
      asal: 'SURAT',
      suratDari: 'Bupati Pemalang',
      nomorSurat: '000.8.6/123/2026',
      tanggalSurat: surat,
      tenggat,
      sifat: 'SEGERA',
    },
    berkas: { berkas: { nama: 'surat bupati.pdf', isi: pdf('surat') } },
  })
  return siklus.alamat
}

/** The disposition drafted, and issued by the Camat. Returns the address of the siklus. */
export async function mulaiDanDisposisi(k: KantorPolos, mulai: Mulai = {}): Promise<string> {
  const siklus = await rancangDisposisi(k, mulai)
  const { o: camat, h } = await k.kerjakan('camat', /^1\. /)
  await camat.tekan(h, 'Terbitkan disposisi')
  return siklus
}

/** The meeting with attendance, discussion and one decision; minutes by a member of Tim SAKIP. */
export async function rapat(
  k: KantorPolos,
  {
    pemimpin = 'sekcam',
    notulisi = 'Anggota Tim SAKIP 1',
    tanggal = '2026-07-06',
    kapan = '2026-12-05',
  }: { pemimpin?: string; notulisi?: string; tanggal?: string; kapan?: string } = {},
): Promise<void> {
  const { o, h } = await k.kerjakan(pemimpin, /^2\. /)
  const { $ } = h
  const hadir = namaMedan($, 'tr:has(input[name$=".id"]) select[name$=".kehadiran"]').map((n) => [n, 'HADIR'] as const)
  const notulis =
    $('select[name=notulisId] option')
      .filter((_, p) => $(p).text().includes(notulisi))
      .attr('value') ?? ''
  const keputusan = {
    'keputusan.0.apa': 'Menyiapkan bukti dukung setiap indikator',
    'keputusan.0.pegawaiId': notulis,
    'keputusan.0.kapan': kapan,
  }
  const isi = {
    tanggal,
    waktuMulai: '09:00',
    waktuSelesai: '10:00',
    tempat: 'Ruang rapat kecamatan',
    notulisId: notulis,
    pembahasan: 'Arahan Sekretaris Kecamatan.',
  }
  await o.tekan(h, 'Selesaikan rapat', { isian: { ...Object.fromEntries(hadir), ...isi, ...keputusan } })
}

export async function programKerja(k: KantorPolos, nama = 'sakip1'): Promise<void> {
  const { o, h } = await k.kerjakan(nama, /^3\. /)
  await o.tekan(await o.tekan(h, 'Usulkan dari langkah SOP'), 'Selesaikan program kerja')
}

/** All documents there but one, the first with its file. */
export async function ceklis(k: KantorPolos): Promise<void> {
  const { o, h } = await k.kerjakan('sakip2', /^4\. /)
  const isi = namaMedan(h.$, 'tr:has(input[name$=".id"]) select[name$=".status"]').flatMap((nama, i) =>
    i === 6
      ? [
          [nama, 'TIDAK_ADA'],
          [nama.replace('status', 'keterangan'), 'Survei baru selesai bulan depan'],
        ]
      : [
          [nama, 'ADA'],
          [nama.replace('status', 'tempatKertas'), 'Lemari arsip 2'],
        ],
  )
  await o.tekan(h, 'Selesaikan ceklis', {
    isian: Object.fromEntries(isi),
    berkas: { 'berkas-0': { nama: 'PK 2026.pdf', isi: pdf('PK') } },
  })
}

/** Forms prepared, handed out; six units confirm in the application, one signed on paper. */
export async function siapkanDanBagikan(k: KantorPolos): Promise<void> {
  const siapkan = await k.kerjakan('sakip1', /^5\. /)
  await siapkan.o.tekan(siapkan.h, 'Formulir siap dibagikan')
  const bagikan = await k.kerjakan('sakip1', /^6\. /)
  await bagikan.o.tekan(bagikan.h, 'Bagikan semua formulir')
  for (const { kepala } of UNIT_CONTOH.slice(1)) {
    const { o, h } = await k.kerjakan(kepala, /^6\. /)
    await o.tekan(h, 'Nyatakan sudah menerima')
  }
  const kertas = await k.kerjakan('sakip1', /^6\. /)
  const lengkap = await kertas.o.tekan(kertas.h, 'Catat tanda terima', {
    isian: { penerima: 'Kasubbag Umum (contoh)', jabatanPenerima: 'Kepala Subbagian Umum dan Kepegawaian' },
  })
  await kertas.o.tekan(lengkap, 'Semua sudah menerima, buka pengisian')
}

/** Staff fill in every due row and its evidence, the head checks and hands in. */
export async function isiDanSerahkan(k: KantorPolos, unit: UnitContoh, langkah = PENGISIAN): Promise<void> {
  await isiLengkap(k, unit, langkah)
  await serahkan(k, unit, langkah)
}

/** Staff fill in every due row and its evidence. Returns the form as it then stands. */
export async function isiLengkap(k: KantorPolos, unit: UnitContoh, langkah = PENGISIAN): Promise<Halaman> {
  const { o, h } = await k.kerjakan(unit.staf, langkah)
  let kini = await o.tekan(h, 'Simpan', { isian: nilaiFormulir(h.$) })
  for (const [i, barisId] of tanpaBukti(kini.$).entries()) {
    const bukti = await o.tekan(kini, new RegExp(`^Lampirkan untuk ${polos(namaBaris(kini.$, barisId))}$`))
    const isi: Record<string, string> =
      i === 0
        ? { jenis: 'berkas' }
        : i % 2
          ? { jenis: 'tautan', tautan: 'https://contoh.invalid/laporan' }
          : { jenis: 'kertas', tempatKertas: 'Map TW II, lemari 1' }
    const simpan = await o.tekan(bukti, 'Simpan bukti', {
      isian: isi,
      berkas: i === 0 ? { berkas: { nama: `laporan ${unit.nama}.pdf`, isi: pdf(unit.nama) } } : {},
    })
    kini = await o.ikuti(simpan, 'Kembali ke formulir')
  }
  return kini
}

/** The head looks the form over on the check page and hands it in. */
export async function serahkan(k: KantorPolos, unit: UnitContoh, langkah = PENGISIAN): Promise<void> {
  const { o, h } = await k.kerjakan(unit.kepala, langkah)
  await o.tekan(await o.tekan(h, 'Periksa lalu serahkan'), /^Serahkan /)
}

/** Tim SAKIP freezes the recap as version n and reports it to the Sekcam. */
export async function bekukanDanLaporkan(k: KantorPolos, versi: number): Promise<void> {
  const rekap = await k.kerjakan('sakip1', /^8\. /)
  await rekap.o.tekan(rekap.h, `Bekukan rekap versi ${versi}`, { isian: { catatan: `Rekap ke-${versi}.` } })
  const lapor = await k.kerjakan('sakip1', /^9\. /)
  await lapor.o.tekan(lapor.h, 'Laporkan kepada Sekretaris Kecamatan', { isian: { saran: 'Lanjutkan pendampingan.' } })
}

/** The Sekcam sends the named values back: a reason of its own for the first, one for all others. */
export async function kembalikanNilai(
  k: KantorPolos,
  indikator: readonly string[],
  alasan: { pertama: string; umum: string },
): Promise<void> {
  const { o, h } = await k.kerjakan('sekcam', /^10\. /)
  const nilai = indikator.map((nama) => {
    const centang = h.$('input[name=nilai]').filter((_, c) => rapikan(h.$(c).parent().text()).includes(nama))
    if (centang.length !== 1) throw new Error(`${centang.length} centang untuk ${nama}`)
    return centang.attr('value') ?? ''
  })
  await o.tekan(h, 'Kembalikan', {
    isian: { nilai, tujuan: 'P7', [`alasan.${nilai[0]}`]: alasan.pertama, alasanUmum: alasan.umum },
  })
}

/** The Sekcam approves the recap and reports to the Camat. */
export async function setujuiDanLapor(k: KantorPolos): Promise<void> {
  const telaah = await k.kerjakan('sekcam', /^10\. /)
  await telaah.o.tekan(telaah.h, 'Setujui rekap', { isian: { catatan: 'Lengkap dan sesuai bukti.' } })
  const lapor = await k.kerjakan('sekcam', /^11\. /)
  await lapor.o.tekan(lapor.h, 'Sampaikan kepada Camat')
}

/** The Sekcam approves and reports to the Camat, who answers with instructions, a note and one recommendation. */
export async function setujuiDanJawab(
  k: KantorPolos,
  rekomendasi: { apa: string; siapa: string; kapan?: string },
): Promise<void> {
  await setujuiDanLapor(k)
  const { o, h } = await k.kerjakan('camat', /^11\. Jawab laporan/)
  const pegawai =
    h
      .$('select[name="rekomendasi.0.pegawaiId"] option')
      .filter((_, p) => h.$(p).text().includes(rekomendasi.siapa))
      .attr('value') ?? ''
  const jawaban = { instruksi: ['Setuju, jadikan bahan Laporan Kinerja', 'Arsipkan'], catatan: 'Terima kasih.' }
  await o.tekan(h, 'Terbitkan disposisi', {
    isian: {
      ...jawaban,
      'rekomendasi.0.uraian': rekomendasi.apa,
      'rekomendasi.0.pegawaiId': pegawai,
      'rekomendasi.0.tenggat': rekomendasi.kapan ?? '2026-12-15',
    },
  })
}

/** Tim SAKIP seals; returns the page of the archive. */
export async function segelPolos(k: KantorPolos): Promise<Halaman> {
  const { o, h } = await k.kerjakan('sakip1', /^12\. /)
  return o.tekan(h, 'Segel arsip', { isian: { tempatKertas: 'Ruang arsip, lemari 2' } })
}

const namaMedan = ($: CheerioAPI, pilih: string): string[] =>
  $(pilih)
    .map((_, e) => $(e).attr('name') ?? '')
    .get()
const polos = (teks: string): string => teks.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** A figure near the target for every row that is due, and half of each pagu. */
function nilaiFormulir($: CheerioAPI): Record<string, string> {
  const isi: Record<string, string> = {}
  $('tbody.formulir__baris').each((ke, tbody) => {
    const b = $(tbody)
    if (b.attr('data-status') === 'BELUM_JATUH_TEMPO') return
    const target = angkaPertama(b.find('td[data-label^="Target"]').text()) ?? 80
    b.find('input.angka').each((_, m) => {
      const nama = $(m).attr('name') ?? ''
      isi[nama] = nama.endsWith('.penyebut') ? '100' : String(Math.round(ke % 7 === 3 ? target * 0.6 : target))
    })
    b.find('select').each((_, s) => {
      isi[$(s).attr('name') ?? ''] =
        $(s)
          .find('option')
          .filter((_, o) => $(o).text() === 'BB')
          .attr('value') ?? ''
    })
    const kendala = namaMedan($, `#${b.attr('id')} textarea[name$=".kendala"]`)[0]
    if (kendala && ke % 7 === 3) isi[kendala] = 'Petugas lapangan berkurang dua orang'
  })
  $('.formulir--anggaran tr').each((_, tr) => {
    const nama = $(tr).find('input[name$=".realisasi"]').attr('name')
    const pagu = angkaPertama($(tr).find('td[data-label="Pagu"]').text())
    if (nama && pagu !== null) isi[nama] = String(Math.round(pagu * 0.45))
  })
  return isi
}

/** First Indonesian number of a text: "96tahun: 96" → 96, "Rp18.150.000" → 18150000. */
function angkaPertama(teks: string): number | null {
  const cocok = /\d[\d.]*(?:,\d+)?/.exec(teks)?.[0]
  return cocok ? Number(cocok.replaceAll('.', '').replace(',', '.')) : null
}

/** Ids of filled rows that still need evidence. */
const tanpaBukti = ($: CheerioAPI): string[] =>
  $('tbody.formulir__baris[data-status="TERISI"] button.btn-outline-danger')
    .map((_, b) => $(b).attr('value') ?? '')
    .get()
const namaBaris = ($: CheerioAPI, id: string): string =>
  rapikan($(`#baris-${id} button[name=lanjut] .visually-hidden`).text()).replace(/^untuk /, '')
