import { type Pelaku, SEBUTAN_JENIS } from '../../../inti/pelaku.ts'
import { jam, tanggalLokal } from '../../../inti/waktu/index.ts'
import { daftarPejabat } from '../../organisasi/index.ts'
import type { Pembaca } from '../../siklus/index.ts'

export type OrangUnit = { readonly pegawaiId: string; readonly nama: string; readonly jabatan: string }

/** Active people with a post in the unit today; each once. */
export async function orangUnit(baca: Pembaca, pelaku: Pelaku, unitId: string): Promise<OrangUnit[]> {
  const pejabat = await daftarPejabat(baca, pelaku, tanggalLokal(jam.sekarang(), pelaku.zonaWaktu))
  const aktif = await baca.pegawai.findMany({
    where: { kecamatanId: pelaku.kecamatanId, aktif: true, id: { in: pejabat.map((p) => p.pegawaiId) } },
    select: { id: true },
  })
  const belum = new Set(aktif.map((p) => p.id))
  return pejabat
    .filter((p) => p.unitId === unitId && belum.delete(p.pegawaiId))
    .map((p) => ({ pegawaiId: p.pegawaiId, nama: p.nama, jabatan: SEBUTAN_JENIS[p.jenisPenugasan] + p.jabatanNama }))
}
