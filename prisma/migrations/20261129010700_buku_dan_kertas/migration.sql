-- CreateEnum
CREATE TYPE "status_buku_formulir" AS ENUM ('PRATINJAU', 'DITERAPKAN', 'DIBATALKAN', 'DIBUANG');

-- AlterTable
ALTER TABLE "formulir" ADD COLUMN     "berkas_terima_id" UUID;

-- AlterTable
ALTER TABLE "penerimaan_formulir" ADD COLUMN     "berkas_id" UUID;

-- CreateTable
CREATE TABLE "buku_formulir" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "siklus_id" UUID NOT NULL,
    "formulir_id" UUID NOT NULL,
    "nama_berkas" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "sidik_isi" TEXT NOT NULL,
    "status" "status_buku_formulir" NOT NULL DEFAULT 'PRATINJAU',
    "diunduh_pada" TIMESTAMPTZ(3) NOT NULL,
    "nilai" JSONB NOT NULL,
    "hasil" JSONB NOT NULL DEFAULT '[]',
    "diunggah_pada" TIMESTAMPTZ(3) NOT NULL,
    "diunggah_oleh" TEXT NOT NULL,
    "pengunggah_id" UUID NOT NULL,
    "diterapkan_pada" TIMESTAMPTZ(3),
    "diterapkan_oleh" TEXT NOT NULL DEFAULT '',
    "dibatalkan_pada" TIMESTAMPTZ(3),
    "dibatalkan_oleh" TEXT NOT NULL DEFAULT '',
    "alasan_batal" TEXT NOT NULL DEFAULT '',
    "versi" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "buku_formulir_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "isian_kertas" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "siklus_id" UUID NOT NULL,
    "formulir_id" UUID NOT NULL,
    "pengisi_id" UUID NOT NULL,
    "pengisi" TEXT NOT NULL,
    "jabatan_pengisi" TEXT NOT NULL,
    "tanggal" DATE NOT NULL,
    "berkas_id" UUID NOT NULL,
    "keterangan" TEXT NOT NULL DEFAULT '',
    "dicatat_oleh" TEXT NOT NULL,
    "dicatat_oleh_id" UUID NOT NULL,
    "jabatan_pencatat" TEXT NOT NULL,
    "dicatat_pada" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "isian_kertas_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "baris_kertas" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "siklus_id" UUID NOT NULL,
    "kertas_id" UUID NOT NULL,
    "baris_id" UUID NOT NULL,
    "isi" JSONB NOT NULL,
    "dibuat_pada" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "baris_kertas_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "buku_formulir_kecamatan_id_formulir_id_idx" ON "buku_formulir"("kecamatan_id", "formulir_id");

-- CreateIndex
CREATE INDEX "isian_kertas_kecamatan_id_formulir_id_idx" ON "isian_kertas"("kecamatan_id", "formulir_id");

-- CreateIndex
CREATE INDEX "baris_kertas_kecamatan_id_baris_id_idx" ON "baris_kertas"("kecamatan_id", "baris_id");

-- ---------------------------------------------------------------------------------------------------------------
-- From here on by hand: sealed with their siklus, seen by their kecamatan only, written by the
-- application. What came from a paper is never changed or removed.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['buku_formulir', 'isian_kertas', 'baris_kertas'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION tolak_bila_diarsipkan()',
      t || '_diarsipkan', t);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY "per_kecamatan" ON %I USING (kecamatan_id = nullif(current_setting(''takar.kecamatan'', true), '''')::uuid)', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO takar_aplikasi', t);
  END LOOP;
END $$;
GRANT UPDATE ON "buku_formulir" TO takar_aplikasi;

-- What was applied stays as it was: it is the way back and the proof of what was written.
CREATE FUNCTION "tolak_buku_diterapkan"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status IN ('DIBATALKAN', 'DIBUANG') OR (OLD.status = 'DITERAPKAN'
      AND (NEW.status <> 'DIBATALKAN' OR NEW.hasil <> OLD.hasil OR NEW.nilai <> OLD.nilai)) THEN
    RAISE EXCEPTION 'buku isian sudah diterapkan' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "buku_formulir_diterapkan" BEFORE UPDATE ON "buku_formulir" FOR EACH ROW EXECUTE FUNCTION "tolak_buku_diterapkan"();
