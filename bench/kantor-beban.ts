import { bacaKantor, type Kantor } from '../prisma/benih/baca.ts'

export type UkuranKantor = { readonly unit: number; readonly orang: number; readonly indikator: number }
/** The office of bench/HASIL.md: 12 units that fill forms, 60 people, 60 indicators. */
export const UKURAN_PENUH: UkuranKantor = { unit: 12, orang: 60, indikator: 60 }

/**
 * An office of a given size with the real cards of the sample office Taman: kelurahan are added as units with a head and
 * staff, indicators are repeated under new codes, everyone has an account. Account names of Taman stay (camat, sekcam, …).
 */
export function susunKantorBeban(ukuran: UkuranKantor = UKURAN_PENUH): Kantor {
  const taman = bacaKantor('taman')
  const kepalaTaman = taman.jabatan.filter((j) => j.peran === 'KASI')
  const tambahan = Array.from({ length: Math.max(0, ukuran.unit - kepalaTaman.length) }, (_, i) => `kelurahan-${i + 1}`)
  const pengisi = [...kepalaTaman.map((j) => j.unit ?? ''), ...tambahan].slice(0, ukuran.unit)
  const kepala = new Map([
    ...kepalaTaman.map((j) => [j.unit ?? '', j.kode] as const),
    ...tambahan.map((unit) => [unit, `lurah-${unit}`] as const),
  ])
  const indikator = susunIndikator(taman, pengisi, ukuran.indikator)
  return {
    ...taman,
    kecamatan: { ...taman.kecamatan, kode: 'beban-1', nama: 'Kecamatan Beban 1' },
    unit: [
      ...taman.unit,
      ...tambahan.map((kode, i) => ({
        kode,
        nama: `Kelurahan ${i + 1}`,
        jenis: 'KELURAHAN' as const,
        induk: 'kecamatan',
      })),
    ],
    jabatan: [
      ...taman.jabatan,
      ...tambahan.flatMap((unit, i) => [
        { kode: `lurah-${unit}`, nama: `Lurah ${i + 1}`, peran: 'KASI' as const, unit },
        { kode: `staf-${unit}`, nama: `Staf Kelurahan ${i + 1}`, peran: 'STAF' as const, unit },
      ]),
    ],
    pegawai: susunPegawai(taman, tambahan, ukuran.orang),
    indikator,
    pk: susunPk(taman, indikator, kepala),
  }
}

/** The cards of Taman over and over; every one monthly, so that every row is due in every period. */
function susunIndikator(taman: Kantor, pengisi: readonly string[], jumlah: number): Kantor['indikator'] {
  return Array.from({ length: jumlah }, (_, i) => {
    const asal = taman.indikator[i % taman.indikator.length]
    if (!asal) throw new Error('kantor Taman tanpa indikator')
    const putaran = Math.floor(i / taman.indikator.length)
    return {
      ...asal,
      kode: putaran === 0 ? asal.kode : `${asal.kode.replace('IKU-', 'IKK-U')}-${putaran + 1}`,
      jenis: putaran === 0 ? asal.jenis : 'IKK',
      nama: putaran === 0 ? asal.nama : `${asal.nama} (${putaran + 1})`,
      unit: pengisi[i % pengisi.length] ?? asal.unit,
      frekuensi: 'BULANAN' as const,
    }
  })
}

function susunPegawai(taman: Kantor, tambahan: readonly string[], jumlah: number): Kantor['pegawai'] {
  const lurah = tambahan.map((unit, i) => ({
    akun: `lurah${i + 1}`,
    nama: `Lurah ${i + 1} (beban)`,
    jabatan: `lurah-${unit}`,
  }))
  const unitStaf = [
    ...taman.jabatan.filter((j) => j.peran === 'STAF').map((j) => j.kode),
    ...tambahan.map((unit) => `staf-${unit}`),
  ]
  const sisa = Math.max(0, jumlah - taman.pegawai.length - lurah.length)
  const staf = Array.from({ length: sisa }, (_, i) => ({
    akun: `staf${i + 1}`,
    nama: `Staf ${i + 1} (beban)`,
    jabatan: unitStaf[i % unitStaf.length] ?? 'staf-umum',
  }))
  const polos = { nip: null, jenisNip: 'NON_ASN', pangkat: null, golongan: null } as const
  return [...taman.pegawai, ...[...lurah, ...staf].map((orang) => ({ ...orang, ...polos }))]
}

/** IKU in the Camat's agreement, the rest in that of the head of the unit that answers for it. */
function susunPk(taman: Kantor, indikator: Kantor['indikator'], kepala: ReadonlyMap<string, string>): Kantor['pk'] {
  const asal = new Map(taman.pk.perjanjian.flatMap((p) => p.target).map((t) => [t.indikator, t]))
  const target = (kode: string) => ({
    ...(asal.get(kode.replace(/-\d+$/, '')) ?? asal.get(kode) ?? [...asal.values()][0]),
    indikator: kode,
  })
  const jabatan = [...new Set(['camat', 'sekcam', ...kepala.values()])]
  return {
    ...taman.pk,
    perjanjian: jabatan.map((kode, i) => ({
      jabatan: kode,
      nomor: `000.8.6.3/${i + 1}/PK/2026 (beban)`,
      target: indikator
        .filter((satu) => (satu.jenis === 'IKU' ? 'camat' : kepala.get(satu.unit)) === kode)
        .map((satu) => target(satu.kode)) as Kantor['pk']['perjanjian'][number]['target'],
      anggaran: taman.pk.perjanjian.find((p) => p.jabatan === kode)?.anggaran ?? [],
    })),
  }
}
