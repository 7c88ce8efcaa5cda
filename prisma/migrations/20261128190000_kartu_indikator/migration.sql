-- The card of an indicator in full, its versions, proposals, and the rules of judging per year.
-- CreateEnum
CREATE TYPE "status_usulan_indikator" AS ENUM ('DIAJUKAN', 'DITERIMA', 'DITOLAK', 'DITARIK');

-- AlterEnum
ALTER TYPE "metode_indikator" ADD VALUE 'RUMUS';

-- DropIndex
DROP INDEX "indikator_kecamatan_id_kode_versi_key";

-- AlterTable
ALTER TABLE "indikator" ADD COLUMN     "alasan_nonaktif" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "alasan_versi" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "arah" TEXT NOT NULL DEFAULT 'MAKS',
ADD COLUMN     "aturan_nol" TEXT NOT NULL DEFAULT 'BAKU',
ADD COLUMN     "batas_capaian" TEXT,
ADD COLUMN     "berlaku_tahun" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "bobot" DECIMAL(9,4),
ADD COLUMN     "diubah_oleh" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "diubah_pada" TIMESTAMPTZ(3),
ADD COLUMN     "ekspresi" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "jabatan_pengubah" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "pembulatan" TEXT NOT NULL DEFAULT 'SETENGAH_NAIK',
ADD COLUMN     "perubahan" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "smart" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "standar" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "tujuan_id" UUID;

-- AlterTable
ALTER TABLE "skala_predikat" ADD COLUMN     "alasan" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "batas_rata_rata" TEXT NOT NULL DEFAULT '120',
ADD COLUMN     "bobot" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "diubah_oleh" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "diubah_pada" TIMESTAMPTZ(3),
ADD COLUMN     "organisasi" TEXT NOT NULL DEFAULT 'SASARAN',
ADD COLUMN     "versi" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "versi_indikator" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "indikator_id" UUID NOT NULL,
    "versi" INTEGER NOT NULL,
    "berlaku_tahun" INTEGER NOT NULL,
    "kartu" JSONB NOT NULL,
    "unit_id" UUID NOT NULL,
    "alasan" TEXT NOT NULL DEFAULT '',
    "dibuat_pada" TIMESTAMPTZ(3),
    "dibuat_oleh" TEXT NOT NULL DEFAULT '',
    "jabatan_pembuat" TEXT NOT NULL DEFAULT '',
    "diganti_pada" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "versi_indikator_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "usulan_indikator" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "indikator_id" UUID,
    "perubahan_asal" INTEGER,
    "unit_id" UUID NOT NULL,
    "isian" JSONB NOT NULL,
    "alasan" TEXT NOT NULL,
    "status" "status_usulan_indikator" NOT NULL DEFAULT 'DIAJUKAN',
    "diajukan_pada" TIMESTAMPTZ(3) NOT NULL,
    "pengusul_id" UUID NOT NULL,
    "pengusul" TEXT NOT NULL,
    "jabatan_pengusul" TEXT NOT NULL,
    "diputus_pada" TIMESTAMPTZ(3),
    "pemutus_id" UUID,
    "pemutus" TEXT NOT NULL DEFAULT '',
    "jabatan_pemutus" TEXT NOT NULL DEFAULT '',
    "alasan_putusan" TEXT NOT NULL DEFAULT '',
    "versi" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "usulan_indikator_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sebutan_indikator" (
    "kecamatan_id" UUID NOT NULL,
    "iku" TEXT NOT NULL DEFAULT 'IKU',
    "panjang_iku" TEXT NOT NULL DEFAULT 'Indikator Kinerja Utama',
    "ikk" TEXT NOT NULL DEFAULT 'IKK',
    "panjang_ikk" TEXT NOT NULL DEFAULT 'Indikator Kinerja Kunci',
    "versi" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "sebutan_indikator_pkey" PRIMARY KEY ("kecamatan_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "versi_indikator_kecamatan_id_indikator_id_versi_key" ON "versi_indikator"("kecamatan_id", "indikator_id", "versi");

-- CreateIndex
CREATE INDEX "usulan_indikator_kecamatan_id_status_idx" ON "usulan_indikator"("kecamatan_id", "status");

-- CreateIndex
CREATE UNIQUE INDEX "indikator_kecamatan_id_kode_key" ON "indikator"("kecamatan_id", "kode");

-- ---------------------------------------------------------------------------------------------------------------
-- From here on by hand: what the Prisma schema cannot say.

UPDATE "indikator" SET "alasan_nonaktif" = 'Dinonaktifkan sebelum alasannya dicatat' WHERE NOT "aktif";
ALTER TABLE "indikator"
  ADD CONSTRAINT "indikator_pembulatan" CHECK ("pembulatan" IN ('SETENGAH_NAIK', 'POTONG')),
  ADD CONSTRAINT "indikator_arah" CHECK ("arah" IN ('MAKS', 'MIN')),
  ADD CONSTRAINT "indikator_aturan_nol" CHECK ("aturan_nol" IN ('BAKU', 'SERATUS', 'TIDAK_DIHITUNG')),
  ADD CONSTRAINT "indikator_batas_capaian" CHECK ("batas_capaian" IN ('TANPA', '100', '110', '120', '150')),
  ADD CONSTRAINT "indikator_bobot" CHECK ("bobot" > 0),
  ADD CONSTRAINT "indikator_desimal" CHECK ("desimal" BETWEEN 0 AND 6),
  ADD CONSTRAINT "indikator_nonaktif" CHECK ("aktif" OR "alasan_nonaktif" <> '');
ALTER TABLE "skala_predikat"
  ADD CONSTRAINT "skala_predikat_batas" CHECK ("batas_rata_rata" IN ('TANPA', '100', '110', '120', '150')),
  ADD CONSTRAINT "skala_predikat_organisasi" CHECK ("organisasi" IN ('SASARAN', 'TUJUAN'));

-- A replaced version of a card is read, never changed: old forms and measurements stand on it.
CREATE FUNCTION "versi_indikator_tetap"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'versi lama kartu indikator tidak dapat diubah atau dihapus' USING ERRCODE = '42501';
END $$;
CREATE TRIGGER "versi_indikator_tetap" BEFORE UPDATE OR DELETE ON "versi_indikator"
  FOR EACH ROW EXECUTE FUNCTION "versi_indikator_tetap"();

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['versi_indikator', 'usulan_indikator', 'sebutan_indikator'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY "per_kecamatan" ON %I USING (kecamatan_id = nullif(current_setting(''takar.kecamatan'', true), '''')::uuid)', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO takar_aplikasi', t);
  END LOOP;
END $$;
REVOKE UPDATE, DELETE, TRUNCATE ON "versi_indikator" FROM takar_aplikasi;
REVOKE DELETE, TRUNCATE ON "usulan_indikator", "indikator" FROM takar_aplikasi;
