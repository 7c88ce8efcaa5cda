-- CreateTable
CREATE TABLE "pagu_indikatif" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kecamatan_id" UUID NOT NULL,
    "sub_kegiatan_id" UUID NOT NULL,
    "tahun" INTEGER NOT NULL,
    "nilai" DECIMAL(18,2) NOT NULL,

    CONSTRAINT "pagu_indikatif_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "pagu_indikatif_kecamatan_id_sub_kegiatan_id_tahun_key" ON "pagu_indikatif"("kecamatan_id", "sub_kegiatan_id", "tahun");

ALTER TABLE "pagu_indikatif" ADD CONSTRAINT "pagu_indikatif_nilai" CHECK ("nilai" >= 0);
ALTER TABLE "pagu_indikatif" ADD CONSTRAINT "pagu_indikatif_tahun" CHECK ("tahun" BETWEEN 2000 AND 2100);
ALTER TABLE "pagu_indikatif" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "per_kecamatan" ON "pagu_indikatif" USING (kecamatan_id = nullif(current_setting('takar.kecamatan', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "pagu_indikatif" TO takar_aplikasi;

-- A sub kegiatan that the plan gives money to is ended, never deleted, whatever path a deletion takes.
CREATE FUNCTION "tolak_hapus_berpagu"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "pagu_indikatif" x WHERE x.sub_kegiatan_id = OLD.id) THEN
    RAISE EXCEPTION 'masih dipakai oleh pagu indikatif' USING ERRCODE = '42501';
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER "sub_kegiatan_berpagu" BEFORE DELETE ON "sub_kegiatan" FOR EACH ROW EXECUTE FUNCTION "tolak_hapus_berpagu"();
