import { bagiHalaman, type PotonganHalaman, tinggiPitaSendiri } from './bagi-halaman.ts'
import type { BahanLembar } from './bahan.ts'
import { type BarisTabel, potongBaris, susunBarisTabel } from './baris-tabel.ts'
import type { AlirHalaman } from './gambar-alir.ts'
import { type SusunanKolom, susunKolom, tinggiKepala } from './kepala-tabel.ts'
import { susunKisi } from './kisi.ts'
import { bagiLebar } from './lebar-kolom.ts'
import type { Kotak } from './lembar.ts'
import { type LetakX, lebarSimbolUntuk, lebarTerkecil, susunLetakX } from './letak-x.ts'
import { susunLetakY } from './letak-y.ts'
import { gabungKebutuhan, kebutuhanLorong, susunLorong } from './lorong.ts'
import { susunNamaPenghubung } from './nama-penghubung.ts'
import { type IngatanPita, perbaikiPita } from './perbaiki-pita.ts'
import { JARAK, TINGGI_JUDUL } from './ukuran.ts'

/** Everything of the flow table but the drawing: rows, pages, arrows, columns. */
export type Rencana = {
  readonly bidang: Kotak
  readonly halamanSebelum: number
  readonly baris: readonly BarisTabel[]
  readonly potongan: readonly PotonganHalaman[]
  readonly alir: readonly AlirHalaman[]
  readonly letakX: LetakX
  readonly kolom: SusunanKolom
  readonly yTabel: number
  /** width the arrows ask for */
  readonly perlu: number
  /** does every page hold what stands on it? */
  readonly muat: boolean
}

export type RuangTabel = { readonly bidang: Kotak; readonly halamanSebelum: number }

/** Plans the table for a width of the pelaksana columns and a height of their names. */
export function rencanakan(
  bahan: BahanLembar,
  ruang: RuangTabel & { lebarPelaksana: number; tinggiNama: number; ingatan: IngatanPita },
): Rencana {
  const { bidang, lebarPelaksana, tinggiNama } = ruang
  const banyakKolom = bahan.kolom.length
  const { ukuran, lebarTeks } = bagiLebar(bahan, { lebar: bidang.lebar, lebarPelaksana })
  const susunan = susunKolom(lebarTeks, { x: bidang.x, lebarPelaksana })
  const yTabel = bidang.y + TINGGI_JUDUL
  const kapasitas = bidang.tinggi - TINGGI_JUDUL - tinggiKepala(tinggiNama)
  const utuh = susunBarisTabel(bahan, { ukuran, lebarTeks })
  const baris = potongBaris(utuh, { kapasitas, pita: tinggiPitaSendiri(utuh, banyakKolom) })
  const potongan = bagiHalaman(baris, { kapasitas, banyakKolom })
  const sebut = susunNamaPenghubung(baris, potongan, ruang.halamanSebelum)
  const alir = potongan.map((p, ke): AlirHalaman => {
    const awal = susunKisi(baris, p, { banyakKolom, sebut: (penghubung) => sebut(penghubung, ke) })
    const { kisi, lintasan } = perbaikiPita(awal, { ingatan: ruang.ingatan, kunci: `${p.dari}-${p.sampai}` })
    const isi = baris.slice(p.dari, p.sampai + 1)
    const y = susunLetakY(kisi, { isi, potongan: p, y: yTabel + tinggiKepala(tinggiNama) })
    return { kisi, lintasan, y, tempat: susunLorong(kisi, lintasan, y) }
  })
  const kebutuhan = gabungKebutuhan(alir.map((a) => kebutuhanLorong(a.kisi, a.lintasan, a.tempat)))
  const lebarSimbol = lebarSimbolUntuk(lebarPelaksana, banyakKolom)
  const letakX = susunLetakX(kebutuhan, { x: susunan.pelaksana, lebar: lebarPelaksana, lebarSimbol })
  return {
    bidang,
    halamanSebelum: ruang.halamanSebelum,
    baris,
    potongan,
    alir,
    letakX,
    kolom: { x: susunan.x, lebar: lebarTeks, batasPelaksana: letakX.batas, kanan: susunan.kanan },
    yTabel,
    perlu: lebarTerkecil(kebutuhan, { jarak: JARAK.lorong, lebarSimbol }),
    muat: letakX.muat && alir.every((a) => a.y.bawah <= bidang.y + bidang.tinggi + 0.01),
  }
}
