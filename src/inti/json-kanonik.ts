/** JSON with sorted keys: the same value gives the same text, whatever order the database kept its keys in. */
export function jsonKanonik(nilai: unknown): string {
  return JSON.stringify(nilai, (_kunci, isi: unknown) =>
    isi !== null && typeof isi === 'object' && !Array.isArray(isi)
      ? Object.fromEntries(Object.entries(isi).sort(([a], [b]) => (a < b ? -1 : 1)))
      : isi,
  )
}
