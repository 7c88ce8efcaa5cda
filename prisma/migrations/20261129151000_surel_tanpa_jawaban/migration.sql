-- AlterTable
ALTER TABLE "surel_keluar" ADD COLUMN     "tanpa_jawaban" INTEGER NOT NULL DEFAULT 0;
