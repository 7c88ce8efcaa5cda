import type { Tx } from '../../inti/basis-data/index.ts'
import type { Dokumen } from '../../inti/dokumen/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import {
  ambilBahanDokumen,
  type BahanDokumen,
  type DokumenKeluaran,
  type KonteksLangkah,
  type Pembaca,
  type PenangananJenis,
  pihakLangkah,
} from '../siklus/index.ts'
import { kurangDokumen, MAKS_DOKUMEN } from './isian.ts'
import { type DokumenCeklis, daftarDokumenCeklis } from './kueri.ts'

/** Step kind "ceklis-dokumen": the documents the SOP asks for, present or not. */
export const jenisCeklisDokumen: PenangananJenis = {
  kode: 'ceklis-dokumen',
  perintah: 'Kumpulkan dokumen',
  kekurangan: async (baca, konteks) => {
    const daftar = await daftarDokumenCeklis(baca, konteks)
    if (daftar.length === 0) return ['Tulis paling sedikit satu dokumen.']
    return daftar.flatMap((d) => {
      const kurang = kurangDokumen({ ...d, berberkas: d.berkasId !== null })
      return kurang ? [`${d.nama}: ${kurang.pesan}`] : []
    })
  },
  dokumen,
  saatDibuka,
}

async function dokumen(baca: Pembaca, konteks: KonteksLangkah, pelaku: Pelaku): Promise<DokumenKeluaran[]> {
  const bahan = await ambilBahanDokumen(baca, pelaku)
  const daftar = await daftarDokumenCeklis(baca, konteks)
  const model = susunCeklis({ bahan, daftar, konteks, pelaku })
  return [{ jenis: 'CEKLIS_DOKUMEN', judul: model.judul, nomor: '', model }]
}

type Bahan = { bahan: BahanDokumen; daftar: readonly DokumenCeklis[]; konteks: KonteksLangkah; pelaku: Pelaku }

/** Ceklis Dokumen: number, document, present or not as drawn boxes, where it is, remark. */
function susunCeklis({ bahan, daftar, konteks, pelaku }: Bahan): Dokumen {
  const { siklus } = konteks
  return {
    judul: `Ceklis Dokumen ${siklus.namaPeriode}`,
    jenis: 'Ceklis Dokumen',
    ukuran: 'F4',
    arah: 'tegak',
    kop: bahan.kop,
    tanggal: bahan.hari,
    isi: [
      {
        jenis: 'judul',
        tingkat: 1,
        teks: 'CEKLIS DOKUMEN',
        subjudul: `${siklus.namaSop.replace(/^SOP /, '')} ${siklus.namaPeriode}`,
      },
      {
        jenis: 'tabel',
        kolom: [
          { bobot: 5, rata: 'tengah' },
          { bobot: 38 },
          { bobot: 8, rata: 'tengah' },
          { bobot: 9, rata: 'tengah' },
          { bobot: 32 },
          { bobot: 24 },
        ],
        kepala: [
          ['No', 'Dokumen', 'Ada', 'Tidak ada', 'Berkas/tempat kertas/tautan', 'Keterangan'].map((teks) => ({ teks })),
        ],
        nomorKolom: true,
        isi: daftar.map((d, i) => ({
          sel: [
            `${i + 1}`,
            d.nama,
            { teks: '', centang: d.status === 'ADA' },
            { teks: '', centang: d.status === 'TIDAK_ADA' },
            letak(d).join('\n') || '–',
            d.keterangan || '–',
          ],
        })),
      },
      { jenis: 'tandaTangan', pihak: pihakLangkah(bahan, konteks, pelaku) },
    ],
  }
}

const letak = (d: DokumenCeklis): string[] => {
  const tautan = d.tautan.startsWith('/') ? 'dokumen siklus ini' : d.tautan
  return [d.namaBerkas ? `Berkas: ${d.namaBerkas}` : '', d.tempatKertas, tautan].filter(Boolean)
}

/**
 * The documents the SOP names for this step, then its kelengkapan where it says more. An output of an earlier step of this
 * siklus is there already and is linked.
 */
async function saatDibuka(tx: Tx, konteks: KonteksLangkah): Promise<void> {
  const { siklus, langkah, def } = konteks
  if ((await daftarDokumenCeklis(tx, konteks)).length > 0) return
  const keluaran = new Map(keluaranSelesai(konteks))
  await tx.dokumenCeklis.createMany({
    data: namaDokumen(def).map((nama, i) => {
      const kode = keluaran.get(nama.toLowerCase())
      return {
        kecamatanId: siklus.kecamatanId,
        siklusId: siklus.id,
        langkahId: langkah.id,
        urut: i + 1,
        nama,
        ...(kode
          ? {
              status: 'ADA' as const,
              tautan: `/siklus/${siklus.id}/langkah/${kode}`,
              keterangan: 'Keluaran langkah sebelumnya',
            }
          : {}),
      }
    }),
  })
}

/** Output documents that finished steps left behind: name in small letters, code of the step. */
const keluaranSelesai = ({ siklus, semuaLangkah }: KonteksLangkah): [string, string][] =>
  siklus.definisi.langkah.flatMap((l): [string, string][] =>
    l.keluaran && semuaLangkah.some((s) => s.kode === l.kode && s.status === 'SELESAI')
      ? [[l.keluaran.toLowerCase(), l.kode]]
      : [],
  )

/** Names without repetition, in the order of the SOP. Pure. */
export function namaDokumen({
  dokumen: wajib,
  kelengkapan,
}: {
  dokumen: readonly string[]
  kelengkapan: readonly string[]
}): string[] {
  const nama = new Map<string, string>()
  for (const satu of [...wajib, ...kelengkapan]) if (!nama.has(satu.toLowerCase())) nama.set(satu.toLowerCase(), satu)
  return [...nama.values()].slice(0, MAKS_DOKUMEN)
}
