import { type BasisData, type Tx, transaksi } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import { barisIsian, type Kesalahan } from '../../inti/http/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { jam, tanggalLokal } from '../../inti/waktu/index.ts'
import { pastikanMengelola, pastikanMengetik, pastikanStatus } from './alur.ts'
import { catatSurvei, namaSurvei } from './catat-survei.ts'
import { bacaKuesioner, type Kuesioner } from './isian.ts'
import { ambilSurveiTerkunci, daftarJawaban, type Survei } from './kueri.ts'

/** Rows of the typing table on one page. */
export const BARIS_KETIK = 10

/**
 * Several questionnaires typed in by staff, one per row (`k.<number>.U1` …); rows without any answer are left out. All or
 * none. Returns how many, or the field errors. Throws Galat 403, 404, 409.
 */
export const simpanKuesioner = (
  db: BasisData,
  pelaku: Pelaku,
  id: string,
  badan: unknown,
): Promise<{ jumlah: number } | { kesalahan: Kesalahan }> =>
  transaksi(db, pelaku, async (tx) => {
    const survei = await ambilSurveiTerkunci(tx, pelaku, id)
    pastikanMengetik(pelaku, survei)
    pastikanStatus(survei, 'DIBUKA')
    if (survei.cara !== 'KUESIONER') throw galat.bentrok('Survei ini diisi hasilnya, bukan kuesioner satu per satu.')
    const { isi, kesalahan } = bacaBaris(survei, badan)
    if (Object.keys(kesalahan).length > 0) return { kesalahan }
    if (isi.length === 0) return { kesalahan: { 'k.0.U1': 'Isi paling sedikit satu kuesioner.' } }
    await tulis(tx, pelaku, { survei, isi })
    const rincian = { nama: namaSurvei(survei), jumlah: isi.length, nomorMulai: survei.nomorTerakhir + 1 }
    await catatSurvei(tx, pelaku, { peristiwa: 'survei.kuesioner-diisi', id, rincian })
    return { jumlah: isi.length }
  })

function bacaBaris({ unsur }: Survei, badan: unknown): { isi: Kuesioner[]; kesalahan: Record<string, string> } {
  const kode = unsur.map((u) => u.kode)
  const kesalahan: Record<string, string> = {}
  const isi = barisIsian(badan, 'k').flatMap((baris, ke) => {
    const terisi = Object.values(baris).some((v) => v.trim() !== '')
    if (!terisi) return []
    const { data, kesalahan: salah } = bacaKuesioner(baris, kode)
    for (const [bidang, teks] of Object.entries(salah)) kesalahan[`k.${ke}.${bidang}`] = teks
    if (Object.keys(data.nilai).length === 0 && Object.keys(salah).length === 0)
      kesalahan[`k.${ke}.${kode[0] ?? 'U1'}`] = 'Kuesioner ini belum berisi jawaban.'
    return [data]
  })
  return { isi, kesalahan }
}

async function tulis(tx: Tx, pelaku: Pelaku, { survei, isi }: { survei: Survei; isi: readonly Kuesioner[] }) {
  const { kecamatanId } = pelaku
  const tanggal = new Date(tanggalLokal(jam.sekarang(), pelaku.zonaWaktu))
  await tx.jawabanSurvei.createMany({
    data: isi.map(({ nilai, profil, saran }, ke) => ({
      kecamatanId,
      surveiId: survei.id,
      nomor: survei.nomorTerakhir + ke + 1,
      asal: 'PETUGAS',
      nilai,
      ...profil,
      saran,
      tanggal,
    })),
  })
  await tx.surveiKepuasan.updateMany({
    where: { id: survei.id, kecamatanId },
    data: { nomorTerakhir: { increment: isi.length } },
  })
}

/** Leaves a questionnaire out of the result, with the reason; it stays, and is counted apart. Throws Galat 403, 404, 409. */
export const batalkanKuesioner = (
  db: BasisData,
  pelaku: Pelaku,
  { id, jawabanId, alasan }: { id: string; jawabanId: string; alasan: string },
): Promise<void> =>
  transaksi(db, pelaku, async (tx) => {
    const survei = await ambilSurveiTerkunci(tx, pelaku, id)
    pastikanMengelola(pelaku, survei)
    pastikanStatus(survei, 'DIBUKA')
    const [jawaban] = await daftarJawaban(tx, pelaku, { surveiId: id, id: jawabanId, batas: 1 })
    if (!jawaban) throw galat.tidakDitemukan('Kuesioner')
    const { count } = await tx.jawabanSurvei.updateMany({
      where: { id: jawabanId, kecamatanId: pelaku.kecamatanId, alasanBatal: '' },
      data: { alasanBatal: alasan },
    })
    if (count === 0) throw galat.bentrok('Kuesioner ini sudah tidak dipakai.')
    const rincian = { nama: namaSurvei(survei), nomor: jawaban.nomor, alasan, nilai: jawaban.nilai }
    await catatSurvei(tx, pelaku, { peristiwa: 'survei.kuesioner-dibatalkan', id, rincian })
  })
