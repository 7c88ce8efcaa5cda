-- Approved figures of indicators and of spending per quarter are guarded as those per month are: only an event of the siklus
-- that reported the figure, or a koreksi of the same figure and period, lets it change. Before, an event of any siklus of
-- the year was enough.
DROP TRIGGER "realisasi_indikator_disetujui" ON "realisasi_indikator";
DROP TRIGGER "realisasi_anggaran_disetujui" ON "realisasi_anggaran";
DROP FUNCTION "realisasi_disetujui"();
DROP FUNCTION "realisasi_anggaran_disetujui"();
CREATE CONSTRAINT TRIGGER "realisasi_indikator_disetujui" AFTER INSERT OR UPDATE OR DELETE ON "realisasi_indikator"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "angka_disetujui"();
CREATE CONSTRAINT TRIGGER "realisasi_anggaran_disetujui" AFTER INSERT OR UPDATE OR DELETE ON "realisasi_anggaran"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "angka_disetujui"();
