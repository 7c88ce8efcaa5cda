-- Who finished a part: shown to those still waited for, and who signs the output document with them.
ALTER TABLE "bagian_langkah" ADD COLUMN     "selesai_oleh" TEXT,
ADD COLUMN     "selesai_oleh_id" UUID;
