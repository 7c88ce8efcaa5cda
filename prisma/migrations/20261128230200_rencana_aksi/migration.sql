-- CreateEnum
CREATE TYPE "status_laporan_aksi" AS ENUM ('DILAPORKAN', 'DIBUKA');

-- CreateTable
CREATE TABLE "rencana_aksi" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "jabatan_id" UUID NOT NULL,
    "tahun" INTEGER NOT NULL,
    "indikator_id" UUID NOT NULL,
    "urut" INTEGER NOT NULL,
    "aksi" TEXT NOT NULL,
    "satuan" TEXT NOT NULL DEFAULT '',
    "tw1" DECIMAL(24,6),
    "tw2" DECIMAL(24,6),
    "tw3" DECIMAL(24,6),
    "tw4" DECIMAL(24,6),
    "penanggung_jawab_id" UUID,
    "anggaran" DECIMAL(18,2),
    "versi" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "rencana_aksi_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "realisasi_aksi" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "rencana_aksi_id" UUID NOT NULL,
    "triwulan" INTEGER NOT NULL,
    "nilai" DECIMAL(24,6),
    "anggaran" DECIMAL(18,2),
    "kendala" TEXT NOT NULL DEFAULT '',
    "tindak_lanjut" TEXT NOT NULL DEFAULT '',
    "diisi_pada" TIMESTAMPTZ(3) NOT NULL,
    "diisi_oleh" TEXT NOT NULL,
    "versi" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "realisasi_aksi_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "laporan_aksi" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "jabatan_id" UUID NOT NULL,
    "tahun" INTEGER NOT NULL,
    "triwulan" INTEGER NOT NULL,
    "status" "status_laporan_aksi" NOT NULL,
    "pelapor_id" UUID NOT NULL,
    "pelapor" TEXT NOT NULL,
    "dilaporkan_pada" TIMESTAMPTZ(3) NOT NULL,
    "pembuka" TEXT NOT NULL DEFAULT '',
    "alasan" TEXT NOT NULL DEFAULT '',
    "versi" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "laporan_aksi_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "rencana_aksi_kecamatan_id_jabatan_id_tahun_indikator_id_uru_key" ON "rencana_aksi"("kecamatan_id", "jabatan_id", "tahun", "indikator_id", "urut");

-- CreateIndex
CREATE UNIQUE INDEX "realisasi_aksi_kecamatan_id_rencana_aksi_id_triwulan_key" ON "realisasi_aksi"("kecamatan_id", "rencana_aksi_id", "triwulan");

-- CreateIndex
CREATE UNIQUE INDEX "laporan_aksi_kecamatan_id_jabatan_id_tahun_triwulan_key" ON "laporan_aksi"("kecamatan_id", "jabatan_id", "tahun", "triwulan");

-- ---------------------------------------------------------------------------------------------------------------
-- From here on by hand: what the Prisma schema cannot say.

-- One Perjanjian Kinerja at a time is on its way for a post and year (the new states exist since the migration before).
CREATE UNIQUE INDEX "perjanjian_kinerja_satu_draf" ON "perjanjian_kinerja" ("kecamatan_id", "jabatan_id", "tahun")
  WHERE "status" IN ('DRAF', 'DIAJUKAN', 'DISETUJUI', 'DITANDATANGANI');
ALTER TABLE "perjanjian_kinerja" ADD CONSTRAINT "perjanjian_kinerja_dasar" CHECK ("dasar" IN ('', 'MUTASI', 'STRATEGI', 'PRIORITAS'));
ALTER TABLE "realisasi_aksi"
  ADD CONSTRAINT "realisasi_aksi_triwulan" CHECK ("triwulan" BETWEEN 1 AND 4),
  ADD CONSTRAINT "realisasi_aksi_anggaran" CHECK ("anggaran" >= 0);
ALTER TABLE "rencana_aksi" ADD CONSTRAINT "rencana_aksi_anggaran" CHECK ("anggaran" >= 0);
ALTER TABLE "laporan_aksi"
  ADD CONSTRAINT "laporan_aksi_triwulan" CHECK ("triwulan" BETWEEN 1 AND 4),
  ADD CONSTRAINT "laporan_aksi_alasan" CHECK ("status" <> 'DIBUKA' OR "alasan" <> '');

-- A reported quarter is closed on every path: its realisation waits until the report is opened with a reason.
CREATE FUNCTION "tolak_aksi_dilaporkan"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE baris "realisasi_aksi";
BEGIN
  IF TG_OP = 'INSERT' THEN baris := NEW; ELSE baris := OLD; END IF;
  IF EXISTS (SELECT 1 FROM "rencana_aksi" r
      JOIN "laporan_aksi" l ON l.kecamatan_id = r.kecamatan_id AND l.jabatan_id = r.jabatan_id AND l.tahun = r.tahun
    WHERE r.id = baris.rencana_aksi_id AND l.triwulan = baris.triwulan AND l.status = 'DILAPORKAN') THEN
    RAISE EXCEPTION 'triwulan ini sudah dilaporkan' USING ERRCODE = '42501';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "realisasi_aksi_dilaporkan" BEFORE INSERT OR UPDATE OR DELETE ON "realisasi_aksi"
  FOR EACH ROW EXECUTE FUNCTION "tolak_aksi_dilaporkan"();

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['rencana_aksi', 'realisasi_aksi', 'laporan_aksi'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY "per_kecamatan" ON %I USING (kecamatan_id = nullif(current_setting(''takar.kecamatan'', true), '''')::uuid)', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO takar_aplikasi', t);
  END LOOP;
END $$;
REVOKE DELETE, TRUNCATE ON "laporan_aksi", "perjanjian_kinerja" FROM takar_aplikasi;
