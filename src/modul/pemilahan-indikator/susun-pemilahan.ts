import type { Tx } from '../../inti/basis-data/index.ts'
import { catatJejak } from '../../inti/jejak/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { type TargetBerlaku, targetBerlaku } from '../perjanjian-kinerja/index.ts'
import { type KonteksLangkah, peranPelaksana } from '../siklus/index.ts'
import { daftarPemilahan } from './kueri.ts'

/**
 * The indicators of the PK valid on the period's last day, each with the unit of its card. Run again (the step opened a
 * second time, the PK was corrected): new indicators come, those no longer in the PK go, decisions already made stay.
 */
export async function susunPemilahan(tx: Tx, pelaku: Pelaku, konteks: KonteksLangkah): Promise<void> {
  const { siklus } = konteks
  const target = await targetBerlaku(tx, pelaku, { tanggal: siklus.akhirPeriode })
  const ada = new Set((await daftarPemilahan(tx, konteks)).map((p) => p.indikatorId))
  const hilang = [...ada].filter((id) => !target.some((t) => t.indikator.id === id))
  await tx.pemilahanIndikator.deleteMany({
    where: { siklusId: siklus.id, kecamatanId: siklus.kecamatanId, indikatorId: { in: hilang } },
  })
  const baru = target.flatMap((t, i) => (ada.has(t.indikator.id) ? [] : [baris(t, { konteks, urut: i + 1 })]))
  await tx.pemilahanIndikator.createMany({ data: baru })
  if (baru.length + hilang.length > 0)
    await catatJejak(tx, pelaku, {
      peristiwa: 'pemilahan-indikator.disusun',
      objekJenis: 'pemilahan-indikator',
      objekId: konteks.langkah.id,
      siklusId: siklus.id,
      rincian: {
        indikator: target.length,
        ditambah: baru.length,
        dikeluarkan: hilang.length,
        tanggal: siklus.akhirPeriode,
      },
      sebagai: peranPelaksana(konteks),
    })
}

const baris = (t: TargetBerlaku, { konteks, urut }: { konteks: KonteksLangkah; urut: number }) => ({
  kecamatanId: konteks.siklus.kecamatanId,
  siklusId: konteks.siklus.id,
  langkahId: konteks.langkah.id,
  indikatorId: t.indikator.id,
  targetPkId: t.targetPkId,
  urut,
  kode: t.indikator.kode,
  nama: t.indikator.nama,
  jenis: t.indikator.jenis,
  satuan: t.indikator.satuan,
  dasar: `PK ${t.jenisPk === 'PERUBAHAN' ? 'Perubahan ' : ''}${t.jabatanNama} ${t.tahun}`,
  unitAsalId: t.unitId,
  unitId: t.unitId,
})
