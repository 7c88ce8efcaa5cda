-- Rows that belong to a siklus only through another row (files of a step, people and decisions of a meeting) are sealed
-- with it as well. Arguments of the trigger: table in between, its key here.
CREATE FUNCTION "tolak_anak_diarsipkan"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE lama uuid; baru uuid; tersegel boolean;
BEGIN
  IF TG_OP <> 'INSERT' THEN lama := (to_jsonb(OLD) ->> TG_ARGV[1])::uuid; END IF;
  IF TG_OP <> 'DELETE' THEN baru := (to_jsonb(NEW) ->> TG_ARGV[1])::uuid; END IF;
  EXECUTE format('SELECT EXISTS (SELECT 1 FROM %I i JOIN siklus s ON s.id = i.siklus_id WHERE i.id IN ($1, $2) AND s.diarsipkan_pada IS NOT NULL)', TG_ARGV[0])
    INTO tersegel USING lama, baru;
  IF tersegel THEN
    RAISE EXCEPTION 'siklus sudah diarsipkan' USING ERRCODE = 'TK001';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER "lampiran_langkah_diarsipkan" BEFORE INSERT OR UPDATE OR DELETE ON "lampiran_langkah"
  FOR EACH ROW EXECUTE FUNCTION "tolak_anak_diarsipkan"('langkah_siklus', 'langkah_id');
CREATE TRIGGER "peserta_rapat_diarsipkan" BEFORE INSERT OR UPDATE OR DELETE ON "peserta_rapat"
  FOR EACH ROW EXECUTE FUNCTION "tolak_anak_diarsipkan"('rapat', 'rapat_id');
CREATE TRIGGER "keputusan_rapat_diarsipkan" BEFORE INSERT OR UPDATE OR DELETE ON "keputusan_rapat"
  FOR EACH ROW EXECUTE FUNCTION "tolak_anak_diarsipkan"('rapat', 'rapat_id');
