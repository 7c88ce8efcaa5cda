-- Who may not decide is kept with the open decision, so that lists need not replay the log.
ALTER TABLE "langkah_siklus" ADD COLUMN     "memutuskan" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "terhalang" UUID[] DEFAULT ARRAY[]::UUID[];

-- Siklus under way know their decisions from their SOP version; sealed ones stay as they are.
UPDATE "langkah_siklus" l SET "memutuskan" = true
FROM "siklus" s JOIN "versi_sop" v ON v."id" = s."versi_sop_id"
WHERE s."id" = l."siklus_id" AND s."status" = 'BERJALAN' AND s."diarsipkan_pada" IS NULL
  AND EXISTS (SELECT FROM jsonb_array_elements(v."definisi" -> 'langkah') d
    WHERE d ->> 'kode' = l."kode" AND jsonb_typeof(d -> 'keputusan') = 'object');
