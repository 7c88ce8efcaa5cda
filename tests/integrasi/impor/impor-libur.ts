import type { Kesalahan } from '../../../src/inti/http/index.ts'
import type { DefinisiImpor, NilaiBaris } from '../../../src/modul/impor/index.ts'

/** The holidays of a year as something that goes in and out by Excel: small, and with a unique key of its own. */
export const imporLibur: DefinisiImpor = {
  kode: 'hari-libur',
  nama: 'Hari libur',
  keterangan: 'Hari libur setahun.',
  tahunan: true,
  pembaca: ['ADMIN', 'TIM_SAKIP'],
  penulis: ['ADMIN'],
  halaman: () => ({ teks: 'Kalender', alamat: '/kalender' }),
  async siapkan(baca, pelaku, { tahun, kunci }) {
    if (kunci)
      await baca.$queryRaw`select 1 from hari_libur where kecamatan_id = ${pelaku.kecamatanId}::uuid for update`
    const libur = await baca.$queryRaw<NilaiBaris[]>`
      select tanggal::text, nama, sumber from hari_libur
      where kecamatan_id = ${pelaku.kecamatanId}::uuid and extract(year from tanggal) = ${tahun} order by tanggal`
    const nama = new Set(libur.map((l) => l.nama))
    return {
      lembar: [
        {
          kode: 'libur',
          nama: 'Hari libur',
          petunjuk: 'Satu baris satu tanggal.',
          kolom: [
            { kode: 'tanggal', judul: 'Tanggal', jenis: 'tanggal', kunci: true, wajib: true },
            { kode: 'nama', judul: 'Nama', jenis: 'teks', wajib: true },
            { kode: 'sumber', judul: 'Sumber', jenis: 'teks' },
          ],
          periksa: ({ nama: isi }): Kesalahan => (isi === 'terlarang' ? { nama: 'Nama ini tidak boleh.' } : {}),
        },
      ],
      kini: { libur },
      periksa: ({ libur: isi = [] }) =>
        isi
          .filter((b) => !b.nilai.tanggal?.startsWith(String(tahun)))
          .map((b) => ({
            lembar: 'libur',
            nomor: b.nomor,
            kolom: 'tanggal',
            pesan: `Bukan tahun ${tahun}; ${nama.size} nama.`,
          })),
    }
  },
  async terapkan(tx, pelaku, perubahan) {
    const id = pelaku.kecamatanId
    for (const { lama, baru } of perubahan) {
      if (!baru)
        await tx.$executeRaw`delete from hari_libur where kecamatan_id = ${id}::uuid and tanggal = ${lama?.tanggal}::date`
      else
        await tx.$executeRaw`
          insert into hari_libur (kecamatan_id, tanggal, nama, jenis, sumber)
          values (${id}::uuid, ${baru.tanggal}::date, ${baru.nama}, 'LIBUR_DAERAH', coalesce(${baru.sumber}, ''))
          on conflict (kecamatan_id, tanggal) do update set nama = excluded.nama, sumber = excluded.sumber`
    }
  },
}
