-- CreateEnum
CREATE TYPE "status_surel" AS ENUM ('MENUNGGU', 'TERKIRIM', 'GAGAL', 'DIGANTI');

-- AlterTable
ALTER TABLE "pegawai" ADD COLUMN     "ingat_surel" BOOLEAN NOT NULL DEFAULT true;

-- CreateTable
CREATE TABLE "setelan_pengingat" (
    "kecamatan_id" UUID NOT NULL,
    "aktif" BOOLEAN NOT NULL DEFAULT true,
    "surel" BOOLEAN NOT NULL DEFAULT true,
    "hari_sebelum" INTEGER[],
    "pada_hari" BOOLEAN NOT NULL,
    "sesudah_mulai" INTEGER NOT NULL,
    "sesudah_setiap" INTEGER NOT NULL,
    "ke_kepala" INTEGER NOT NULL,
    "ke_sekcam" INTEGER NOT NULL,
    "jam_mulai" TEXT NOT NULL,
    "jam_selesai" TEXT NOT NULL,
    "versi" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "setelan_pengingat_pkey" PRIMARY KEY ("kecamatan_id")
);

-- CreateTable
CREATE TABLE "putaran_pengingat" (
    "kecamatan_id" UUID NOT NULL,
    "tanggal" DATE NOT NULL,
    "dibuat_pada" TIMESTAMPTZ(3) NOT NULL,
    "jumlah" INTEGER NOT NULL,

    CONSTRAINT "putaran_pengingat_pkey" PRIMARY KEY ("kecamatan_id","tanggal")
);

-- CreateTable
CREATE TABLE "pengingat" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "pegawai_id" UUID NOT NULL,
    "tanggal" DATE NOT NULL,
    "isi" JSONB NOT NULL,
    "dibuat_pada" TIMESTAMPTZ(3) NOT NULL,
    "dibaca_pada" TIMESTAMPTZ(3),

    CONSTRAINT "pengingat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "surel_keluar" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "pegawai_id" UUID NOT NULL,
    "pengingat_id" UUID NOT NULL,
    "kepada" TEXT NOT NULL,
    "perihal" TEXT NOT NULL,
    "teks" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "status" "status_surel" NOT NULL DEFAULT 'MENUNGGU',
    "percobaan" INTEGER NOT NULL DEFAULT 0,
    "coba_pada" TIMESTAMPTZ(3) NOT NULL,
    "galat" TEXT NOT NULL DEFAULT '',
    "dibuat_pada" TIMESTAMPTZ(3) NOT NULL,
    "berakhir_pada" TIMESTAMPTZ(3),

    CONSTRAINT "surel_keluar_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "pengingat_kecamatan_id_tanggal_idx" ON "pengingat"("kecamatan_id", "tanggal");

-- CreateIndex
CREATE UNIQUE INDEX "pengingat_pegawai_id_tanggal_key" ON "pengingat"("pegawai_id", "tanggal");

-- CreateIndex
CREATE UNIQUE INDEX "surel_keluar_pengingat_id_key" ON "surel_keluar"("pengingat_id");

-- CreateIndex
CREATE INDEX "surel_keluar_kecamatan_id_status_coba_pada_idx" ON "surel_keluar"("kecamatan_id", "status", "coba_pada");

-- ---------------------------------------------------------------------------------------------------------------
-- From here on by hand: what the Prisma schema cannot say.

ALTER TABLE "setelan_pengingat"
  ADD CONSTRAINT "setelan_pengingat_jam" CHECK ("jam_mulai" ~ '^([01]\d|2[0-3]):[0-5]\d$' AND "jam_selesai" ~ '^([01]\d|2[0-3]):[0-5]\d$'
    AND "jam_mulai" < "jam_selesai"),
  ADD CONSTRAINT "setelan_pengingat_hari" CHECK ("sesudah_mulai" BETWEEN 1 AND 30 AND "sesudah_setiap" BETWEEN 1 AND 30
    AND "ke_kepala" BETWEEN 0 AND 30 AND "ke_sekcam" BETWEEN 0 AND 30 AND 1 <= ALL ("hari_sebelum") AND 30 >= ALL ("hari_sebelum"));
ALTER TABLE "surel_keluar" ADD CONSTRAINT "surel_keluar_akhir" CHECK (("status" = 'MENUNGGU') = ("berakhir_pada" IS NULL));

-- The clock works for every office: this function, and nothing else, tells it which there are.
CREATE FUNCTION "kecamatan_aktif"() RETURNS TABLE (id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT k.id FROM "kecamatan" k WHERE k.aktif ORDER BY k.id
$$;
REVOKE ALL ON FUNCTION "kecamatan_aktif"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "kecamatan_aktif"() TO takar_aplikasi;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['setelan_pengingat', 'putaran_pengingat', 'pengingat', 'surel_keluar'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY "per_kecamatan" ON %I USING (kecamatan_id = nullif(current_setting(''takar.kecamatan'', true), '''')::uuid)', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO takar_aplikasi', t);
  END LOOP;
END $$;
REVOKE DELETE, TRUNCATE ON "setelan_pengingat" FROM takar_aplikasi;
REVOKE UPDATE ON "putaran_pengingat" FROM takar_aplikasi;
