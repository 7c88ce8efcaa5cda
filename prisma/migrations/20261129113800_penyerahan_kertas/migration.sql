-- AlterTable
ALTER TABLE "formulir" ADD COLUMN     "serah_kertas" JSONB;
