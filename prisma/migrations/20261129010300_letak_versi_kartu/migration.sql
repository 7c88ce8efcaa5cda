-- Replaced versions of a card go on holding for their years: what they measure is not deleted either.
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
    END) THEN
      RAISE EXCEPTION 'masih dipakai oleh %', anak USING ERRCODE = '42501';
    END IF;
  END LOOP;
  RETURN OLD;
END $$;
