import { type BasisData, transaksi } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import { catatJejak, perubahanIsian } from '../../inti/jejak/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { PENGATUR } from './alur.ts'
import type { IsianSetelan } from './isian.ts'
import { ambilSetelan } from './setelan.ts'

/** Keeps when the office reminds; 409 when somebody else was first. */
export const simpanSetelan = (db: BasisData, pelaku: Pelaku, { versi, ...baru }: IsianSetelan): Promise<void> =>
  transaksi(db, pelaku, async (tx) => {
    const { versi: _, ...lama } = await ambilSetelan(tx, pelaku.kecamatanId)
    const jumlah = await tx.$executeRaw`
      insert into setelan_pengingat (kecamatan_id, aktif, surel, hari_sebelum, pada_hari, sesudah_mulai, sesudah_setiap, ke_kepala,
        ke_sekcam, jam_mulai, jam_selesai)
      select ${pelaku.kecamatanId}::uuid, ${baru.aktif}, ${baru.surel}, ${baru.hariSebelum}::int[], ${baru.padaHari}, ${baru.sesudahMulai},
        ${baru.sesudahSetiap}, ${baru.keKepala}, ${baru.keSekcam}, ${baru.jamMulai}, ${baru.jamSelesai}
      where ${versi}::int = 0 or exists (select from setelan_pengingat where kecamatan_id = ${pelaku.kecamatanId}::uuid)
      on conflict (kecamatan_id) do update set aktif = excluded.aktif, surel = excluded.surel, hari_sebelum = excluded.hari_sebelum,
        pada_hari = excluded.pada_hari, sesudah_mulai = excluded.sesudah_mulai, sesudah_setiap = excluded.sesudah_setiap,
        ke_kepala = excluded.ke_kepala, ke_sekcam = excluded.ke_sekcam, jam_mulai = excluded.jam_mulai,
        jam_selesai = excluded.jam_selesai, versi = setelan_pengingat.versi + 1
      where setelan_pengingat.versi = ${versi}::int`
    if (jumlah === 0) throw galat.sudahBerubah('Setelan pengingat')
    await catatJejak(tx, pelaku, {
      peristiwa: 'pengingat.setelan-diubah',
      objekJenis: 'kecamatan',
      objekId: pelaku.kecamatanId,
      rincian: perubahanIsian<Record<string, unknown>>(lama, baru),
      sebagai: PENGATUR,
    })
  })
