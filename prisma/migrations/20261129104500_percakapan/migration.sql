-- CreateEnum
CREATE TYPE "tujuan_pertanyaan" AS ENUM ('UNIT', 'KEPALA', 'TIM');

-- CreateEnum
CREATE TYPE "status_pertanyaan" AS ENUM ('TERBUKA', 'DIJAWAB', 'SELESAI', 'DITARIK');

-- CreateTable
CREATE TABLE "pertanyaan" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "siklus_id" UUID NOT NULL,
    "formulir_id" UUID NOT NULL,
    "baris_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "nama" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "tujuan" "tujuan_pertanyaan" NOT NULL,
    "penanya_id" UUID NOT NULL,
    "status" "status_pertanyaan" NOT NULL DEFAULT 'TERBUKA',
    "dibuat_pada" TIMESTAMPTZ(3) NOT NULL,
    "berubah_pada" TIMESTAMPTZ(3) NOT NULL,
    "penutup" TEXT NOT NULL DEFAULT '',
    "jabatan_penutup" TEXT NOT NULL DEFAULT '',
    "ditutup_pada" TIMESTAMPTZ(3),
    "versi" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "pertanyaan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pesan_percakapan" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "siklus_id" UUID NOT NULL,
    "pertanyaan_id" UUID NOT NULL,
    "urut" INTEGER NOT NULL,
    "teks" TEXT NOT NULL,
    "penulis_id" UUID NOT NULL,
    "penulis" TEXT NOT NULL,
    "jabatan" TEXT NOT NULL,
    "ditulis_pada" TIMESTAMPTZ(3) NOT NULL,
    "ditarik_pada" TIMESTAMPTZ(3),

    CONSTRAINT "pesan_percakapan_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "pertanyaan_kecamatan_id_siklus_id_idx" ON "pertanyaan"("kecamatan_id", "siklus_id");

-- CreateIndex
CREATE INDEX "pertanyaan_baris_id_idx" ON "pertanyaan"("baris_id");

-- CreateIndex
CREATE INDEX "pesan_percakapan_kecamatan_id_penulis_id_ditulis_pada_idx" ON "pesan_percakapan"("kecamatan_id", "penulis_id", "ditulis_pada");

-- CreateIndex
CREATE UNIQUE INDEX "pesan_percakapan_pertanyaan_id_urut_key" ON "pesan_percakapan"("pertanyaan_id", "urut");

-- ---------------------------------------------------------------------------------------------------------------
-- From here on by hand: sealed with their siklus, seen by their kecamatan only, written by the
-- application. What was said is never changed or removed; a question that was closed stays closed.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['pertanyaan', 'pesan_percakapan'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION tolak_bila_diarsipkan()',
      t || '_diarsipkan', t);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY "per_kecamatan" ON %I USING (kecamatan_id = nullif(current_setting(''takar.kecamatan'', true), '''')::uuid)', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO takar_aplikasi', t);
  END LOOP;
END $$;

CREATE FUNCTION "tolak_pesan_berubah"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.ditarik_pada IS NOT NULL
      OR to_jsonb(NEW) - 'ditarik_pada' IS DISTINCT FROM to_jsonb(OLD) - 'ditarik_pada' THEN
    RAISE EXCEPTION 'pesan percakapan tidak berubah' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "pesan_percakapan_tetap" BEFORE UPDATE OR DELETE ON "pesan_percakapan"
  FOR EACH ROW EXECUTE FUNCTION "tolak_pesan_berubah"();

CREATE FUNCTION "tolak_pertanyaan_berubah"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE keadaan text[] := ARRAY['status', 'berubah_pada', 'penutup', 'jabatan_penutup', 'ditutup_pada', 'versi'];
BEGIN
  IF TG_OP = 'DELETE' OR OLD.status IN ('SELESAI', 'DITARIK') OR to_jsonb(NEW) - keadaan IS DISTINCT FROM to_jsonb(OLD) - keadaan THEN
    RAISE EXCEPTION 'pertanyaan tidak berubah' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "pertanyaan_tetap" BEFORE UPDATE OR DELETE ON "pertanyaan"
  FOR EACH ROW EXECUTE FUNCTION "tolak_pertanyaan_berubah"();
