import type { Tx } from '../../inti/basis-data/index.ts'
import type { Blok, Dokumen } from '../../inti/dokumen/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { daftarLampiran } from '../berkas/index.ts'
import {
  ambilBahanDokumen,
  type BahanDokumen,
  type DokumenKeluaran,
  type KonteksLangkah,
  namaPelaksana,
  type Pembaca,
  type PenangananJenis,
  pihakLangkah,
} from '../siklus/index.ts'
import { cariTugas } from './kueri.ts'

/** Kind "tugas": any step without a kind of its own: what the SOP says, a note, files. */
export const jenisTugas: PenangananJenis = {
  kode: 'tugas',
  perintah: 'Kerjakan langkah ini',
  kekurangan: async () => [],
  dokumen,
  saatDibuka,
}

async function saatDibuka(tx: Tx, { siklus, langkah }: KonteksLangkah): Promise<void> {
  await tx.tugasLangkah.createMany({
    data: [{ kecamatanId: siklus.kecamatanId, siklusId: siklus.id, langkahId: langkah.id }],
    skipDuplicates: true,
  })
}

async function dokumen(baca: Pembaca, konteks: KonteksLangkah, pelaku: Pelaku): Promise<DokumenKeluaran[]> {
  const { keluaran } = konteks.def
  if (!keluaran) return []
  const bahan = await ambilBahanDokumen(baca, pelaku)
  const catatan = (await cariTugas(baca, konteks))?.catatan ?? ''
  const berkas = (await daftarLampiran({ baca: baca as Tx }, pelaku, konteks.langkah.id)).map((l) => l.nama)
  const model = susunCatatan({ bahan, konteks, catatan, berkas, pelaku, judul: keluaran })
  return [{ jenis: 'CATATAN_LANGKAH', judul: model.judul, nomor: '', model }]
}

type Bahan = {
  bahan: BahanDokumen
  konteks: KonteksLangkah
  catatan: string
  berkas: string[]
  pelaku: Pelaku
  judul: string
}

/** The output document of a plain step, under the name the SOP gives it: what was asked, the note, the list of files. */
function susunCatatan({ bahan, konteks, catatan, berkas, pelaku, judul }: Bahan): Dokumen {
  const { siklus, def } = konteks
  const isi = catatan
    .split('\n')
    .map((b) => b.trim())
    .filter(Boolean)
  const lampiran: Blok[] =
    berkas.length > 0
      ? [
          { jenis: 'judul', tingkat: 2, teks: 'Berkas' },
          { jenis: 'daftar', gaya: 'angka', butir: berkas },
        ]
      : []
  return {
    judul: `${judul} ${siklus.namaPeriode}`,
    jenis: judul,
    ukuran: 'F4',
    arah: 'tegak',
    kop: bahan.kop,
    tanggal: bahan.hari,
    isi: [
      { jenis: 'judul', tingkat: 1, teks: judul.toLocaleUpperCase('id-ID'), subjudul: siklus.namaPeriode },
      {
        jenis: 'isianData',
        lebarLabelMm: 34,
        baris: [
          { label: 'SOP', nilai: siklus.namaSop },
          { label: 'Langkah', nilai: `${def.nomor}. ${def.uraian}` },
          { label: 'Pelaksana', nilai: namaPelaksana(konteks) },
          { label: 'Kelengkapan', nilai: def.kelengkapan.join(', ') || '–' },
        ],
      },
      { jenis: 'judul', tingkat: 2, teks: 'Catatan' },
      ...(isi.length > 0 ? isi : ['–']).map((teks): Blok => ({ jenis: 'paragraf', teks, rata: 'rata' })),
      ...lampiran,
      { jenis: 'tandaTangan', pihak: pihakLangkah(bahan, konteks, pelaku) },
    ],
  }
}
