import { type BasisData, type Tx, transaksi } from '../../inti/basis-data/index.ts'
import { Galat, galat, kodeBasisData } from '../../inti/galat/index.ts'
import { catatJejak } from '../../inti/jejak/index.ts'
import { type Pelaku, type Peran, punyaPeran, sebutanJabatan } from '../../inti/pelaku.ts'
import { jam, namaPeriode, rentangPeriode, tanggalLokal } from '../../inti/waktu/index.ts'
import type { IsianMulai } from './isian.ts'
import { wujudkan } from './jalankan.ts'
import { kolomPelaku } from './kolom.ts'
import { ambilSiklus } from './kueri.ts'
import { daftarSopBerlaku, type SopBerlaku } from './kueri-daftar.ts'
import { mulai, terapkan } from './mesin/index.ts'

/** Who may start a siklus besides the pelaksana of its first step: those who prepare the Camat's disposition or lead. */
export const PEMULAI: readonly Peran[] = ['CAMAT', 'SEKCAM', 'TIM_SAKIP']

/** True when the person may start this SOP. */
export function bolehMemulai(sop: Pick<SopBerlaku, 'definisi'>, pelaku: Pelaku): boolean {
  const pertama = sop.definisi.langkah[0]
  return punyaPeran(pelaku, PEMULAI) || kolomPelaku(sop.definisi, pelaku).some((k) => pertama?.pelaksana.includes(k))
}

type Isian = Pick<IsianMulai, 'sopId' | 'periode' | 'tenggat'>

/**
 * Starts the SOP version valid today for one period; its first step opens. One running or finished siklus per SOP and
 * period. Throws Galat 403, 404, 409. Returns the id.
 */
export async function mulaiSiklus(db: BasisData, pelaku: Pelaku, isian: Isian): Promise<string> {
  try {
    return await transaksi(db, pelaku, (tx) => buatSiklus(tx, pelaku, isian))
  } catch (sebab) {
    if (kodeBasisData(sebab) === '23505' || kodeBasisData(sebab) === 'P2002')
      throw galat.bentrok(
        `SOP ini sudah dijalankan untuk ${namaPeriode(isian.periode)}. Buka siklusnya di daftar Siklus.`,
      )
    throw sebab
  }
}

async function buatSiklus(tx: Tx, pelaku: Pelaku, { sopId, periode, tenggat }: Isian): Promise<string> {
  const kini = jam.sekarang()
  const sop = (await daftarSopBerlaku(tx, pelaku, tanggalLokal(kini, pelaku.zonaWaktu))).find((s) => s.id === sopId)
  if (!sop) throw galat.tidakDitemukan('SOP yang berlaku')
  if (!bolehMemulai(sop, pelaku))
    throw galat.tidakBerwenang('Siklus dimulai oleh Camat, Sekretaris Kecamatan, atau Tim SAKIP.')
  const oleh = { pegawaiId: pelaku.pegawaiId, nama: pelaku.nama, jabatan: sebutanJabatan(pelaku, PEMULAI) }
  const hasil = mulai(sop.definisi, { periode, pelaku: oleh, waktu: kini.toISOString() })
  if ('tolak' in hasil) throw new Galat('tidak-sesuai', hasil.tolak.http, hasil.tolak.pesan)
  const [pertama, ...susulan] = hasil.terima
  if (!pertama) throw new Error('mesin memulai siklus tanpa peristiwa')
  const id = await buatBaris(tx, pelaku, { sop, periode, tenggat, kini })
  const { siklus } = await ambilSiklus(tx, pelaku, id)
  await tx.peristiwaSiklus.create({
    data: {
      siklusId: id,
      kecamatanId: pelaku.kecamatanId,
      urut: 1,
      jenis: pertama.jenis,
      isi: pertama as object,
      waktu: kini,
      pegawaiId: oleh.pegawaiId,
      namaPelaku: oleh.nama,
      jabatanPelaku: oleh.jabatan,
    },
  })
  await wujudkan(tx, pelaku, { siklus, lama: terapkan(null, pertama), peristiwa: susulan, pilihan: {} })
  await catatJejak(tx, pelaku, {
    peristiwa: 'siklus.dimulai',
    objekJenis: 'siklus',
    objekId: id,
    siklusId: id,
    rincian: { sop: sop.nama, versi: sop.nomorVersi, periode: namaPeriode(periode) },
    sebagai: PEMULAI,
  })
  return id
}

type Baru = { sop: SopBerlaku; periode: IsianMulai['periode']; tenggat: string | null; kini: Date }
async function buatBaris(tx: Tx, pelaku: Pelaku, { sop, periode, tenggat, kini }: Baru): Promise<string> {
  const { mulai: mulaiPeriode, akhir } = rentangPeriode(periode)
  const { id } = await tx.siklus.create({
    data: {
      kecamatanId: pelaku.kecamatanId,
      sopId: sop.id,
      versiSopId: sop.versiId,
      jenisPeriode: periode.jenis,
      tahun: periode.tahun,
      nomorPeriode: periode.nomor,
      mulaiPeriode: new Date(mulaiPeriode),
      akhirPeriode: new Date(akhir),
      tenggat: tenggat ? new Date(tenggat) : null,
      dimulaiPada: kini,
    },
    select: { id: true },
  })
  await tx.langkahSiklus.createMany({
    data: sop.definisi.langkah.map((l, i) => ({
      kecamatanId: pelaku.kecamatanId,
      siklusId: id,
      kode: l.kode,
      urut: i + 1,
      jenis: l.jenis,
      pelaksana: l.pelaksana,
      pemegang: l.pelaksana,
      memutuskan: l.keputusan !== null,
    })),
  })
  return id
}
