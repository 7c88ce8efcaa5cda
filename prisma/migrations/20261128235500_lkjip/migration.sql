-- CreateTable
CREATE TABLE "paragraf_lkjip" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "tahun" INTEGER NOT NULL,
    "objek" TEXT NOT NULL,
    "bagian" TEXT NOT NULL,
    "versi" INTEGER NOT NULL,
    "isi" TEXT NOT NULL,
    "ditulis_pada" TIMESTAMPTZ(3) NOT NULL,
    "ditulis_oleh" TEXT NOT NULL,
    "jabatan_penulis" TEXT NOT NULL,

    CONSTRAINT "paragraf_lkjip_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lkjip" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "tahun" INTEGER NOT NULL,
    "nomor_versi" INTEGER NOT NULL,
    "isi" JSONB NOT NULL,
    "dokumen" JSONB NOT NULL,
    "sha256" TEXT NOT NULL,
    "kurang" INTEGER NOT NULL,
    "catatan" TEXT NOT NULL DEFAULT '',
    "dibekukan_pada" TIMESTAMPTZ(3) NOT NULL,
    "dibekukan_oleh" TEXT NOT NULL,
    "jabatan_pembeku" TEXT NOT NULL,

    CONSTRAINT "lkjip_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "paragraf_lkjip_kecamatan_id_tahun_objek_bagian_versi_key" ON "paragraf_lkjip"("kecamatan_id", "tahun", "objek", "bagian", "versi");

-- CreateIndex
CREATE UNIQUE INDEX "lkjip_kecamatan_id_tahun_nomor_versi_key" ON "lkjip"("kecamatan_id", "tahun", "nomor_versi");

-- what was written and frozen stays: no update, no delete
ALTER TABLE "paragraf_lkjip" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "per_kecamatan" ON "paragraf_lkjip" USING (kecamatan_id = nullif(current_setting('takar.kecamatan', true), '')::uuid);
ALTER TABLE "lkjip" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "per_kecamatan" ON "lkjip" USING (kecamatan_id = nullif(current_setting('takar.kecamatan', true), '')::uuid);
GRANT SELECT, INSERT ON "paragraf_lkjip", "lkjip" TO takar_aplikasi;
