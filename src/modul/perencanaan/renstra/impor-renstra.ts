import type { BasisData, Tx } from '../../../inti/basis-data/index.ts'
import { galat } from '../../../inti/galat/index.ts'
import type { Pelaku } from '../../../inti/pelaku.ts'
import type {
  DefinisiImpor,
  IsiBuku,
  KonteksTerapan,
  NilaiBaris,
  PersiapanImpor,
  Perubahan,
  SalahBaris,
} from '../../impor/index.ts'
import { PENULIS_KARTU } from '../indikator/alur.ts'
import { PEMBACA_PERENCANAAN } from '../istilah.ts'
import { hapusUnsurDalam } from './akhiri-unsur.ts'
import {
  ambilRenstraAda,
  barisTarget,
  barisUnsur,
  cariLembar,
  isiDariBaris,
  kunciInduk,
  kunciUnsur,
  LEMBAR_UNSUR,
  type LembarUnsur,
  lembarInduk,
  type RenstraAda,
  tahunDalam,
} from './impor-ada.ts'
import { lembarRenstra } from './impor-lembar.ts'
import { barisPagu, periksaPaguBuku, terapkanPagu } from './impor-pagu.ts'
import { periksaTargetBuku, periksaUnsurBuku } from './impor-periksa.ts'
import { ambilUnsur, type Unsur } from './kueri-unsur.ts'
import { bacaMatriks, tulisTarget } from './simpan-target.ts'
import { tulisUnsurBaru } from './tulis-unsur.ts'
import { tulisUbahUnsur } from './ubah-unsur.ts'

/** The tree of a Renstra, its targets and its pagu indikatif in and out by Excel. What an import added and nobody uses is deleted when it is undone. */
export const imporRenstra: DefinisiImpor = {
  kode: 'renstra',
  nama: 'Renstra',
  keterangan:
    'Tujuan, sasaran, program, kegiatan, sub kegiatan, target, dan pagu indikatif Renstra yang mencakup tahunnya.',
  tahunan: true,
  pembaca: PEMBACA_PERENCANAAN,
  penulis: PENULIS_KARTU,
  halaman: ({ tahun }) => ({ teks: 'Renstra', alamat: `/perencanaan?tahun=${tahun}` }),
  siapkan,
  terapkan,
}

const LEMBAR = Object.keys(LEMBAR_UNSUR) as LembarUnsur[]

async function siapkan(
  baca: Tx | BasisData['baca'],
  pelaku: Pelaku,
  konteks: { tahun: number; kunci: boolean },
): Promise<PersiapanImpor> {
  const ada = await ambilRenstraAda(baca, pelaku, konteks)
  if (!ada)
    return {
      lembar: lembarRenstra({ tahunAwal: konteks.tahun, tahunAkhir: konteks.tahun }, []),
      kini: {},
      periksa: tanpaRenstra,
    }
  const unsur = LEMBAR.map(
    (lembar) =>
      [lembar, [...ada.unsur[lembar]].map((satu) => barisUnsur(lembar, satu, ada)).filter(milikRenstra)] as const,
  )
  return {
    lembar: lembarRenstra(ada.renstra, ada.unit),
    kini: {
      ...Object.fromEntries(unsur),
      target: ada.target.map((i) => barisTarget(i, ada)),
      pagu: ada.pagu.map((s) => barisPagu(s, ada)),
    },
    periksa: (isi) => [
      ...LEMBAR.flatMap((lembar) => periksaUnsurBuku(lembar, isi, ada)),
      ...periksaTargetBuku(isi, ada),
      ...periksaPaguBuku(isi, ada),
    ],
  }
}

/** A program below a sasaran of another Renstra stands in the workbook of that one: here it has no number to stand below. */
const milikRenstra = (nilai: NilaiBaris): boolean => !('sasaran' in nilai) || nilai.sasaran !== null

const tanpaRenstra = (isi: IsiBuku): SalahBaris[] =>
  Object.entries(isi).flatMap(([lembar, baris]) =>
    baris.map(({ nomor }) => ({
      lembar,
      nomor,
      kolom: null,
      pesan: 'Belum ada Renstra. Buat periodenya lebih dahulu pada halaman Renstra.',
    })),
  )

/** Writes row by row through the same functions as the forms, so that checks, versions and audit events are the same. */
async function terapkan(
  tx: Tx,
  pelaku: Pelaku,
  perubahan: readonly Perubahan[],
  { tahun, mundur = false }: KonteksTerapan,
): Promise<void> {
  const ada = await ambilRenstraAda(tx, pelaku, { tahun, kunci: true })
  if (!ada) throw galat.bentrok('Belum ada Renstra yang mencakup tahun ini.')
  // an undo takes the money away before the sub kegiatan that carries it
  if (mundur) await terapkanPagu(tx, pelaku, { perubahan, renstra: ada.renstra })
  const id = new Map<string, string>(
    LEMBAR.flatMap((lembar) => [...ada.unsur[lembar]].map(([kunci, u]) => [`${lembar}:${kunci}`, u.id] as const)),
  )
  for (const satu of perubahan) {
    const lembar = cariLembar(satu.lembar)
    if (lembar)
      await terapkanUnsur(tx, pelaku, { lembar, satu, ada, id, tahun: tahunDalam(ada.renstra, tahun), mundur })
  }
  await terapkanTarget(tx, pelaku, { perubahan: perubahan.filter((p) => p.lembar === 'target'), ada })
  if (!mundur) await terapkanPagu(tx, pelaku, { perubahan, renstra: ada.renstra })
}

type Satu = {
  lembar: LembarUnsur
  satu: Perubahan
  ada: RenstraAda
  id: Map<string, string>
  tahun: number
  mundur: boolean
}
async function terapkanUnsur(
  tx: Tx,
  pelaku: Pelaku,
  { lembar, satu: { lama, baru }, ada, id, tahun, mundur }: Satu,
): Promise<void> {
  const tingkat = LEMBAR_UNSUR[lembar]
  const kunci = `${lembar}:${kunciUnsur(lembar, baru ?? lama ?? {})}`
  const punya = id.get(kunci)
  const kini: Unsur | null = punya ? await ambilUnsur(tx, pelaku, { tingkat, id: punya, kunci: true, tahun }) : null
  if (!baru) {
    if (kini) await hapusUnsurDalam(tx, pelaku, { tingkat, id: kini.id, versi: kini.versi })
    id.delete(kunci)
    return
  }
  const atas = lembarInduk(lembar)
  const induk = atas ? (id.get(`${atas}:${kunciInduk(lembar, baru)}`) ?? '') : ada.renstra.id
  const isi = isiDariBaris(lembar, baru, { induk, unit: ada.unit })
  const hasil = kini
    ? await tulisUbahUnsur(tx, pelaku, {
        tingkat,
        id: kini.id,
        isi,
        versi: kini.versi,
        tahun,
        alasan: baru.alasan ?? '',
        tanpaAlasan: mundur,
      })
    : await tulisUnsurBaru(tx, pelaku, { tingkat, isi })
  if (hasil.id === null) throw galat.bentrok(`${kunciUnsur(lembar, baru)}: ${Object.values(hasil.kesalahan).join(' ')}`)
  id.set(kunci, hasil.id)
}

async function terapkanTarget(
  tx: Tx,
  pelaku: Pelaku,
  { perubahan, ada }: { perubahan: readonly Perubahan[]; ada: RenstraAda },
): Promise<void> {
  const baris = perubahan.flatMap(({ baru }) => {
    const indikator = ada.target.find((i) => i.kode === baru?.indikator)
    return baru && indikator ? [{ ...selTeks(baru), indikator: indikator.id }] : []
  })
  const { ubah, salah } = bacaMatriks(baris, { renstra: ada.renstra, indikator: ada.target })
  if (Object.keys(salah).length > 0) throw galat.bentrok(Object.values(salah).join(' '))
  if (ubah.length > 0) await tulisTarget(tx, pelaku, { renstra: ada.renstra, ubah, alasan: 'Impor Excel' })
}

const selTeks = (baris: NilaiBaris): Record<string, string> =>
  Object.fromEntries(Object.entries(baris).map(([k, v]) => [k, v ?? '']))
