import type { Tx } from '../../inti/basis-data/index.ts'
import type { Dokumen } from '../../inti/dokumen/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { jam, tanggalLokal } from '../../inti/waktu/index.ts'
import {
  ambilBahanDokumen,
  type DokumenKeluaran,
  type KonteksLangkah,
  type Pembaca,
  type PenangananJenis,
} from '../siklus/index.ts'
import { JENIS_SURAT_PENGANTAR } from './jenis-dokumen.ts'
import { ambilKantor } from './kueri-kantor.ts'
import { ambilBahanPengiriman, cariPengiriman, type Pengiriman } from './kueri-pengiriman.ts'
import { susunCalonSurat } from './penandatangan-surat.ts'
import { susunSuratPengantar } from './surat-pengantar.ts'
import { usulButir, usulKepada } from './usul-pengiriman.ts'

/** Step kind "kirim": surat pengantar with number, what it carries, and the proof that it was delivered. */
export const jenisKirim: PenangananJenis = {
  kode: 'kirim',
  perintah: 'Kirim dokumen dengan surat pengantar',
  kekurangan: async (baca, konteks) => {
    const p = await cariPengiriman(baca, konteks)
    if (!p) return ['Surat pengantar belum ditulis.']
    return [
      ...(p.kepada && p.butir.length > 0 && p.penandatanganId ? [] : ['Surat pengantar belum lengkap.']),
      ...(p.dikirimTanggal && p.cara ? [] : ['Pengirimannya belum dicatat.']),
    ]
  },
  dokumen,
  saatDibuka,
}

async function dokumen(baca: Pembaca, konteks: KonteksLangkah, pelaku: Pelaku): Promise<DokumenKeluaran[]> {
  const pengiriman = await cariPengiriman(baca, konteks)
  if (!pengiriman || konteks.langkah.status !== 'SELESAI') return []
  const model = await modelSurat(baca, pelaku, { konteks, pengiriman })
  return [{ jenis: JENIS_SURAT_PENGANTAR, judul: model.judul, nomor: pengiriman.nomor, model }]
}

type Isi = { readonly konteks: KonteksLangkah; readonly pengiriman: Pengiriman }

/** The letter as it stands; also for printing it before it is sent. */
export async function modelSurat(baca: Pembaca, pelaku: Pelaku, { konteks, pengiriman }: Isi): Promise<Dokumen> {
  const calon = susunCalonSurat(konteks, await ambilKantor(baca, pelaku))
  const penandatangan = calon.find((c) => c.pegawaiId === pengiriman.penandatanganId) ?? null
  return susunSuratPengantar({
    bahan: await ambilBahanDokumen(baca, pelaku),
    siklus: konteks.siklus,
    pengiriman,
    penandatangan,
    tanda: penandatangan?.pegawaiId === pelaku.pegawaiId ? 'diterbitkan dalam aplikasi' : '',
    judul: konteks.def.keluaran ?? 'Surat Pengantar',
  })
}

/** The letter is there as soon as the step opens: to whom, what was signed, signed by the Camat; opened again, it carries the newer document. */
async function saatDibuka(tx: Tx, konteks: KonteksLangkah, pelaku: Pelaku): Promise<void> {
  const { siklus, langkah } = konteks
  const { pengiriman: ada, dokumen: daftar, kantor } = await ambilBahanPengiriman(tx, pelaku, konteks)
  const butir = usulButir(daftar) as object[]
  const tanggal = new Date(tanggalLokal(jam.sekarang(), pelaku.zonaWaktu))
  const milik = { kecamatanId: siklus.kecamatanId, siklusId: siklus.id, langkahId: langkah.id }
  if (!ada) {
    const penandatanganId = susunCalonSurat(konteks, kantor)[0]?.pegawaiId ?? null
    await tx.pengiriman.createMany({
      data: [{ ...milik, tanggal, kepada: usulKepada(pelaku), butir, penandatanganId }],
    })
    return
  }
  // a letter that went out once keeps number and text; this one goes out anew
  await tx.pengiriman.updateMany({
    where: { id: ada.id, kecamatanId: siklus.kecamatanId },
    data: {
      nomor: '',
      tanggal,
      dikirimTanggal: null,
      cara: null,
      diterimaTanggal: null,
      penerima: '',
      jabatanPenerima: '',
      rujukan: '',
      terkirimPada: null,
      pengirim: '',
      versi: { increment: 1 },
    },
  })
}
