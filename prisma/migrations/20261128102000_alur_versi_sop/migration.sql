-- AlterEnum
ALTER TYPE "status_versi_sop" ADD VALUE 'DIBUANG';

-- AlterTable
ALTER TABLE "versi_sop" ADD COLUMN     "asal" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "catatan_berkas" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "dari_versi_id" UUID,
ADD COLUMN     "pengesahan" JSONB,
ADD COLUMN     "riwayat" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "versi" INTEGER NOT NULL DEFAULT 0;

-- ---------------------------------------------------------------------------------------------------------------
-- From here on by hand: what the Prisma schema cannot say.

-- Two drafts of one SOP side by side would overtake each other.
CREATE UNIQUE INDEX "versi_sop_satu_draf" ON "versi_sop" ("sop_id") WHERE "status" IN ('DRAF', 'DIAJUKAN');

-- A version that was approved never changes: whatever path a change takes, the database refuses it to the application.
-- It may still be revoked, which is noted beside it. (The owner of the database may repair.)
CREATE FUNCTION "tolak_ubah_sop_sah"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE boleh text[] := ARRAY['status', 'dicabut_sejak', 'riwayat', 'versi'];
BEGIN
  IF current_user = 'takar_aplikasi' AND OLD.status IN ('DISAHKAN', 'BERLAKU', 'DICABUT')
    AND (to_jsonb(NEW) - boleh <> to_jsonb(OLD) - boleh OR NEW.status NOT IN (OLD.status, 'DICABUT')) THEN
    RAISE EXCEPTION 'versi SOP yang sudah disahkan tidak dapat diubah' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "versi_sop_sah" BEFORE UPDATE ON "versi_sop" FOR EACH ROW EXECUTE FUNCTION "tolak_ubah_sop_sah"();

-- Columns and steps of a version are written once, just before it is approved.
CREATE FUNCTION "tolak_isi_sop_sah"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user = 'takar_aplikasi' AND EXISTS (
    SELECT 1 FROM "versi_sop" v WHERE v.id = NEW.versi_sop_id AND v.status IN ('DISAHKAN', 'BERLAKU', 'DICABUT')) THEN
    RAISE EXCEPTION 'versi SOP yang sudah disahkan tidak dapat diubah' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "pelaksana_sop_sah" BEFORE INSERT ON "pelaksana_sop" FOR EACH ROW EXECUTE FUNCTION "tolak_isi_sop_sah"();
CREATE TRIGGER "langkah_sop_sah" BEFORE INSERT ON "langkah_sop" FOR EACH ROW EXECUTE FUNCTION "tolak_isi_sop_sah"();
REVOKE UPDATE, DELETE ON "pelaksana_sop", "langkah_sop" FROM takar_aplikasi;
REVOKE DELETE ON "versi_sop" FROM takar_aplikasi;
