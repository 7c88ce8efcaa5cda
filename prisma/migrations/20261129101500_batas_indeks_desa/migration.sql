-- CreateTable
CREATE TABLE "batas_indeks_desa" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "tahun" INTEGER NOT NULL,
    "sumber" TEXT NOT NULL,
    "kelas" JSONB NOT NULL,
    "diubah_pada" TIMESTAMPTZ(3) NOT NULL,
    "diubah_oleh" TEXT NOT NULL DEFAULT '',
    "versi" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "batas_indeks_desa_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "batas_indeks_desa_kecamatan_id_tahun_key" ON "batas_indeks_desa"("kecamatan_id", "tahun");

ALTER TABLE "batas_indeks_desa" ADD CONSTRAINT "batas_indeks_desa_tahun" CHECK ("tahun" BETWEEN 2025 AND 2099);
ALTER TABLE "batas_indeks_desa" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "per_kecamatan" ON "batas_indeks_desa" USING (kecamatan_id = nullif(current_setting('takar.kecamatan', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "batas_indeks_desa" TO takar_aplikasi;
