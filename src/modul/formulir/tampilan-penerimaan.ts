import { daftarkanPesan, halaman, type Kesalahan } from '../../inti/http/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { bolehMelaksanakan, type Kepala, type KonteksLangkah, kolomPengelola, melihatSemua } from '../siklus/index.ts'
import { KODE_STATUS_FORMULIR, TEKS_STATUS_FORMULIR } from './alur.ts'
import { hitungPenerimaan } from './hitungan.ts'
import { LABEL_PENERIMAAN } from './isian-penerimaan.ts'
import { langkahPengisian } from './kembalikan-penyerahan.ts'
import { sebutPenyerah } from './kertas/serah-kertas.ts'
import { bolehMelihat, type FormulirUnit } from './kueri.ts'
import { belumDiterima, type Penerimaan, penerimaanKini } from './kueri-penerimaan.ts'
import { waktuPendek } from './tampilan-baris.ts'

daftarkanPesan({
  'penyerahan-diterima': 'Formulir yang dicentang tercatat diterima.',
  'penyerahan-semua-diterima': 'Semua formulir sudah diterima. Langkah berikutnya terbuka.',
  'penyerahan-dikembalikan': 'Formulir dikembalikan kepada unitnya beserta alasannya.',
})

type Bahan = {
  readonly kepala: Kepala
  readonly konteks: KonteksLangkah
  readonly formulir: readonly FormulirUnit[]
  readonly penerimaan: readonly Penerimaan[]
  readonly pelaku: Pelaku
}
type Kembalian = { isian?: Readonly<Record<string, string>>; kesalahan?: Kesalahan }

/** Page of the step "penerimaan" in every state: what came in, how complete, accept, send back. */
export function susunPenerimaan(b: Bahan, { isian = {}, kesalahan = {} }: Kembalian = {}) {
  const { kepala, konteks, formulir, penerimaan } = b
  const { menunggu, belumMasuk } = belumDiterima(formulir, penerimaan)
  const diterima = formulir.length - menunggu.length - belumMasuk.length
  const bolehTerima = kepala.giliranSaya && menunggu.length > 0
  return {
    judulHalaman: `${kepala.judul} · ${konteks.siklus.namaPeriode}`,
    kepala,
    alamat: `${kepala.alamat}/penerimaan`,
    belumBuka: !kepala.terbuka && !kepala.selesai,
    kemajuan: { nilai: diterima, dari: formulir.length },
    belumMasuk: belumMasuk.map((f) => f.unitNama),
    bolehTerima,
    jumlahMenunggu: menunggu.length,
    bolehSelesai:
      kepala.giliranSaya && (konteks.def.keputusan !== null || (menunggu.length === 0 && formulir.length > 0)),
    unit: formulir.map((f) => susunUnit(f, b, bolehTerima)),
    dicentang: isian.formulir?.split('\n').filter(Boolean) ?? menunggu.map((f) => `${f.id}|${f.versi}`),
    isian: { catatan: isian.catatan ?? '', alasanKembali: isian.alasanKembali ?? '', unitId: isian.unitId ?? '' },
    kesalahan,
    label: LABEL_PENERIMAAN,
  }
}

function susunUnit(f: FormulirUnit, { kepala, konteks, penerimaan, pelaku }: Bahan, bolehTerima: boolean) {
  const diterima = penerimaanKini(f, penerimaan)
  const hitungan = hitungPenerimaan(f)
  const masuk = f.status === 'DISERAHKAN'
  const semua = melihatSemua(kolomPengelola(konteks.siklus.definisi), pelaku)
  const zona = pelaku.zonaWaktu
  // who gathers the forms need not wait for the last one to say that the first one is wrong
  const bolehKembali =
    masuk && (kepala.giliranSaya || (masihMasuk(konteks, f.unitId) && bolehMelaksanakan(konteks, pelaku)))
  return {
    unitId: f.unitId,
    nilai: `${f.id}|${f.versi}`,
    nama: f.unitNama,
    alamat: bolehMelihat(pelaku, f.unitId, semua) ? `/formulir/${f.id}` : null,
    putaran: f.putaran,
    status: diterima
      ? { kode: 'DITERIMA', teks: 'Diterima' }
      : masuk
        ? { kode: 'MENUNGGU', teks: 'Menunggu' }
        : { kode: KODE_STATUS_FORMULIR[f.status], teks: TEKS_STATUS_FORMULIR[f.status] },
    terisi: `${hitungan.terisi} / ${hitungan.dari}`,
    kosong: hitungan.dari - hitungan.terisi,
    tidakDiukur: [...f.baris, ...f.anggaran].filter((x) => x.status === 'TIDAK_BERLAKU').length,
    tanpaBukti: hitungan.tanpaBukti,
    kendala: hitungan.kendala,
    diserahkan: f.diserahkanPada ? `${sebutPenyerah(f)}, ${waktuPendek(f.diserahkanPada, zona)}` : '–',
    diterima: diterima ? `${diterima.penerima}, ${waktuPendek(diterima.diterimaPada, zona)}` : '–',
    catatan: diterima?.catatan ?? '',
    pindaian: diterima?.berkasId ? `/berkas/${diterima.berkasId}` : null,
    bolehTerima: bolehTerima && masuk && !diterima,
    bolehKembali,
  }
}

/** Are the units of the collection of this one still filling in, before this step opens? */
function masihMasuk(konteks: KonteksLangkah, unitId: string): boolean {
  const kode = langkahPengisian(konteks, unitId)
  return konteks.semuaLangkah.some((l) => l.kode === kode && l.status === 'BERJALAN')
}

export const halamanPenerimaan = halaman<ReturnType<typeof susunPenerimaan>>('formulir/penerimaan')
