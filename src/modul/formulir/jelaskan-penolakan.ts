import type { BasisData } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import { konteksKini } from '../../inti/konteks.ts'
import { type Pelaku, punyaPeran, unitIsian } from '../../inti/pelaku.ts'
import { PENGAWAS_SIKLUS } from '../berkas/index.ts'
import { pastikanFormulir } from './alur.ts'
import { pastikanBolehBaris } from './delegasi/pembagian.ts'
import { ambilFormulir, type BarisAnggaranIsian, type BarisIsian, type FormulirLengkap } from './kueri.ts'

type Alamat = { readonly formulirId: string; readonly barisId: string }
type Lanjut<T> = { readonly jenis: 'BENTROK' | 'BERULANG'; readonly kini: T }

/** Why the saving statement of an indicator row changed nothing: throws Galat, or says who was first. */
export async function jelaskanPenolakan(db: BasisData, pelaku: Pelaku, alamat: Alamat): Promise<Lanjut<BarisIsian>> {
  const { formulir, berulang } = await periksa(db, pelaku, alamat.formulirId)
  return simpulkan(pelaku, formulir, { berulang, kini: formulir.baris.find((b) => b.id === alamat.barisId) })
}

/** The same for a budget row. */
export async function jelaskanPenolakanAnggaran(
  db: BasisData,
  pelaku: Pelaku,
  alamat: Alamat,
): Promise<Lanjut<BarisAnggaranIsian>> {
  const { formulir, berulang } = await periksa(db, pelaku, alamat.formulirId)
  return simpulkan(pelaku, formulir, { berulang, kini: formulir.anggaran.find((a) => a.id === alamat.barisId) })
}

async function periksa(
  db: BasisData,
  pelaku: Pelaku,
  formulirId: string,
): Promise<{ formulir: FormulirLengkap; berulang: boolean }> {
  const { kunci } = konteksKini()
  const formulir = await ambilFormulir(db.baca, pelaku, formulirId)
  const ada = kunci
    ? await db.baca.kunciPermintaan.count({
        where: { kunci: `${pelaku.akunId}:${kunci}`, kecamatanId: pelaku.kecamatanId },
      })
    : 0
  return { formulir, berulang: ada > 0 }
}

function simpulkan<T extends { id: string; terbuka: boolean }>(
  pelaku: Pelaku,
  formulir: FormulirLengkap,
  { berulang, kini }: { berulang: boolean; kini: T | undefined },
): Lanjut<T> {
  if (!kini) throw galat.tidakDitemukan('Baris formulir')
  if (berulang) return { jenis: 'BERULANG', kini }
  pastikanBisaDiisi(pelaku, formulir)
  if (!kini.terbuka)
    throw galat.bentrok('Baris ini tidak termasuk yang dikembalikan, jadi nilainya tidak dapat diubah lagi.')
  pastikanBolehBaris(pelaku, formulir, [kini.id])
  return { jenis: 'BENTROK', kini }
}

/** Throws unless this person may fill this form now: post in the unit, form with the unit, step and part open. */
export function pastikanBisaDiisi(pelaku: Pelaku, formulir: FormulirLengkap): void {
  if (!unitIsian(pelaku).includes(formulir.unitId) && punyaPeran(pelaku, PENGAWAS_SIKLUS))
    throw galat.tidakBerwenang(`Formulir ini diisi oleh pegawai ${formulir.unitNama}.`)
  pastikanFormulir(pelaku, formulir, 'ISI')
  if (formulir.langkah?.status !== 'BERJALAN' || formulir.bagian?.status !== 'BERJALAN')
    throw galat.bentrok(
      'Pengisian formulir belum dibuka, atau sudah ditutup. Muat ulang halaman untuk melihat keadaannya.',
    )
}
