-- Survei Kepuasan Masyarakat, status desa, and figures of the office that forms propose.
-- CreateEnum
CREATE TYPE "jenis_desa" AS ENUM ('DESA', 'KELURAHAN');

-- CreateEnum
CREATE TYPE "ukuran_desa" AS ENUM ('IDM', 'INDEKS_DESA');

-- CreateEnum
CREATE TYPE "status_kemajuan_desa" AS ENUM ('SANGAT_TERTINGGAL', 'TERTINGGAL', 'BERKEMBANG', 'MAJU', 'MANDIRI');

-- CreateEnum
CREATE TYPE "status_survei" AS ENUM ('DISIAPKAN', 'DIBUKA', 'DITUTUP');

-- CreateEnum
CREATE TYPE "cara_survei" AS ENUM ('KUESIONER', 'SEBARAN', 'JUMLAH', 'HASIL');

-- AlterTable
ALTER TABLE "tindak_lanjut" ADD COLUMN     "asal_alamat" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "asal_nama" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "rujukan" TEXT NOT NULL DEFAULT '',
ALTER COLUMN "siklus_id" DROP NOT NULL,
ALTER COLUMN "langkah_id" DROP NOT NULL;

-- CreateTable
CREATE TABLE "sumber_angka" (
    "indikator_id" UUID NOT NULL,
    "kecamatan_id" UUID NOT NULL,
    "sumber" TEXT NOT NULL,
    "ukuran" TEXT NOT NULL,
    "versi" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "sumber_angka_pkey" PRIMARY KEY ("indikator_id")
);

-- CreateTable
CREATE TABLE "pemakaian_angka" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "siklus_id" UUID NOT NULL,
    "baris_id" UUID NOT NULL,
    "sumber" TEXT NOT NULL,
    "ukuran" TEXT NOT NULL,
    "variabel" JSONB NOT NULL,
    "kalimat" TEXT NOT NULL,
    "dibuat_pada" TIMESTAMPTZ(3) NOT NULL,
    "dibuat_oleh" TEXT NOT NULL,

    CONSTRAINT "pemakaian_angka_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "desa" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "nama" TEXT NOT NULL,
    "jenis" "jenis_desa" NOT NULL DEFAULT 'DESA',
    "kode" TEXT NOT NULL DEFAULT '',
    "aktif" BOOLEAN NOT NULL DEFAULT true,
    "versi" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "desa_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "status_desa" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "desa_id" UUID NOT NULL,
    "tahun" INTEGER NOT NULL,
    "ukuran" "ukuran_desa" NOT NULL,
    "skor" DECIMAL(7,4),
    "status" "status_kemajuan_desa" NOT NULL,
    "sumber" TEXT NOT NULL DEFAULT '',
    "diubah_pada" TIMESTAMPTZ(3) NOT NULL,
    "diubah_oleh" TEXT NOT NULL DEFAULT '',
    "versi" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "status_desa_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "survei_kepuasan" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "layanan" TEXT NOT NULL,
    "jenis_periode" "jenis_periode" NOT NULL,
    "tahun" INTEGER NOT NULL,
    "nomor_periode" INTEGER NOT NULL,
    "akhir_periode" DATE NOT NULL,
    "cara" "cara_survei" NOT NULL,
    "status" "status_survei" NOT NULL DEFAULT 'DISIAPKAN',
    "populasi" INTEGER,
    "keterangan" TEXT NOT NULL DEFAULT '',
    "profil" JSONB NOT NULL DEFAULT '{}',
    "ikm" DECIMAL(5,2),
    "responden" INTEGER,
    "sumber" TEXT NOT NULL DEFAULT '',
    "tautan" TEXT,
    "batas_harian" INTEGER NOT NULL DEFAULT 300,
    "nomor_terakhir" INTEGER NOT NULL DEFAULT 0,
    "dibuka_pada" TIMESTAMPTZ(3),
    "ditutup_pada" TIMESTAMPTZ(3),
    "ditutup_oleh" TEXT NOT NULL DEFAULT '',
    "dibuat_pada" TIMESTAMPTZ(3) NOT NULL,
    "dibuat_oleh" TEXT NOT NULL DEFAULT '',
    "versi" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "survei_kepuasan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unsur_survei" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "survei_id" UUID NOT NULL,
    "kode" TEXT NOT NULL,
    "urut" INTEGER NOT NULL,
    "nama" TEXT NOT NULL,
    "pertanyaan" TEXT NOT NULL,
    "jawaban" JSONB NOT NULL,
    "bobot" DECIMAL(9,6),
    "jumlah_nilai" INTEGER,
    "responden" INTEGER,
    "sebaran" JSONB,

    CONSTRAINT "unsur_survei_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "jawaban_survei" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "survei_id" UUID NOT NULL,
    "nomor" INTEGER NOT NULL,
    "asal" TEXT NOT NULL,
    "nilai" JSONB NOT NULL,
    "umur" TEXT NOT NULL DEFAULT '',
    "kelamin" TEXT NOT NULL DEFAULT '',
    "pendidikan" TEXT NOT NULL DEFAULT '',
    "pekerjaan" TEXT NOT NULL DEFAULT '',
    "saran" TEXT NOT NULL DEFAULT '',
    "tanggal" DATE NOT NULL,
    "kunci" TEXT,
    "alasan_batal" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "jawaban_survei_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "sumber_angka_kecamatan_id_idx" ON "sumber_angka"("kecamatan_id");

-- CreateIndex
CREATE INDEX "pemakaian_angka_kecamatan_id_baris_id_idx" ON "pemakaian_angka"("kecamatan_id", "baris_id");

-- CreateIndex
CREATE UNIQUE INDEX "desa_kecamatan_id_jenis_nama_key" ON "desa"("kecamatan_id", "jenis", "nama");

-- CreateIndex
CREATE INDEX "status_desa_kecamatan_id_tahun_idx" ON "status_desa"("kecamatan_id", "tahun");

-- CreateIndex
CREATE UNIQUE INDEX "status_desa_desa_id_tahun_key" ON "status_desa"("desa_id", "tahun");

-- CreateIndex
CREATE UNIQUE INDEX "survei_kepuasan_tautan_key" ON "survei_kepuasan"("tautan");

-- CreateIndex
CREATE UNIQUE INDEX "survei_kepuasan_kecamatan_id_layanan_tahun_jenis_periode_no_key" ON "survei_kepuasan"("kecamatan_id", "layanan", "tahun", "jenis_periode", "nomor_periode");

-- CreateIndex
CREATE INDEX "unsur_survei_kecamatan_id_survei_id_idx" ON "unsur_survei"("kecamatan_id", "survei_id");

-- CreateIndex
CREATE UNIQUE INDEX "unsur_survei_survei_id_kode_key" ON "unsur_survei"("survei_id", "kode");

-- CreateIndex
CREATE INDEX "jawaban_survei_kecamatan_id_survei_id_idx" ON "jawaban_survei"("kecamatan_id", "survei_id");

-- CreateIndex
CREATE UNIQUE INDEX "jawaban_survei_survei_id_nomor_key" ON "jawaban_survei"("survei_id", "nomor");

-- CreateIndex
CREATE UNIQUE INDEX "jawaban_survei_survei_id_kunci_key" ON "jawaban_survei"("survei_id", "kunci");

-- ---------------------------------------------------------------------------------------------------------------
-- From here on by hand: what the Prisma schema cannot say.

ALTER TABLE "tindak_lanjut"
  ADD CONSTRAINT "tindak_lanjut_asal" CHECK (("siklus_id" IS NULL) = ("langkah_id" IS NULL) AND ("siklus_id" IS NOT NULL OR "asal_alamat" <> ''));
ALTER TABLE "survei_kepuasan"
  ADD CONSTRAINT "survei_kepuasan_populasi" CHECK ("populasi" > 0),
  ADD CONSTRAINT "survei_kepuasan_responden" CHECK ("responden" > 0),
  ADD CONSTRAINT "survei_kepuasan_ikm" CHECK ("ikm" BETWEEN 25 AND 100),
  ADD CONSTRAINT "survei_kepuasan_batas" CHECK ("batas_harian" BETWEEN 1 AND 5000),
  ADD CONSTRAINT "survei_kepuasan_hasil" CHECK ("cara" = 'HASIL' OR ("ikm" IS NULL AND "responden" IS NULL));
ALTER TABLE "unsur_survei"
  ADD CONSTRAINT "unsur_survei_bobot" CHECK ("bobot" > 0 AND "bobot" < 1),
  ADD CONSTRAINT "unsur_survei_jumlah" CHECK (("jumlah_nilai" IS NULL) = ("responden" IS NULL)
    AND "responden" > 0 AND "jumlah_nilai" BETWEEN "responden" AND 4 * "responden");
ALTER TABLE "jawaban_survei" ADD CONSTRAINT "jawaban_survei_asal" CHECK ("asal" IN ('PETUGAS', 'PENGUNJUNG'));
ALTER TABLE "status_desa"
  ADD CONSTRAINT "status_desa_skor" CHECK ("skor" >= 0 AND ("ukuran" <> 'IDM' OR "skor" <= 1) AND "skor" <= 100),
  ADD CONSTRAINT "status_desa_tahun" CHECK ("tahun" BETWEEN 2000 AND 2100);

-- A visitor has no account: this function, and nothing else, looks across, and tells only whose survey an address is.
CREATE FUNCTION "cari_survei_tautan"(tautan text) RETURNS TABLE (id uuid, kecamatan_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT s.id, s.kecamatan_id FROM "survei_kepuasan" s JOIN "kecamatan" k ON k.id = s.kecamatan_id
  WHERE s.tautan = $1 AND k.aktif
$$;
REVOKE ALL ON FUNCTION "cari_survei_tautan"(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "cari_survei_tautan"(text) TO takar_aplikasi;

CREATE TRIGGER "pemakaian_angka_diarsipkan" BEFORE INSERT OR UPDATE OR DELETE ON "pemakaian_angka"
  FOR EACH ROW EXECUTE FUNCTION tolak_bila_diarsipkan();

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['survei_kepuasan', 'unsur_survei', 'jawaban_survei', 'desa', 'status_desa', 'sumber_angka', 'pemakaian_angka'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY "per_kecamatan" ON %I USING (kecamatan_id = nullif(current_setting(''takar.kecamatan'', true), '''')::uuid)', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO takar_aplikasi', t);
  END LOOP;
END $$;
REVOKE DELETE, TRUNCATE ON "survei_kepuasan", "jawaban_survei", "pemakaian_angka" FROM takar_aplikasi;
REVOKE UPDATE ON "pemakaian_angka" FROM takar_aplikasi;
