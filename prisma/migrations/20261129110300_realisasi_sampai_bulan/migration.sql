-- CreateTable
CREATE TABLE "realisasi_sampai_bulan" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "sub_kegiatan_id" UUID NOT NULL,
    "tahun" INTEGER NOT NULL,
    "bulan" INTEGER NOT NULL,
    "nilai" DECIMAL(18,2) NOT NULL,
    "sumber" TEXT NOT NULL,
    "siklus_id" UUID NOT NULL,

    CONSTRAINT "realisasi_sampai_bulan_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "realisasi_sampai_bulan_kecamatan_id_sub_kegiatan_id_tahun_b_key" ON "realisasi_sampai_bulan"("kecamatan_id", "sub_kegiatan_id", "tahun", "bulan");

-- ---------------------------------------------------------------------------------------------------------------
-- From here on by hand: what the Prisma schema cannot say.

ALTER TABLE "realisasi_sampai_bulan" ADD CONSTRAINT "realisasi_sampai_bulan_bulan" CHECK ("bulan" BETWEEN 1 AND 12);
ALTER TABLE "realisasi_sampai_bulan" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "per_kecamatan" ON "realisasi_sampai_bulan" USING (kecamatan_id = nullif(current_setting('takar.kecamatan', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "realisasi_sampai_bulan" TO takar_aplikasi;

-- A figure in the history that an approved siklus reported is written, replaced or removed only together with an event of
-- that very siklus (an approval, a measuring that ends, an approval taken back), or with the approval of a koreksi of the
-- same figure and period. What another siklus reported before is replaced by the event of the one that takes its place.
-- Looked at when the transaction ends, so that the order inside it does not matter. Like the quarters, these figures are
-- no part of the sealed siklus: a koreksi after the seal changes them.
CREATE FUNCTION "angka_disetujui"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  baris jsonb;
  kini xid := pg_current_xact_id()::xid;
BEGIN
  IF TG_OP <> 'DELETE' THEN baris := to_jsonb(NEW); END IF;
  IF TG_OP <> 'INSERT' AND baris ->> 'siklus_id' IS NULL THEN baris := to_jsonb(OLD); END IF;
  IF baris ->> 'siklus_id' IS NULL THEN RETURN NULL; END IF;
  IF EXISTS (SELECT 1 FROM "siklus" s JOIN "peristiwa_siklus" e ON e.siklus_id = s.id
      WHERE s.id = (baris ->> 'siklus_id')::uuid AND s.kecamatan_id = (baris ->> 'kecamatan_id')::uuid
        AND s.tahun = (baris ->> 'tahun')::int AND e.xmin = kini)
    OR EXISTS (SELECT 1 FROM "koreksi" o JOIN "siklus" s ON s.id = o.siklus_id
      WHERE o.kecamatan_id = (baris ->> 'kecamatan_id')::uuid AND o.status = 'DISETUJUI' AND o.xmin = kini
        AND coalesce(o.indikator_id, o.sub_kegiatan_id) = coalesce(baris ->> 'indikator_id', baris ->> 'sub_kegiatan_id')::uuid
        AND s.tahun = (baris ->> 'tahun')::int
        AND CASE s.jenis_periode WHEN 'BULAN' THEN (baris ->> 'bulan')::int = s.nomor_periode
          WHEN 'TRIWULAN' THEN (baris ->> 'triwulan')::int = s.nomor_periode
          WHEN 'TAHUN' THEN (baris ->> 'triwulan')::int = 0 ELSE false END)
  THEN RETURN NULL; END IF;
  RAISE EXCEPTION 'angka yang sudah disetujui hanya berubah lewat koreksi' USING ERRCODE = 'TK002';
END $$;
CREATE CONSTRAINT TRIGGER "realisasi_sampai_bulan_disetujui" AFTER INSERT OR UPDATE OR DELETE ON "realisasi_sampai_bulan"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "angka_disetujui"();

-- A sub kegiatan with spending is never deleted, also when only months of a siklus say so.
CREATE OR REPLACE FUNCTION "tolak_hapus_terpakai"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE anak text;
BEGIN
  FOREACH anak IN ARRAY TG_ARGV LOOP
    IF (CASE anak
      WHEN 'sasaran' THEN EXISTS (SELECT 1 FROM "sasaran" x WHERE x.tujuan_id = OLD.id)
      WHEN 'program' THEN EXISTS (SELECT 1 FROM "program" x WHERE x.sasaran_id = OLD.id)
        OR EXISTS (SELECT 1 FROM "dukungan_program" x WHERE x.sasaran_id = OLD.id)
      WHEN 'kegiatan' THEN EXISTS (SELECT 1 FROM "kegiatan" x WHERE x.program_id = OLD.id)
      WHEN 'sub_kegiatan' THEN EXISTS (SELECT 1 FROM "sub_kegiatan" x WHERE x.kegiatan_id = OLD.id)
      WHEN 'indikator' THEN EXISTS (SELECT 1 FROM "indikator" x
        WHERE OLD.id IN (x.tujuan_id, x.sasaran_id, x.program_id, x.kegiatan_id, x.sub_kegiatan_id))
        OR EXISTS (SELECT 1 FROM "versi_indikator" v WHERE v.kecamatan_id = OLD.kecamatan_id AND OLD.id::text IN (v.kartu->>'tujuanId',
          v.kartu->>'sasaranId', v.kartu->>'programId', v.kartu->>'kegiatanId', v.kartu->>'subKegiatanId'))
      WHEN 'uang' THEN EXISTS (SELECT 1 FROM "anggaran" x WHERE x.sub_kegiatan_id = OLD.id)
        OR EXISTS (SELECT 1 FROM "baris_anggaran" x WHERE x.sub_kegiatan_id = OLD.id)
        OR EXISTS (SELECT 1 FROM "realisasi_anggaran" x WHERE x.sub_kegiatan_id = OLD.id)
        OR EXISTS (SELECT 1 FROM "realisasi_bulanan" x WHERE x.sub_kegiatan_id = OLD.id)
        OR EXISTS (SELECT 1 FROM "realisasi_sampai_bulan" x WHERE x.sub_kegiatan_id = OLD.id)
    END) THEN
      RAISE EXCEPTION 'masih dipakai oleh %', anak USING ERRCODE = '42501';
    END IF;
  END LOOP;
  RETURN OLD;
END $$;
