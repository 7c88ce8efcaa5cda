-- CreateTable
CREATE TABLE "kode_kantor_baru" (
    "sidik" TEXT NOT NULL,
    "berlaku_sampai" TIMESTAMPTZ(3) NOT NULL,
    "dipakai_pada" TIMESTAMPTZ(3),

    CONSTRAINT "kode_kantor_baru_pkey" PRIMARY KEY ("sidik")
);

-- The application's role may not make a kecamatan. With an unused code, and only so, this function does it once.
CREATE FUNCTION "kode_kantor_berlaku"(p_sidik text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM "kode_kantor_baru" k WHERE k.sidik = p_sidik AND k.dipakai_pada IS NULL AND k.berlaku_sampai > now())
$$;
CREATE FUNCTION "buat_kecamatan"(p_sidik text, p_isi jsonb) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE "kode_kantor_baru" SET dipakai_pada = now() WHERE sidik = p_sidik AND dipakai_pada IS NULL AND berlaku_sampai > now();
  IF NOT FOUND THEN RETURN false; END IF;
  INSERT INTO "kecamatan" SELECT * FROM jsonb_populate_record(NULL::"kecamatan", p_isi);
  RETURN true;
END $$;
REVOKE ALL ON FUNCTION "kode_kantor_berlaku"(text), "buat_kecamatan"(text, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "kode_kantor_berlaku"(text), "buat_kecamatan"(text, jsonb) TO takar_aplikasi;
