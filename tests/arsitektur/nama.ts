import { kodePolos } from './kode-polos.ts'
import type { Berkas } from './pohon.ts'

/** The trees that must use the names of the modules; each with what else may stand there, and which modules are missing there. */
export type Cermin = {
  readonly pohon: string
  readonly nama: readonly string[]
  readonly tambahan: readonly string[]
  /** modules that need nothing here; undefined: any may be missing */
  readonly tanpa?: readonly string[]
}

/** Names that are no module, and modules without their counterpart. */
export function cerminTidakCocok(modul: readonly string[], { pohon, nama, tambahan, tanpa }: Cermin): string[] {
  const asing = nama
    .filter((satu) => !modul.includes(satu) && !tambahan.includes(satu))
    .map((satu) => `${pohon}/${satu}: bukan modul`)
  const basi = (tanpa ?? [])
    .filter((satu) => nama.includes(satu) || !modul.includes(satu))
    .map((satu) => `${pohon}: pengecualian ${satu} tidak perlu lagi`)
  const hilang = tanpa
    ? modul.filter((satu) => !nama.includes(satu) && !tanpa.includes(satu)).map((satu) => `${pohon}/${satu}: tidak ada`)
    : []
  return [...asing, ...basi, ...hilang]
}

/** kebab-case for every file and folder of our own; what tools name for us is listed. */
const NAMA_ALAT =
  /^(README\.md|HASIL\.md|MUTASI\.md|LICENSE|CONTRIBUTING\.md|package(-lock)?\.json|tsconfig\.json|biome\.json|(vitest|prisma)\.config\.ts|\.[\w.]+|migration(_lock)?\.(sql|toml)|\d{14}_[a-z0-9_]+|_[a-z0-9-]+\.(ejs|scss))$/
export const namaTidakBaku = (berkas: readonly Berkas[]): string[] =>
  berkas.flatMap(({ jalur }) => {
    const salah = jalur
      .split('/')
      .filter(
        (bagian) => !NAMA_ALAT.test(bagian) && !/^[a-z0-9]+(-[a-z0-9]+)*(\.(test|tabel))?(\.[a-z0-9]+)?$/.test(bagian),
      )
    return salah.length > 0 ? [jalur] : []
  })

/** Words that say nothing about what is inside. */
export const namaKosong = (berkas: readonly Berkas[]): string[] =>
  berkas.flatMap(({ jalur }) =>
    /(^|\/)(utils?|helpers?|common|misc|lainnya|umum|types?)(\.ts|\/)/.test(jalur) ? [jalur] : [],
  )

/** Events that are written to the audit chain but have no sentence, and sentences for events that nobody writes. */
export function kejadianTanpaKalimat(berkas: readonly Berkas[]): string[] {
  const kalimat = new Set<string>()
  const kejadian = new Map<string, string>()
  for (const { jalur, isi } of berkas) {
    const polos = kodePolos(isi)
    for (const { index, 1: nama = '' } of isi.matchAll(/\bperistiwa:\s*'([a-z-]+\.[a-z.-]+)'/g))
      if (polos.startsWith('peristiwa', index)) kejadian.set(nama, jalur)
    for (const { 1: nama = '' } of isi.matchAll(/^\s*'([a-z-]+\.[a-z.-]+)':\s/gm)) kalimat.add(nama)
  }
  return [...kejadian].flatMap(([nama, jalur]) => (kalimat.has(nama) ? [] : [`${nama} (${jalur})`]))
}
