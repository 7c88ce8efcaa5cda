-- CreateEnum
CREATE TYPE "tujuan_catatan" AS ENUM ('UNIT', 'SEKCAM', 'TIM');

-- CreateEnum
CREATE TYPE "status_catatan" AS ENUM ('TERKIRIM', 'DIBACA', 'DIJAWAB', 'SELESAI', 'DITARIK');

-- CreateTable
CREATE TABLE "catatan_camat" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "siklus_id" UUID,
    "indikator_id" UUID,
    "unit_id" UUID,
    "tujuan" "tujuan_catatan" NOT NULL,
    "kepada" TEXT NOT NULL,
    "perihal" TEXT NOT NULL,
    "keadaan" TEXT NOT NULL,
    "teks" TEXT NOT NULL,
    "tenggat" DATE,
    "penulis_id" UUID NOT NULL,
    "penulis" TEXT NOT NULL,
    "jabatan" TEXT NOT NULL,
    "ditulis_pada" TIMESTAMPTZ(3) NOT NULL,
    "status" "status_catatan" NOT NULL DEFAULT 'TERKIRIM',
    "jawaban" TEXT NOT NULL DEFAULT '',
    "penanggap" TEXT NOT NULL DEFAULT '',
    "jabatan_penanggap" TEXT NOT NULL DEFAULT '',
    "ditanggapi_pada" TIMESTAMPTZ(3),
    "versi" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "catatan_camat_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "catatan_camat_kecamatan_id_status_idx" ON "catatan_camat"("kecamatan_id", "status");

-- CreateIndex
CREATE INDEX "catatan_camat_kecamatan_id_siklus_id_idx" ON "catatan_camat"("kecamatan_id", "siklus_id");

-- ---------------------------------------------------------------------------------------------------------------
-- From here on by hand: seen by their kecamatan only, written by the application. A note lives on after its siklus is
-- sealed, as a follow-up does. What the Camat wrote is never changed or removed; a closed note stays closed.
ALTER TABLE "catatan_camat" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "per_kecamatan" ON "catatan_camat" USING (kecamatan_id = nullif(current_setting('takar.kecamatan', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON "catatan_camat" TO takar_aplikasi;

CREATE FUNCTION "tolak_catatan_berubah"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE tanggapan text[] := ARRAY['status', 'jawaban', 'penanggap', 'jabatan_penanggap', 'ditanggapi_pada', 'versi'];
BEGIN
  IF TG_OP = 'DELETE' OR OLD.status IN ('SELESAI', 'DITARIK') OR to_jsonb(NEW) - tanggapan IS DISTINCT FROM to_jsonb(OLD) - tanggapan
      OR (OLD.jawaban <> '' AND NEW.jawaban <> OLD.jawaban) THEN
    RAISE EXCEPTION 'catatan Camat tidak berubah' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "catatan_camat_tetap" BEFORE UPDATE OR DELETE ON "catatan_camat"
  FOR EACH ROW EXECUTE FUNCTION "tolak_catatan_berubah"();
