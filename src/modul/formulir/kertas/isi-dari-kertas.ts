import { type BasisData, type Tx, transaksi } from '../../../inti/basis-data/index.ts'
import { catatJejak } from '../../../inti/jejak/index.ts'
import { type Pelaku, unitDipimpin } from '../../../inti/pelaku.ts'
import { jam, tanggalPanjang } from '../../../inti/waktu/index.ts'
import { daftarPejabat } from '../../organisasi/index.ts'
import type { Pembaca } from '../../siklus/index.ts'
import type { Pengisi } from '../delegasi/pembagian.ts'
import { tolakMilikOrang } from '../delegasi/tolak-milik-orang.ts'
import { ambilFormulir, type FormulirLengkap } from '../kueri.ts'
import { type HasilSimpanFormulir, rencanakan, tulisRencana } from '../simpan-formulir.ts'
import { jabatanPencatat, pastikanBisaDicatat, sebagaiPencatat } from './catat-kertas.ts'
import { type AngkaKertas, angkaKertas } from './kertas-baris.ts'
import { ambilKertas, type Kertas } from './kueri-kertas.ts'

type Alamat = { readonly formulirId: string; readonly id: string }
type Rencana = ReturnType<typeof rencanakan>['rencana']

/**
 * Takes values of a paper over into the form, in the name of who wrote them: every touched row or none, with the rules of
 * typing, an audit event per row, and the scan as evidence of each indicator. A row that the head gave to somebody else is
 * refused like a wrong figure: named, with what was copied. Throws Galat 403, 404, 409.
 */
export async function isiDariKertas(
  db: BasisData,
  pelaku: Pelaku,
  alamat: Alamat,
  badan: unknown,
): Promise<HasilSimpanFormulir> {
  const formulir = await ambilFormulir(db.baca, pelaku, alamat.formulirId)
  pastikanBisaDicatat(pelaku, formulir)
  const kertas = await ambilKertas(db.baca, pelaku, alamat)
  const { rencana, tanggapan, isian } = rencanakan(formulir, badan)
  const pengisi = await pengisiDariKertas(db.baca, pelaku, { kertas, unitId: formulir.unitId })
  tolakMilikOrang(pengisi, formulir, { rencana, tanggapan, isian })
  const lolos = tanggapan.size === 0 && rencana.length > 0
  if (lolos) await transaksi(db, pelaku, (tx) => tulis(tx, pelaku, { formulir, kertas, rencana, pengisi }))
  return { formulir, tanggapan, isian, tersimpan: lolos ? rencana.length : 0 }
}

type Tulis = { readonly formulir: FormulirLengkap; readonly kertas: Kertas; readonly rencana: Rencana }
type TulisAtasNama = Tulis & { readonly pengisi: Pengisi }
async function tulis(tx: Tx, pelaku: Pelaku, { formulir, kertas, rencana, pengisi }: TulisAtasNama): Promise<void> {
  const { id: formulirId, siklusId, unitId } = formulir
  const { kecamatanId } = pelaku
  await tulisRencana(tx, pelaku, {
    formulirId,
    rencana,
    atasNama: { unitId, sebagai: sebagaiPencatat(pelaku), pengisi },
  })
  await tx.barisKertas.createMany({
    data: rencana.map(({ id, isi }) => ({
      kecamatanId,
      siklusId,
      kertasId: kertas.id,
      barisId: id,
      isi: angkaKertas(isi as AngkaKertas) as object,
      dibuatPada: jam.sekarang(),
    })),
  })
  await lampirkanPindaian(tx, pelaku, { formulir, kertas, rencana })
  await catatJejak(tx, pelaku, {
    peristiwa: 'formulir.kertas-diisi',
    objekJenis: 'formulir',
    objekId: formulirId,
    siklusId,
    rincian: {
      unit: formulir.unitNama,
      pengisi: kertas.pengisi,
      tanggal: kertas.tanggal,
      jumlah: rencana.length,
      baris: rencana.map((r) => r.sebutan),
      sha256: kertas.sha256,
    },
    sebagai: sebagaiPencatat(pelaku),
  })
}

/** Whose typing a paper counts as: who wrote on it, or the head who takes it over or wrote on it. */
export async function pengisiDariKertas(
  baca: Pembaca,
  pelaku: Pelaku,
  { kertas, unitId }: { kertas: Kertas; unitId: string },
): Promise<Pengisi> {
  const pejabat = await daftarPejabat(baca, pelaku, kertas.tanggal)
  const kepala = pejabat.some((p) => p.pegawaiId === kertas.pengisiId && p.unitId === unitId && p.kepalaUnit)
  return { pegawaiId: kertas.pengisiId, memimpin: [...unitDipimpin(pelaku), ...(kepala ? [unitId] : [])] }
}

/** The scan proves each indicator that was taken over, once. */
async function lampirkanPindaian(tx: Tx, pelaku: Pelaku, { formulir, kertas, rencana }: Tulis): Promise<void> {
  const { kecamatanId } = pelaku
  const ditulis = rencana.map((r) => r.id).filter((id) => formulir.baris.some((b) => b.id === id))
  const ada = await tx.bukti.findMany({
    where: { kecamatanId, berkasId: kertas.berkasId, barisId: { in: ditulis } },
    select: { barisId: true },
  })
  const sudah = new Set(ada.map((b) => b.barisId))
  await tx.bukti.createMany({
    data: ditulis
      .filter((id) => !sudah.has(id))
      .map((barisId) => ({
        kecamatanId,
        siklusId: formulir.siklusId,
        barisId,
        berkasId: kertas.berkasId,
        keterangan: `Formulir kertas ${tanggalPanjang(kertas.tanggal)}, diisi ${kertas.pengisi}`,
        dibuatOleh: `${pelaku.nama}, ${jabatanPencatat(pelaku)}`,
        dibuatPada: jam.sekarang(),
      })),
  })
}
