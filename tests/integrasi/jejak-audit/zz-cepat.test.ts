import { expect, test } from 'vitest'
import { periksaRantai } from '../../../src/modul/jejak-audit/index.ts'
import { bukaAplikasiUji } from '../../bantuan/aplikasi.ts'
test('cepat', { timeout: 400_000 }, async () => {
  const uji = await bukaAplikasiUji()
  const t0 = Date.now()
  for (let i = 0; i < 60; i++) await uji.sql(`do $$ begin perform set_config('takar.kecamatan', (select id::text from kecamatan where kode='taman'), false);
   insert into jejak (kecamatan_id, nama_pelaku, jabatan_pelaku, peristiwa, objek_jenis, objek_id, rincian)
   select k.id, 'Orang', 'Jabatan', 'uji', 'x', g::text, jsonb_build_object('lama', repeat('a', 200), 'baru', g) from kecamatan k, generate_series(1, 500) g where k.kode='taman'; end $$`)
  console.log('sisip', Date.now() - t0)
  for (let i = 0; i < 2; i++) {
    const t = Date.now()
    const h = await uji.sebagai('camat', (p) => periksaRantai(uji.db, p))
    console.log('periksa', Date.now() - t, h.jumlah, h.kerusakan)
  }
  const camat = await uji.masukSebagai('camat')
  for (const a of ['/jejak-audit', '/jejak-audit?q=tidakada', '/jejak-audit?sampai=2020-01-01', '/jejak-audit?orang=00000000-0000-0000-0000-000000000000']) {
    const t = Date.now(); const r = await camat.buka(a); console.log(a, r.status, Date.now() - t)
  }
  const t = Date.now(); const r = await camat.buka('/jejak-audit/ekspor.csv'); console.log('csv', r.status, r.text.length, r.text.split('\r\n').length, Date.now() - t)
  for (const a of ['/perencanaan', '/perencanaan/program', '/perencanaan/indikator', '/perjanjian-kinerja', '/kalender']) { const t = Date.now(); for (let i = 0; i < 20; i++) await camat.buka(a); console.log(a, (Date.now() - t) / 20, 'ms') }
  await uji.tutup()
  expect(1).toBe(1)
})
