import { join } from 'node:path'
import type { Router } from 'express'
import type { PassportStatic } from 'passport'
import type { PilihanAplikasi } from './aplikasi.ts'
import type { BasisData } from './inti/basis-data/index.ts'
import type { CatatanRute, RuteBerizin } from './inti/http/index.ts'
import { ruteAkun } from './modul/akun/index.ts'
import { ruteArsip, ruteJenisArsip } from './modul/arsip/index.ts'
import { ruteBantuan } from './modul/bantuan/index.ts'
import { bukaGudang, ruteBerkas } from './modul/berkas/index.ts'
import { ruteCadangan } from './modul/cadangan/index.ts'
import { ruteCatatanCamat } from './modul/catatan-camat/index.ts'
import { ruteCeklisDokumen } from './modul/ceklis-dokumen/index.ts'
import { ruteDasbor } from './modul/dasbor/index.ts'
import { ruteDisposisi } from './modul/disposisi/index.ts'
import { daftarkanSumber, ruteFormulir, ruteJenisFormulir, ruteSumberAngka } from './modul/formulir/index.ts'
import { ruteImpor } from './modul/impor/index.ts'
import { ruteInstruksi } from './modul/instruksi/index.ts'
import { ruteJejakAudit } from './modul/jejak-audit/index.ts'
import { ruteKalender } from './modul/kalender/index.ts'
import { ruteKantorBaru } from './modul/kantor-baru/index.ts'
import { ruteKertasKerja } from './modul/kertas-kerja/index.ts'
import { ruteKoreksi } from './modul/koreksi/index.ts'
import { ruteLaporan } from './modul/laporan/index.ts'
import { ruteLkjip } from './modul/lkjip/index.ts'
import { ruteMonev } from './modul/monev/index.ts'
import { ruteNaskah } from './modul/naskah/index.ts'
import { ruteOrganisasi } from './modul/organisasi/index.ts'
import { rutePemilahanIndikator } from './modul/pemilahan-indikator/index.ts'
import { rutePengingat } from './modul/pengingat/index.ts'
import { rutePercakapan } from './modul/percakapan/index.ts'
import { rutePerencanaan } from './modul/perencanaan/index.ts'
import { rutePerjanjianKinerja } from './modul/perjanjian-kinerja/index.ts'
import { ruteProgramKerja } from './modul/program-kerja/index.ts'
import { ruteRapat } from './modul/rapat/index.ts'
import { ruteJenisRekap, ruteRekap } from './modul/rekap/index.ts'
import { ruteRencanaAksi } from './modul/rencana-aksi/index.ts'
import { daftarkanJenis, melihatSiklus, ruteLembarSiklus, ruteSiklus } from './modul/siklus/index.ts'
import { ruteLembar, ruteSop } from './modul/sop/index.ts'
import { ruteStatusDesa } from './modul/status-desa/index.ts'
import { rutePengunjung, ruteSurveiKepuasan } from './modul/survei-kepuasan/index.ts'
import { ruteTelaah } from './modul/telaah/index.ts'
import { ruteDaftarTindakLanjut, ruteLangkahTindakLanjut } from './modul/tindak-lanjut/index.ts'
import { ruteTugasLangkah } from './modul/tugas-langkah/index.ts'
import { ruteTugasSaya } from './modul/tugas-saya/index.ts'
import { DAFTAR_IMPOR } from './peta-impor.ts'
import { PENANGANAN_JENIS } from './peta-jenis.ts'
import { SUMBER_ANGKA } from './peta-sumber.ts'

export type BahanRute = { readonly db: BasisData; readonly passport: PassportStatic; readonly pilihan: PilihanAplikasi }

/** The pages of a step: each kind has its own below it. */
const LANGKAH = '/siklus/:siklusId/langkah/:kode'

/** Where uploads are kept, and how large one may be. */
function bukaUnggahan({ folderData, batasUnggahMb }: PilihanAplikasi) {
  return { gudang: bukaGudang(join(folderData, 'berkas')), batasMb: batasUnggahMb }
}

/** The pages of steps, by kind. */
const petaLangkah = (db: BasisData, unggah: ReturnType<typeof bukaUnggahan>): (readonly [string, RuteBerizin])[] => [
  [LANGKAH, ruteDisposisi(db, unggah)],
  [LANGKAH, ruteInstruksi(db, unggah)],
  [LANGKAH, ruteRapat(db, unggah)],
  [LANGKAH, ruteProgramKerja(db)],
  [LANGKAH, ruteCeklisDokumen(db, unggah)],
  [LANGKAH, rutePemilahanIndikator(db)],
  [LANGKAH, ruteLangkahTindakLanjut(db)],
  [LANGKAH, ruteTugasLangkah(db, unggah)],
  [LANGKAH, ruteJenisFormulir(db, unggah)],
  [LANGKAH, ruteKertasKerja(db, unggah)],
  [LANGKAH, ruteJenisRekap(db)],
  [LANGKAH, ruteLaporan(db)],
  [LANGKAH, ruteMonev(db)],
  [LANGKAH, ruteTelaah(db)],
  [LANGKAH, ruteNaskah(db, unggah)],
  [LANGKAH, ruteJenisArsip(db, unggah.gudang)],
]

/** URL prefix → module, on one screen. */
const peta = ({ db, passport, pilihan }: BahanRute): readonly (readonly [string, RuteBerizin])[] => {
  const unggah = bukaUnggahan(pilihan)
  const { gudang } = unggah
  return [
    ['/', ruteAkun(db, passport)],
    ['/', ruteTugasSaya(db, pilihan.pencadang ?? null)],
    ['/bantuan', ruteBantuan(db)],
    ['/dasbor', ruteDasbor(db)],
    ['/berkas', ruteBerkas(db, { ...unggah, melihatSiklus })],
    ['/organisasi', ruteOrganisasi(db)],
    ['/kalender', ruteKalender(db)],
    ['/kantor-baru', ruteKantorBaru(db)],
    ['/cadangan', ruteCadangan(db, pilihan.pencadang ?? null)],
    ['/impor', ruteImpor(db, { ...unggah, daftar: DAFTAR_IMPOR })],
    ['/perencanaan', rutePerencanaan(db)],
    ['/perjanjian-kinerja', rutePerjanjianKinerja(db, unggah)],
    ['/rencana-aksi', ruteRencanaAksi(db)],
    ['/lkjip', ruteLkjip(db)],
    ['/jejak-audit', ruteJejakAudit(db)],
    ['/pengingat', rutePengingat(db, { adaSurel: pilihan.adaSurel ?? false, alamatTakar: pilihan.alamat ?? null })],
    ['/sop', ruteSop(db)],
    ['/sop', ruteLembar(db)],
    ['/siklus', ruteSiklus(db)],
    ['/siklus', ruteLembarSiklus(db)],
    ['/formulir', ruteFormulir(db, unggah)],
    ['/percakapan', rutePercakapan(db)],
    ['/sumber-angka', ruteSumberAngka(db)],
    ['/survei-kepuasan', ruteSurveiKepuasan(db)],
    ['/survei', rutePengunjung(db)],
    ['/status-desa', ruteStatusDesa(db)],
    ['/rekap', ruteRekap(db)],
    ['/koreksi', ruteKoreksi(db)],
    ['/arsip', ruteArsip(db, gudang)],
    ['/catatan-camat', ruteCatatanCamat(db)],
    ['/tindak-lanjut', ruteDaftarTindakLanjut(db)],
    ...petaLangkah(db, unggah),
  ]
}

/** Mounts every module and returns the list of all routes with their rules, for the start-up check and the matrix test. */
export function pasangRute(induk: Router, bahan: BahanRute): CatatanRute[] {
  daftarkanJenis(PENANGANAN_JENIS)
  daftarkanSumber(SUMBER_ANGKA)
  return peta(bahan).flatMap(([awalan, rute]) => {
    induk.use(awalan, rute.router)
    return rute.daftar.map((r) => ({
      ...r,
      jalur: (awalan === '/' ? '' : awalan) + (r.jalur === '/' && awalan !== '/' ? '' : r.jalur),
    }))
  })
}
