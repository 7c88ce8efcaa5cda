import { isDeepStrictEqual } from 'node:util'
import { transaksi } from '../../src/inti/basis-data/index.ts'
import { Galat } from '../../src/inti/galat/index.ts'
import { denganKonteks } from '../../src/inti/konteks.ts'
import type { Pelaku } from '../../src/inti/pelaku.ts'
import { bekukanRekap } from '../../src/modul/rekap/bekukan-rekap.ts'
import {
  ambilLangkah,
  ambilPeristiwa,
  ambilSiklus,
  jalankan,
  type Keadaan,
  pengajuUntuk,
  putarUlang,
} from '../../src/modul/siklus/index.ts'
import type { IsiPerintah } from '../../src/modul/siklus/mesin/index.ts'
import type { AplikasiUji } from './aplikasi.ts'
import { susunDadu } from './pemain-acak.ts'

/** Who walks: everyone of the sample office who can act in the SOPs of Taman. */
export const PEJALAN = [
  'camat',
  'sekcam',
  'sakip1',
  'sakip2',
  'kasi.pemerintahan',
  'kasi.trantib',
  'kasubbag.program',
  'staf.pmd',
  'pengamat',
] as const

/** One command of a person in a transaction of its own; the sentence of the refusal, or null. */
export async function perintahkan(
  app: AplikasiUji,
  pelaku: Pelaku,
  { siklusId, isi, bagian = [] }: { siklusId: string; isi: IsiPerintah; bagian?: readonly string[] },
): Promise<Galat | null> {
  try {
    await denganKonteks({ kecamatanId: pelaku.kecamatanId, kunci: null }, () =>
      transaksi(app.db, pelaku, async (tx) => {
        if ('langkah' in isi && isi.jenis === 'SELESAIKAN')
          await bekukanBilaRekap(tx, pelaku, { siklusId, kode: isi.langkah })
        await jalankan(tx, pelaku, { siklusId, ...isi }, { bolehBagian: bagian })
      }),
    )
    return null
  } catch (sebab) {
    if (sebab instanceof Galat) return sebab
    throw sebab
  }
}

async function bekukanBilaRekap(
  tx: Parameters<typeof bekukanRekap>[0],
  pelaku: Pelaku,
  alamat: { siklusId: string; kode: string },
): Promise<void> {
  const konteks = await ambilLangkah(tx, pelaku, alamat).catch(() => null)
  if (konteks?.langkah.jenis === 'rekap' && konteks.langkah.status === 'BERJALAN')
    await bekukanRekap(tx, pelaku, { konteks, catatan: '' })
}

/** The fold of the stored log; `nama`: anyone of the office whose siklus it is. */
export const ulangi = (app: AplikasiUji, siklusId: string, nama = 'sakip1'): Promise<Keadaan> =>
  app.sebagai(nama, async (p) =>
    putarUlang(await ambilPeristiwa(app.db.baca, { id: siklusId, kecamatanId: p.kecamatanId })),
  )

/** Differences between the rows for reading and the fold of the log; empty: they say the same. */
export async function bandingkanBaris(app: AplikasiUji, siklusId: string, nama = 'sakip1'): Promise<string[]> {
  const keadaan = await ulangi(app, siklusId, nama)
  const { siklus, langkah, bagian } = await app.sebagai(nama, (p) => ambilSiklus(app.db.baca, p, siklusId))
  const beda: string[] = []
  const periksa = (nama: string, baris: unknown, log: unknown) => {
    if (!isDeepStrictEqual(baris, log))
      beda.push(`${nama}: baris ${JSON.stringify(baris)}, riwayat ${JSON.stringify(log)}`)
  }
  const waktu = (d: Date | null): string | null => d?.toISOString() ?? null
  const status = siklus.diarsipkanPada ? 'DIARSIPKAN' : siklus.status
  periksa(
    'siklus',
    [status, waktu(siklus.dimulaiPada), waktu(siklus.selesaiPada)],
    [keadaan.status, keadaan.dimulaiPada, keadaan.berakhirPada],
  )
  for (const kode of keadaan.urutan) {
    const k = keadaan.langkah[kode]
    const b = langkah.find((l) => l.kode === kode)
    periksa(
      `langkah ${kode}`,
      b && [b.status, b.putaran, waktu(b.dibukaPada), waktu(b.diteruskanPada), waktu(b.selesaiPada), b.alasanKembali],
      k && [k.status, k.putaran, k.dibukaPada, k.diteruskanPada, k.selesaiPada, k.dikembalikan?.alasan ?? null],
    )
    const diputuskan = b?.memutuskan === true && k?.status === 'BERJALAN'
    periksa(
      `terhalang ${kode}`,
      [...(b?.terhalang ?? [])].sort(),
      diputuskan ? pengajuUntuk(siklus.definisi, keadaan, kode).sort() : [],
    )
    const urut = (a: { kunci: string }, c: { kunci: string }) => a.kunci.localeCompare(c.kunci)
    periksa(
      `bagian ${kode}`,
      bagian
        .filter((g) => g.langkahId === b?.id)
        .sort(urut)
        .map((g) => [g.kunci, g.unitId, g.status, g.putaran, waktu(g.dibukaPada), waktu(g.selesaiPada)]),
      [...(k?.bagian ?? [])]
        .sort(urut)
        .map((g) => [g.kunci, g.unitId, g.status, g.putaran, g.dibukaPada, g.selesaiPada]),
    )
  }
  return beda
}

/** A command drawn by chance: what waits in nine of ten, now and then a return, a withdrawal, or nonsense. */
export function perintahUndi(keadaan: Keadaan, benih: number): { nama: string; isi: IsiPerintah; bagian: string[] } {
  const dadu = susunDadu(benih)
  const terbuka = keadaan.urutan.find((k) => keadaan.langkah[k]?.status === 'BERJALAN') ?? 'P1'
  const bagian = keadaan.langkah[terbuka]?.bagian ?? []
  const semua = keadaan.langkah.P7?.bagian.map((b) => b.kunci) ?? []
  const kasi = dadu.pilih(['kasi.pemerintahan', 'kasi.trantib', 'kasubbag.program'])
  if (dadu.angka(10) === 0)
    return { nama: dadu.pilih(PEJALAN), isi: { jenis: 'SELESAIKAN', langkah: dadu.pilih(keadaan.urutan) }, bagian: [] }
  if (terbuka === 'P7') {
    const satu = dadu.pilih(bagian)
    if (dadu.angka(6) === 0)
      return { nama: kasi, isi: { jenis: 'TARIK_BAGIAN', langkah: 'P7', bagian: satu.kunci }, bagian: [satu.kunci] }
    if (dadu.angka(8) === 0)
      return {
        nama: 'sakip1',
        isi: {
          jenis: 'KEMBALIKAN_BAGIAN',
          langkah: 'P8',
          tujuan: 'P7',
          cakupan: { jenis: 'BAGIAN', kunci: [satu.kunci] },
          alasan: 'Lengkapi buktinya.',
        },
        bagian: [],
      }
    const belum = bagian.find((b) => b.status === 'BERJALAN') ?? satu
    return {
      nama: kasi,
      isi: { jenis: 'SELESAIKAN_BAGIAN', langkah: 'P7', bagian: belum.kunci },
      bagian: [belum.kunci],
    }
  }
  if (terbuka === 'P8' && dadu.angka(2) === 0)
    return {
      nama: 'sakip2',
      isi: {
        jenis: 'KEMBALIKAN_BAGIAN',
        langkah: 'P8',
        tujuan: 'P7',
        cakupan: { jenis: 'BAGIAN', kunci: semua.slice(0, 2) },
        alasan: 'Angka tidak cocok dengan bukti.',
      },
      bagian: [],
    }
  if (terbuka === 'P10') {
    if (dadu.angka(5) < 2)
      return { nama: 'sekcam', isi: { jenis: 'PUTUSKAN', langkah: 'P10', keputusan: 'ya' }, bagian: [] }
    const tujuan = dadu.pilih(['P7', 'P8'])
    const cakupan =
      tujuan === 'P8'
        ? ({ jenis: 'SEMUA' } as const)
        : ({ jenis: 'BAGIAN', kunci: semua.slice(0, 1 + dadu.angka(3)) } as const)
    return {
      nama: 'sekcam',
      isi: {
        jenis: 'PUTUSKAN',
        langkah: 'P10',
        keputusan: 'tidak',
        tujuan,
        cakupan,
        alasan: 'Perbaiki sesuai arahan.',
      },
      bagian: [],
    }
  }
  if (terbuka === 'P11' && keadaan.langkah.P11?.diteruskanPada === null)
    return { nama: 'sekcam', isi: { jenis: 'TERUSKAN', langkah: 'P11' }, bagian: [] }
  const nama = { P1: 'camat', P2: 'sekcam', P11: 'camat' }[terbuka] ?? 'sakip1'
  return { nama, isi: { jenis: 'SELESAIKAN', langkah: terbuka }, bagian: [] }
}
