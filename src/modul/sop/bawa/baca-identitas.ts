import { bacaTanggal } from '../baca-tanggal.ts'
import type { KesalahanSop } from '../baca-yaml.ts'
import { type BarisTabel, kataDaftar, type Letak, sebutTempat, teksSel } from './baca-tabel.ts'
import type { SelTerbaca } from './buka-buku.ts'
import { BARIS_BERULANG, BARIS_TUNGGAL, KAMUS, KOLOM_IDENTITAS, LEMBAR } from './formulir-excel.ts'

type BahanIdentitas = {
  kesalahan: KesalahanSop[]
  catat: (jejak: string, letak: Letak) => void
}

/** The identity sheet: rows by the name of their field, lists one item per row. */
export function susunIdentitas(
  baris: readonly BarisTabel[],
  { kesalahan, catat }: BahanIdentitas,
): Record<string, unknown> {
  const hasil: Record<string, unknown> = { identitas: { disahkanOleh: {} } }
  const berulang = new Map<string, unknown[]>()
  for (const b of baris) {
    const nama = teksSel(b.isi('isian')) ?? ''
    const letak = { lembar: LEMBAR.identitas, nomor: b.nomor, isian: 'isi', kolom: KOLOM_IDENTITAS }
    const tunggal = Object.entries(BARIS_TUNGGAL).find(([judul]) => judul.toLowerCase() === nama.toLowerCase())?.[1]
    const daftar = BARIS_BERULANG.find((d) => d.isian.toLowerCase() === nama.toLowerCase())
    if (tunggal) {
      pasang(hasil, tunggal.split('.'), nilaiIdentitas(tunggal, b.isi('isi')))
      catat(tunggal, letak)
    } else if (daftar) {
      const isi = butirIdentitas(daftar.bidang, b)
      if (isi === null) continue
      const semua = berulang.get(daftar.bidang) ?? []
      catat(`identitas.${daftar.bidang}.${semua.length}`, letak)
      berulang.set(daftar.bidang, [...semua, isi])
    } else {
      kesalahan.push({
        letak: 'Identitas',
        pesan:
          nama === ''
            ? 'Baris ini tidak bernama isian.'
            : `Isian "${nama.slice(0, 60)}" tidak dikenal; isinya tidak terbawa.`,
        tempat: sebutTempat({ ...letak, isian: 'isian' }),
      })
    }
  }
  for (const [bidang, isi] of berulang) pasang(hasil, ['identitas', bidang], isi)
  return hasil
}

function butirIdentitas(bidang: string, b: BarisTabel): unknown {
  const isi = teksSel(b.isi('isi'))
  if (isi === null) return null
  return bidang === 'dasarHukum' ? { teks: isi, asli: teksSel(b.isi('asli')), catatan: teksSel(b.isi('catatan')) } : isi
}

function nilaiIdentitas(bidang: string, sel: SelTerbaca): unknown {
  const isi = teksSel(sel)
  if (bidang === 'tujuan') return isi === null ? undefined : KAMUS.tujuan.keKode(isi)
  if (bidang === 'periode') return kataDaftar(isi).map(KAMUS.periode.keKode)
  if (bidang === 'bolehMelewati') return kataDaftar(isi)
  if (bidang.includes('tanggal')) return isi === null ? null : bacaTanggal(isi)
  return bidang === 'nama' || bidang === 'kode' ? (isi ?? undefined) : isi
}

function pasang(akar: Record<string, unknown>, [kunci = '', ...sisa]: readonly string[], nilai: unknown): void {
  if (sisa.length === 0) {
    akar[kunci] = nilai
    return
  }
  akar[kunci] ??= {}
  pasang(akar[kunci] as Record<string, unknown>, sisa, nilai)
}
