-- What was spent may be known without a budget: unknown is not zero.
ALTER TABLE "realisasi_anggaran" ALTER COLUMN "pagu" DROP NOT NULL;
