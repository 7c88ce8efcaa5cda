-- Fingerprints of visitors' addresses are no longer stored (they are counted in memory); those that are there go.
delete from batas_masuk where key like 'survei-alamat:%';
