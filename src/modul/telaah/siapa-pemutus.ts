/** Somebody in office today, as far as a decision is concerned. */
export type Pemangku = {
  readonly pegawaiId: string
  readonly nama: string
  /** post as recorded: "Plh. Sekretaris Kecamatan" */
  readonly jabatan: string
  /** columns of the SOP that the person stands behind */
  readonly kolom: readonly string[]
  readonly camat: boolean
}

export type Pemutus = {
  /** who may decide now: free holders of the pelaksana's posts, the Camat in their stead */
  readonly orang: readonly Pemangku[]
  /** holders who may not, because they submitted what is judged */
  readonly terhalang: readonly Pemangku[]
  /** columns in whose stead the Camat decides; [] while their own holders can */
  readonly kolomPengganti: readonly string[]
}

type Bahan = {
  readonly pelaksana: readonly string[]
  readonly cara: 'SEMUA' | 'SALAH_SATU'
  readonly pemangku: readonly Pemangku[]
  /** pegawaiId of all who filled in, handed in or reported what is judged */
  readonly pengaju: ReadonlySet<string>
}

/**
 * Who may decide: nobody on what that person submitted (SOP Pengumpulan Data Kinerja Kecamatan Taman, langkah 10; the
 * pelaksana is the Sekcam). Another holder of the post (Plh.) comes first; only where every holder has submitted, or the
 * post is vacant, the Camat decides in their stead. Pure.
 */
export function siapaPemutus({ pelaksana, cara, pemangku, pengaju }: Bahan): Pemutus {
  const pemegang = pemangku.filter((p) => p.kolom.some((k) => pelaksana.includes(k)))
  const bebas = pemegang.filter((p) => !pengaju.has(p.pegawaiId))
  const takTerpegang = pelaksana.filter((k) => !bebas.some((p) => p.kolom.includes(k)))
  // one column is enough unless the SOP wants all of them
  const kolomPengganti = cara === 'SEMUA' || takTerpegang.length === pelaksana.length ? takTerpegang : []
  const pengganti =
    kolomPengganti.length === 0
      ? []
      : pemangku.filter((p) => p.camat && !pengaju.has(p.pegawaiId) && !bebas.includes(p))
  return {
    orang: [...bebas, ...pengganti],
    terhalang: pemegang.filter((p) => pengaju.has(p.pegawaiId)),
    kolomPengganti,
  }
}

export type Hak =
  | { readonly boleh: true; readonly sebagaiPengganti: readonly string[] }
  | { readonly boleh: false; readonly alasan: string }

/** May this person decide, in whose stead, or the sentence that says who can. `kolom` is the printed name of the pelaksana. */
export function hakMemutuskan(pemutus: Pemutus, pegawaiId: string, kolom: string): Hak {
  const saya = pemutus.orang.find((p) => p.pegawaiId === pegawaiId)
  if (saya) return { boleh: true, sebagaiPengganti: saya.camat ? pemutus.kolomPengganti : [] }
  const terhalang = pemutus.terhalang.some((p) => p.pegawaiId === pegawaiId)
  const sebab = terhalang
    ? 'Anda ikut mengisi atau mengajukan data yang ditelaah di sini, jadi keputusan harus diambil pejabat lain.'
    : `Menurut SOP, keputusan ini diambil ${kolom}.`
  return { boleh: false, alasan: `${sebab} ${kalimatPemutus(pemutus, kolom)}` }
}

/** "Yang dapat memutuskan sekarang: …", or what to do when nobody can. */
export function kalimatPemutus({ orang }: Pemutus, kolom: string): string {
  if (orang.length === 0)
    return `Belum ada pejabat yang dapat memutuskan. Admin perlu mencatat pelaksana harian (Plh.) ${kolom}.`
  return `Yang dapat memutuskan sekarang: ${orang.map((p) => `${p.jabatan} (${p.nama})`).join(', ')}.`
}
