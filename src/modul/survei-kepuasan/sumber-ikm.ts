import { formatAngka } from '../../inti/angka/index.ts'
import { galat } from '../../inti/galat/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { type Periode, rentangPeriode } from '../../inti/waktu/index.ts'
import type { HasilAngka, PenyediaAngka } from '../formulir/index.ts'
import { hitungIkmLayanan } from '../pengukuran/index.ts'
import { dua, hitungSurvei, periodeSurvei } from './hitung-survei.ts'
import { daftarSurvei, type Pembaca, type Survei } from './kueri.ts'
import { muatLaporan } from './muat-laporan.ts'

/** Closed surveys of the year up to the end of the period: of each service the latest. */
async function surveiBerlaku(baca: Pembaca, pelaku: Pelaku, periode: Periode): Promise<Survei[]> {
  const sampai = rentangPeriode(periode).akhir
  return terakhirPerLayanan(await daftarSurvei(baca, pelaku, { tahun: periode.tahun, sampai, ditutup: true }))
}

/** `survei` comes newest first. */
export const terakhirPerLayanan = (survei: readonly Survei[]): Survei[] =>
  survei.filter((s, ke) => survei.findIndex((lain) => lain.layanan === s.layanan) === ke)

/** IKM of the office out of its services, in a sentence; null without any result. */
export function rangkumIkm(survei: readonly Survei[]): { ikm: string; kalimat: string } | null {
  const nilai = survei.map((s) => ({ survei: s, ...hitungSurvei(s) })).filter((h) => h.ikm !== null)
  const ikm = hitungIkmLayanan(nilai.map((h) => h.ikm))
  const [satu, ...lain] = nilai
  if (ikm === null || !satu) return null
  const responden = formatAngka(nilai.reduce((j, h) => j + h.responden, 0))
  const sebut =
    lain.length === 0
      ? `SKM ${satu.survei.layanan} ${periodeSurvei(satu.survei)}`
      : `rata-rata SKM ${nilai.length} layanan (${nilai.map((h) => `${h.survei.layanan} ${dua(h.ikm)}`).join('; ')})`
  return { ikm, kalimat: `IKM ${dua(ikm)} dari ${sebut}, ${responden} responden` }
}

/** The SKM of the office as a source of figures. */
export const sumberSkm: PenyediaAngka = {
  kode: 'SKM',
  nama: 'Survei Kepuasan Masyarakat',
  ukuran: [{ kode: 'IKM', nama: 'IKM' }],
  async cari(baca, pelaku, { periode }) {
    const alamat = `/survei-kepuasan?tahun=${periode.tahun}`
    const hasil = rangkumIkm(await surveiBerlaku(baca, pelaku, periode))
    const angka: HasilAngka = hasil
      ? { jenis: 'ADA', tunggal: hasil.ikm, pasangan: null, kalimat: hasil.kalimat, alamat }
      : { jenis: 'BELUM', alasan: `Belum ada SKM tahun ${periode.tahun} yang sudah ditutup.`, alamat }
    return new Map([['IKM', angka]])
  },
  async susunBukti(db, pelaku, { periode }) {
    const survei = await surveiBerlaku(db.baca, pelaku, periode)
    if (survei.length === 0) throw galat.bentrok('Belum ada SKM yang sudah ditutup.')
    return muatLaporan(db, pelaku, survei)
  },
}
