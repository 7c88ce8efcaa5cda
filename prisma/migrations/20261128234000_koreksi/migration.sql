-- CreateEnum
CREATE TYPE "status_koreksi" AS ENUM ('DIAJUKAN', 'DISETUJUI', 'DITOLAK', 'DITARIK');

-- AlterTable
ALTER TABLE "kertas_kerja" ADD COLUMN     "aturan" JSONB;

-- CreateTable
CREATE TABLE "koreksi" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "siklus_id" UUID NOT NULL,
    "indikator_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "nama" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "kartu" JSONB NOT NULL,
    "lama" JSONB NOT NULL,
    "baru" JSONB NOT NULL,
    "teks_lama" TEXT NOT NULL,
    "teks_baru" TEXT NOT NULL,
    "alasan" TEXT NOT NULL,
    "sumber_angka" TEXT NOT NULL,
    "status" "status_koreksi" NOT NULL DEFAULT 'DIAJUKAN',
    "pengusul_id" UUID NOT NULL,
    "pengusul" TEXT NOT NULL,
    "jabatan_pengusul" TEXT NOT NULL,
    "diajukan_pada" TIMESTAMPTZ(3) NOT NULL,
    "pemutus_id" UUID,
    "pemutus" TEXT NOT NULL DEFAULT '',
    "jabatan_pemutus" TEXT NOT NULL DEFAULT '',
    "diputus_pada" TIMESTAMPTZ(3),
    "alasan_putusan" TEXT NOT NULL DEFAULT '',
    "versi" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "koreksi_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rekap_koreksi" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "siklus_id" UUID NOT NULL,
    "koreksi_id" UUID NOT NULL,
    "nomor_versi" INTEGER NOT NULL,
    "isi" JSONB NOT NULL,
    "sha256" TEXT NOT NULL,
    "catatan" TEXT NOT NULL,
    "dibuat_pada" TIMESTAMPTZ(3) NOT NULL,
    "dibuat_oleh" TEXT NOT NULL,
    "jabatan_pembuat" TEXT NOT NULL,

    CONSTRAINT "rekap_koreksi_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "koreksi_kecamatan_id_siklus_id_indikator_id_idx" ON "koreksi"("kecamatan_id", "siklus_id", "indikator_id");

-- CreateIndex
CREATE INDEX "koreksi_indikator_id_idx" ON "koreksi"("indikator_id");

-- CreateIndex
CREATE INDEX "rekap_koreksi_kecamatan_id_idx" ON "rekap_koreksi"("kecamatan_id");

-- CreateIndex
CREATE UNIQUE INDEX "rekap_koreksi_siklus_id_nomor_versi_key" ON "rekap_koreksi"("siklus_id", "nomor_versi");

-- ---------------------------------------------------------------------------------------------------------------
-- From here on by hand: what the Prisma schema cannot say. No trigger refuses writes of a sealed siklus here: its archive
-- stays as it is, a koreksi and the version it makes stand beside it.

-- One proposal at a time per figure; every koreksi has its reason and its source.
CREATE UNIQUE INDEX "koreksi_satu_diajukan" ON "koreksi" ("siklus_id", "indikator_id") WHERE "status" = 'DIAJUKAN';
ALTER TABLE "koreksi" ADD CONSTRAINT "koreksi_alasan" CHECK (length("alasan") > 0 AND length("sumber_angka") > 0);
-- Nobody decides on what that person proposed.
ALTER TABLE "koreksi" ADD CONSTRAINT "koreksi_pemutus"
  CHECK ("status" IN ('DIAJUKAN', 'DITARIK') OR ("pemutus_id" IS NOT NULL AND "pemutus_id" <> "pengusul_id"));

-- What was decided stays; a koreksi is never deleted.
CREATE FUNCTION "tolak_koreksi_diputus"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.status <> 'DIAJUKAN' THEN
    RAISE EXCEPTION 'koreksi sudah diputuskan' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "koreksi_diputus" BEFORE UPDATE OR DELETE ON "koreksi" FOR EACH ROW EXECUTE FUNCTION "tolak_koreksi_diputus"();

ALTER TABLE "koreksi" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "per_kecamatan" ON "koreksi" USING (kecamatan_id = nullif(current_setting('takar.kecamatan', true), '')::uuid);
ALTER TABLE "rekap_koreksi" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "per_kecamatan" ON "rekap_koreksi" USING (kecamatan_id = nullif(current_setting('takar.kecamatan', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON "koreksi" TO takar_aplikasi;
GRANT SELECT, INSERT ON "rekap_koreksi" TO takar_aplikasi;
