-- AlterEnum
ALTER TYPE "status_pk" ADD VALUE 'DITANDATANGANI' BEFORE 'BERLAKU';
ALTER TYPE "status_pk" ADD VALUE 'DIBATALKAN';

-- AlterTable
ALTER TABLE "perjanjian_kinerja" ADD COLUMN     "asal_id" UUID,
ADD COLUMN     "berkas_setuju_id" UUID,
ADD COLUMN     "berkas_tanda_tangan_id" UUID,
ADD COLUMN     "dasar" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "nama_kedua" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "pengaju_id" UUID,
ADD COLUMN     "riwayat" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "versi" INTEGER NOT NULL DEFAULT 1;

