import { hitungNilai, type MasukanNilai } from '../../../src/modul/pengukuran/index.ts'
import type { AplikasiUji, OrangUji } from '../../bantuan/aplikasi.ts'
import { mulaiSiklusUji, sampaiLangkah } from '../../bantuan/siklus.ts'

export type SiklusUji = {
  readonly siklusId: string
  /** address of a step: langkah('P10') */
  langkah(kode: string): string
  /** rows of the forms, in the order of office and form */
  baris(): Promise<BarisUji[]>
  status(kode: string): Promise<{ status: string; putaran: number; alasan_kembali: string | null }>
}
export type BarisUji = {
  id: string
  unit_id: string
  unit: string
  nama: string
  terbuka: boolean
  status: string
  alasan_kembali: string | null
  formulir: string
}

/** Quarter or, when given, month of 2026; share of every pagu that was spent up to its end. */
type Pilihan = { readonly triwulan?: number; readonly bulan?: number; readonly serapan?: number }

/** A siklus whose forms are filled with 90 % of the target and handed in; the recap is open. */
export async function siapkanRekap(
  app: AplikasiUji,
  { triwulan = 2, bulan, serapan = 0.45 }: Pilihan = {},
): Promise<SiklusUji> {
  const periode =
    bulan === undefined
      ? ({ jenis: 'TRIWULAN', nomor: triwulan } as const)
      : ({ jenis: 'BULAN', nomor: bulan } as const)
  const siklusId = await mulaiSiklusUji(app, { periode: { ...periode, tahun: 2026 } })
  await sampaiLangkah(app, siklusId, 'P7')
  await isiFormulir(app, siklusId, serapan)
  await sampaiLangkah(app, siklusId, 'P8')
  return {
    siklusId,
    langkah: (kode) => `/siklus/${siklusId}/langkah/${kode}`,
    baris: () =>
      app.sql<BarisUji>(
        `select b.id, f.unit_id, u.nama as unit, b.kartu->>'nama' as nama, b.terbuka, b.status::text, b.alasan_kembali, f.status::text as formulir
         from baris_formulir b join formulir f on f.id = b.formulir_id join unit_kerja u on u.id = f.unit_id
         where b.siklus_id = $1 order by f.urut, u.urut, b.urut`,
        [siklusId],
      ),
    async status(kode) {
      const [baris] = await app.sql<{ status: string; putaran: number; alasan_kembali: string | null }>(
        'select status::text, putaran, alasan_kembali from langkah_siklus where siklus_id = $1 and kode = $2',
        [siklusId, kode],
      )
      if (!baris) throw new Error(`tidak ada langkah ${kode}`)
      return baris
    },
  }
}

/** Further: the recap frozen by Tim SAKIP and reported; the Sekcam's decision is open. */
export async function siapkanTelaah(app: AplikasiUji, pilihan: Pilihan = {}): Promise<SiklusUji> {
  const uji = await siapkanRekap(app, pilihan)
  await laporkanRekap(app, await app.masukSebagai('sakip1'), uji)
  return uji
}

/** Tim SAKIP freezes the recap and reports it, on their screens. */
export async function laporkanRekap(app: AplikasiUji, sakip: OrangUji, uji: SiklusUji): Promise<void> {
  const beku = await sakip.kirim(`${uji.langkah('P8')}/rekap/pembekuan`, {
    versi: await versiSiklus(app, uji.siklusId),
    catatan: '',
  })
  if (beku.status !== 303) throw new Error(`rekap tidak dibekukan: ${beku.status} ${beku.text}`)
  const lapor = await sakip.kirim(
    `${uji.langkah('P9')}/lapor/penyampaian`,
    await isianLapor(sakip, `${uji.langkah('P9')}/lapor`),
  )
  if (lapor.status !== 303) throw new Error(`rekap tidak dilaporkan: ${lapor.status} ${lapor.text}`)
}

/** The report form as its page shows it. */
export async function isianLapor(orang: OrangUji, alamat: string): Promise<Record<string, string>> {
  const $ = await orang.halaman(alamat)
  const nilai = (nama: string) => String($(`[name="${nama}"]`).last().val() ?? '')
  return Object.fromEntries(
    ['versi', 'nomor', 'tanggal', 'ringkasan', 'hambatan', 'saran'].map((nama) => [nama, nilai(nama)]),
  )
}

export async function versiSiklus(app: AplikasiUji, siklusId: string): Promise<string> {
  const [baris] = await app.sql<{ versi: number }>('select versi from siklus where id = $1', [siklusId])
  return String(baris?.versi)
}

/** Units hand in again what was returned to them. */
export async function serahkanUlang(app: AplikasiUji, uji: SiklusUji): Promise<void> {
  await sampaiLangkah(app, uji.siklusId, 'P8')
}

type BarisIsi = {
  id: string
  kartu: MasukanNilai
  target: { tw: (string | null)[]; tahunan: string | null; teks: string | null }
}
/** Plausible values near the target; evidence for all but the last two; one row not applicable. */
async function isiFormulir(app: AplikasiUji, siklusId: string, serapan: number): Promise<void> {
  const [staf] = await app.sql<{ pegawai_id: string }>(
    "select pegawai_id from akun where nama_pengguna = 'staf.pemerintahan'",
  )
  const baris = await app.sql<BarisIsi>(
    'select b.id, b.kartu, b.target from baris_formulir b join formulir f on f.id = b.formulir_id where b.siklus_id = $1 and b.jatuh_tempo order by f.urut, b.urut',
    [siklusId],
  )
  for (const [i, { id, kartu, target }] of baris.entries()) {
    const patokan = Number(target.tw[1] ?? target.tahunan ?? 80)
    const variabel = nilaiVariabel(kartu, patokan * (i % 9 === 4 ? 0.55 : 0.97))
    const kategori = kartu.metode === 'KATEGORI' ? (target.teks ?? kartu.kategori?.[0]?.kode ?? null) : null
    const hasil = hitungNilai({ ...kartu, isian: variabel, kategoriTerpilih: kategori })
    await app.sql(
      `update baris_formulir set status = 'TERISI', variabel = $2, nilai = $3, kategori = $4, kendala = $5, diubah_oleh = 'Staf (contoh)',
         diubah_oleh_id = $6, diubah_pada = now() where id = $1`,
      [
        id,
        variabel,
        hasil.jenis === 'NILAI' ? hasil.nilai : null,
        kategori,
        i % 9 === 4 ? 'Petugas lapangan berkurang dua orang' : '',
        staf?.pegawai_id,
      ],
    )
    if (i < baris.length - 2)
      await app.sql(
        'insert into bukti (kecamatan_id, siklus_id, baris_id, tautan, tempat_kertas, dibuat_oleh, dibuat_pada) select kecamatan_id, siklus_id, id, $2, $3, $4, now() from baris_formulir where id = $1',
        [
          id,
          i % 3 === 0 ? 'https://contoh.invalid/rekap-layanan' : '',
          i % 3 === 0 ? '' : `Map ${i + 1}, lemari arsip 2`,
          'Staf (contoh)',
        ],
      )
  }
  await app.sql(
    "update baris_formulir set status = 'TIDAK_BERLAKU', nilai = null, variabel = '{}', alasan_tidak_berlaku = 'Kegiatan baru dimulai triwulan III' where id = $1",
    [baris[7]?.id],
  )
  await app.sql(
    "update baris_anggaran set status = 'TERISI', realisasi = round(pagu * $2::numeric, 2), diubah_oleh = 'Staf (contoh)' where siklus_id = $1",
    [siklusId, serapan],
  )
}

/** A share of one hundred for a percentage, otherwise the figure itself. */
function nilaiVariabel({ metode, variabel }: MasukanNilai, angka: number): Record<string, string> {
  const bulat =
    metode === 'PERSENTASE' || metode === 'RASIO'
      ? [angka.toFixed(0), metode === 'RASIO' ? '1' : '100']
      : variabel.map(() => angka.toFixed(0))
  return Object.fromEntries(variabel.map((v, i) => [v.kode, bulat[i] ?? '1']))
}
