-- CreateEnum
CREATE TYPE "status_impor" AS ENUM ('PRATINJAU', 'DITERAPKAN', 'DIBATALKAN', 'DIBUANG');

-- CreateEnum
CREATE TYPE "status_baris_impor" AS ENUM ('BARU', 'BERUBAH', 'SAMA', 'DITOLAK');

-- CreateTable
CREATE TABLE "impor" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "jenis" TEXT NOT NULL,
    "tahun" INTEGER NOT NULL,
    "nama_berkas" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "status" "status_impor" NOT NULL DEFAULT 'PRATINJAU',
    "susunan" JSONB NOT NULL,
    "catatan" TEXT[],
    "diunggah_pada" TIMESTAMPTZ(3) NOT NULL,
    "diunggah_oleh" TEXT NOT NULL,
    "pengunggah_id" UUID NOT NULL,
    "diterapkan_pada" TIMESTAMPTZ(3),
    "diterapkan_oleh" TEXT NOT NULL DEFAULT '',
    "dibatalkan_pada" TIMESTAMPTZ(3),
    "dibatalkan_oleh" TEXT NOT NULL DEFAULT '',
    "alasan_batal" TEXT NOT NULL DEFAULT '',
    "versi" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "impor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "baris_impor" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "impor_id" UUID NOT NULL,
    "urut" INTEGER NOT NULL,
    "lembar" TEXT NOT NULL,
    "nomor" INTEGER NOT NULL,
    "status" "status_baris_impor" NOT NULL,
    "lama" JSONB,
    "baru" JSONB NOT NULL,
    "salah" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "baris_impor_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "impor_kecamatan_id_jenis_idx" ON "impor"("kecamatan_id", "jenis");

-- CreateIndex
CREATE INDEX "baris_impor_kecamatan_id_impor_id_idx" ON "baris_impor"("kecamatan_id", "impor_id");

-- ---------------------------------------------------------------------------------------------------------------
-- From here on by hand.

-- What was applied stays as it was: its rows are the way back and the proof of what was written.
CREATE FUNCTION "tolak_impor_diterapkan"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'impor' THEN
    IF OLD.status = 'DIBATALKAN' OR (OLD.status = 'DITERAPKAN' AND (TG_OP = 'DELETE' OR NEW.status <> 'DIBATALKAN')) THEN
      RAISE EXCEPTION 'impor sudah diterapkan' USING ERRCODE = '42501';
    END IF;
  ELSIF EXISTS (SELECT 1 FROM "impor" i WHERE i.id = (CASE WHEN TG_OP = 'INSERT' THEN NEW.impor_id ELSE OLD.impor_id END)
      AND i.status IN ('DITERAPKAN', 'DIBATALKAN')) THEN
    RAISE EXCEPTION 'impor sudah diterapkan' USING ERRCODE = '42501';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER "impor_diterapkan" BEFORE UPDATE OR DELETE ON "impor" FOR EACH ROW EXECUTE FUNCTION "tolak_impor_diterapkan"();
CREATE TRIGGER "baris_impor_diterapkan" BEFORE INSERT OR UPDATE OR DELETE ON "baris_impor" FOR EACH ROW EXECUTE FUNCTION "tolak_impor_diterapkan"();

ALTER TABLE "impor" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "per_kecamatan" ON "impor" USING (kecamatan_id = nullif(current_setting('takar.kecamatan', true), '')::uuid);
ALTER TABLE "baris_impor" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "per_kecamatan" ON "baris_impor" USING (kecamatan_id = nullif(current_setting('takar.kecamatan', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "impor", "baris_impor" TO takar_aplikasi;
