import type { Response } from 'express'
import { type Pelaku, sebutanJabatan } from '../pelaku.ts'
import type { EntriNavigasi, Kerangka } from './kerangka.ts'
import { cariPelaku } from './pelaku-permintaan.ts'
import { cariPesan } from './pesan.ts'

/** What the application gives the frame once at start (app.locals). */
export type BahanKerangka = {
  readonly aset: { readonly css: string; readonly js: string }
  readonly navigasi: (pelaku: Pelaku, jalur: string) => EntriNavigasi[]
  /** address of the help that belongs to a page */
  readonly bantuan: (pelaku: Pelaku, jalur: string) => string
}

/** Everything around the page: office, person, rail, message. */
export function susunKerangka(res: Response, judulHalaman: string, isi: string): Kerangka {
  const { aset, navigasi, bantuan } = res.app.locals.bahanKerangka as BahanKerangka
  const pelaku = cariPelaku(res)
  const jalur = res.req.originalUrl.split('?')[0] ?? '/'
  const siap = pelaku && !pelaku.wajibGantiSandi
  return {
    // the frame prints the words Kecamatan and Kabupaten itself
    kantor: pelaku
      ? {
          nama: pelaku.namaKecamatan.replace(/^Kecamatan /, ''),
          kabupaten: pelaku.kabupaten.replace(/^Kabupaten /, ''),
        }
      : null,
    pemilik: pelaku?.akunId ?? '',
    pengingat: pelaku?.pengingatBaru ?? 0,
    orang: pelaku ? { nama: pelaku.nama, jabatan: jabatanTampil(pelaku) } : null,
    navigasi: siap ? navigasi(pelaku, jalur) : [],
    bantuan: siap ? bantuan(pelaku, jalur) : '',
    pesan: cariPesan(res.req.query.pesan),
    aset,
    judulHalaman,
    isi,
  }
}

/** Membership of Tim SAKIP stands beside the post: both give rights. */
const jabatanTampil = (pelaku: Pelaku): string =>
  pelaku.anggotaTimSakip ? `Tim SAKIP · ${sebutanJabatan(pelaku)}` : sebutanJabatan(pelaku)
