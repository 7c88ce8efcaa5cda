-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "status_ceklis" AS ENUM ('BELUM', 'ADA', 'TIDAK_ADA');

-- CreateEnum
CREATE TYPE "asal_disposisi" AS ENUM ('SURAT', 'INISIATIF');

-- CreateEnum
CREATE TYPE "sifat_disposisi" AS ENUM ('SANGAT_SEGERA', 'SEGERA', 'RAHASIA', 'BIASA');

-- CreateEnum
CREATE TYPE "status_formulir" AS ENUM ('DISIAPKAN', 'DIBAGIKAN', 'DITERIMA', 'DISERAHKAN', 'DIKEMBALIKAN');

-- CreateEnum
CREATE TYPE "status_isian" AS ENUM ('KOSONG', 'TERISI', 'TIDAK_BERLAKU');

-- CreateEnum
CREATE TYPE "jenis_libur" AS ENUM ('LIBUR_NASIONAL', 'CUTI_BERSAMA', 'LIBUR_DAERAH');

-- CreateEnum
CREATE TYPE "status_libur" AS ENUM ('RESMI', 'PERKIRAAN');

-- CreateEnum
CREATE TYPE "jenis_unit" AS ENUM ('KECAMATAN', 'SEKRETARIAT', 'SUBBAG', 'SEKSI', 'KELURAHAN', 'DESA');

-- CreateEnum
CREATE TYPE "peran" AS ENUM ('CAMAT', 'SEKCAM', 'TIM_SAKIP', 'KASI', 'STAF', 'DESA', 'PENGAMAT', 'ADMIN');

-- CreateEnum
CREATE TYPE "jenis_nip" AS ENUM ('PNS', 'PPPK', 'NON_ASN');

-- CreateEnum
CREATE TYPE "jenis_penugasan" AS ENUM ('DEFINITIF', 'PLT', 'PLH', 'PJ');

-- CreateEnum
CREATE TYPE "jenis_anggaran" AS ENUM ('DPA', 'DPPA');

-- CreateEnum
CREATE TYPE "jenis_indikator" AS ENUM ('IKU', 'IKK');

-- CreateEnum
CREATE TYPE "polaritas" AS ENUM ('MAKS', 'MIN', 'TEPAT', 'RENTANG', 'KATEGORI');

-- CreateEnum
CREATE TYPE "agregasi_indikator" AS ENUM ('KUMULATIF', 'POSISI_AKHIR', 'RATA_RATA', 'TERBAIK', 'TERBURUK');

-- CreateEnum
CREATE TYPE "metode_indikator" AS ENUM ('TUNGGAL', 'PERSENTASE', 'JUMLAH', 'RATA_RATA', 'BERBOBOT', 'SELISIH', 'RASIO', 'KATEGORI');

-- CreateEnum
CREATE TYPE "frekuensi_indikator" AS ENUM ('BULANAN', 'TRIWULANAN', 'SEMESTERAN', 'TAHUNAN');

-- CreateEnum
CREATE TYPE "jenis_pk" AS ENUM ('AWAL', 'PERUBAHAN');

-- CreateEnum
CREATE TYPE "status_pk" AS ENUM ('DRAF', 'DIAJUKAN', 'DISETUJUI', 'BERLAKU');

-- CreateEnum
CREATE TYPE "cara_target" AS ENUM ('PER_TRIWULAN', 'BERJALAN');

-- CreateEnum
CREATE TYPE "kehadiran" AS ENUM ('BELUM', 'HADIR', 'IZIN', 'TIDAK_HADIR');

-- CreateEnum
CREATE TYPE "jenis_periode" AS ENUM ('BULAN', 'TRIWULAN', 'SEMESTER', 'TAHUN');

-- CreateEnum
CREATE TYPE "status_siklus" AS ENUM ('BERJALAN', 'SELESAI', 'DIBATALKAN');

-- CreateEnum
CREATE TYPE "status_langkah" AS ENUM ('BELUM', 'BERJALAN', 'SELESAI', 'DILEWATI');

-- CreateEnum
CREATE TYPE "tujuan_sop" AS ENUM ('PENGUMPULAN', 'PENGUKURAN');

-- CreateEnum
CREATE TYPE "status_versi_sop" AS ENUM ('DRAF', 'DIAJUKAN', 'DISAHKAN', 'BERLAKU', 'DICABUT');

-- CreateEnum
CREATE TYPE "keputusan_telaah" AS ENUM ('DISETUJUI', 'DIKEMBALIKAN');

-- CreateEnum
CREATE TYPE "status_tindak_lanjut" AS ENUM ('TERBUKA', 'SELESAI', 'BATAL');

-- CreateTable
CREATE TABLE "akun" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "pegawai_id" UUID NOT NULL,
    "nama_pengguna" TEXT NOT NULL,
    "sandi" TEXT NOT NULL,
    "wajib_ganti" BOOLEAN NOT NULL DEFAULT true,
    "sandi_berlaku_sampai" TIMESTAMPTZ(3),
    "aktif" BOOLEAN NOT NULL DEFAULT true,
    "masuk_terakhir" TIMESTAMPTZ(3),
    "sesi_berlaku_sejak" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "dibuat_pada" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "akun_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sesi" (
    "sid" TEXT NOT NULL,
    "sess" JSON NOT NULL,
    "expire" TIMESTAMP(6) NOT NULL,

    CONSTRAINT "sesi_pkey" PRIMARY KEY ("sid")
);

-- CreateTable
CREATE TABLE "batas_masuk" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "batas_masuk_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "kunci_permintaan" (
    "kunci" TEXT NOT NULL,
    "kecamatan_id" UUID NOT NULL,
    "akun_id" UUID NOT NULL,
    "dibuat_pada" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "kunci_permintaan_pkey" PRIMARY KEY ("kunci")
);

-- CreateTable
CREATE TABLE "arsip" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "siklus_id" UUID NOT NULL,
    "langkah_id" UUID NOT NULL,
    "nama" TEXT NOT NULL,
    "lokasi" TEXT NOT NULL,
    "ukuran" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "manifest" JSONB NOT NULL,
    "tempat_kertas" TEXT NOT NULL DEFAULT '',
    "disegel_pada" TIMESTAMPTZ(3) NOT NULL,
    "disegel_oleh" TEXT NOT NULL,
    "jabatan_penyegel" TEXT NOT NULL,

    CONSTRAINT "arsip_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "berkas" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "siklus_id" UUID,
    "unit_id" UUID,
    "nama" TEXT NOT NULL,
    "mime" TEXT NOT NULL,
    "ukuran" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "lokasi" TEXT NOT NULL,
    "diunggah_oleh" UUID NOT NULL,
    "nama_pengunggah" TEXT NOT NULL,
    "dibuat_pada" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "berkas_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lampiran_langkah" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "langkah_id" UUID NOT NULL,
    "berkas_id" UUID NOT NULL,
    "keterangan" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "lampiran_langkah_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dokumen_ceklis" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "siklus_id" UUID NOT NULL,
    "langkah_id" UUID NOT NULL,
    "urut" INTEGER NOT NULL,
    "nama" TEXT NOT NULL,
    "status" "status_ceklis" NOT NULL DEFAULT 'BELUM',
    "berkas_id" UUID,
    "tempat_kertas" TEXT NOT NULL DEFAULT '',
    "tautan" TEXT NOT NULL DEFAULT '',
    "keterangan" TEXT NOT NULL DEFAULT '',
    "versi" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "dokumen_ceklis_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "disposisi" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "siklus_id" UUID NOT NULL,
    "langkah_id" UUID NOT NULL,
    "asal" "asal_disposisi" NOT NULL,
    "surat_dari" TEXT NOT NULL DEFAULT '',
    "nomor_surat" TEXT NOT NULL DEFAULT '',
    "tanggal_surat" DATE,
    "diterima_tanggal" DATE,
    "nomor_agenda" TEXT NOT NULL DEFAULT '',
    "sifat" "sifat_disposisi" NOT NULL DEFAULT 'BIASA',
    "hal" TEXT NOT NULL,
    "diteruskan_kepada" UUID[],
    "instruksi" TEXT[],
    "catatan" TEXT NOT NULL DEFAULT '',
    "tenggat" DATE,
    "disiapkan_oleh" TEXT NOT NULL DEFAULT '',
    "diterbitkan_pada" TIMESTAMPTZ(3),
    "versi" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "disposisi_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "formulir" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "siklus_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "urut" INTEGER NOT NULL,
    "status" "status_formulir" NOT NULL DEFAULT 'DISIAPKAN',
    "putaran" INTEGER NOT NULL DEFAULT 1,
    "catatan" TEXT NOT NULL DEFAULT '',
    "dibagikan_pada" TIMESTAMPTZ(3),
    "dibagikan_oleh" TEXT NOT NULL DEFAULT '',
    "diterima_pada" TIMESTAMPTZ(3),
    "penerima_id" UUID,
    "penerima" TEXT NOT NULL DEFAULT '',
    "jabatan_penerima" TEXT NOT NULL DEFAULT '',
    "cara_terima" TEXT NOT NULL DEFAULT '',
    "diserahkan_pada" TIMESTAMPTZ(3),
    "penyerah_id" UUID,
    "penyerah" TEXT NOT NULL DEFAULT '',
    "jabatan_penyerah" TEXT NOT NULL DEFAULT '',
    "versi" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "formulir_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "baris_formulir" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "siklus_id" UUID NOT NULL,
    "formulir_id" UUID NOT NULL,
    "indikator_id" UUID NOT NULL,
    "target_pk_id" UUID,
    "urut" INTEGER NOT NULL,
    "kartu" JSONB NOT NULL,
    "target" JSONB NOT NULL,
    "jatuh_tempo" BOOLEAN NOT NULL DEFAULT true,
    "status" "status_isian" NOT NULL DEFAULT 'KOSONG',
    "variabel" JSONB NOT NULL DEFAULT '{}',
    "kategori" TEXT,
    "nilai" DECIMAL(24,6),
    "alasan_tidak_berlaku" TEXT NOT NULL DEFAULT '',
    "kendala" TEXT NOT NULL DEFAULT '',
    "faktor_pendorong" TEXT NOT NULL DEFAULT '',
    "tindak_lanjut" TEXT NOT NULL DEFAULT '',
    "keterangan" TEXT NOT NULL DEFAULT '',
    "terbuka" BOOLEAN NOT NULL DEFAULT true,
    "alasan_kembali" TEXT,
    "versi" INTEGER NOT NULL DEFAULT 1,
    "diubah_oleh" TEXT NOT NULL DEFAULT '',
    "diubah_oleh_id" UUID,
    "diubah_pada" TIMESTAMPTZ(3),

    CONSTRAINT "baris_formulir_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "baris_anggaran" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "siklus_id" UUID NOT NULL,
    "formulir_id" UUID NOT NULL,
    "sub_kegiatan_id" UUID NOT NULL,
    "urut" INTEGER NOT NULL,
    "kode" TEXT NOT NULL,
    "nama" TEXT NOT NULL,
    "pagu" DECIMAL(18,2) NOT NULL,
    "status" "status_isian" NOT NULL DEFAULT 'KOSONG',
    "realisasi" DECIMAL(18,2),
    "keterangan" TEXT NOT NULL DEFAULT '',
    "terbuka" BOOLEAN NOT NULL DEFAULT true,
    "alasan_kembali" TEXT,
    "versi" INTEGER NOT NULL DEFAULT 1,
    "diubah_oleh" TEXT NOT NULL DEFAULT '',
    "diubah_oleh_id" UUID,
    "diubah_pada" TIMESTAMPTZ(3),

    CONSTRAINT "baris_anggaran_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bukti" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "siklus_id" UUID NOT NULL,
    "baris_id" UUID NOT NULL,
    "berkas_id" UUID,
    "tautan" TEXT NOT NULL DEFAULT '',
    "tempat_kertas" TEXT NOT NULL DEFAULT '',
    "keterangan" TEXT NOT NULL DEFAULT '',
    "dibuat_oleh" TEXT NOT NULL DEFAULT '',
    "dibuat_pada" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "bukti_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "jejak" (
    "kecamatan_id" UUID NOT NULL,
    "urut" BIGINT NOT NULL,
    "waktu" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),
    "akun_id" UUID,
    "pegawai_id" UUID,
    "nama_pelaku" TEXT NOT NULL,
    "jabatan_pelaku" TEXT NOT NULL,
    "peristiwa" TEXT NOT NULL,
    "objek_jenis" TEXT NOT NULL,
    "objek_id" TEXT NOT NULL,
    "siklus_id" UUID,
    "rincian" JSONB NOT NULL,
    "hash_sebelum" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "jejak_pkey" PRIMARY KEY ("kecamatan_id","urut")
);

-- CreateTable
CREATE TABLE "hari_libur" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "tanggal" DATE NOT NULL,
    "nama" TEXT NOT NULL,
    "jenis" "jenis_libur" NOT NULL,
    "status" "status_libur" NOT NULL DEFAULT 'RESMI',
    "sumber" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "hari_libur_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "laporan" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "siklus_id" UUID NOT NULL,
    "langkah_id" UUID NOT NULL,
    "nomor" TEXT NOT NULL DEFAULT '',
    "tanggal" DATE,
    "ringkasan" TEXT NOT NULL DEFAULT '',
    "hambatan" TEXT NOT NULL DEFAULT '',
    "saran" TEXT NOT NULL DEFAULT '',
    "disampaikan_pada" TIMESTAMPTZ(3),
    "penyampai" TEXT NOT NULL DEFAULT '',
    "instruksi" TEXT[],
    "catatan_camat" TEXT NOT NULL DEFAULT '',
    "dijawab_pada" TIMESTAMPTZ(3),
    "penjawab" TEXT NOT NULL DEFAULT '',
    "versi" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "laporan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "kecamatan" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kode" TEXT NOT NULL,
    "nama" TEXT NOT NULL,
    "kabupaten" TEXT NOT NULL,
    "tempat" TEXT NOT NULL,
    "alamat" TEXT NOT NULL DEFAULT '',
    "telepon" TEXT NOT NULL DEFAULT '',
    "surel" TEXT NOT NULL DEFAULT '',
    "zona_waktu" TEXT NOT NULL DEFAULT 'Asia/Jakarta',
    "kode_surat" TEXT NOT NULL DEFAULT '000.8.6.3',
    "aktif" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "kecamatan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unit_kerja" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "kode" TEXT NOT NULL,
    "nama" TEXT NOT NULL,
    "jenis" "jenis_unit" NOT NULL,
    "induk_id" UUID,
    "urut" INTEGER NOT NULL,
    "aktif" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "unit_kerja_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "jabatan" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "kode" TEXT NOT NULL,
    "nama" TEXT NOT NULL,
    "peran" "peran" NOT NULL,
    "unit_id" UUID,
    "kepala_unit" BOOLEAN NOT NULL DEFAULT false,
    "urut" INTEGER NOT NULL DEFAULT 0,
    "aktif" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "jabatan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pegawai" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "nama" TEXT NOT NULL,
    "nip" TEXT,
    "jenis_nip" "jenis_nip" NOT NULL DEFAULT 'PNS',
    "pangkat" TEXT,
    "golongan" TEXT,
    "telepon" TEXT,
    "surel" TEXT,
    "aktif" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "pegawai_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "penugasan" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "pegawai_id" UUID NOT NULL,
    "jabatan_id" UUID NOT NULL,
    "jenis" "jenis_penugasan" NOT NULL DEFAULT 'DEFINITIF',
    "mulai" DATE NOT NULL,
    "selesai" DATE,
    "nomor_sk" TEXT NOT NULL DEFAULT '',
    "tanggal_sk" DATE,

    CONSTRAINT "penugasan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tim_sakip" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "nomor_sk" TEXT NOT NULL,
    "tanggal_sk" DATE NOT NULL,
    "mulai" DATE NOT NULL,
    "selesai" DATE,

    CONSTRAINT "tim_sakip_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "anggota_tim_sakip" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "tim_id" UUID NOT NULL,
    "pegawai_id" UUID NOT NULL,
    "kedudukan" TEXT NOT NULL,
    "mulai" DATE NOT NULL,
    "selesai" DATE,

    CONSTRAINT "anggota_tim_sakip_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "renstra" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "nama" TEXT NOT NULL,
    "tahun_awal" INTEGER NOT NULL,
    "tahun_akhir" INTEGER NOT NULL,

    CONSTRAINT "renstra_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tujuan" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "renstra_id" UUID NOT NULL,
    "urut" INTEGER NOT NULL,
    "uraian" TEXT NOT NULL,

    CONSTRAINT "tujuan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sasaran" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "tujuan_id" UUID NOT NULL,
    "urut" INTEGER NOT NULL,
    "uraian" TEXT NOT NULL,

    CONSTRAINT "sasaran_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "program" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "kode" TEXT NOT NULL,
    "nama" TEXT NOT NULL,
    "sasaran_id" UUID,

    CONSTRAINT "program_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "kegiatan" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "program_id" UUID NOT NULL,
    "kode" TEXT NOT NULL,
    "nama" TEXT NOT NULL,

    CONSTRAINT "kegiatan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sub_kegiatan" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "kegiatan_id" UUID NOT NULL,
    "kode" TEXT NOT NULL,
    "nama" TEXT NOT NULL,
    "kelurahan" TEXT NOT NULL DEFAULT '',
    "unit_id" UUID,

    CONSTRAINT "sub_kegiatan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "anggaran" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "sub_kegiatan_id" UUID NOT NULL,
    "tahun" INTEGER NOT NULL,
    "jenis" "jenis_anggaran" NOT NULL,
    "berlaku_sejak" DATE NOT NULL,
    "pagu" DECIMAL(18,2) NOT NULL,

    CONSTRAINT "anggaran_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "indikator" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "kode" TEXT NOT NULL,
    "versi" INTEGER NOT NULL DEFAULT 1,
    "jenis" "jenis_indikator" NOT NULL,
    "nama" TEXT NOT NULL,
    "satuan" TEXT NOT NULL,
    "definisi" TEXT NOT NULL DEFAULT '',
    "polaritas" "polaritas" NOT NULL DEFAULT 'MAKS',
    "varian_min" TEXT NOT NULL DEFAULT '2T-R',
    "agregasi" "agregasi_indikator" NOT NULL,
    "metode" "metode_indikator" NOT NULL,
    "variabel" JSONB NOT NULL,
    "kategori" JSONB NOT NULL DEFAULT '[]',
    "rumus" TEXT NOT NULL DEFAULT '',
    "desimal" INTEGER NOT NULL DEFAULT 2,
    "sumber_data" TEXT NOT NULL DEFAULT '',
    "unit_id" UUID NOT NULL,
    "frekuensi" "frekuensi_indikator" NOT NULL,
    "bukti_wajib" BOOLEAN NOT NULL DEFAULT true,
    "aturan_bukti" TEXT NOT NULL DEFAULT '',
    "asal" TEXT NOT NULL DEFAULT '',
    "sasaran_id" UUID,
    "program_id" UUID,
    "kegiatan_id" UUID,
    "sub_kegiatan_id" UUID,
    "urut" INTEGER NOT NULL DEFAULT 0,
    "aktif" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "indikator_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "target_renstra" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "indikator_id" UUID NOT NULL,
    "tahun" INTEGER NOT NULL,
    "nilai" DECIMAL(24,6),
    "teks" TEXT,

    CONSTRAINT "target_renstra_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "realisasi_indikator" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "indikator_id" UUID NOT NULL,
    "tahun" INTEGER NOT NULL,
    "triwulan" INTEGER NOT NULL DEFAULT 0,
    "target" DECIMAL(24,6),
    "nilai" DECIMAL(24,6),
    "kategori" TEXT,
    "variabel" JSONB NOT NULL DEFAULT '{}',
    "sumber" TEXT NOT NULL DEFAULT '',
    "siklus_id" UUID,

    CONSTRAINT "realisasi_indikator_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "realisasi_anggaran" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "sub_kegiatan_id" UUID NOT NULL,
    "tahun" INTEGER NOT NULL,
    "triwulan" INTEGER NOT NULL DEFAULT 0,
    "pagu" DECIMAL(18,2) NOT NULL,
    "nilai" DECIMAL(18,2) NOT NULL,
    "sumber" TEXT NOT NULL DEFAULT '',
    "siklus_id" UUID,

    CONSTRAINT "realisasi_anggaran_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "skala_predikat" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "tahun" INTEGER NOT NULL,
    "nama" TEXT NOT NULL,
    "sumber" TEXT NOT NULL,
    "kelas" JSONB NOT NULL,

    CONSTRAINT "skala_predikat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "perjanjian_kinerja" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "tahun" INTEGER NOT NULL,
    "jabatan_id" UUID NOT NULL,
    "pegawai_id" UUID NOT NULL,
    "jenis" "jenis_pk" NOT NULL DEFAULT 'AWAL',
    "status" "status_pk" NOT NULL DEFAULT 'BERLAKU',
    "nomor" TEXT NOT NULL DEFAULT '',
    "tanggal" DATE,
    "berlaku_sejak" DATE NOT NULL,
    "alasan" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "perjanjian_kinerja_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "target_pk" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "pk_id" UUID NOT NULL,
    "indikator_id" UUID NOT NULL,
    "urut" INTEGER NOT NULL,
    "target" DECIMAL(24,6),
    "target_atas" DECIMAL(24,6),
    "target_teks" TEXT,
    "cara_target" "cara_target" NOT NULL DEFAULT 'PER_TRIWULAN',
    "tw1" DECIMAL(24,6),
    "tw2" DECIMAL(24,6),
    "tw3" DECIMAL(24,6),
    "tw4" DECIMAL(24,6),

    CONSTRAINT "target_pk_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "anggaran_pk" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "pk_id" UUID NOT NULL,
    "kode" TEXT NOT NULL,
    "nama" TEXT NOT NULL,
    "jumlah" DECIMAL(18,2) NOT NULL,
    "keterangan" TEXT NOT NULL DEFAULT '',
    "urut" INTEGER NOT NULL,

    CONSTRAINT "anggaran_pk_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "kegiatan_program_kerja" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "siklus_id" UUID NOT NULL,
    "langkah_id" UUID NOT NULL,
    "urut" INTEGER NOT NULL,
    "uraian" TEXT NOT NULL,
    "penanggung_jawab" TEXT NOT NULL,
    "mulai" DATE NOT NULL,
    "selesai" DATE NOT NULL,
    "keluaran" TEXT NOT NULL DEFAULT '',
    "versi" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "kegiatan_program_kerja_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rapat" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "siklus_id" UUID NOT NULL,
    "langkah_id" UUID NOT NULL,
    "acara" TEXT NOT NULL,
    "tanggal" DATE,
    "waktu_mulai" TEXT NOT NULL DEFAULT '',
    "waktu_selesai" TEXT NOT NULL DEFAULT '',
    "tempat" TEXT NOT NULL DEFAULT '',
    "nomor_undangan" TEXT NOT NULL DEFAULT '',
    "tanggal_undangan" DATE,
    "pemimpin_id" UUID,
    "notulis_id" UUID,
    "agenda" TEXT NOT NULL DEFAULT '',
    "pembahasan" TEXT NOT NULL DEFAULT '',
    "versi" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "rapat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "peserta_rapat" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "rapat_id" UUID NOT NULL,
    "pegawai_id" UUID,
    "nama" TEXT NOT NULL,
    "jabatan" TEXT NOT NULL,
    "kehadiran" "kehadiran" NOT NULL DEFAULT 'BELUM',
    "urut" INTEGER NOT NULL,

    CONSTRAINT "peserta_rapat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "keputusan_rapat" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "rapat_id" UUID NOT NULL,
    "urut" INTEGER NOT NULL,
    "apa" TEXT NOT NULL,
    "siapa" TEXT NOT NULL,
    "pegawai_id" UUID,
    "kapan" DATE,

    CONSTRAINT "keputusan_rapat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rekap" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "siklus_id" UUID NOT NULL,
    "langkah_id" UUID NOT NULL,
    "nomor_versi" INTEGER NOT NULL,
    "isi" JSONB NOT NULL,
    "sha256" TEXT NOT NULL,
    "catatan" TEXT NOT NULL DEFAULT '',
    "dibekukan_pada" TIMESTAMPTZ(3) NOT NULL,
    "dibekukan_oleh" TEXT NOT NULL,
    "jabatan_pembeku" TEXT NOT NULL,

    CONSTRAINT "rekap_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "siklus" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "sop_id" UUID NOT NULL,
    "versi_sop_id" UUID NOT NULL,
    "jenis_periode" "jenis_periode" NOT NULL,
    "tahun" INTEGER NOT NULL,
    "nomor_periode" INTEGER NOT NULL,
    "mulai_periode" DATE NOT NULL,
    "akhir_periode" DATE NOT NULL,
    "status" "status_siklus" NOT NULL DEFAULT 'BERJALAN',
    "tenggat" DATE,
    "versi" INTEGER NOT NULL DEFAULT 1,
    "dimulai_pada" TIMESTAMPTZ(3) NOT NULL,
    "selesai_pada" TIMESTAMPTZ(3),
    "diarsipkan_pada" TIMESTAMPTZ(3),

    CONSTRAINT "siklus_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "peristiwa_siklus" (
    "siklus_id" UUID NOT NULL,
    "urut" INTEGER NOT NULL,
    "kecamatan_id" UUID NOT NULL,
    "jenis" TEXT NOT NULL,
    "isi" JSONB NOT NULL,
    "waktu" TIMESTAMPTZ(3) NOT NULL,
    "pegawai_id" UUID,
    "nama_pelaku" TEXT NOT NULL,
    "jabatan_pelaku" TEXT NOT NULL,

    CONSTRAINT "peristiwa_siklus_pkey" PRIMARY KEY ("siklus_id","urut")
);

-- CreateTable
CREATE TABLE "langkah_siklus" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "siklus_id" UUID NOT NULL,
    "kode" TEXT NOT NULL,
    "urut" INTEGER NOT NULL,
    "jenis" TEXT NOT NULL,
    "pelaksana" TEXT[],
    "pemegang" TEXT[],
    "status" "status_langkah" NOT NULL DEFAULT 'BELUM',
    "putaran" INTEGER NOT NULL DEFAULT 0,
    "dibuka_pada" TIMESTAMPTZ(3),
    "dimulai_pada" TIMESTAMPTZ(3),
    "diteruskan_pada" TIMESTAMPTZ(3),
    "selesai_pada" TIMESTAMPTZ(3),
    "selesai_oleh" TEXT,
    "menit_terpakai" INTEGER NOT NULL DEFAULT 0,
    "tenggat" DATE,
    "alasan_kembali" TEXT,

    CONSTRAINT "langkah_siklus_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bagian_langkah" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "siklus_id" UUID NOT NULL,
    "langkah_id" UUID NOT NULL,
    "kunci" TEXT NOT NULL,
    "unit_id" UUID,
    "pelaksana" TEXT,
    "status" "status_langkah" NOT NULL DEFAULT 'BERJALAN',
    "putaran" INTEGER NOT NULL DEFAULT 1,
    "dibuka_pada" TIMESTAMPTZ(3) NOT NULL,
    "selesai_pada" TIMESTAMPTZ(3),
    "alasan_kembali" TEXT,

    CONSTRAINT "bagian_langkah_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dokumen" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "siklus_id" UUID NOT NULL,
    "langkah_id" UUID NOT NULL,
    "jenis" TEXT NOT NULL,
    "judul" TEXT NOT NULL,
    "nomor" TEXT NOT NULL DEFAULT '',
    "putaran" INTEGER NOT NULL DEFAULT 1,
    "model" JSONB NOT NULL,
    "dibuat_pada" TIMESTAMPTZ(3) NOT NULL,
    "pindaian_id" UUID,

    CONSTRAINT "dokumen_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "nomor_surat" (
    "kecamatan_id" UUID NOT NULL,
    "jenis" TEXT NOT NULL,
    "tahun" INTEGER NOT NULL,
    "terakhir" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "nomor_surat_pkey" PRIMARY KEY ("kecamatan_id","jenis","tahun")
);

-- CreateTable
CREATE TABLE "sop" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "kode" TEXT NOT NULL,
    "nama" TEXT NOT NULL,
    "tujuan" "tujuan_sop" NOT NULL,

    CONSTRAINT "sop_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "versi_sop" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "sop_id" UUID NOT NULL,
    "nomor_versi" INTEGER NOT NULL,
    "status" "status_versi_sop" NOT NULL,
    "berlaku_sejak" DATE,
    "dicabut_sejak" DATE,
    "periode" TEXT[],
    "identitas" JSONB NOT NULL,
    "catatan" JSONB NOT NULL DEFAULT '[]',
    "definisi" JSONB NOT NULL,

    CONSTRAINT "versi_sop_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pelaksana_sop" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "versi_sop_id" UUID NOT NULL,
    "kode" TEXT NOT NULL,
    "nama" TEXT NOT NULL,
    "urut" INTEGER NOT NULL,
    "peran" TEXT[],
    "jabatan_kode" TEXT[],
    "unit_kode" TEXT[],

    CONSTRAINT "pelaksana_sop_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "langkah_sop" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "versi_sop_id" UUID NOT NULL,
    "urut" INTEGER NOT NULL,
    "kode" TEXT NOT NULL,
    "nomor" TEXT NOT NULL,
    "uraian" TEXT NOT NULL,
    "jenis" TEXT NOT NULL,
    "pelaksana" TEXT[],
    "kelengkapan" TEXT[],
    "waktu_baku" JSONB NOT NULL,
    "keluaran" TEXT,

    CONSTRAINT "langkah_sop_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "telaah" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "siklus_id" UUID NOT NULL,
    "langkah_id" UUID NOT NULL,
    "rekap_id" UUID,
    "putaran" INTEGER NOT NULL,
    "keputusan" "keputusan_telaah" NOT NULL,
    "cakupan" TEXT NOT NULL DEFAULT '',
    "rincian" JSONB NOT NULL DEFAULT '[]',
    "catatan" TEXT NOT NULL DEFAULT '',
    "waktu" TIMESTAMPTZ(3) NOT NULL,
    "pegawai_id" UUID NOT NULL,
    "nama" TEXT NOT NULL,
    "jabatan" TEXT NOT NULL,

    CONSTRAINT "telaah_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tindak_lanjut" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "siklus_id" UUID NOT NULL,
    "langkah_id" UUID NOT NULL,
    "sumber" TEXT NOT NULL,
    "uraian" TEXT NOT NULL,
    "penanggung_jawab" TEXT NOT NULL,
    "pegawai_id" UUID,
    "tenggat" DATE,
    "status" "status_tindak_lanjut" NOT NULL DEFAULT 'TERBUKA',
    "hasil" TEXT NOT NULL DEFAULT '',
    "ditutup_pada" TIMESTAMPTZ(3),
    "ditutup_oleh" TEXT NOT NULL DEFAULT '',
    "versi" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "tindak_lanjut_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tugas_langkah" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "siklus_id" UUID NOT NULL,
    "langkah_id" UUID NOT NULL,
    "catatan" TEXT NOT NULL DEFAULT '',
    "versi" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "tugas_langkah_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "akun_pegawai_id_key" ON "akun"("pegawai_id");

-- CreateIndex
CREATE UNIQUE INDEX "akun_nama_pengguna_key" ON "akun"("nama_pengguna");

-- CreateIndex
CREATE INDEX "akun_kecamatan_id_idx" ON "akun"("kecamatan_id");

-- CreateIndex
CREATE INDEX "sesi_expire_idx" ON "sesi"("expire");

-- CreateIndex
CREATE INDEX "kunci_permintaan_dibuat_pada_idx" ON "kunci_permintaan"("dibuat_pada");

-- CreateIndex
CREATE UNIQUE INDEX "arsip_siklus_id_key" ON "arsip"("siklus_id");

-- CreateIndex
CREATE INDEX "arsip_kecamatan_id_idx" ON "arsip"("kecamatan_id");

-- CreateIndex
CREATE INDEX "berkas_kecamatan_id_siklus_id_idx" ON "berkas"("kecamatan_id", "siklus_id");

-- CreateIndex
CREATE INDEX "lampiran_langkah_kecamatan_id_langkah_id_idx" ON "lampiran_langkah"("kecamatan_id", "langkah_id");

-- CreateIndex
CREATE INDEX "dokumen_ceklis_kecamatan_id_langkah_id_idx" ON "dokumen_ceklis"("kecamatan_id", "langkah_id");

-- CreateIndex
CREATE UNIQUE INDEX "disposisi_langkah_id_key" ON "disposisi"("langkah_id");

-- CreateIndex
CREATE INDEX "disposisi_kecamatan_id_siklus_id_idx" ON "disposisi"("kecamatan_id", "siklus_id");

-- CreateIndex
CREATE INDEX "formulir_kecamatan_id_unit_id_idx" ON "formulir"("kecamatan_id", "unit_id");

-- CreateIndex
CREATE UNIQUE INDEX "formulir_siklus_id_unit_id_key" ON "formulir"("siklus_id", "unit_id");

-- CreateIndex
CREATE INDEX "baris_formulir_kecamatan_id_siklus_id_idx" ON "baris_formulir"("kecamatan_id", "siklus_id");

-- CreateIndex
CREATE UNIQUE INDEX "baris_formulir_formulir_id_indikator_id_key" ON "baris_formulir"("formulir_id", "indikator_id");

-- CreateIndex
CREATE INDEX "baris_anggaran_kecamatan_id_siklus_id_idx" ON "baris_anggaran"("kecamatan_id", "siklus_id");

-- CreateIndex
CREATE UNIQUE INDEX "baris_anggaran_formulir_id_sub_kegiatan_id_key" ON "baris_anggaran"("formulir_id", "sub_kegiatan_id");

-- CreateIndex
CREATE INDEX "bukti_kecamatan_id_baris_id_idx" ON "bukti"("kecamatan_id", "baris_id");

-- CreateIndex
CREATE INDEX "jejak_kecamatan_id_siklus_id_idx" ON "jejak"("kecamatan_id", "siklus_id");

-- CreateIndex
CREATE INDEX "jejak_kecamatan_id_waktu_idx" ON "jejak"("kecamatan_id", "waktu");

-- CreateIndex
CREATE UNIQUE INDEX "hari_libur_kecamatan_id_tanggal_key" ON "hari_libur"("kecamatan_id", "tanggal");

-- CreateIndex
CREATE UNIQUE INDEX "laporan_langkah_id_key" ON "laporan"("langkah_id");

-- CreateIndex
CREATE INDEX "laporan_kecamatan_id_siklus_id_idx" ON "laporan"("kecamatan_id", "siklus_id");

-- CreateIndex
CREATE UNIQUE INDEX "kecamatan_kode_key" ON "kecamatan"("kode");

-- CreateIndex
CREATE UNIQUE INDEX "unit_kerja_kecamatan_id_kode_key" ON "unit_kerja"("kecamatan_id", "kode");

-- CreateIndex
CREATE UNIQUE INDEX "jabatan_kecamatan_id_kode_key" ON "jabatan"("kecamatan_id", "kode");

-- CreateIndex
CREATE INDEX "pegawai_kecamatan_id_idx" ON "pegawai"("kecamatan_id");

-- CreateIndex
CREATE UNIQUE INDEX "pegawai_nip_key" ON "pegawai"("nip");

-- CreateIndex
CREATE INDEX "penugasan_kecamatan_id_pegawai_id_idx" ON "penugasan"("kecamatan_id", "pegawai_id");

-- CreateIndex
CREATE INDEX "penugasan_kecamatan_id_jabatan_id_idx" ON "penugasan"("kecamatan_id", "jabatan_id");

-- CreateIndex
CREATE INDEX "tim_sakip_kecamatan_id_idx" ON "tim_sakip"("kecamatan_id");

-- CreateIndex
CREATE INDEX "anggota_tim_sakip_kecamatan_id_pegawai_id_idx" ON "anggota_tim_sakip"("kecamatan_id", "pegawai_id");

-- CreateIndex
CREATE INDEX "renstra_kecamatan_id_idx" ON "renstra"("kecamatan_id");

-- CreateIndex
CREATE INDEX "tujuan_kecamatan_id_idx" ON "tujuan"("kecamatan_id");

-- CreateIndex
CREATE INDEX "sasaran_kecamatan_id_idx" ON "sasaran"("kecamatan_id");

-- CreateIndex
CREATE UNIQUE INDEX "program_kecamatan_id_kode_key" ON "program"("kecamatan_id", "kode");

-- CreateIndex
CREATE UNIQUE INDEX "kegiatan_kecamatan_id_kode_key" ON "kegiatan"("kecamatan_id", "kode");

-- CreateIndex
CREATE UNIQUE INDEX "sub_kegiatan_kecamatan_id_kode_kelurahan_key" ON "sub_kegiatan"("kecamatan_id", "kode", "kelurahan");

-- CreateIndex
CREATE UNIQUE INDEX "anggaran_kecamatan_id_sub_kegiatan_id_tahun_jenis_key" ON "anggaran"("kecamatan_id", "sub_kegiatan_id", "tahun", "jenis");

-- CreateIndex
CREATE INDEX "indikator_kecamatan_id_unit_id_idx" ON "indikator"("kecamatan_id", "unit_id");

-- CreateIndex
CREATE UNIQUE INDEX "indikator_kecamatan_id_kode_versi_key" ON "indikator"("kecamatan_id", "kode", "versi");

-- CreateIndex
CREATE UNIQUE INDEX "target_renstra_kecamatan_id_indikator_id_tahun_key" ON "target_renstra"("kecamatan_id", "indikator_id", "tahun");

-- CreateIndex
CREATE UNIQUE INDEX "realisasi_indikator_kecamatan_id_indikator_id_tahun_triwula_key" ON "realisasi_indikator"("kecamatan_id", "indikator_id", "tahun", "triwulan");

-- CreateIndex
CREATE UNIQUE INDEX "realisasi_anggaran_kecamatan_id_sub_kegiatan_id_tahun_triwu_key" ON "realisasi_anggaran"("kecamatan_id", "sub_kegiatan_id", "tahun", "triwulan");

-- CreateIndex
CREATE UNIQUE INDEX "skala_predikat_kecamatan_id_tahun_key" ON "skala_predikat"("kecamatan_id", "tahun");

-- CreateIndex
CREATE INDEX "perjanjian_kinerja_kecamatan_id_tahun_idx" ON "perjanjian_kinerja"("kecamatan_id", "tahun");

-- CreateIndex
CREATE UNIQUE INDEX "target_pk_kecamatan_id_pk_id_indikator_id_key" ON "target_pk"("kecamatan_id", "pk_id", "indikator_id");

-- CreateIndex
CREATE INDEX "anggaran_pk_kecamatan_id_pk_id_idx" ON "anggaran_pk"("kecamatan_id", "pk_id");

-- CreateIndex
CREATE INDEX "kegiatan_program_kerja_kecamatan_id_langkah_id_idx" ON "kegiatan_program_kerja"("kecamatan_id", "langkah_id");

-- CreateIndex
CREATE UNIQUE INDEX "rapat_langkah_id_key" ON "rapat"("langkah_id");

-- CreateIndex
CREATE INDEX "rapat_kecamatan_id_siklus_id_idx" ON "rapat"("kecamatan_id", "siklus_id");

-- CreateIndex
CREATE INDEX "peserta_rapat_kecamatan_id_rapat_id_idx" ON "peserta_rapat"("kecamatan_id", "rapat_id");

-- CreateIndex
CREATE INDEX "keputusan_rapat_kecamatan_id_rapat_id_idx" ON "keputusan_rapat"("kecamatan_id", "rapat_id");

-- CreateIndex
CREATE INDEX "rekap_kecamatan_id_idx" ON "rekap"("kecamatan_id");

-- CreateIndex
CREATE UNIQUE INDEX "rekap_siklus_id_nomor_versi_key" ON "rekap"("siklus_id", "nomor_versi");

-- CreateIndex
CREATE INDEX "siklus_kecamatan_id_status_idx" ON "siklus"("kecamatan_id", "status");

-- CreateIndex
CREATE INDEX "peristiwa_siklus_kecamatan_id_siklus_id_idx" ON "peristiwa_siklus"("kecamatan_id", "siklus_id");

-- CreateIndex
CREATE INDEX "langkah_siklus_kecamatan_id_status_idx" ON "langkah_siklus"("kecamatan_id", "status");

-- CreateIndex
CREATE UNIQUE INDEX "langkah_siklus_siklus_id_kode_key" ON "langkah_siklus"("siklus_id", "kode");

-- CreateIndex
CREATE INDEX "bagian_langkah_kecamatan_id_unit_id_status_idx" ON "bagian_langkah"("kecamatan_id", "unit_id", "status");

-- CreateIndex
CREATE INDEX "bagian_langkah_siklus_id_idx" ON "bagian_langkah"("siklus_id");

-- CreateIndex
CREATE UNIQUE INDEX "bagian_langkah_langkah_id_kunci_key" ON "bagian_langkah"("langkah_id", "kunci");

-- CreateIndex
CREATE INDEX "dokumen_kecamatan_id_siklus_id_idx" ON "dokumen"("kecamatan_id", "siklus_id");

-- CreateIndex
CREATE UNIQUE INDEX "sop_kecamatan_id_kode_key" ON "sop"("kecamatan_id", "kode");

-- CreateIndex
CREATE UNIQUE INDEX "versi_sop_kecamatan_id_sop_id_nomor_versi_key" ON "versi_sop"("kecamatan_id", "sop_id", "nomor_versi");

-- CreateIndex
CREATE UNIQUE INDEX "pelaksana_sop_kecamatan_id_versi_sop_id_kode_key" ON "pelaksana_sop"("kecamatan_id", "versi_sop_id", "kode");

-- CreateIndex
CREATE UNIQUE INDEX "langkah_sop_kecamatan_id_versi_sop_id_kode_key" ON "langkah_sop"("kecamatan_id", "versi_sop_id", "kode");

-- CreateIndex
CREATE INDEX "telaah_kecamatan_id_siklus_id_idx" ON "telaah"("kecamatan_id", "siklus_id");

-- CreateIndex
CREATE INDEX "tindak_lanjut_kecamatan_id_status_idx" ON "tindak_lanjut"("kecamatan_id", "status");

-- CreateIndex
CREATE UNIQUE INDEX "tugas_langkah_langkah_id_key" ON "tugas_langkah"("langkah_id");

-- CreateIndex
CREATE INDEX "tugas_langkah_kecamatan_id_idx" ON "tugas_langkah"("kecamatan_id");

-- ---------------------------------------------------------------------------------------------------------------
-- From here on by hand: what the Prisma schema cannot say.

-- One running or finished siklus per SOP and period; a cancelled one may be repeated.
CREATE UNIQUE INDEX "siklus_satu_per_periode" ON "siklus" ("sop_id", "tahun", "jenis_periode", "nomor_periode")
  WHERE "status" <> 'DIBATALKAN';

-- One definite holder per post at a time is checked by the application (it names the overlap); an end before a start is not a period.
ALTER TABLE "penugasan" ADD CONSTRAINT "penugasan_rentang" CHECK ("selesai" IS NULL OR "selesai" >= "mulai");
ALTER TABLE "kegiatan_program_kerja" ADD CONSTRAINT "kegiatan_program_kerja_rentang" CHECK ("selesai" >= "mulai");
-- Blank, zero and not applicable are three different things.
ALTER TABLE "baris_formulir" ADD CONSTRAINT "baris_formulir_alasan"
  CHECK ("status" <> 'TIDAK_BERLAKU' OR length("alasan_tidak_berlaku") > 0);
ALTER TABLE "baris_anggaran" ADD CONSTRAINT "baris_anggaran_terisi" CHECK ("status" <> 'TERISI' OR "realisasi" IS NOT NULL);

-- Audit chain. The trigger numbers and links every event of a kecamatan; a lock on the head keeps the order.
CREATE TABLE "jejak_kepala" (
  "kecamatan_id" uuid NOT NULL,
  "urut" bigint NOT NULL,
  "hash" text NOT NULL,
  CONSTRAINT "jejak_kepala_pkey" PRIMARY KEY ("kecamatan_id")
);

-- The text whose SHA-256 is the hash of an event; anyone can recompute it from the exported columns.
CREATE FUNCTION "jejak_teks"(j "jejak") RETURNS text LANGUAGE sql STABLE AS $$
  SELECT concat_ws(E'\x1f', j.hash_sebelum, j.kecamatan_id::text, j.urut::text,
    to_char(j.waktu AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    coalesce(j.akun_id::text, ''), coalesce(j.pegawai_id::text, ''), j.nama_pelaku, j.jabatan_pelaku,
    j.peristiwa, j.objek_jenis, j.objek_id, coalesce(j.siklus_id::text, ''), j.rincian::text)
$$;

CREATE FUNCTION "jejak_rangkai"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE kepala "jejak_kepala";
BEGIN
  -- SECURITY DEFINER passes row-level security, so the tenant is checked here, for everyone
  IF NEW.kecamatan_id::text IS DISTINCT FROM current_setting('takar.kecamatan', true) THEN
    RAISE EXCEPTION 'jejak: kecamatan lain' USING ERRCODE = '42501';
  END IF;
  INSERT INTO "jejak_kepala" VALUES (NEW.kecamatan_id, 0, repeat('0', 64)) ON CONFLICT DO NOTHING;
  SELECT * INTO kepala FROM "jejak_kepala" WHERE kecamatan_id = NEW.kecamatan_id FOR UPDATE;
  NEW.urut := kepala.urut + 1;
  NEW.waktu := clock_timestamp();
  NEW.hash_sebelum := kepala.hash;
  NEW.hash := encode(sha256(convert_to(jejak_teks(NEW), 'UTF8')), 'hex');
  UPDATE "jejak_kepala" SET urut = NEW.urut, hash = NEW.hash WHERE kecamatan_id = NEW.kecamatan_id;
  RETURN NEW;
END $$;
CREATE TRIGGER "jejak_rangkai" BEFORE INSERT ON "jejak" FOR EACH ROW EXECUTE FUNCTION "jejak_rangkai"();

CREATE FUNCTION "jejak_tetap"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'jejak audit tidak dapat diubah atau dihapus' USING ERRCODE = '42501';
END $$;
CREATE TRIGGER "jejak_tetap" BEFORE UPDATE OR DELETE ON "jejak" FOR EACH ROW EXECUTE FUNCTION "jejak_tetap"();
CREATE TRIGGER "peristiwa_tetap" BEFORE UPDATE OR DELETE ON "peristiwa_siklus" FOR EACH ROW EXECUTE FUNCTION "jejak_tetap"();

-- An archive never changes: whatever path a change of a sealed siklus takes, the database refuses it.
CREATE FUNCTION "tolak_bila_diarsipkan"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE lama uuid; baru uuid;
BEGIN
  IF TG_OP <> 'INSERT' THEN lama := OLD.siklus_id; END IF;
  IF TG_OP <> 'DELETE' THEN baru := NEW.siklus_id; END IF;
  IF EXISTS (SELECT 1 FROM "siklus" s WHERE s.id IN (lama, baru) AND s.diarsipkan_pada IS NOT NULL) THEN
    RAISE EXCEPTION 'siklus sudah diarsipkan' USING ERRCODE = 'TK001';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE FUNCTION "tolak_siklus_diarsipkan"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.diarsipkan_pada IS NOT NULL THEN
    RAISE EXCEPTION 'siklus sudah diarsipkan' USING ERRCODE = 'TK001';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER "siklus_diarsipkan" BEFORE UPDATE OR DELETE ON "siklus" FOR EACH ROW EXECUTE FUNCTION "tolak_siklus_diarsipkan"();

DO $$
DECLARE t text;
BEGIN
  -- every table that belongs to a siklus, but not the audit trail (reading an archive is recorded too),
  -- and not the follow-ups, which live on after the archive is sealed
  FOR t IN SELECT table_name FROM information_schema.columns
    WHERE table_schema = 'public' AND column_name = 'siklus_id'
      AND table_name NOT IN ('jejak', 'tindak_lanjut', 'realisasi_indikator', 'realisasi_anggaran')
  LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION tolak_bila_diarsipkan()',
      t || '_diarsipkan', t);
  END LOOP;
  -- row-level security: the second lock behind the filter of every query
  FOR t IN SELECT table_name FROM information_schema.columns
    WHERE table_schema = 'public' AND column_name = 'kecamatan_id'
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY "per_kecamatan" ON %I USING (kecamatan_id = nullif(current_setting(''takar.kecamatan'', true), '''')::uuid)', t);
  END LOOP;
END $$;
ALTER TABLE "kecamatan" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "per_kecamatan" ON "kecamatan" USING (id = nullif(current_setting('takar.kecamatan', true), '')::uuid);

-- Sign-in happens before the kecamatan is known: this function, and nothing else, looks across.
CREATE FUNCTION "cari_akun_masuk"(nama text) RETURNS TABLE (
  id uuid, kecamatan_id uuid, sandi text, aktif boolean, wajib_ganti boolean, sandi_berlaku_sampai timestamptz
) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT a.id, a.kecamatan_id, a.sandi, a.aktif AND p.aktif AND k.aktif, a.wajib_ganti, a.sandi_berlaku_sampai
  FROM "akun" a JOIN "pegawai" p ON p.id = a.pegawai_id JOIN "kecamatan" k ON k.id = a.kecamatan_id
  WHERE a.nama_pengguna = lower($1) OR p.nip = regexp_replace($1, '[^0-9]', '', 'g')
  ORDER BY (a.nama_pengguna = lower($1)) DESC LIMIT 1
$$;
-- For health checks and the first start: how many kecamatan there are, nothing about them.
CREATE FUNCTION "jumlah_kecamatan"() RETURNS bigint LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT count(*) FROM "kecamatan"
$$;

REVOKE ALL ON FUNCTION "cari_akun_masuk"(text), "jumlah_kecamatan"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cari_akun_masuk"(text), "jumlah_kecamatan"() TO takar_aplikasi;
GRANT USAGE ON SCHEMA public TO takar_aplikasi;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO takar_aplikasi;
REVOKE UPDATE, DELETE, TRUNCATE ON "jejak", "peristiwa_siklus" FROM takar_aplikasi;
REVOKE INSERT, UPDATE, DELETE ON "jejak_kepala" FROM takar_aplikasi;
REVOKE INSERT, DELETE ON "kecamatan" FROM takar_aplikasi;
