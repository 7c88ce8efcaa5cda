import type { BasisData, Tx } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import { catatJejak, perubahanIsian } from '../../inti/jejak/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import type { PerubahanBaris } from '../formulir/index.ts'
import { ambilSkala } from '../perencanaan/index.ts'
import { type AlamatLangkah, type KonteksLangkah, peranPelaksana, ubahLangkah } from '../siklus/index.ts'
import { hasilBaris } from './ambil-angka.ts'
import type { IsianAnalisis } from './isian.ts'
import { ambilKertasKerja, type BarisKertas, barisDari } from './kueri.ts'
import { oleh } from './simpan-metodologi.ts'
import { TANDA_BANTU, usulAnalisis } from './usul-analisis.ts'

export type AlamatBarisKertas = AlamatLangkah & { readonly barisId: string }
/** `angka`: figures typed in here, as `bacaBaris` of formulir read them; null where they come from a source. */
export type IsianPengukuran = IsianAnalisis & { readonly angka: PerubahanBaris | null }

/** Saves analysis and, where figures are typed in here, the figure with its source. Throws Galat 403, 404, 409. */
export const simpanPengukuran = (
  db: BasisData,
  pelaku: Pelaku,
  { barisId, ...alamat }: AlamatBarisKertas,
  isian: IsianPengukuran,
): Promise<void> =>
  ubahLangkah(db, pelaku, alamat, async (tx, konteks) => {
    const kertas = await ambilKertasKerja(tx, konteks.siklus)
    const lama = barisDari(kertas, barisId)
    pastikanBarisTerbuka(lama)
    if (isian.angka && kertas.kepala.sumber !== 'LANGSUNG')
      throw galat.bentrok('Angka ini diambil dari sumbernya, jadi tidak dapat diketik di sini. Muat ulang halaman.')
    const angka = isian.angka ? await susunAngka(tx, pelaku, { konteks, lama, isian }) : {}
    const { penyebab, hambatan, solusi, programPenunjang } = isian
    const { count } = await tx.barisKertasKerja.updateMany({
      where: { id: barisId, kecamatanId: pelaku.kecamatanId, versi: isian.versi },
      data: {
        penyebab,
        hambatan,
        solusi,
        programPenunjang,
        ...angka,
        ...oleh(pelaku, konteks),
        versi: { increment: 1 },
      },
    })
    if (count === 0) throw galat.sudahBerubah(`Pengukuran "${lama.kartu.nama}"`)
    await catatPerubahan(tx, pelaku, { konteks, lama, isian })
  })

/** 409 for a row that a return did not name. */
export function pastikanBarisTerbuka(b: BarisKertas): void {
  if (!b.terbuka) throw galat.bentrok('Indikator ini tidak termasuk yang dikembalikan, jadi tidak dapat diubah lagi.')
}

type Perubahan = { readonly konteks: KonteksLangkah; readonly lama: BarisKertas; readonly isian: IsianPengukuran }

async function susunAngka(tx: Tx, pelaku: Pelaku, { konteks, lama, isian }: Perubahan) {
  if (!isian.angka) return {}
  const { status, variabel, kategori, nilai, alasanTidakBerlaku } = isian.angka
  const { siklus } = konteks
  const skala = await ambilSkala(tx, pelaku, siklus.tahun)
  const hasil = hasilBaris(lama, isian.angka, { siklus, skala })
  const angka = { status, variabel: { ...variabel }, kategori, nilai, alasanTidakBerlaku }
  return { ...angka, sumberAngka: isian.sumberAngka, hasil: hasil as object }
}

async function catatPerubahan(tx: Tx, pelaku: Pelaku, { konteks, lama, isian }: Perubahan): Promise<void> {
  const analisis = (x: IsianAnalisis | BarisKertas) => ({
    penyebab: x.penyebab,
    hambatan: x.hambatan,
    solusi: x.solusi,
    programPenunjang: x.programPenunjang,
  })
  const angka = (x: Pick<PerubahanBaris, 'status' | 'variabel' | 'kategori' | 'nilai' | 'alasanTidakBerlaku'>) => ({
    status: x.status,
    variabel: JSON.stringify(x.variabel),
    kategori: x.kategori,
    nilai: x.nilai,
    alasanTidakBerlaku: x.alasanTidakBerlaku,
  })
  const berubah = isian.angka
    ? perubahanIsian(
        { ...angka(lama), sumberAngka: lama.sumberAngka, ...analisis(lama) },
        { ...angka(isian.angka), sumberAngka: isian.sumberAngka, ...analisis(isian) },
      )
    : perubahanIsian(analisis(lama), analisis(isian))
  await catatJejak(tx, pelaku, {
    peristiwa: isian.angka ? 'kertas-kerja.angka-diubah' : 'kertas-kerja.analisis-diubah',
    objekJenis: 'kertas-kerja',
    objekId: lama.id,
    siklusId: konteks.siklus.id,
    rincian: { nama: lama.kartu.nama, ...berubah },
    sebagai: peranPelaksana(konteks),
  })
}

/** Copies the helper sentences into blank fields of the analysis, marked as such; returns how many indicators got some. Throws Galat 403, 404, 409. */
export const salinKalimatBantu = (db: BasisData, pelaku: Pelaku, alamat: AlamatLangkah): Promise<number> =>
  ubahLangkah(db, pelaku, alamat, async (tx, konteks) => {
    const { baris } = await ambilKertasKerja(tx, konteks.siklus)
    let jumlah = 0
    for (const b of baris) {
      const isi = b.terbuka ? isianKosong(b, konteks) : {}
      if (Object.keys(isi).length === 0) continue
      jumlah++
      await tx.barisKertasKerja.updateMany({
        where: { id: b.id, kecamatanId: pelaku.kecamatanId },
        data: { ...isi, ...oleh(pelaku, konteks), versi: { increment: 1 } },
      })
    }
    if (jumlah > 0)
      await catatJejak(tx, pelaku, {
        peristiwa: 'kertas-kerja.kalimat-bantu',
        objekJenis: 'kertas-kerja',
        objekId: konteks.siklus.id,
        siklusId: konteks.siklus.id,
        rincian: { jumlah },
        sebagai: peranPelaksana(konteks),
      })
    return jumlah
  })

const isianKosong = (b: BarisKertas, { siklus }: KonteksLangkah): Record<string, string> =>
  Object.fromEntries(
    Object.entries(usulAnalisis(b, siklus.periode)).flatMap(([bidang, teks]) =>
      teks !== '' && b[bidang as keyof ReturnType<typeof usulAnalisis>] === ''
        ? [[bidang, `${teks} ${TANDA_BANTU}`]]
        : [],
    ),
  )
