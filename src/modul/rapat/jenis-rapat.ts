import type { Tx } from '../../inti/basis-data/index.ts'
import type { Pihak } from '../../inti/dokumen/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { jam, tanggalLokal } from '../../inti/waktu/index.ts'
import { daftarLampiran } from '../berkas/index.ts'
import {
  ambilBahanDokumen,
  type BahanDokumen,
  type DokumenKeluaran,
  type KonteksLangkah,
  nomorSurat,
  type Pembaca,
  type PenangananJenis,
  peranPelaksana,
  pihakPelaku,
  pihakPeran,
} from '../siklus/index.ts'
import { kurangRapat } from './kelengkapan-rapat.ts'
import { ambilRapat, cariRapat, daftarCalon } from './kueri.ts'
import { PENYIAP } from './simpan-rapat.ts'
import { susunDaftarHadir } from './susun-daftar-hadir.ts'
import { susunNotulen } from './susun-notulen.ts'
import { susunUndangan } from './susun-undangan.ts'

/** Step kind "rapat": invitation, attendance, discussion, decisions; Tim SAKIP prepares, the pelaksana finishes. */
export const jenisRapat: PenangananJenis = {
  kode: 'rapat',
  perintah: 'Selenggarakan rapat',
  penyiap: PENYIAP,
  kekurangan: async (baca, konteks) => {
    const rapat = await cariRapat(baca, konteks)
    return rapat ? Object.values(kurangRapat(rapat)) : ['Rapat belum dicatat.']
  },
  dokumen,
  saatDibuka,
}

async function dokumen(baca: Pembaca, konteks: KonteksLangkah, pelaku: Pelaku): Promise<DokumenKeluaran[]> {
  const bahan = await ambilBahanDokumen(baca, pelaku)
  const rapat = await ambilRapat(baca, konteks)
  const foto = (await daftarLampiran({ baca: baca as Tx }, pelaku, konteks.langkah.id)).map((l) => l.nama)
  // output documents are made in the transaction that finishes the step, so the number is taken once
  const nomor = await nomorSurat(baca as Tx, pelaku, { jenis: 'NOTULEN', tanggal: rapat.tanggal ?? bahan.hari })
  const isi = { bahan, rapat, pengundang: pengundang(bahan, konteks, pelaku), periode: pokok(konteks) }
  const undangan = susunUndangan(isi)
  const hadir = susunDaftarHadir(isi, { selesai: true })
  const notulen = susunNotulen({ bahan, rapat, nomor, foto })
  return [
    { jenis: 'UNDANGAN', judul: undangan.judul, nomor: rapat.nomorUndangan, model: undangan },
    { jenis: 'DAFTAR_HADIR', judul: hadir.judul, nomor: '', model: hadir },
    { jenis: 'NOTULEN', judul: notulen.judul, nomor, model: notulen },
  ]
}

/** The holder of the post that carries out the step signs the invitation, whoever prints it. */
export function pengundang(bahan: BahanDokumen, konteks: KonteksLangkah, pelaku: Pelaku): Pihak {
  const peran = peranPelaksana(konteks)
  for (const satu of peran) {
    const pihak = pihakPeran(bahan, satu)
    if (pihak) return pihak
  }
  return pihakPelaku(bahan, pelaku, peran)
}

/** "Pengumpulan Data Kinerja Triwulan II 2026" */
export const pokok = ({ siklus }: KonteksLangkah): string =>
  `${siklus.namaSop.replace(/^SOP /, '')} ${siklus.namaPeriode}`

/** When the step opens the meeting is there, with the people proposed and the leader the SOP names. */
async function saatDibuka(tx: Tx, konteks: KonteksLangkah, pelaku: Pelaku): Promise<void> {
  const { siklus, langkah } = konteks
  if (await cariRapat(tx, konteks)) return
  const calon = await daftarCalon(tx, pelaku, tanggalLokal(jam.sekarang(), pelaku.zonaWaktu))
  const peran: readonly string[] = peranPelaksana(konteks)
  const { id } = await tx.rapat.create({
    data: {
      kecamatanId: siklus.kecamatanId,
      siklusId: siklus.id,
      langkahId: langkah.id,
      acara: `Rapat ${pokok(konteks)}`,
      tempat: '',
      agenda: ['Pembukaan', `Arahan pelaksanaan ${pokok(konteks)}`, 'Pembagian tugas dan waktu', 'Penutup'].join('\n'),
      pemimpinId: calon.find((c) => c.peran !== 'TIM_SAKIP' && peran.includes(c.peran))?.pegawaiId ?? null,
    },
    select: { id: true },
  })
  await tx.pesertaRapat.createMany({
    data: calon.map(({ pegawaiId, nama, jabatan }, i) => ({
      kecamatanId: siklus.kecamatanId,
      rapatId: id,
      pegawaiId,
      nama,
      jabatan,
      urut: i + 1,
    })),
  })
}
