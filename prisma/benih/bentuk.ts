import { z } from 'zod'
import { PERAN } from '../../src/inti/pelaku.ts'
import { skemaTanggal } from '../../src/inti/waktu/index.ts'
import { METODE } from '../../src/modul/pengukuran/index.ts'

const kode = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.-]*$/)
const teks = z.string().min(1)
/** plain decimal in text, so that no figure passes through a floating point number */
const angka = z.string().regex(/^-?\d+(\.\d+)?$/)
const tahun = z.coerce.number().int().min(2000).max(2100)
const perTahun = <S extends z.ZodType>(isi: S) => z.record(z.string().regex(/^20\d\d$/), isi)

/** organisasi.yaml: kecamatan, units, posts, people with their account, Tim SAKIP, the SOPs in use. */
export const skemaOrganisasi = z.strictObject({
  kecamatan: z.strictObject({
    kode,
    nama: teks,
    kabupaten: teks,
    tempat: teks,
    alamat: teks,
    telepon: teks,
    surel: teks,
    zonaWaktu: teks,
    kodeSurat: teks,
  }),
  unit: z.array(
    z.strictObject({
      kode,
      nama: teks,
      jenis: z.enum(['KECAMATAN', 'SEKRETARIAT', 'SUBBAG', 'SEKSI', 'KELURAHAN', 'DESA']),
      induk: kode.nullable(),
    }),
  ),
  /** a post with peran KASI or DESA heads its unit */
  jabatan: z.array(z.strictObject({ kode, nama: teks, peran: z.enum(PERAN), unit: kode.nullable() })),
  penugasan: z.strictObject({
    jenis: z.enum(['DEFINITIF', 'PLT', 'PLH', 'PJ']),
    mulai: skemaTanggal,
    tanggalSk: skemaTanggal,
    /** `{urut}` becomes the number of the person in the list */
    nomorSk: teks,
  }),
  pegawai: z.array(
    z.strictObject({
      akun: kode,
      nama: teks,
      nip: z.string().length(18).nullable(),
      jenisNip: z.enum(['PNS', 'PPPK', 'NON_ASN']).default('PNS'),
      pangkat: teks.nullable(),
      golongan: teks.nullable(),
      jabatan: kode,
      jenisPenugasan: z.enum(['DEFINITIF', 'PLT', 'PLH', 'PJ']).optional(),
    }),
  ),
  /** absent where the office has no such team */
  timSakip: z
    .strictObject({
      nomorSk: teks,
      tanggalSk: skemaTanggal,
      mulai: skemaTanggal,
      selesai: skemaTanggal.nullable(),
      anggota: z.array(z.strictObject({ akun: kode, kedudukan: teks })),
    })
    .optional(),
  /** files of prisma/benih/sop; `berlakuSejak` for an SOP that carries no date itself */
  sop: z.array(z.union([kode, z.strictObject({ berkas: kode, berlakuSejak: skemaTanggal })])),
})

const skemaSubKegiatan = z.strictObject({
  kode,
  /** "Kelurahan Payaman": the same sub kegiatan may stand once per kelurahan */
  kelurahan: teks.default(''),
  nama: teks,
  unit: kode,
  keluaran: z.strictObject({ indikator: teks, satuan: teks }),
  pagu: perTahun(angka),
  /** what the Renstra means to spend */
  paguIndikatif: perTahun(angka).default({}),
  realisasi: z.strictObject({ tahun2025: angka, triwulan1Tahun2026: angka }),
})

/** renstra.yaml: tujuan, sasaran, programs down to sub kegiatan with their budget. */
export const skemaRenstra = z.strictObject({
  renstra: z.strictObject({
    nama: teks,
    tahunAwal: tahun,
    tahunAkhir: tahun,
    tujuan: z.array(z.strictObject({ kode, uraian: teks, sasaran: z.array(z.strictObject({ kode, uraian: teks })) })),
  }),
  program: z.array(
    z.strictObject({
      kode,
      nama: teks,
      sasaran: kode,
      kegiatan: z.array(z.strictObject({ kode, nama: teks, subKegiatan: z.array(skemaSubKegiatan) })),
    }),
  ),
})

const skemaRiwayat = z.strictObject({
  tahun,
  /** 0: the whole year */
  triwulan: z.number().int().min(0).max(4).default(0),
  target: teks,
  /** null: it was filled in and cannot be computed (denominator 0) */
  nilai: angka.nullable().optional(),
  kategori: teks.optional(),
  variabel: z.record(z.string(), angka).default({}),
})

/** indikator*.yaml: the indicator cards with five-year targets and realised values. */
export const skemaIndikator = z.strictObject({
  indikator: z.array(
    z.strictObject({
      kode,
      jenis: z.enum(['IKU', 'IKK']),
      nama: teks,
      satuan: teks,
      tingkat: z.enum(['TUJUAN', 'SASARAN', 'PROGRAM', 'KEGIATAN', 'SUB_KEGIATAN']),
      /** code of the tujuan, sasaran, program, kegiatan or sub kegiatan it measures */
      acuan: kode,
      /** for an indicator of a sub kegiatan that stands once per kelurahan */
      kelurahan: teks.default(''),
      /** for an indicator of a tujuan: the sasaran under which it is reported */
      sasaran: kode.optional(),
      unit: kode,
      frekuensi: z.enum(['BULANAN', 'TRIWULANAN', 'SEMESTERAN', 'TAHUNAN']),
      polaritas: z.enum(['MAKS', 'MIN', 'TEPAT', 'RENTANG', 'KATEGORI']),
      agregasi: z.enum(['KUMULATIF', 'POSISI_AKHIR', 'RATA_RATA', 'TERBAIK', 'TERBURUK']),
      desimal: z.number().int().min(0).max(6),
      metode: z.enum(METODE),
      /** metode RUMUS: over the codes of the variables */
      ekspresi: teks.optional(),
      rumus: teks,
      variabel: z.array(z.strictObject({ kode: z.string().regex(/^[a-z][a-z0-9_]*$/), nama: teks, satuan: teks })),
      kategori: z.array(z.strictObject({ kode: teks, nama: teks, skor: z.number().int() })).default([]),
      sumberData: teks,
      definisi: teks,
      buktiWajib: z.boolean(),
      aturanBukti: teks,
      asal: teks,
      standar: z.strictObject({ nilai: angka, sumber: teks, tahun: z.string().regex(/^\d{4}$/) }).optional(),
      smart: z
        .array(
          z.strictObject({
            kode: z.enum(['S', 'M', 'A', 'R', 'T']),
            jawaban: z.enum(['YA', 'TIDAK']),
            catatan: z.string(),
          }),
        )
        .default([]),
      targetRenstra: perTahun(teks.nullable()),
      riwayat: z.array(skemaRiwayat),
    }),
  ),
})

/** perjanjian-kinerja.yaml: the PK of one year per post. */
export const skemaPerjanjian = z.strictObject({
  tahun,
  jenis: z.enum(['AWAL', 'PERUBAHAN']),
  tanggal: skemaTanggal,
  berlakuSejak: skemaTanggal,
  sumberDana: teks,
  perjanjian: z.array(
    z.strictObject({
      jabatan: kode,
      nomor: teks,
      target: z.array(
        z.strictObject({
          indikator: kode,
          target: angka.optional(),
          targetTeks: teks.optional(),
          caraTarget: z.enum(['PER_TRIWULAN', 'BERJALAN']),
          triwulan: z.tuple([angka.nullable(), angka.nullable(), angka.nullable(), angka.nullable()]),
        }),
      ),
      anggaran: z.array(z.strictObject({ kode, kelurahan: teks.default(''), jumlah: angka })),
    }),
  ),
})

/** kalender-<tahun>.yaml */
export const skemaKalender = z.strictObject({
  tahun,
  status: z.enum(['RESMI', 'PERKIRAAN']),
  sumber: teks,
  liburNasional: z.array(z.strictObject({ tanggal: skemaTanggal, nama: teks })),
  cutiBersama: z.array(z.strictObject({ tanggal: skemaTanggal, nama: teks })),
})

/** skala-predikat.yaml */
export const skemaSkala = z.strictObject({
  nama: teks,
  sumber: teks,
  tahun: z.array(tahun),
  kelas: z.array(z.strictObject({ nama: teks, batasBawah: angka.nullable(), warna: teks })),
})

/** susunan-kecamatan.yaml: units with their posts that most kecamatan have */
export const skemaSusunan = z.strictObject({
  susunan: z.array(
    z.strictObject({
      kode,
      unit: z.strictObject({ nama: teks, jenis: z.enum(['SEKRETARIAT', 'SUBBAG', 'SEKSI']), induk: kode }),
      jabatan: z.array(z.strictObject({ kode, nama: teks, peran: z.enum(PERAN), kepalaUnit: z.boolean() })),
      /** cannot be left out */
      wajib: z.boolean().default(false),
    }),
  ),
})

export type BerkasSusunan = z.output<typeof skemaSusunan>
export type BerkasOrganisasi = z.output<typeof skemaOrganisasi>
export type BerkasRenstra = z.output<typeof skemaRenstra>
export type BerkasIndikator = z.output<typeof skemaIndikator>
export type BerkasPerjanjian = z.output<typeof skemaPerjanjian>
export type BerkasKalender = z.output<typeof skemaKalender>
export type BerkasSkala = z.output<typeof skemaSkala>
export type Indikator = BerkasIndikator['indikator'][number]
