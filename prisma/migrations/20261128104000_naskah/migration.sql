-- CreateEnum
CREATE TYPE "sikap_tanda_tangan" AS ENUM ('SETUJU', 'TOLAK');

-- CreateEnum
CREATE TYPE "cara_tanda_tangan" AS ENUM ('APLIKASI', 'KERTAS');

-- CreateEnum
CREATE TYPE "cara_kirim" AS ENUM ('DIANTAR', 'POS', 'SUREL', 'SRIKANDI');

-- CreateTable
CREATE TABLE "penerimaan_formulir" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "siklus_id" UUID NOT NULL,
    "langkah_id" UUID NOT NULL,
    "formulir_id" UUID NOT NULL,
    "putaran" INTEGER NOT NULL,
    "dari" INTEGER NOT NULL,
    "terisi" INTEGER NOT NULL,
    "tanpa_bukti" INTEGER NOT NULL,
    "kendala" INTEGER NOT NULL,
    "catatan" TEXT NOT NULL DEFAULT '',
    "diterima_pada" TIMESTAMPTZ(3) NOT NULL,
    "penerima_id" UUID NOT NULL,
    "penerima" TEXT NOT NULL,
    "jabatan_penerima" TEXT NOT NULL,

    CONSTRAINT "penerimaan_formulir_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "instruksi" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "siklus_id" UUID NOT NULL,
    "langkah_id" UUID NOT NULL,
    "nomor" TEXT NOT NULL DEFAULT '',
    "tanggal" DATE,
    "hal" TEXT NOT NULL DEFAULT '',
    "kepada" UUID[],
    "sebutan_kepada" TEXT[],
    "isi" TEXT NOT NULL DEFAULT '',
    "tenggat" DATE,
    "catatan" TEXT NOT NULL DEFAULT '',
    "diterbitkan_pada" TIMESTAMPTZ(3),
    "pemberi" TEXT NOT NULL DEFAULT '',
    "versi" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "instruksi_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "naskah" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "siklus_id" UUID NOT NULL,
    "langkah_id" UUID NOT NULL,
    "judul" TEXT NOT NULL,
    "nomor" TEXT NOT NULL DEFAULT '',
    "tanggal" DATE,
    "pendahuluan" TEXT NOT NULL DEFAULT '',
    "penutup" TEXT NOT NULL DEFAULT '',
    "versi" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "naskah_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tanda_tangan" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "siklus_id" UUID NOT NULL,
    "langkah_id" UUID NOT NULL,
    "putaran" INTEGER NOT NULL,
    "kolom" TEXT NOT NULL,
    "dokumen_id" UUID,
    "sha256" TEXT NOT NULL DEFAULT '',
    "sikap" "sikap_tanda_tangan" NOT NULL,
    "cara" "cara_tanda_tangan" NOT NULL,
    "alasan" TEXT NOT NULL DEFAULT '',
    "catatan" TEXT NOT NULL DEFAULT '',
    "pegawai_id" UUID NOT NULL,
    "nama" TEXT NOT NULL,
    "jabatan" TEXT NOT NULL,
    "nip" TEXT,
    "sebutan_nip" TEXT NOT NULL DEFAULT 'NIP.',
    "pangkat" TEXT NOT NULL DEFAULT '',
    "tanggal" DATE NOT NULL,
    "waktu" TIMESTAMPTZ(3) NOT NULL,
    "berkas_id" UUID,
    "dicatat_oleh" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "tanda_tangan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pengiriman" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "siklus_id" UUID NOT NULL,
    "langkah_id" UUID NOT NULL,
    "nomor" TEXT NOT NULL DEFAULT '',
    "tanggal" DATE,
    "kepada" TEXT NOT NULL DEFAULT '',
    "tempat_tujuan" TEXT NOT NULL DEFAULT '',
    "butir" JSONB NOT NULL DEFAULT '[]',
    "penandatangan_id" UUID,
    "dikirim_tanggal" DATE,
    "cara" "cara_kirim",
    "diterima_tanggal" DATE,
    "penerima" TEXT NOT NULL DEFAULT '',
    "jabatan_penerima" TEXT NOT NULL DEFAULT '',
    "rujukan" TEXT NOT NULL DEFAULT '',
    "terkirim_pada" TIMESTAMPTZ(3),
    "pengirim" TEXT NOT NULL DEFAULT '',
    "versi" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "pengiriman_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "penerimaan_formulir_kecamatan_id_siklus_id_idx" ON "penerimaan_formulir"("kecamatan_id", "siklus_id");

-- CreateIndex
CREATE UNIQUE INDEX "penerimaan_formulir_langkah_id_formulir_id_putaran_key" ON "penerimaan_formulir"("langkah_id", "formulir_id", "putaran");

-- CreateIndex
CREATE UNIQUE INDEX "instruksi_langkah_id_key" ON "instruksi"("langkah_id");

-- CreateIndex
CREATE INDEX "instruksi_kecamatan_id_siklus_id_idx" ON "instruksi"("kecamatan_id", "siklus_id");

-- CreateIndex
CREATE UNIQUE INDEX "naskah_langkah_id_key" ON "naskah"("langkah_id");

-- CreateIndex
CREATE INDEX "naskah_kecamatan_id_siklus_id_idx" ON "naskah"("kecamatan_id", "siklus_id");

-- CreateIndex
CREATE INDEX "tanda_tangan_kecamatan_id_siklus_id_idx" ON "tanda_tangan"("kecamatan_id", "siklus_id");

-- CreateIndex
CREATE UNIQUE INDEX "tanda_tangan_langkah_id_putaran_kolom_key" ON "tanda_tangan"("langkah_id", "putaran", "kolom");

-- CreateIndex
CREATE UNIQUE INDEX "pengiriman_langkah_id_key" ON "pengiriman"("langkah_id");

-- CreateIndex
CREATE INDEX "pengiriman_kecamatan_id_siklus_id_idx" ON "pengiriman"("kecamatan_id", "siklus_id");

-- By hand: sealed with their siklus, seen by their kecamatan only, written by the application.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['instruksi', 'naskah', 'tanda_tangan', 'pengiriman', 'penerimaan_formulir']
  LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION tolak_bila_diarsipkan()',
      t || '_diarsipkan', t);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY "per_kecamatan" ON %I USING (kecamatan_id = nullif(current_setting(''takar.kecamatan'', true), '''')::uuid)', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO takar_aplikasi', t);
  END LOOP;
END $$;
-- A refusal has its reason; a signature on paper has its scan.
ALTER TABLE "tanda_tangan" ADD CONSTRAINT "tanda_tangan_alasan" CHECK ("sikap" <> 'TOLAK' OR length("alasan") > 0);
ALTER TABLE "tanda_tangan" ADD CONSTRAINT "tanda_tangan_pindaian" CHECK ("cara" <> 'KERTAS' OR "sikap" = 'TOLAK' OR "berkas_id" IS NOT NULL);
