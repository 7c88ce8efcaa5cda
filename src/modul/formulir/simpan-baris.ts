import type { BasisData } from '../../inti/basis-data/index.ts'
import { konteksKini } from '../../inti/konteks.ts'
import { type Pelaku, type Peran, sebutanJabatan, unitIsian } from '../../inti/pelaku.ts'
import { jam } from '../../inti/waktu/index.ts'
import type { Skala } from '../pengukuran/index.ts'
import { skalaAtauBaku } from '../perencanaan/index.ts'
import { bacaBaris, type HasilBaca, type PerubahanBaris } from './baca-baris.ts'
import { type Pengisi, pengisiDari } from './delegasi/pembagian.ts'
import type { NilaiLalu } from './hitung-baris.ts'
import type { Hitungan } from './hitungan.ts'
import type { IsianBaris } from './isian.ts'
import { jelaskanPenolakan, pastikanBisaDiisi } from './jelaskan-penolakan.ts'
import { ambilTetapBaris, type TetapBaris } from './kartu-tersimpan.ts'
import { ambilFormulir, type BarisIsian } from './kueri.ts'
import { SQL_SIMPAN_BARIS } from './sql-simpan.ts'

export type AlamatBaris = { readonly formulirId: string; readonly barisId: string }
export type HasilSimpanBaris =
  | {
      readonly jenis: 'TERSIMPAN'
      readonly versi: number
      readonly baris: PerubahanBaris
      readonly tetap: TetapBaris
      readonly lalu: readonly NilaiLalu[]
      readonly skala: Skala
      readonly hitungan: Hitungan
    }
  | { readonly jenis: 'SALAH'; readonly baca: HasilBaca<PerubahanBaris>; readonly tetap: TetapBaris }
  | { readonly jenis: 'BENTROK'; readonly kini: BarisIsian }
  /** the same request again: it had been carried out */
  | { readonly jenis: 'BERULANG'; readonly kini: BarisIsian; readonly versi: number }

type Hitung = { dari: number; terisi: number; tanpaBukti: number }
type Balasan = {
  versi: number
  lalu: NilaiLalu[]
  skala: Skala | null
  lain: Hitung
  anggaran: Omit<Hitung, 'tanpaBukti'>
  berbukti: boolean
}

/**
 * Saves one indicator row in one statement (SQL_SIMPAN_BARIS): right, state, version, value, audit event and idempotency
 * key together, or nothing. Wrong or ambiguous figures and lost updates come back as results; throws Galat 403, 404, 409.
 */
export async function simpanBaris(
  db: BasisData,
  pelaku: Pelaku,
  alamat: AlamatBaris,
  isian: IsianBaris,
): Promise<HasilSimpanBaris> {
  const tetap = await ambilTetapBaris(db, pelaku, alamat)
  const baca = bacaBaris(tetap.kartu, isian)
  if (!baca.data) {
    // nothing is said about a row to those who may not fill it in
    pastikanBisaDiisi(pelaku, await ambilFormulir(db.baca, pelaku, alamat.formulirId))
    return { jenis: 'SALAH', baca, tetap }
  }
  const { rows } = await db.poolTulis.query<Balasan>({
    name: 'simpan-baris',
    text: SQL_SIMPAN_BARIS,
    values: nilaiSimpan(pelaku, { ...alamat, versi: isian.versi, isi: baca.data, sebutan: tetap.kartu.kode }),
  })
  const [balasan] = rows
  // carried out before: the version it made then, so that what somebody saved after it is not overwritten unseen
  if (!balasan) return { ...(await jelaskanPenolakan(db, pelaku, alamat)), versi: isian.versi + 1 }
  const { versi, lalu } = balasan
  return {
    jenis: 'TERSIMPAN',
    versi,
    baris: baca.data,
    tetap,
    lalu,
    skala: skalaAtauBaku(balasan.skala),
    hitungan: jumlahkan(balasan, { tetap, isi: baca.data }),
  }
}

/** Somebody outside the unit takes over what its people wrote on paper: for which unit, and by which role. */
export type AtasNama = { readonly unitId: string; readonly sebagai: readonly Peran[]; readonly pengisi: Pengisi }
type Simpanan = AlamatBaris & {
  readonly versi: number
  readonly isi: object
  readonly sebutan: string
  readonly atasNama?: AtasNama | undefined
}

/** Parameters of the saving statements, in their order. */
export function nilaiSimpan(pelaku: Pelaku, simpanan: Simpanan): unknown[] {
  const { formulirId, barisId, versi, isi, sebutan, atasNama } = simpanan
  const { kunci } = konteksKini()
  const pengisi = atasNama?.pengisi ?? pengisiDari(pelaku)
  const jabatan = sebutanJabatan(pelaku, atasNama?.sebagai ?? ['KASI', 'STAF', 'DESA', 'SEKCAM'])
  const waktu = jam.sekarang().toISOString()
  const kunciPenuh = kunci ? `${pelaku.akunId}:${kunci}` : null
  return [
    pelaku.kecamatanId,
    formulirId,
    barisId,
    versi,
    atasNama ? [atasNama.unitId] : unitIsian(pelaku),
    JSON.stringify(isi),
    pelaku.nama,
    jabatan,
    pelaku.pegawaiId,
    pelaku.akunId,
    waktu,
    kunciPenuh,
    sebutan,
    pengisi.memimpin,
    pengisi.pegawaiId,
  ]
}

/** Count at the foot: the other rows as the statement saw them, plus the row just saved. */
function jumlahkan(
  { lain, anggaran, berbukti }: Balasan,
  { tetap, isi }: { tetap: TetapBaris; isi: PerubahanBaris },
): Hitungan {
  const ikut = tetap.jatuhTempo ? 1 : 0
  const terisi = isi.status === 'KOSONG' ? 0 : ikut
  const tanpaBukti = isi.status === 'TERISI' && tetap.kartu.buktiWajib && !berbukti ? ikut : 0
  return {
    dari: lain.dari + anggaran.dari + ikut,
    terisi: lain.terisi + anggaran.terisi + terisi,
    tanpaBukti: lain.tanpaBukti + tanpaBukti,
  }
}
