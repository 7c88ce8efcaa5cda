-- CreateTable
CREATE TABLE "hari_pertama" (
    "akun_id" UUID NOT NULL,
    "kecamatan_id" UUID NOT NULL,
    "dicentang" TEXT[],
    "disembunyikan_pada" TIMESTAMPTZ(3),

    CONSTRAINT "hari_pertama_pkey" PRIMARY KEY ("akun_id")
);

-- CreateIndex
CREATE INDEX "hari_pertama_kecamatan_id_idx" ON "hari_pertama"("kecamatan_id");

-- ---------------------------------------------------------------------------------------------------------------
-- From here on by hand: what the Prisma schema cannot say.

ALTER TABLE "hari_pertama" ADD CONSTRAINT "hari_pertama_akun" FOREIGN KEY ("akun_id") REFERENCES "akun"("id") ON DELETE CASCADE;
ALTER TABLE "hari_pertama" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "per_kecamatan" ON "hari_pertama" USING (kecamatan_id = nullif(current_setting('takar.kecamatan', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON "hari_pertama" TO takar_aplikasi;
