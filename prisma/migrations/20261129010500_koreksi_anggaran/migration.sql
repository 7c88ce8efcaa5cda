-- AlterTable
ALTER TABLE "koreksi" ADD COLUMN     "sub_kegiatan_id" UUID,
ALTER COLUMN "indikator_id" DROP NOT NULL;

-- CreateIndex
CREATE INDEX "koreksi_sub_kegiatan_id_idx" ON "koreksi"("sub_kegiatan_id");

-- ---------------------------------------------------------------------------------------------------------------
-- From here on by hand: what the Prisma schema cannot say.

ALTER TABLE "koreksi" ADD CONSTRAINT "koreksi_satu_angka" CHECK (num_nonnulls("indikator_id", "sub_kegiatan_id") = 1);
-- One proposal at a time per figure, of either kind.
DROP INDEX "koreksi_satu_diajukan";
CREATE UNIQUE INDEX "koreksi_satu_diajukan" ON "koreksi" ("siklus_id", coalesce("indikator_id", "sub_kegiatan_id")) WHERE "status" = 'DIAJUKAN';

-- What was spent according to an approved siklus changes only by an act that says so, as the figures of indicators do.
CREATE FUNCTION "realisasi_anggaran_disetujui"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  baris "realisasi_anggaran";
  kini xid := pg_current_xact_id()::xid;
BEGIN
  IF TG_OP = 'INSERT' THEN baris := NEW; ELSE baris := OLD; END IF;
  IF baris.siklus_id IS NULL THEN
    IF TG_OP <> 'UPDATE' OR NEW.siklus_id IS NULL THEN RETURN NULL; END IF;
    baris := NEW;
  END IF;
  IF EXISTS (SELECT 1 FROM "siklus" s JOIN "peristiwa_siklus" e ON e.siklus_id = s.id
      WHERE s.kecamatan_id = baris.kecamatan_id AND s.tahun = baris.tahun AND e.xmin = kini)
    OR EXISTS (SELECT 1 FROM "koreksi" o JOIN "siklus" s ON s.id = o.siklus_id
      WHERE o.kecamatan_id = baris.kecamatan_id AND o.sub_kegiatan_id = baris.sub_kegiatan_id AND o.status = 'DISETUJUI'
        AND s.tahun = baris.tahun AND o.xmin = kini)
  THEN RETURN NULL; END IF;
  RAISE EXCEPTION 'realisasi anggaran yang sudah disetujui hanya berubah lewat koreksi' USING ERRCODE = 'TK002';
END $$;
CREATE CONSTRAINT TRIGGER "realisasi_anggaran_disetujui" AFTER INSERT OR UPDATE OR DELETE ON "realisasi_anggaran"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "realisasi_anggaran_disetujui"();
