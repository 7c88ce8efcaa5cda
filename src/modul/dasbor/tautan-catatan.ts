/** What a note of the Camat may be about. */
type Letak = { readonly siklusId?: string | null; readonly unitId?: string | null; readonly indikatorId: string }

/** Where the Camat writes a note about an indicator (module catatan-camat), as a cell of a table. */
export function tautanCatatan({ siklusId, unitId, indikatorId }: Letak, nama: string) {
  const cari = { siklus: siklusId, unit: unitId, indikator: indikatorId }
  const isi = Object.entries(cari).flatMap(([apa, id]) => (id ? [`${apa}=${id}`] : []))
  return { teks: 'Tulis catatan', tersembunyi: `tentang ${nama}`, alamat: `/catatan-camat/baru?${isi.join('&')}` }
}
