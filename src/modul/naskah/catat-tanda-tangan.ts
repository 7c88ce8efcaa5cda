import { type BasisData, type Tx, transaksi } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import { type Pelaku, sebutanJabatan } from '../../inti/pelaku.ts'
import { type BerkasDiterima, type Gudang, simpanBerkas } from '../berkas/index.ts'
import {
  type AlamatLangkah,
  ambilLangkah,
  jalankan,
  type KonteksLangkah,
  kolomPelaku,
  namaPelaksana,
  pastikanTerbuka,
} from '../siklus/index.ts'
import { bubuhkan, pastikanDokumenSama } from './bubuhkan.ts'
import { bolehMencatat, kolomTersisa } from './giliran-tanda-tangan.ts'
import type { IsianKertas } from './isian-tanda-tangan.ts'
import { ambilKantor } from './kueri-kantor.ts'
import type { DokumenDitandatangani } from './kueri-tanda-tangan.ts'
import { calonPenandatangan, type Penandatangan } from './penandatangan.ts'
import { pastikanDapatMenolak } from './tanda-tangani.ts'

export type KirimanKertas = {
  readonly isian: IsianKertas
  readonly berkas: readonly BerkasDiterima[]
  readonly gudang: Gudang
}
type Satu = { readonly kolom: string; readonly oleh: Penandatangan }

/**
 * Records what was signed or refused on paper: by the signatory for the own column, or by who wrote the document for
 * all, in the order of the SOP, with one scan. It counts as the act of the signatory; who recorded it is marked on the
 * page, on the document and in the audit trail. Throws Galat 403, 404, 409, 422.
 */
export const catatTandaTangan = (
  db: BasisData,
  pelaku: Pelaku,
  alamat: AlamatLangkah,
  { isian, berkas, gudang }: KirimanKertas,
): Promise<void> =>
  transaksi(db, pelaku, async (tx) => {
    await tx.$executeRaw`select 1 from siklus where id = ${alamat.siklusId}::uuid and kecamatan_id = ${pelaku.kecamatanId}::uuid for update`
    const konteks = await ambilLangkah(tx, pelaku, alamat)
    pastikanTerbuka(konteks)
    const dokumen = await pastikanDokumenSama(tx, konteks, isian.sidik)
    pastikanPencatat(konteks, pelaku, { penandatangan: isian.penandatangan, dokumen })
    if (isian.hasil === 'TOLAK') pastikanDapatMenolak(konteks)
    const daftar = await susunPenandatangan(tx, pelaku, { konteks, isian })
    const berkasId = await simpanPindaian(tx, pelaku, { konteks, isian, berkas, gudang })
    for (const satu of daftar) await catatSatu(tx, pelaku, { konteks, dokumen, isian, berkasId, satu })
  })

/**
 * Throws 403 unless the person wrote the document, or the ticked columns are the person's own. `penandatangan` null: not
 * readable yet, any own column will do.
 */
export function pastikanPencatat(
  konteks: KonteksLangkah,
  pelaku: Pelaku,
  {
    penandatangan,
    dokumen,
  }: { penandatangan: IsianKertas['penandatangan'] | null; dokumen: DokumenDitandatangani | null },
): void {
  if (bolehMencatat(konteks, pelaku, dokumen?.kodeLangkah ?? null)) return
  const kolom = kolomPelaku(konteks.siklus.definisi, pelaku)
  const milik = penandatangan
    ? penandatangan.every((p) => kolom.includes(p.kolom) && p.pegawaiId === pelaku.pegawaiId)
    : konteks.def.pelaksana.some((k) => kolom.includes(k))
  if (!milik)
    throw galat.tidakBerwenang(
      'Tanda tangan di atas kertas dicatat oleh penandatangannya sendiri atau oleh penyusun dokumen.',
    )
}

/** The ticked signatories in the order of the SOP; each column once, none before those who come first. */
async function susunPenandatangan(
  tx: Tx,
  pelaku: Pelaku,
  { konteks, isian }: { konteks: KonteksLangkah; isian: IsianKertas },
): Promise<Satu[]> {
  const sisa = kolomTersisa(konteks)
  const dipilih = sisa.flatMap((kolom) => isian.penandatangan.filter((p) => p.kolom === kolom))
  const berurut = dipilih.map((p) => p.kolom).join() === sisa.slice(0, dipilih.length).join()
  const cukupSatu = konteks.bagian.length === 0
  if (dipilih.length < isian.penandatangan.length || (cukupSatu ? dipilih.length !== 1 : !berurut))
    throw galat.tidakSesuai(
      cukupSatu
        ? 'Cukup satu penandatangan di langkah ini. Pilih satu.'
        : `Pilih tiap jabatan sekali, menurut urutan SOP: ${namaPelaksana(konteks, sisa)}.`,
    )
  const kantor = await ambilKantor(tx, pelaku)
  return dipilih.map(({ kolom, pegawaiId }) => {
    const k = konteks.siklus.definisi.pelaksana.find((p) => p.kode === kolom)
    const oleh = k && calonPenandatangan(k, kantor).find((c) => c.pegawaiId === pegawaiId)
    if (!oleh) throw galat.tidakSesuai('Penandatangan itu tidak memangku jabatannya hari ini. Muat ulang halaman.')
    return { kolom, oleh }
  })
}

type Pindaian = Omit<KirimanKertas, 'berkas'> & {
  readonly konteks: KonteksLangkah
  readonly berkas: readonly BerkasDiterima[]
}

async function simpanPindaian(
  tx: Tx,
  pelaku: Pelaku,
  { konteks, isian, berkas, gudang }: Pindaian,
): Promise<string | undefined> {
  const [satu] = berkas
  if (!satu) {
    if (isian.hasil === 'SETUJU') throw galat.tidakSesuai('Unggah pindaian dokumen yang sudah ditandatangani.')
    return undefined
  }
  const milik = { siklusId: konteks.siklus.id, unitId: null }
  return (await simpanBerkas(tx, pelaku, { gudang, berkas: satu, milik })).id
}

type SatuTanda = {
  readonly konteks: KonteksLangkah
  readonly dokumen: DokumenDitandatangani | null
  readonly isian: IsianKertas
  readonly berkasId: string | undefined
  readonly satu: Satu
}

async function catatSatu(
  tx: Tx,
  pelaku: Pelaku,
  { konteks, dokumen, isian, berkasId, satu: { kolom, oleh } }: SatuTanda,
): Promise<void> {
  const { siklus, def } = konteks
  const sendiri = oleh.pegawaiId === pelaku.pegawaiId
  const dicatatOleh = sendiri ? '' : `${pelaku.nama}, ${sebutanJabatan(pelaku)}`
  const { hasil: sikap, tanggal, alasan, tujuan } = isian
  const tanda = { kolom, oleh, sikap, cara: 'KERTAS', tanggal, alasan, berkasId, dicatatOleh } as const
  await bubuhkan(tx, pelaku, { konteks, dokumen, tanda })
  const keputusan = sikap === 'TOLAK' ? 'tidak' : 'ya'
  const perintah = def.keputusan
    ? ({
        jenis: 'PUTUSKAN',
        siklusId: siklus.id,
        langkah: def.kode,
        keputusan,
        ...(alasan ? { alasan } : {}),
        ...(keputusan === 'tidak' && tujuan ? { tujuan } : {}),
      } as const)
    : ({ jenis: 'SELESAIKAN', siklusId: siklus.id, langkah: def.kode } as const)
  const jabatan = `${oleh.jabatan} (di atas kertas${sendiri ? '' : `, dicatat ${pelaku.nama}`})`
  await jalankan(tx, pelaku, perintah, {
    atasNama: { pegawaiId: oleh.pegawaiId, nama: oleh.nama, jabatan, kode: [kolom] },
  })
}
