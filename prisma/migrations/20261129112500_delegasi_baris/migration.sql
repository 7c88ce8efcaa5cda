-- AlterTable
ALTER TABLE "formulir" ADD COLUMN     "hanya_ditugasi" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "delegasi_baris" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "siklus_id" UUID NOT NULL,
    "formulir_id" UUID NOT NULL,
    "baris_id" UUID NOT NULL,
    "pegawai_id" UUID NOT NULL,
    "nama" TEXT NOT NULL,
    "tanggal" DATE,
    "catatan" TEXT NOT NULL DEFAULT '',
    "selesai_pada" TIMESTAMPTZ(3),
    "diberikan_pada" TIMESTAMPTZ(3) NOT NULL,
    "diberikan_oleh" TEXT NOT NULL,

    CONSTRAINT "delegasi_baris_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "delegasi_baris_kecamatan_id_formulir_id_idx" ON "delegasi_baris"("kecamatan_id", "formulir_id");

-- CreateIndex
CREATE UNIQUE INDEX "delegasi_baris_baris_id_key" ON "delegasi_baris"("baris_id");

-- ---------------------------------------------------------------------------------------------------------------
-- From here on by hand: sealed with its siklus, seen by its kecamatan only, written and taken back by the application.
CREATE TRIGGER "delegasi_baris_diarsipkan" BEFORE INSERT OR UPDATE OR DELETE ON "delegasi_baris"
  FOR EACH ROW EXECUTE FUNCTION tolak_bila_diarsipkan();
ALTER TABLE "delegasi_baris" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "per_kecamatan" ON "delegasi_baris" USING (kecamatan_id = nullif(current_setting('takar.kecamatan', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "delegasi_baris" TO takar_aplikasi;
