-- What was approved changes only by an act that says so: a figure in the history that came from an approved siklus is
-- written, replaced or removed only together with an event of a siklus of its year (an approval, a measuring that ends,
-- an approval taken back) or with the approval of a koreksi of the indicator. Looked at when the transaction ends, so
-- that the order inside it does not matter. Figures of earlier years and imported ones have no siklus and stay free.
CREATE FUNCTION "realisasi_disetujui"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  baris "realisasi_indikator";
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
      WHERE o.kecamatan_id = baris.kecamatan_id AND o.indikator_id = baris.indikator_id AND o.status = 'DISETUJUI'
        AND s.tahun = baris.tahun AND o.xmin = kini)
  THEN RETURN NULL; END IF;
  RAISE EXCEPTION 'angka yang sudah disetujui hanya berubah lewat koreksi' USING ERRCODE = 'TK002';
END $$;
CREATE CONSTRAINT TRIGGER "realisasi_indikator_disetujui" AFTER INSERT OR UPDATE OR DELETE ON "realisasi_indikator"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "realisasi_disetujui"();
