-- Renstra, nomenclature and budget written by the office: periods, ends, versions of budget documents, months, links.
-- CreateEnum
CREATE TYPE "jenis_target" AS ENUM ('AWAL', 'TARGET', 'AKHIR');

-- CreateEnum
CREATE TYPE "tingkat_nomenklatur" AS ENUM ('PROGRAM', 'KEGIATAN', 'SUB_KEGIATAN');

-- DropIndex
DROP INDEX "anggaran_kecamatan_id_sub_kegiatan_id_tahun_jenis_key";

-- DropIndex
DROP INDEX "target_renstra_kecamatan_id_indikator_id_tahun_key";

-- AlterTable
ALTER TABLE "renstra" ADD COLUMN     "nomor" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "tanggal" DATE,
ADD COLUMN     "versi" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "tujuan" ADD COLUMN     "alasan_akhir" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "alasan_ubah" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "sampai_tahun" INTEGER,
ADD COLUMN     "versi" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "sasaran" ADD COLUMN     "alasan_akhir" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "alasan_ubah" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "sampai_tahun" INTEGER,
ADD COLUMN     "versi" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "program" ADD COLUMN     "alasan_akhir" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "alasan_ubah" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "sampai_tahun" INTEGER,
ADD COLUMN     "versi" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "kegiatan" ADD COLUMN     "alasan_akhir" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "alasan_ubah" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "sampai_tahun" INTEGER,
ADD COLUMN     "versi" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "sub_kegiatan" ADD COLUMN     "alasan_akhir" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "alasan_ubah" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "keluaran" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "sampai_tahun" INTEGER,
ADD COLUMN     "satuan" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "versi" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "anggaran" ADD COLUMN     "dokumen_id" UUID;

-- AlterTable
ALTER TABLE "target_renstra" ADD COLUMN     "jenis" "jenis_target" NOT NULL DEFAULT 'TARGET';

-- CreateTable
CREATE TABLE "dukungan_program" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "program_id" UUID NOT NULL,
    "sasaran_id" UUID NOT NULL,

    CONSTRAINT "dukungan_program_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dokumen_anggaran" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "tahun" INTEGER NOT NULL,
    "jenis" "jenis_anggaran" NOT NULL,
    "nomor" TEXT NOT NULL DEFAULT '',
    "tanggal" DATE,
    "berlaku_sejak" DATE NOT NULL,
    "alasan_ubah" TEXT NOT NULL DEFAULT '',
    "versi" INTEGER NOT NULL DEFAULT 1,
    "diubah_pada" TIMESTAMPTZ(3),
    "diubah_oleh" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "dokumen_anggaran_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "realisasi_bulanan" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "sub_kegiatan_id" UUID NOT NULL,
    "tahun" INTEGER NOT NULL,
    "bulan" INTEGER NOT NULL,
    "nilai" DECIMAL(18,2) NOT NULL,
    "keterangan" TEXT NOT NULL DEFAULT '',
    "versi" INTEGER NOT NULL DEFAULT 1,
    "diubah_pada" TIMESTAMPTZ(3),
    "diubah_oleh" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "realisasi_bulanan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "kaitan_anggaran" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "indikator_id" UUID NOT NULL,
    "sub_kegiatan_id" UUID NOT NULL,

    CONSTRAINT "kaitan_anggaran_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "versi_nomenklatur" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "nama" TEXT NOT NULL,
    "sumber" TEXT NOT NULL DEFAULT '',
    "berlaku_tahun" INTEGER NOT NULL,
    "versi" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "versi_nomenklatur_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "nomenklatur" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "versi_id" UUID NOT NULL,
    "tingkat" "tingkat_nomenklatur" NOT NULL,
    "kode" TEXT NOT NULL,
    "nama" TEXT NOT NULL,
    "indikator" TEXT NOT NULL DEFAULT '',
    "satuan" TEXT NOT NULL DEFAULT '',
    "aktif" BOOLEAN NOT NULL DEFAULT true,
    "versi" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "nomenklatur_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "dukungan_program_kecamatan_id_program_id_sasaran_id_key" ON "dukungan_program"("kecamatan_id", "program_id", "sasaran_id");

-- CreateIndex
CREATE UNIQUE INDEX "dokumen_anggaran_kecamatan_id_tahun_jenis_berlaku_sejak_key" ON "dokumen_anggaran"("kecamatan_id", "tahun", "jenis", "berlaku_sejak");

-- CreateIndex
CREATE UNIQUE INDEX "realisasi_bulanan_kecamatan_id_sub_kegiatan_id_tahun_bulan_key" ON "realisasi_bulanan"("kecamatan_id", "sub_kegiatan_id", "tahun", "bulan");

-- CreateIndex
CREATE UNIQUE INDEX "kaitan_anggaran_kecamatan_id_indikator_id_sub_kegiatan_id_key" ON "kaitan_anggaran"("kecamatan_id", "indikator_id", "sub_kegiatan_id");

-- CreateIndex
CREATE UNIQUE INDEX "versi_nomenklatur_kecamatan_id_nama_key" ON "versi_nomenklatur"("kecamatan_id", "nama");

-- CreateIndex
CREATE UNIQUE INDEX "nomenklatur_kecamatan_id_versi_id_kode_key" ON "nomenklatur"("kecamatan_id", "versi_id", "kode");

-- CreateIndex
CREATE UNIQUE INDEX "anggaran_kecamatan_id_sub_kegiatan_id_tahun_jenis_berlaku_s_key" ON "anggaran"("kecamatan_id", "sub_kegiatan_id", "tahun", "jenis", "berlaku_sejak");

-- CreateIndex
CREATE UNIQUE INDEX "target_renstra_kecamatan_id_indikator_id_tahun_jenis_key" ON "target_renstra"("kecamatan_id", "indikator_id", "tahun", "jenis");

-- ---------------------------------------------------------------------------------------------------------------
-- From here on by hand: what the Prisma schema cannot say.

-- What stood before the first year of a Renstra was its baseline, unless another Renstra sets targets for that year.
UPDATE "target_renstra" t SET "jenis" = 'AWAL' WHERE NOT EXISTS (
  SELECT 1 FROM "renstra" r WHERE r.kecamatan_id = t.kecamatan_id AND t.tahun BETWEEN r.tahun_awal AND r.tahun_akhir)
  AND EXISTS (SELECT 1 FROM "renstra" r WHERE r.kecamatan_id = t.kecamatan_id AND t.tahun = r.tahun_awal - 1);
INSERT INTO "dokumen_anggaran" ("kecamatan_id", "tahun", "jenis", "berlaku_sejak")
  SELECT DISTINCT kecamatan_id, tahun, jenis, berlaku_sejak FROM "anggaran";
UPDATE "anggaran" a SET "dokumen_id" = d.id FROM "dokumen_anggaran" d
  WHERE d.kecamatan_id = a.kecamatan_id AND d.tahun = a.tahun AND d.jenis = a.jenis AND d.berlaku_sejak = a.berlaku_sejak;
INSERT INTO "dukungan_program" ("kecamatan_id", "program_id", "sasaran_id")
  SELECT kecamatan_id, id, sasaran_id FROM "program" WHERE sasaran_id IS NOT NULL;

ALTER TABLE "renstra" ADD CONSTRAINT "renstra_rentang" CHECK ("tahun_akhir" >= "tahun_awal");
ALTER TABLE "anggaran" ADD CONSTRAINT "anggaran_pagu" CHECK ("pagu" >= 0);
ALTER TABLE "realisasi_bulanan" ADD CONSTRAINT "realisasi_bulanan_bulan" CHECK ("bulan" BETWEEN 1 AND 12);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['tujuan', 'sasaran', 'program', 'kegiatan', 'sub_kegiatan'] LOOP
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I CHECK ("sampai_tahun" IS NULL OR "alasan_akhir" <> '''')', t, t || '_akhir');
  END LOOP;
  FOREACH t IN ARRAY ARRAY['dukungan_program', 'dokumen_anggaran', 'realisasi_bulanan', 'kaitan_anggaran', 'versi_nomenklatur', 'nomenklatur'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY "per_kecamatan" ON %I USING (kecamatan_id = nullif(current_setting(''takar.kecamatan'', true), '''')::uuid)', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO takar_aplikasi', t);
  END LOOP;
END $$;
REVOKE DELETE, TRUNCATE ON "renstra" FROM takar_aplikasi;

-- What was used is ended, never deleted, whatever path a deletion takes.
CREATE FUNCTION "tolak_hapus_terpakai"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE anak text;
BEGIN
  FOREACH anak IN ARRAY TG_ARGV LOOP
    IF (CASE anak
      WHEN 'sasaran' THEN EXISTS (SELECT 1 FROM "sasaran" x WHERE x.tujuan_id = OLD.id)
      WHEN 'program' THEN EXISTS (SELECT 1 FROM "program" x WHERE x.sasaran_id = OLD.id)
        OR EXISTS (SELECT 1 FROM "dukungan_program" x WHERE x.sasaran_id = OLD.id)
      WHEN 'kegiatan' THEN EXISTS (SELECT 1 FROM "kegiatan" x WHERE x.program_id = OLD.id)
      WHEN 'sub_kegiatan' THEN EXISTS (SELECT 1 FROM "sub_kegiatan" x WHERE x.kegiatan_id = OLD.id)
      WHEN 'indikator' THEN EXISTS (SELECT 1 FROM "indikator" x
        WHERE OLD.id IN (x.tujuan_id, x.sasaran_id, x.program_id, x.kegiatan_id, x.sub_kegiatan_id))
      WHEN 'uang' THEN EXISTS (SELECT 1 FROM "anggaran" x WHERE x.sub_kegiatan_id = OLD.id)
        OR EXISTS (SELECT 1 FROM "baris_anggaran" x WHERE x.sub_kegiatan_id = OLD.id)
        OR EXISTS (SELECT 1 FROM "realisasi_anggaran" x WHERE x.sub_kegiatan_id = OLD.id)
        OR EXISTS (SELECT 1 FROM "realisasi_bulanan" x WHERE x.sub_kegiatan_id = OLD.id)
    END) THEN
      RAISE EXCEPTION 'masih dipakai oleh %', anak USING ERRCODE = '42501';
    END IF;
  END LOOP;
  RETURN OLD;
END $$;
CREATE TRIGGER "tujuan_terpakai" BEFORE DELETE ON "tujuan" FOR EACH ROW EXECUTE FUNCTION "tolak_hapus_terpakai"('sasaran', 'indikator');
CREATE TRIGGER "sasaran_terpakai" BEFORE DELETE ON "sasaran" FOR EACH ROW EXECUTE FUNCTION "tolak_hapus_terpakai"('program', 'indikator');
CREATE TRIGGER "program_terpakai" BEFORE DELETE ON "program" FOR EACH ROW EXECUTE FUNCTION "tolak_hapus_terpakai"('kegiatan', 'indikator');
CREATE TRIGGER "kegiatan_terpakai" BEFORE DELETE ON "kegiatan" FOR EACH ROW EXECUTE FUNCTION "tolak_hapus_terpakai"('sub_kegiatan', 'indikator');
CREATE TRIGGER "sub_kegiatan_terpakai" BEFORE DELETE ON "sub_kegiatan" FOR EACH ROW EXECUTE FUNCTION "tolak_hapus_terpakai"('indikator', 'uang');
