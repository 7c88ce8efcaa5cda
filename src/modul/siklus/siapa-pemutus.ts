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
    ? 'Anda ikut mengisi atau mengajukan data yang diputuskan di sini, jadi keputusan harus diambil pejabat lain.'
    : `Menurut SOP, keputusan ini diambil ${kolom}.`
  return { boleh: false, alasan: `${sebab} ${kalimatPemutus(pemutus, kolom)}` }
}

/** "Yang dapat memutuskan sekarang: …", or what to do when nobody can. */
export function kalimatPemutus({ orang }: Pemutus, kolom: string): string {
  if (orang.length === 0)
    return `Belum ada pejabat yang dapat memutuskan. Camat atau Sekretaris Kecamatan perlu menunjuk pelaksana harian (Plh.) untuk ${kolom}.`
  return `Yang dapat memutuskan sekarang: ${orang.map(sebutOrang).join(', ')}.`
}

/**
 * Why it falls to this person and not to the usual holder: in whose stead and for what reason; null for the usual
 * holder. `sebut` gives the printed names of columns.
 */
export function mengapaMenggantikan(
  { orang, terhalang, kolomPengganti }: Pemutus,
  pegawaiId: string,
  sebut: (kolom: readonly string[]) => string,
): string | null {
  const saya = orang.find((p) => p.pegawaiId === pegawaiId)
  const menggantikan = saya?.camat ? kolomPengganti : []
  if (!saya || (menggantikan.length === 0 && terhalang.length === 0)) return null
  const diganti = terhalang.filter((p) => menggantikan.length === 0 || p.kolom.some((k) => menggantikan.includes(k)))
  const sebab =
    diganti.length > 0
      ? `${diganti.map(sebutOrang).join(', ')} ikut mengisi atau mengajukan data yang diputuskan`
      : 'jabatan itu tidak ada pemegangnya hari ini'
  return menggantikan.length > 0
    ? `Anda menggantikan ${sebut(menggantikan)}, karena ${sebab}.`
    : `Anda memutuskan sebagai ${saya.jabatan}, karena ${sebab}.`
}

/** Who is waited for, where it is not simply the columns of the SOP; null where it is. */
export function sebutPemutus(
  { orang, terhalang, kolomPengganti }: Pemutus,
  sebut: (kolom: readonly string[]) => string,
  pelaksana: readonly string[],
): string | null {
  if (orang.length === 0) return `${sebut(pelaksana)} (belum ada yang dapat memutuskan)`
  if (kolomPengganti.length === 0 && terhalang.length === 0) return null
  const nama = (p: Pemangku) =>
    p.camat && kolomPengganti.length > 0 ? `${p.jabatan} menggantikan ${sebut(kolomPengganti)}` : p.jabatan
  return [...new Set(orang.map(nama))].join(', ')
}

const sebutOrang = (p: Pemangku): string => `${p.jabatan} (${p.nama})`
