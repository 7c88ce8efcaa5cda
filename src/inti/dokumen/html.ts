import { kontakKop, selLengkap, type Teks } from './bagian.ts'
import { type GambarGrafik, susunGambarGrafik } from './grafik.ts'
import type { Blok, BlokBingkai, BlokDaftar, BlokTabel, BlokTandaTangan, Dokumen } from './model.ts'
import { bersihkanTeks, runDari } from './run.ts'

/** What the templates in views/parsial/dokumen show: the same tree with classes instead of measures. */
type RunVM = { teks: string; kelas: string /** begins a new line */; ganti: boolean }
type SelVM = { runs: RunVM[]; kelas: string; kolom: number; baris: number }
type PihakVM = {
  pengantar: readonly string[]
  jabatan: readonly string[]
  gambar: string
  tanda: string
  nama: string
  bawah: readonly string[]
}
type ButirVM = { runs: RunVM[]; anak: Extract<BlokVM, { bagian: 'daftar' }> | null }
export type BlokVM =
  | { bagian: 'judul'; tingkat: number; runs: RunVM[]; subjudul: string; nomor: string | null }
  | { bagian: 'paragraf'; runs: RunVM[]; kelas: string }
  | { bagian: 'daftar'; berurut: boolean; kelas: string; mulai: number; butir: ButirVM[] }
  | {
      bagian: 'tabel'
      judul: string
      kelas: string
      lebar: string[]
      kepala: SelVM[][]
      isi: { kelas: string; sel: SelVM[] }[]
      catatan: RunVM[][]
    }
  | { bagian: 'isian-data'; kelas: string; baris: { label: string; runs: RunVM[] }[] }
  | { bagian: 'kotak-centang'; kelas: string; butir: { runs: RunVM[]; dicentang: boolean }[] }
  | { bagian: 'tanda-tangan'; kelas: string; pihak: (PihakVM | null)[] }
  | { bagian: 'garis'; kelas: string }
  | { bagian: 'gambar'; alamat: string; uraian: string; keterangan: string; kelas: string }
  | { bagian: 'grafik'; grafik: GambarGrafik }
  | { bagian: 'bingkai'; kelas: string; baris: { sel: { kelas: string; isi: BlokVM[] }[] }[] }

export type Pratinjau = {
  kelas: string
  jenis: string
  kop: { atas: readonly string[]; kantor: string; rincian: string[]; logo: string } | null
  blok: BlokVM[]
  kaki: string
}

export type PilihanPratinjau = {
  /** address of a picture named in the tree; '' leaves it out */
  readonly alamatGambar?: (sumber: string) => string
}

type Alamat = (sumber: string) => string

/** View model of the preview; show it with include('/parsial/dokumen/dokumen', { pratinjau }). */
export function susunPratinjau(dokumen: Dokumen, pilihan: PilihanPratinjau = {}): Pratinjau {
  const alamat = pilihan.alamatGambar ?? (() => '')
  const { kop } = dokumen
  return {
    kelas: `dok dok-${dokumen.ukuran.toLowerCase()} dok-${dokumen.arah}`,
    jenis: dokumen.jenis,
    kop: kop && {
      atas: kop.instansi.slice(0, -1),
      kantor: kop.instansi.at(-1) ?? '',
      rincian: [kop.alamat ?? '', kontakKop(kop)].filter(Boolean),
      logo: kop.logo ? alamat(kop.logo) : '',
    },
    blok: susunBlokVM(dokumen.isi, alamat),
    kaki: dokumen.kaki ?? '',
  }
}

function susunBlokVM(isi: readonly Blok[], alamat: Alamat): BlokVM[] {
  // in the preview a page break and a gap are space that the style gives anyway, and there are no pages to list
  return isi.flatMap((blok) =>
    blok.jenis === 'pemisahHalaman' || blok.jenis === 'jarak' || blok.jenis === 'daftarIsi'
      ? []
      : [satuBlok(blok, alamat)],
  )
}

function satuBlok(blok: Exclude<Blok, { jenis: 'pemisahHalaman' | 'jarak' | 'daftarIsi' }>, alamat: Alamat): BlokVM {
  switch (blok.jenis) {
    case 'judul': {
      const dasar = { bagian: 'judul', tingkat: blok.tingkat, runs: runVM(blok.teks) } as const
      return { ...dasar, subjudul: blok.subjudul ?? '', nomor: blok.nomor ?? null }
    }
    case 'paragraf':
      return {
        bagian: 'paragraf',
        runs: runVM(blok.teks),
        kelas: kelas([`dok-rata-${blok.rata ?? 'kiri'}`, blok.menjorok && 'dok-menjorok', hurufVM(blok.huruf)]),
      }
    case 'daftar':
      return daftarVM(blok)
    case 'tabel':
      return tabelVM(blok)
    case 'isianData':
      return {
        bagian: 'isian-data',
        kelas: hurufVM(blok.huruf),
        baris: blok.baris.map((b) => ({ label: b.label, runs: runVM(b.nilai) })),
      }
    case 'kotakCentang': {
      const butir = blok.butir.map((b) => ({ runs: runVM(b.teks), dicentang: b.dicentang }))
      return { bagian: 'kotak-centang', kelas: kelas([`dok-kolom-${blok.kolom ?? 1}`, hurufVM(blok.huruf)]), butir }
    }
    case 'tandaTangan':
      return tandaTanganVM(blok, alamat)
    case 'garis':
      return { bagian: 'garis', kelas: `dok-garis-${blok.gaya ?? 'tipis'}` }
    case 'gambar': {
      const { uraian, keterangan = '', rata = 'tengah' } = blok
      return { bagian: 'gambar', alamat: alamat(blok.sumber), uraian, keterangan, kelas: `dok-rata-${rata}` }
    }
    case 'grafik':
      return { bagian: 'grafik', grafik: susunGambarGrafik(blok.grafik) }
    case 'bingkai':
      return bingkaiVM(blok, alamat)
  }
}

function runVM(teks: Teks): RunVM[] {
  return runDari(teks).flatMap((run) => {
    const nama = kelas([run.tebal && 'dok-tebal', run.miring && 'dok-miring', run.garisBawah && 'dok-garis-bawah'])
    return bersihkanTeks(run.teks)
      .split('\n')
      .map((baris, i) => ({ teks: baris, kelas: nama, ganti: i > 0 }))
  })
}

function kelas(nama: readonly (string | false | undefined)[]): string {
  return nama.filter(Boolean).join(' ')
}

function hurufVM(huruf: string | undefined): string {
  return huruf === 'kecil' ? 'dok-kecil' : huruf === 'sangatKecil' ? 'dok-sangat-kecil' : ''
}

function daftarVM(blok: BlokDaftar): Extract<BlokVM, { bagian: 'daftar' }> {
  return {
    bagian: 'daftar',
    berurut: blok.gaya === 'angka' || blok.gaya === 'huruf',
    kelas: `dok-daftar-${blok.gaya}`,
    mulai: blok.mulai ?? 1,
    butir: blok.butir.map((butir) => {
      const { teks, anak } = typeof butir === 'string' || Array.isArray(butir) ? { teks: butir } : butir
      return { runs: runVM(teks), anak: anak ? daftarVM(anak) : null }
    }),
  }
}

/** Classes of widths: whole per cent from the weights, 100 in all. */
function kelasLebar(bobot: readonly number[]): string[] {
  const jumlah = bobot.reduce((a, b) => a + b, 0)
  let sampai = 0
  return bobot.map((b) => {
    const dari = Math.round((sampai / jumlah) * 100)
    sampai += b
    return `dok-l-${Math.max(1, Math.round((sampai / jumlah) * 100) - dari)}`
  })
}

function tabelVM(blok: BlokTabel): BlokVM {
  const kepala = blok.kepala.map((baris) =>
    baris.map((sel) => ({ runs: runVM(sel.teks), kelas: '', kolom: sel.kolom ?? 1, baris: sel.baris ?? 1 })),
  )
  const nomor = blok.kolom.map((_, i) => ({
    runs: [{ teks: `(${i + 1})`, kelas: 'dok-miring', ganti: false }],
    kelas: '',
    kolom: 1,
    baris: 1,
  }))
  return {
    bagian: 'tabel',
    judul: blok.judul ?? '',
    kelas: hurufVM(blok.huruf),
    lebar: kelasLebar(blok.kolom.map((k) => k.bobot)),
    kepala: blok.nomorKolom ? [...kepala, nomor] : kepala,
    isi: barisVM(blok),
    catatan: (blok.catatan ?? []).map(runVM),
  }
}

/** Rows with the alignment of the column in which each cell comes to stand (spans from above counted). */
function barisVM(blok: BlokTabel): { kelas: string; sel: SelVM[] }[] {
  const tertahan = new Array<number>(blok.kolom.length).fill(0)
  return blok.isi.map((baris) => {
    let k = 0
    const sel = baris.sel.map((mentah): SelVM => {
      const s = selLengkap(mentah)
      while ((tertahan[k] ?? 0) > 0) k += 1
      const rata = s.rata ?? ((s.kolom ?? 1) > 1 ? 'kiri' : blok.kolom[k]?.rata) ?? 'kiri'
      const kotak = s.centang === undefined ? [] : [{ teks: s.centang ? '☑ ' : '☐ ', kelas: '', ganti: false }]
      const nama = kelas([`dok-rata-${rata}`, s.tebal && 'dok-tebal', s.arsir && 'dok-arsir', s.batang && 'dok-batang'])
      for (let i = k; i < k + (s.kolom ?? 1); i += 1) tertahan[i] = s.baris ?? 1
      k += s.kolom ?? 1
      return { runs: [...kotak, ...runVM(s.teks)], kelas: nama, kolom: s.kolom ?? 1, baris: s.baris ?? 1 }
    })
    for (let i = 0; i < tertahan.length; i += 1) tertahan[i] = Math.max(0, (tertahan[i] ?? 0) - 1)
    return { kelas: baris.gaya && baris.gaya !== 'biasa' ? `dok-baris-${baris.gaya}` : '', sel }
  })
}

function tandaTanganVM(blok: BlokTandaTangan, alamat: Alamat): BlokVM {
  const perBaris = blok.perBaris ?? Math.min(blok.pihak.length, 3)
  const pihak = blok.pihak.map(
    (p): PihakVM | null =>
      p && {
        pengantar: p.pengantar ?? [],
        jabatan: p.jabatan,
        gambar: p.tanda?.gambar ? alamat(p.tanda.gambar) : '',
        tanda: p.tanda?.teks ?? '',
        nama: p.nama || '(..............................)',
        bawah: [p.pangkat, p.nomorInduk].filter((teks): teks is string => Boolean(teks)),
      },
  )
  return { bagian: 'tanda-tangan', kelas: `dok-ttd-${perBaris}`, pihak }
}

function bingkaiVM(blok: BlokBingkai, alamat: Alamat): BlokVM {
  return {
    bagian: 'bingkai',
    kelas: blok.garis === false ? '' : 'dok-bergaris',
    baris: blok.baris.map((baris) => {
      const lebar = kelasLebar(baris.sel.map((s) => s.bobot))
      return { sel: baris.sel.map((s, i) => ({ kelas: lebar[i] ?? '', isi: susunBlokVM(s.isi, alamat) })) }
    }),
  }
}
