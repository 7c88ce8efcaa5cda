import { type KesalahanSop, letakLangkah } from './baca-yaml.ts'
import type { DefinisiSop, LangkahSop } from './definisi.ts'
import {
  arahKembali,
  cariLangkah,
  dapatBerakhir,
  hilir,
  jangkau,
  susulanMaju,
  tujuanDari,
  tujuanLangkah,
} from './graf-sop.ts'

/** Every step is reached from the first one, and the end is reached from every step. */
export const periksaJangkauan = (definisi: DefinisiSop): KesalahanSop[] => {
  const { langkah } = definisi
  const tercapai = jangkau([langkah[0]?.kode ?? ''], (kode) => tujuanDari(definisi, kode))
  const menujuAkhir = jangkau(
    langkah.filter(dapatBerakhir).map((l) => l.kode),
    (kode) => langkah.filter((l) => tujuanLangkah(l).includes(kode)).map((l) => l.kode),
  )
  return langkah.flatMap((l) => [
    ...(tercapai.has(l.kode)
      ? []
      : [{ letak: letakLangkah(l, 'kode'), pesan: 'Langkah ini tidak pernah tercapai dari langkah pertama.' }]),
    ...(menujuAkhir.has(l.kode)
      ? []
      : [{ letak: letakLangkah(l, 'berikutnya'), pesan: 'Dari langkah ini SOP tidak pernah sampai ke akhirnya.' }]),
  ])
}

/**
 * A return leads to its decision again; nothing runs in a circle without a decision, and a decision met on the way
 * forward has a way forward. With these three, whoever no longer sends back arrives at the end.
 */
export const periksaArah = (definisi: DefinisiSop): KesalahanSop[] => {
  const urut = new Map(definisi.langkah.map((l, i) => [l.kode, i]))
  const mundur = (dari: string, ke: string) => (urut.get(ke) ?? -1) <= (urut.get(dari) ?? -1)
  const jalanBiasa = jangkau([definisi.langkah[0]?.kode ?? ''], (kode) =>
    susulanMaju(definisi, kode).filter((ke) => !mundur(kode, ke) || cariLangkah(definisi, kode)?.keputusan),
  )
  return definisi.langkah.flatMap((l) => {
    if (l.keputusan) return kesalahanPengembalian(definisi, l, jalanBiasa.has(l.kode))
    return l.berikutnya
      .filter((ke) => mundur(l.kode, ke) && (jalanBiasa.has(l.kode) || berputar(definisi, l.kode, ke)))
      .map((ke) => ({
        letak: letakLangkah(l, 'berikutnya'),
        pesan: `Kembali ke ${ke} tanpa keputusan; SOP akan berputar terus.`,
      }))
  })
}

function kesalahanPengembalian(definisi: DefinisiSop, l: LangkahSop, harusMaju: boolean): KesalahanSop[] {
  const buntu = harusMaju && !dapatBerakhir(l) && susulanMaju(definisi, l.kode).length === 0
  return [
    ...(buntu
      ? [
          {
            letak: letakLangkah(l, 'keputusan'),
            pesan: 'Ya dan Tidak sama-sama mengembalikan pekerjaan; salah satunya harus meneruskan ke langkah lain.',
          },
        ]
      : []),
    ...tujuanLangkah(l)
      .filter((ke) => arahKembali(definisi, l.kode, ke) && !hilir(definisi, ke).has(l.kode))
      .map((ke) => ({
        letak: letakLangkah(l, 'keputusan'),
        pesan: `Dikembalikan ke ${ke}, tetapi dari sana tidak ada jalan kembali ke keputusan ini.`,
      })),
  ]
}

/** Does `ke` lead to `dari` again without any decision on the way? */
const berputar = (definisi: DefinisiSop, dari: string, ke: string): boolean =>
  jangkau([ke], (kode) => cariLangkah(definisi, kode)?.berikutnya ?? []).has(dari)
