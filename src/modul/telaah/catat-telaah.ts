import { randomUUID } from 'node:crypto'
import type { Tx } from '../../inti/basis-data/index.ts'
import { catatJejak } from '../../inti/jejak/index.ts'
import { type Pelaku, sebutanJabatan } from '../../inti/pelaku.ts'
import { jam } from '../../inti/waktu/index.ts'
import { type Putusan, peranPemutus } from './hak-telaah.ts'
import type { BarisTelaah } from './kueri.ts'

type Isi = Pick<BarisTelaah, 'keputusan' | 'cakupan' | 'rincian' | 'catatan'>

/** The decision as a row of its own and in the audit trail, in the transaction of the decision and before the engine acts. */
export async function catatTelaah(
  tx: Tx,
  pelaku: Pelaku,
  { konteks, rekap, sebagaiPengganti }: Putusan,
  isi: Isi,
): Promise<void> {
  const { siklus, langkah } = konteks
  const id = randomUUID()
  const sebagai = peranPemutus(konteks, sebagaiPengganti)
  await tx.telaah.createMany({
    data: [
      {
        id,
        kecamatanId: pelaku.kecamatanId,
        siklusId: siklus.id,
        langkahId: langkah.id,
        rekapId: rekap.id,
        putaran: langkah.putaran,
        ...isi,
        rincian: isi.rincian as object,
        waktu: jam.sekarang(),
        pegawaiId: pelaku.pegawaiId,
        nama: pelaku.nama,
        jabatan: sebutanJabatan(pelaku, sebagai),
      },
    ],
  })
  await catatJejak(tx, pelaku, {
    peristiwa: isi.keputusan === 'DISETUJUI' ? 'telaah.disetujui' : 'telaah.dikembalikan',
    objekJenis: 'telaah',
    objekId: id,
    siklusId: siklus.id,
    rincian: { versiRekap: rekap.nomorVersi, sha256: rekap.sha256, putaran: langkah.putaran, ...isi },
    sebagai,
  })
}
