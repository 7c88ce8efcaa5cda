import { type BasisData, type Tx, transaksi } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import { bacaIsian, barisIsian, type Kesalahan } from '../../inti/http/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { pastikanMengetik, pastikanStatus } from './alur.ts'
import { catatSurvei, namaSurvei, ubahBarisSurvei } from './catat-survei.ts'
import { bacaProfil, bilangan, isianHasil, isianVersi } from './isian.ts'
import { ambilSurveiTetap, type Survei, type Unsur } from './kueri.ts'

const MAKS_ORANG = 10_000_000
type Jumlah = {
  readonly jumlahNilai: number | null
  readonly responden: number | null
  readonly sebaran: number[] | null
}

/**
 * Totals of a survey as they were typed: per unsur the sum and the respondents, or how many answered 1, 2, 3, 4; or the
 * result alone; and the profile. Returns the field errors, or null. Throws Galat 403, 404, 409.
 */
export const simpanHasil = (db: BasisData, pelaku: Pelaku, id: string, badan: unknown): Promise<Kesalahan | null> =>
  transaksi(db, pelaku, async (tx) => {
    const { data } = bacaIsian(isianVersi, badan)
    const survei = await ambilSurveiTetap(tx, pelaku, id, data?.versi ?? 0)
    pastikanMengetik(pelaku, survei)
    pastikanStatus(survei, 'DIBUKA')
    if (survei.cara === 'KUESIONER') throw galat.bentrok('Survei ini diisi kuesioner satu per satu.')
    const { profil, kesalahan } = bacaProfil(badan)
    const isi = survei.cara === 'HASIL' ? bacaHasil(badan) : bacaJumlah(survei, badan)
    const semua = { ...isi.kesalahan, ...kesalahan }
    if (Object.keys(semua).length > 0) return semua
    if ('unsur' in isi) await tulisJumlah(tx, pelaku, { id, unsur: isi.unsur })
    await ubahBarisSurvei(tx, pelaku, {
      id,
      versi: survei.versi,
      data: { ...('hasil' in isi ? isi.hasil : {}), profil },
    })
    const baru = 'unsur' in isi ? Object.fromEntries(isi.unsur) : isi.hasil
    await catatSurvei(tx, pelaku, {
      peristiwa: 'survei.hasil-diisi',
      id,
      rincian: { nama: namaSurvei(survei), lama: ringkas(survei), baru, profil },
    })
    return null
  })

function bacaHasil(badan: unknown) {
  const { data, kesalahan } = bacaIsian(isianHasil, badan)
  if (!data) return { hasil: {}, kesalahan }
  const { ikm, responden, sumber } = data
  return { hasil: { ikm, responden, sumber }, kesalahan }
}

function bacaJumlah(survei: Survei, badan: unknown) {
  const baris = barisIsian(badan, 'u')
  const kesalahan: Record<string, string> = {}
  const unsur = survei.unsur.map((u, ke): [string, Jumlah] => {
    const ketik = baris[ke] ?? {}
    const hasil = survei.cara === 'SEBARAN' ? dariSebaran(ketik) : dariJumlah(ketik)
    if (typeof hasil !== 'string') return [u.kode, hasil]
    kesalahan[`u.${ke}.${survei.cara === 'SEBARAN' ? 'n1' : 'jumlah'}`] = `${u.kode}: ${hasil}`
    return [u.kode, KOSONG]
  })
  return { unsur, kesalahan }
}

const KOSONG: Jumlah = { jumlahNilai: null, responden: null, sebaran: null }
const angka = (teks: string | undefined): number | null | undefined => bilangan(MAKS_ORANG).safeParse(teks ?? '').data

/** Blank stays blank; the sum must lie between 1 and 4 per respondent. */
function dariJumlah({ jumlah, responden }: Readonly<Record<string, string>>): Jumlah | string {
  const [nilai, orang] = [angka(jumlah), angka(responden)]
  if (nilai === undefined || orang === undefined) return 'tulis bilangan bulat.'
  if (nilai === null && orang === null) return KOSONG
  if (!nilai || !orang) return 'isi jumlah nilai dan jumlah responden, keduanya.'
  if (nilai < orang || nilai > orang * 4)
    return `jumlah nilai ${orang} responden antara ${orang} dan ${orang * 4}. Periksa keduanya.`
  return { jumlahNilai: nilai, responden: orang, sebaran: null }
}

function dariSebaran({ n1, n2, n3, n4 }: Readonly<Record<string, string>>): Jumlah | string {
  const isi = [n1, n2, n3, n4].map(angka)
  if (isi.some((n) => n === undefined)) return 'tulis bilangan bulat.'
  if (isi.every((n) => n === null)) return KOSONG
  const sebaran = isi.map((n) => n ?? 0)
  const responden = sebaran.reduce((j, n) => j + n, 0)
  if (responden === 0) return 'paling sedikit satu responden.'
  return { jumlahNilai: sebaran.reduce((j, n, ke) => j + n * (ke + 1), 0), responden, sebaran }
}

async function tulisJumlah(
  tx: Tx,
  { kecamatanId }: Pelaku,
  { id, unsur }: { id: string; unsur: readonly [string, Jumlah][] },
): Promise<void> {
  for (const [kode, { jumlahNilai, responden, sebaran }] of unsur)
    await tx.$executeRaw`
      update unsur_survei set jumlah_nilai = ${jumlahNilai}::int, responden = ${responden}::int, sebaran = ${sebaran ? JSON.stringify(sebaran) : null}::jsonb
      where survei_id = ${id}::uuid and kecamatan_id = ${kecamatanId}::uuid and kode = ${kode}`
}

const ringkas = ({ cara, ikm, responden, unsur }: Survei): unknown =>
  cara === 'HASIL'
    ? { ikm, responden }
    : Object.fromEntries(unsur.map((u: Unsur) => [u.kode, [u.jumlahNilai, u.responden]]))
