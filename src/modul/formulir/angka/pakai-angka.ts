import { Readable } from 'node:stream'
import { formatIsian } from '../../../inti/angka/index.ts'
import { type BasisData, type Tx, transaksi } from '../../../inti/basis-data/index.ts'
import { buatPdf } from '../../../inti/dokumen/index.ts'
import { galat } from '../../../inti/galat/index.ts'
import { catatJejak } from '../../../inti/jejak/index.ts'
import { type Pelaku, sebutanJabatan } from '../../../inti/pelaku.ts'
import { jam } from '../../../inti/waktu/index.ts'
import type { BerkasDiterima, Gudang } from '../../berkas/index.ts'
import { bacaBaris } from '../baca-baris.ts'
import { pastikanBisaDiisi } from '../jelaskan-penolakan.ts'
import { ambilFormulir, type BarisIsian, type FormulirLengkap } from '../kueri.ts'
import { barisDari } from '../kueri-bukti.ts'
import { isianDari } from '../sidik.ts'
import { tulisBaris } from '../simpan-formulir.ts'
import { ambilBarisTerbuka, simpanBukti } from '../tambah-bukti.ts'
import { cariSumber } from './sumber.ts'
import { ambilAngka, type UsulanAngka } from './usul-angka.ts'

type Alamat = { readonly formulirId: string; readonly barisId: string }
const PENGISI = ['KASI', 'STAF', 'DESA', 'SEKCAM'] as const

/**
 * Takes the proposed figure of the office's own source into a row: figure, source, and its document as evidence, in one
 * change. The figure is the one the source gives at this moment, whatever the page showed. Throws Galat 403, 404, 409.
 */
export async function pakaiAngka(
  db: BasisData,
  pelaku: Pelaku,
  alamat: Alamat,
  { gudang }: { gudang: Gudang },
): Promise<void> {
  const formulir = await ambilFormulir(db.baca, pelaku, alamat.formulirId)
  pastikanBisaDiisi(pelaku, formulir)
  barisDari(formulir, alamat.barisId)
  const awal = await ambilUsulan(db.baca, pelaku, { formulir, barisId: alamat.barisId })
  const berkas = await buatBukti(db, pelaku, { formulir, usulan: awal, gudang })
  try {
    await transaksi(db, pelaku, async (tx) => {
      const { formulir: kini, baris } = await ambilBarisTerbuka(tx, pelaku, alamat)
      const usulan = await ambilUsulan(tx, pelaku, { formulir: kini, barisId: baris.id })
      if (usulan.hasil.kalimat !== awal.hasil.kalimat) throw galat.sudahBerubah('Angka dari sumbernya')
      await isiBaris(tx, pelaku, { formulir: kini, baris, usulan })
      const milik = { siklusId: kini.siklusId, unitId: kini.unitId, barisId: baris.id, jumlahAda: baris.jumlahBukti }
      const keterangan = usulan.hasil.kalimat
      const isian = { jenis: 'berkas' as const, berkasId: '', juga: [], tautan: '', tempatKertas: '', keterangan }
      await simpanBukti(tx, pelaku, { ...milik, sebagai: PENGISI }, { gudang, isian, berkas: [berkas] })
    })
  } finally {
    // taken over: there is nothing left at this place
    await gudang.buang(berkas.jalur)
  }
}

type Siap = UsulanAngka & {
  readonly hasil: Extract<UsulanAngka['hasil'], { jenis: 'ADA' }>
  readonly variabel: Readonly<Record<string, string>>
}

async function ambilUsulan(
  baca: Tx | BasisData['baca'],
  pelaku: Pelaku,
  { formulir, barisId }: { formulir: FormulirLengkap; barisId: string },
): Promise<Siap> {
  const usulan = (await ambilAngka(baca, pelaku, formulir, barisId)).get(barisId)?.usulan
  if (!usulan) throw galat.bentrok('Indikator ini tidak mempunyai sumber angka. Ketik angkanya sendiri.')
  const { hasil, variabel } = usulan
  if (hasil.jenis === 'BELUM') throw galat.bentrok(hasil.alasan)
  if (!variabel) throw galat.bentrok('Kartu indikator ini meminta data lain daripada yang diberikan sumbernya.')
  return { ...usulan, hasil, variabel }
}

type Bahan = { formulir: FormulirLengkap; usulan: Siap; gudang: Gudang }
async function buatBukti(db: BasisData, pelaku: Pelaku, { formulir, usulan, gudang }: Bahan): Promise<BerkasDiterima> {
  const penyedia = cariSumber(usulan.sumber)
  if (!penyedia) throw galat.bentrok('Sumber angka ini tidak tersedia lagi.')
  const { ukuran } = usulan
  const dokumen = await penyedia.susunBukti(db, pelaku, { ukuran, periode: formulir.siklus.periode })
  const sementara = await gudang.terima(Readable.from([await buatPdf(dokumen)]))
  const nama = `${dokumen.judul.replace(/[^\p{L}\p{N} .,()-]+/gu, ' ').slice(0, 120)}.pdf`
  return { ...sementara, nama, mime: 'application/pdf', kolom: 'berkas' }
}

type Baris = { formulir: FormulirLengkap; baris: BarisIsian; usulan: Siap }
async function isiBaris(tx: Tx, pelaku: Pelaku, { formulir, baris, usulan }: Baris): Promise<void> {
  const ketik = Object.entries(usulan.variabel).map(([kode, nilai]) => [kode, formatIsian(nilai)])
  const isian = { ...isianDari(baris), variabel: Object.fromEntries(ketik), tidakBerlaku: false, alasan: '' }
  const { data, kesalahan } = bacaBaris(baris.kartu, isian)
  if (!data) throw galat.tidakSesuai(Object.values(kesalahan).join(' '))
  await tulisBaris(tx, pelaku, { formulirId: formulir.id, baris, isi: data })
  const { siklusId } = formulir
  const { sumber, ukuran, hasil } = usulan
  await tx.pemakaianAngka.createMany({
    data: [
      {
        kecamatanId: pelaku.kecamatanId,
        siklusId,
        barisId: baris.id,
        sumber,
        ukuran,
        variabel: data.variabel,
        kalimat: hasil.kalimat,
        dibuatPada: jam.sekarang(),
        dibuatOleh: `${pelaku.nama}, ${sebutanJabatan(pelaku, PENGISI)}`,
      },
    ],
  })
  await catatJejak(tx, pelaku, {
    peristiwa: 'formulir.angka-dipakai',
    objekJenis: 'baris_formulir',
    objekId: baris.id,
    siklusId,
    rincian: { nama: baris.kartu.kode, unit: formulir.unitNama, dari: hasil.kalimat, sumber, ukuran },
    sebagai: PENGISI,
  })
}
