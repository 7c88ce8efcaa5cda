-- CreateEnum
CREATE TYPE "sumber_kertas_kerja" AS ENUM ('FORMULIR', 'SIKLUS', 'LANGSUNG');

-- CreateTable
CREATE TABLE "kertas_kerja" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "siklus_id" UUID NOT NULL,
    "sumber" "sumber_kertas_kerja",
    "sumber_rincian" JSONB NOT NULL DEFAULT '[]',
    "alasan_tanpa_sumber" TEXT NOT NULL DEFAULT '',
    "versi" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "kertas_kerja_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "baris_kertas_kerja" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "siklus_id" UUID NOT NULL,
    "indikator_id" UUID NOT NULL,
    "target_pk_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "urut" INTEGER NOT NULL,
    "kartu" JSONB NOT NULL,
    "target" JSONB NOT NULL,
    "jatuh_tempo" BOOLEAN NOT NULL,
    "induk" JSONB NOT NULL DEFAULT '{}',
    "metodologi" JSONB NOT NULL,
    "alasan_metodologi" TEXT NOT NULL DEFAULT '',
    "status" "status_isian" NOT NULL DEFAULT 'KOSONG',
    "variabel" JSONB NOT NULL DEFAULT '{}',
    "kategori" TEXT,
    "nilai" DECIMAL(24,6),
    "alasan_tidak_berlaku" TEXT NOT NULL DEFAULT '',
    "sumber_angka" TEXT NOT NULL DEFAULT '',
    "sumber_baris_id" UUID,
    "sumber_bukti" INTEGER NOT NULL DEFAULT 0,
    "catatan_unit" JSONB NOT NULL DEFAULT '{}',
    "hasil" JSONB,
    "penyebab" TEXT NOT NULL DEFAULT '',
    "hambatan" TEXT NOT NULL DEFAULT '',
    "solusi" TEXT NOT NULL DEFAULT '',
    "program_penunjang" TEXT NOT NULL DEFAULT '',
    "terbuka" BOOLEAN NOT NULL DEFAULT true,
    "alasan_kembali" TEXT,
    "versi" INTEGER NOT NULL DEFAULT 1,
    "diubah_oleh" TEXT NOT NULL DEFAULT '',
    "diubah_oleh_id" UUID,
    "diubah_pada" TIMESTAMPTZ(3),

    CONSTRAINT "baris_kertas_kerja_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "temuan_monev" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "siklus_id" UUID NOT NULL,
    "langkah_id" UUID NOT NULL,
    "urut" INTEGER NOT NULL,
    "indikator_id" UUID,
    "unit_id" UUID,
    "temuan" TEXT NOT NULL,
    "penyebab" TEXT NOT NULL DEFAULT '',
    "rekomendasi" TEXT NOT NULL DEFAULT '',
    "penanggung_jawab" TEXT NOT NULL DEFAULT '',
    "pegawai_id" UUID,
    "tenggat" DATE,
    "tindak_lanjut_id" UUID,
    "versi" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "temuan_monev_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pemilahan_indikator" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "siklus_id" UUID NOT NULL,
    "langkah_id" UUID NOT NULL,
    "indikator_id" UUID NOT NULL,
    "target_pk_id" UUID NOT NULL,
    "urut" INTEGER NOT NULL,
    "kode" TEXT NOT NULL,
    "nama" TEXT NOT NULL,
    "jenis" "jenis_indikator" NOT NULL,
    "satuan" TEXT NOT NULL,
    "dasar" TEXT NOT NULL,
    "unit_asal_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "alasan" TEXT NOT NULL DEFAULT '',
    "versi" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "pemilahan_indikator_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "kertas_kerja_siklus_id_key" ON "kertas_kerja"("siklus_id");

-- CreateIndex
CREATE INDEX "kertas_kerja_kecamatan_id_idx" ON "kertas_kerja"("kecamatan_id");

-- CreateIndex
CREATE INDEX "baris_kertas_kerja_kecamatan_id_idx" ON "baris_kertas_kerja"("kecamatan_id");

-- CreateIndex
CREATE UNIQUE INDEX "baris_kertas_kerja_siklus_id_indikator_id_key" ON "baris_kertas_kerja"("siklus_id", "indikator_id");

-- CreateIndex
CREATE INDEX "temuan_monev_kecamatan_id_langkah_id_idx" ON "temuan_monev"("kecamatan_id", "langkah_id");

-- CreateIndex
CREATE INDEX "pemilahan_indikator_kecamatan_id_idx" ON "pemilahan_indikator"("kecamatan_id");

-- CreateIndex
CREATE UNIQUE INDEX "pemilahan_indikator_siklus_id_indikator_id_key" ON "pemilahan_indikator"("siklus_id", "indikator_id");

-- ---------------------------------------------------------------------------------------------------------------
-- From here on by hand: what the Prisma schema cannot say.

-- Another unit than the card names needs a reason; so does a value that is not measured.
ALTER TABLE "pemilahan_indikator" ADD CONSTRAINT "pemilahan_indikator_alasan"
  CHECK ("unit_id" = "unit_asal_id" OR length("alasan") > 0);
ALTER TABLE "baris_kertas_kerja" ADD CONSTRAINT "baris_kertas_kerja_alasan"
  CHECK ("status" <> 'TIDAK_BERLAKU' OR length("alasan_tidak_berlaku") > 0);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['pemilahan_indikator', 'kertas_kerja', 'baris_kertas_kerja', 'temuan_monev'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION tolak_bila_diarsipkan()',
      t || '_diarsipkan', t);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY "per_kecamatan" ON %I USING (kecamatan_id = nullif(current_setting(''takar.kecamatan'', true), '''')::uuid)', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO takar_aplikasi', t);
  END LOOP;
END $$;
