import { type BasisData, transaksi } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import { catatJejak } from '../../inti/jejak/index.ts'
import { type Pelaku, type Peran, sebutanJabatan } from '../../inti/pelaku.ts'
import { jam } from '../../inti/waktu/index.ts'
import { ALUR, PENCATAT, pastikanCatatan, type TindakanCatatan, type Tujuan } from './alur.ts'
import { ambilCatatan, type Catatan } from './kueri.ts'

type Tanggapan =
  | { readonly tindakan: 'JAWAB'; readonly versi: number; readonly jawaban: string }
  | { readonly tindakan: Exclude<TindakanCatatan, 'JAWAB'>; readonly versi: number }

/**
 * One step of a note: it is answered or read by whom it is for, its answer read by the Camat, or it is taken back unread.
 * Throws Galat 403, 404, 409: also when somebody did something with it since the page was opened.
 */
export function tanggapiCatatan(db: BasisData, pelaku: Pelaku, id: string, t: Tanggapan): Promise<void> {
  return transaksi(db, pelaku, async (tx) => {
    const c = await ambilCatatan(tx, pelaku, id)
    pastikanCatatan(pelaku, c, t.tindakan)
    const { ke, oleh, peristiwa } = ALUR[t.tindakan]
    const sebagai = oleh === 'CAMAT' ? PENCATAT : PERAN_TUJUAN[c.tujuan]
    const { count } = await tx.catatanCamat.updateMany({
      where: { id, kecamatanId: pelaku.kecamatanId, versi: t.versi, status: c.status },
      data: {
        status: ke,
        versi: { increment: 1 },
        ...(t.tindakan === 'JAWAB' ? { jawaban: t.jawaban } : {}),
        ...(oleh === 'PENERIMA' ? penanggap(pelaku, c, sebagai) : {}),
      },
    })
    if (count === 0) throw galat.sudahBerubah('Catatan ini')
    await catatJejak(tx, pelaku, {
      peristiwa,
      objekJenis: 'catatan-camat',
      objekId: id,
      siklusId: c.siklusId,
      rincian: { kepada: c.kepada, perihal: c.perihal },
      sebagai,
    })
  })
}

const PERAN_TUJUAN: Readonly<Record<Tujuan, readonly Peran[]>> = {
  UNIT: ['KASI', 'DESA'],
  SEKCAM: ['SEKCAM'],
  TIM: ['TIM_SAKIP'],
}

/** Who reacted, with the post that the note was written to. */
function penanggap(pelaku: Pelaku, { tujuan, unitId }: Catatan, sebagai: readonly Peran[]) {
  const diUnit = pelaku.penugasan.filter((p) => tujuan === 'UNIT' && p.unitId === unitId && p.kepalaUnit)
  const jabatan = diUnit.length > 0 ? sebutanJabatan({ ...pelaku, penugasan: diUnit }) : sebutanJabatan(pelaku, sebagai)
  return { penanggap: pelaku.nama, jabatanPenanggap: jabatan, ditanggapiPada: jam.sekarang() }
}
