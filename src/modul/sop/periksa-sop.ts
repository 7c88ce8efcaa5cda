import { type KesalahanSop, letakIsian, letakLangkah } from './baca-yaml.ts'
import type { DefinisiSop, LangkahSop } from './definisi.ts'
import { dapatBerakhir, hilir, jangkau, tujuanDari, tujuanLangkah } from './graf-sop.ts'
import { ambilJenisLangkah, type JenisLangkah } from './jenis-langkah.ts'
import { periksaBersama } from './periksa-bersama.ts'
import { periksaArah, periksaJangkauan } from './periksa-jalan.ts'
import { periksaPeriode } from './periksa-periode.ts'

type Periksa = (definisi: DefinisiSop) => KesalahanSop[]

/** What must have been done on every way to a step of this kind; empty list of makers: any of them. */
const SYARAT: readonly {
  jenis: JenisLangkah
  didahului: readonly JenisLangkah[]
  hanyaBilaAda?: true
  pesan: string
}[] = [
  {
    jenis: 'distribusi',
    didahului: ['siapkan-formulir', 'pemilahan-indikator'],
    pesan: 'Formulir dibagikan sebelum disiapkan; dahulukan langkah penyiapan formulir.',
  },
  {
    jenis: 'pengisian',
    didahului: ['siapkan-formulir', 'pemilahan-indikator'],
    pesan: 'Formulir diisi sebelum disiapkan; dahulukan langkah penyiapan formulir.',
  },
  {
    jenis: 'pengisian',
    didahului: ['distribusi'],
    hanyaBilaAda: true,
    pesan: 'Formulir diisi sebelum dibagikan; dahulukan langkah distribusi.',
  },
  {
    jenis: 'penerimaan',
    didahului: ['pengisian'],
    pesan: 'Tidak ada formulir yang dapat diterima; dahulukan langkah pengisian.',
  },
  {
    jenis: 'rekap',
    didahului: ['pengisian', 'pengukuran'],
    pesan: 'Tidak ada yang dapat direkap; dahulukan langkah pengisian formulir atau pengukuran.',
  },
  {
    jenis: 'telaah',
    didahului: ['rekap'],
    pesan:
      'Tidak ada rekap yang dapat ditelaah; dahulukan langkah rekapitulasi, atau pakai jenis Tugas dengan keputusan.',
  },
]

/**
 * Can this list run to its end? Every reason why not is named by step and field; [] means it can. Looks at the
 * definition only: whether somebody holds each post today is asked when a siklus starts.
 */
export function periksaSop(definisi: DefinisiSop): KesalahanSop[] {
  const bentuk = [periksaKode, periksaPelaksana, periksaTujuan].flatMap((periksa) => periksa(definisi))
  // the shape of the graph can be judged only when codes are unique and every target exists
  if (bentuk.length > 0) return bentuk
  return [
    periksaJangkauan,
    periksaArah,
    periksaJenis,
    periksaUrutanJenis,
    periksaBersama,
    periksaArsip,
    periksaPeriode,
  ].flatMap((p) => p(definisi))
}

const periksaKode: Periksa = ({ langkah, pelaksana }) => [
  ...kodeGanda(langkah.map((l) => l.kode)).map((kode) => ({
    letak: `Langkah ${kode}, isian kode`,
    pesan: `Kode ${kode} dipakai lebih dari satu langkah; setiap langkah harus punya kode sendiri.`,
  })),
  ...kodeGanda(pelaksana.map((p) => p.kode)).map((kode) => ({
    letak: `Pelaksana ${kode}, isian kode`,
    pesan: `Kode ${kode} dipakai lebih dari satu kolom pelaksana.`,
  })),
]

const periksaPelaksana: Periksa = ({ langkah, pelaksana, bolehMelewati }) => {
  const dikenal = new Set(pelaksana.map((p) => p.kode))
  const asing = (induk: string, isian: string, daftar: readonly string[]) =>
    daftar
      .filter((kode) => !dikenal.has(kode))
      .map((kode) => ({ letak: letakIsian(induk, [isian]), pesan: `Kolom pelaksana ${kode} tidak ada di SOP ini.` }))
  const bertugas = new Set(langkah.flatMap((l) => [...l.pelaksana, ...l.penerima]))
  const tanpaOrang = pelaksana.filter(
    (p) => bertugas.has(p.kode) && p.peran.length + p.jabatan.length + p.unit.length === 0,
  )
  return [
    ...asing('', 'bolehMelewati', bolehMelewati),
    ...langkah.flatMap((l) =>
      (['pelaksana', 'penerima', 'dibantu'] as const).flatMap((isian) => asing(`Langkah ${l.kode}`, isian, l[isian])),
    ),
    ...langkah
      .filter((l) => kodeGanda(l.pelaksana).length > 0)
      .map((l) => ({ letak: letakLangkah(l, 'pelaksana'), pesan: 'Kolom pelaksana yang sama disebut dua kali.' })),
    ...tanpaOrang.map((p) => ({
      letak: `Pelaksana ${p.kode}, isian peran`,
      pesan: `Kolom ${p.nama} mendapat langkah, tetapi tidak disebut peran, jabatan, atau unit yang mengisinya.`,
    })),
  ]
}

const periksaTujuan: Periksa = (definisi) => {
  const dikenal = new Set(definisi.langkah.map((l) => l.kode))
  return definisi.langkah.flatMap((l) => {
    const isian = l.keputusan ? 'keputusan' : 'berikutnya'
    const tujuan = tujuanLangkah(l)
    const salah = tujuan
      .filter((kode) => !dikenal.has(kode))
      .map((kode) => ({ letak: letakLangkah(l, isian), pesan: `Menuju langkah ${kode} yang tidak ada di SOP ini.` }))
    if (tujuan.includes(l.kode)) {
      salah.push({ letak: letakLangkah(l, isian), pesan: 'Menuju dirinya sendiri; pilih langkah lain.' })
    }
    if (kodeGanda(tujuan).length > 0) {
      salah.push({ letak: letakLangkah(l, isian), pesan: 'Tujuan yang sama disebut lebih dari sekali.' })
    }
    return [...salah, ...kesalahanKeputusan(l)]
  })
}

function kesalahanKeputusan(langkah: LangkahSop): KesalahanSop[] {
  if (!langkah.keputusan) return []
  const { tidak, bawaan } = langkah.keputusan
  return [
    ...(langkah.berikutnya.length > 0
      ? [
          {
            letak: letakLangkah(langkah, 'berikutnya'),
            pesan: 'Langkah keputusan memakai keputusan.ya, bukan berikutnya.',
          },
        ]
      : []),
    ...(tidak.includes(bawaan)
      ? []
      : [{ letak: letakLangkah(langkah, 'keputusan'), pesan: `Bawaan ${bawaan} tidak ada di antara tujuan Tidak.` }]),
  ]
}

/** What a kind can and cannot be. */
const periksaJenis: Periksa = ({ langkah }) =>
  langkah.flatMap((l) => {
    const fakta = ambilJenisLangkah(l.jenis)
    return [
      ...(l.keputusan && !fakta.dapatMemutuskan
        ? [{ letak: letakLangkah(l, 'keputusan'), pesan: `Langkah ${fakta.nama} tidak dapat menjadi keputusan.` }]
        : []),
      ...(fakta.harusMemutuskan && !l.keputusan
        ? [
            {
              letak: letakLangkah(l, 'keputusan'),
              pesan: `Langkah ${fakta.nama} harus menjadi keputusan: sebutkan tujuan Ya dan Tidak.`,
            },
          ]
        : []),
      ...(l.tahanPertanyaan && l.jenis !== 'pengisian'
        ? [
            {
              letak: letakLangkah(l, 'tahanPertanyaan'),
              pesan: 'Hanya pengisian formulir yang dapat menunggu semua pertanyaan selesai; hapus pilihan ini.',
            },
          ]
        : []),
      ...(fakta.dijawabPenerima && l.penerima.length === 0
        ? [{ letak: letakLangkah(l, 'penerima'), pesan: `Langkah ${fakta.nama} memerlukan penerima yang menjawabnya.` }]
        : []),
    ]
  })

/** On every way to a step, what it needs has been made before, by steps that are not left out that period. */
const periksaUrutanJenis: Periksa = (definisi) =>
  definisi.langkah.flatMap((langkah) =>
    SYARAT.filter(({ jenis }) => jenis === langkah.jenis).flatMap(({ didahului, hanyaBilaAda, pesan }) => {
      const pembuat = new Set(
        definisi.langkah
          .filter((l) => didahului.includes(l.jenis) && pastiBersama(l, langkah))
          .filter((l) => !hanyaBilaAda || !melayaniLain(definisi, l, langkah))
          .map((l) => l.kode),
      )
      if (hanyaBilaAda && pembuat.size === 0) return []
      const awal = definisi.langkah[0]?.kode ?? ''
      const tanpaPembuat = jangkau(pembuat.has(awal) ? [] : [awal], (kode) =>
        tujuanDari(definisi, kode).filter((ke) => !pembuat.has(ke)),
      )
      return tanpaPembuat.has(langkah.kode) ? [{ letak: letakLangkah(langkah, 'jenis'), pesan }] : []
    }),
  )

/** Does it come after this step, for another one of the same kind? Then an SOP collects twice, and it is not missed here. */
function melayaniLain(definisi: DefinisiSop, pembuat: LangkahSop, { kode, jenis }: LangkahSop): boolean {
  const sesudah = hilir(definisi, pembuat.kode)
  return !sesudah.has(kode) && definisi.langkah.some((l) => l.jenis === jenis && sesudah.has(l.kode))
}

/** A step that is optional, or belongs to other periods, cannot be counted on. */
const pastiBersama = (pembuat: LangkahSop, pemakai: LangkahSop): boolean =>
  !pembuat.opsional &&
  (pembuat.hanyaPeriode.length === 0 || JSON.stringify(pembuat.hanyaPeriode) === JSON.stringify(pemakai.hanyaPeriode))

/** The archive is the last act: nothing follows it, nothing runs beside it. */
const periksaArsip: Periksa = ({ langkah }) => {
  const penutup = langkah.filter((l) => ambilJenisLangkah(l.jenis).penutup)
  const berjalanBersama = langkah.some((l) => l.berikutnya.length > 1)
  return [
    ...penutup
      .filter((l) => l.berikutnya.length > 0)
      .map((l) => ({
        letak: letakLangkah(l, 'berikutnya'),
        pesan: 'Setelah pengarsipan tidak ada yang dapat berubah; pengarsipan harus langkah terakhir.',
      })),
    ...penutup
      .slice(1)
      .map((l) => ({ letak: letakLangkah(l, 'jenis'), pesan: 'Pengarsipan hanya satu kali dalam satu SOP.' })),
    ...(penutup.length > 0 && berjalanBersama
      ? langkah
          .filter((l) => dapatBerakhir(l) && !ambilJenisLangkah(l.jenis).penutup)
          .map((l) => ({
            letak: letakLangkah(l, 'berikutnya'),
            pesan: 'Langkah yang berjalan bersama harus bertemu di pengarsipan, bukan berakhir sendiri.',
          }))
      : []),
  ]
}

const kodeGanda = (kode: readonly string[]): string[] => [
  ...new Set(kode.filter((isi, urut) => kode.indexOf(isi) !== urut)),
]
