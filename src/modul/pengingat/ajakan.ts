import type { BasisData } from '../../inti/basis-data/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { jam, tanggalLokal } from '../../inti/waktu/index.ts'
import { muatPelakuKantor } from '../akun/index.ts'
import { ambilKalenderKerja } from '../kalender/index.ts'
import { melihatSiklus } from '../siklus/index.ts'
import { ambilTugasOrang } from '../tugas-saya/index.ts'
import { bolehDiingatkan } from './alur.ts'
import type { ButirPengingat } from './isi-pengingat.ts'
import { posisiHari } from './jadwal.ts'
import { ambilSetelan, type Setelan } from './setelan.ts'

/** Somebody who is late or near, with what is waited for. */
export type PerluDiingatkan = { readonly pelaku: Pelaku; readonly butir: readonly ButirPengingat[] }

/**
 * Whom this person may remind today: late tasks and those whose tenggat is as near as the office's first reminder, the latest
 * first. `siklus`: only tasks of that siklus.
 */
export async function ambilPerluDiingatkan(
  db: BasisData,
  pelaku: Pelaku,
  { siklus }: { siklus?: string | undefined },
): Promise<PerluDiingatkan[]> {
  const [setelan, kalender, kantor, semua] = await Promise.all([
    ambilSetelan(db.baca, pelaku.kecamatanId),
    db.ingat(pelaku, 'kalender', () => ambilKalenderKerja(db.baca, pelaku.kecamatanId)),
    muatPelakuKantor(db, pelaku.kecamatanId),
    siklus ? melihatSiklus(db, pelaku, siklus) : false,
  ])
  const orang = bolehDiingatkan(pelaku, await ambilTugasOrang(db, kantor), { semua })
  const hari = tanggalLokal(jam.sekarang(), pelaku.zonaWaktu)
  const dekat = jarakTerjauh(setelan)
  return orang
    .map(({ pelaku: dia, tugas }) => ({
      pelaku: dia,
      butir: tugas.flatMap((t): ButirPengingat[] => {
        if (!t.urutTenggat || (siklus && t.siklusId !== siklus)) return []
        const posisi = posisiHari(hari, t.urutTenggat, kalender)
        if (posisi < -dekat) return []
        return [{ judul: t.judul, alamat: t.alamat, periode: t.periode, tenggat: t.urutTenggat, posisi }]
      }),
    }))
    .filter((o) => o.butir.length > 0)
    .sort((a, b) => terlama(b.butir) - terlama(a.butir) || a.pelaku.nama.localeCompare(b.pelaku.nama, 'id'))
}

const jarakTerjauh = ({ hariSebelum }: Setelan): number => Math.max(1, ...hariSebelum)
const terlama = (butir: readonly ButirPengingat[]): number => Math.max(...butir.map((b) => b.posisi ?? 0))
