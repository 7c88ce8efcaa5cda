import type { BasisData } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import { catatJejak } from '../../inti/jejak/index.ts'
import { type Pelaku, sebutanJabatan } from '../../inti/pelaku.ts'
import { jam } from '../../inti/waktu/index.ts'
import { type AlamatLangkah, peranPelaksana, ubahLangkah } from '../siklus/index.ts'
import { cakupanUnit, sqlCakupan } from './cakupan-unit.ts'

/** Hands out all forms of this step that are ready; each unit then confirms receipt. Throws Galat 403, 404, 409. */
export function bagikanFormulir(db: BasisData, pelaku: Pelaku, alamat: AlamatLangkah): Promise<void> {
  return ubahLangkah(
    db,
    pelaku,
    alamat,
    async (tx, konteks) => {
      const { siklus, langkah } = konteks
      const peran = peranPelaksana(konteks)
      if (langkah.jenis !== 'distribusi') throw galat.tidakDitemukan('Langkah distribusi')
      const oleh = `${pelaku.nama}, ${sebutanJabatan(pelaku, peran)}`
      const unit = await tx.$queryRaw<{ id: string; nama: string }[]>`
        update formulir f set status = 'DIBAGIKAN', dibagikan_pada = ${jam.sekarang()}, dibagikan_oleh = ${oleh}, versi = f.versi + 1
        from unit_kerja u where u.id = f.unit_id and f.siklus_id = ${siklus.id}::uuid and f.kecamatan_id = ${pelaku.kecamatanId}::uuid
          and f.status = 'DISIAPKAN' and ${sqlCakupan(await cakupanUnit(tx, konteks))} returning f.id, u.nama`
      if (unit.length === 0) throw galat.bentrok('Semua formulir sudah dibagikan.')
      await catatJejak(tx, pelaku, {
        peristiwa: 'formulir.dibagikan',
        objekJenis: 'siklus',
        objekId: siklus.id,
        siklusId: siklus.id,
        rincian: { jumlah: unit.length, unit: unit.map((u) => u.nama).sort() },
        sebagai: peran,
      })
    },
    { pelaksanaSaja: true },
  )
}
