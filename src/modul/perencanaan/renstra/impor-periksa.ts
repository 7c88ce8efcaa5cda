import type { IsiBuku, NilaiBaris, SalahBaris } from '../../impor/index.ts'
import {
  isiDariBaris,
  kunciInduk,
  kunciUnsur,
  LEMBAR_UNSUR,
  type LembarUnsur,
  lembarInduk,
  type RenstraAda,
} from './impor-ada.ts'
import { ALASAN_PAKAI, TEKS_UNSUR } from './istilah.ts'
import type { Unsur } from './kueri-unsur.ts'
import { periksaUnsur } from './periksa-unsur.ts'
import { bacaMatriks, sudahDipakai } from './simpan-target.ts'
import { bedaUnsur } from './tulis-unsur.ts'

/** Fields of a part → columns of its sheet, where the name differs. */
const KOLOM: Readonly<Record<string, string | null>> = { induk: null, unitId: 'unit' }

/** Rules of the rows of one sheet of parts: a place above them, fields, reason after use, numbers without gaps. Pure. */
export function periksaUnsurBuku(lembar: LembarUnsur, isi: IsiBuku, ada: RenstraAda): SalahBaris[] {
  const baris = isi[lembar] ?? []
  const nomorAda = new Set([...ada.unsur[lembar].keys(), ...baris.map((b) => kunciUnsur(lembar, b.nilai))])
  return baris.flatMap(({ nomor, nilai }) =>
    Object.entries({ ...periksaSatu(lembar, nilai, { isi, ada }), ...periksaNomor(lembar, nilai, nomorAda) }).map(
      ([bidang, pesan]) => ({
        lembar,
        nomor,
        kolom: bidang === 'induk' ? (lembar === 'program' ? 'sasaran' : null) : (KOLOM[bidang] ?? bidang),
        pesan,
      }),
    ),
  )
}

type Bahan = { isi: IsiBuku; ada: RenstraAda }
function periksaSatu(lembar: LembarUnsur, nilai: NilaiBaris, { isi, ada }: Bahan): Record<string, string> {
  const tingkat = LEMBAR_UNSUR[lembar]
  const atas = lembarInduk(lembar)
  const kunciAtas = kunciInduk(lembar, nilai)
  const dalamBerkas = atas ? (isi[atas] ?? []).some((b) => kunciUnsur(atas, b.nilai) === kunciAtas) : false
  const unsurAtas = atas ? ada.unsur[atas].get(kunciAtas) : undefined
  if (atas && !unsurAtas && !dalamBerkas)
    return { induk: `${TEKS_UNSUR[LEMBAR_UNSUR[atas]]} ${kunciAtas} tidak ada. Tulis dahulu pada lembarnya.` }
  const induk = atas ? (unsurAtas?.id ?? 'baru') : ada.renstra.id
  const jadi = isiDariBaris(lembar, nilai, { induk, unit: ada.unit })
  const salah = periksaUnsur(jadi, { tingkat, kodeAtas: lembar === 'kegiatan' || lembar === 'sub' ? kunciAtas : '' })
  const lama = ada.unsur[lembar].get(kunciUnsur(lembar, nilai))
  return { ...salah, ...(lama ? periksaUbah(lama, { jadi, nilai, ada }) : {}) }
}

type Ubah = { jadi: ReturnType<typeof isiDariBaris>; nilai: NilaiBaris; ada: RenstraAda }
function periksaUbah(lama: Unsur, { jadi, nilai, ada }: Ubah): Record<string, string> {
  const beda = bedaUnsur(lama, jadi)
  const alasan = nilai.alasan ?? ''
  const berubah = Object.keys(beda.baru).length > 0
  if (!berubah)
    return alasan === lama.alasanUbah || !('alasan' in nilai)
      ? {}
      : { alasan: 'Alasan hanya ditulis bila ada yang berubah.' }
  if (!ada.dipakai.has(lama.id)) return {}
  if ('induk' in beda.baru)
    return { induk: 'Ini sudah dipakai, jadi tidak dapat dipindah. Akhiri, lalu tulis yang baru.' }
  return alasan.length < 10 || alasan === lama.alasanUbah ? { alasan: ALASAN_PAKAI } : {}
}

/** Tujuan and sasaran are numbered 1, 2, 3, … below what they belong to. */
function periksaNomor(lembar: LembarUnsur, nilai: NilaiBaris, ada: ReadonlySet<string>): Record<string, string> {
  if (lembar !== 'tujuan' && lembar !== 'sasaran') return {}
  const teks = nilai.nomor ?? ''
  const pola = lembar === 'tujuan' ? /^[1-9]\d?$/ : /^[1-9]\d?\.[1-9]\d?$/
  if (!pola.test(teks))
    return { nomor: lembar === 'tujuan' ? 'Tulis nomor urut, misalnya 1.' : 'Tulis nomor sasaran, misalnya 1.2.' }
  const bagian = teks.split('.')
  const terakhir = Number(bagian.pop())
  const sebelum = [...bagian, String(terakhir - 1)].join('.')
  return terakhir === 1 || ada.has(sebelum) ? {} : { nomor: `Nomor harus berurutan: ${sebelum} belum ada.` }
}

/** Targets that cannot be read, of unknown indicators, or already agreed on in a PK. Pure. */
export function periksaTargetBuku(isi: IsiBuku, ada: RenstraAda): SalahBaris[] {
  return (isi.target ?? []).flatMap(({ nomor, nilai }) => {
    const tolak = (kolom: string | null, pesan: string) => ({ lembar: 'target', nomor, kolom, pesan })
    const indikator = ada.target.find((i) => i.kode === nilai.indikator)
    if (!indikator) return [tolak('indikator', 'Indikator aktif dengan kode ini tidak ada.')]
    const baris = Object.fromEntries(Object.entries(nilai).map(([k, v]) => [k, v ?? '']))
    const { ubah, salah } = bacaMatriks([{ ...baris, indikator: indikator.id }], {
      renstra: ada.renstra,
      indikator: ada.target,
    })
    return [
      ...Object.entries(salah).map(([bidang, pesan]) => tolak(bidang.split('.')[2] ?? null, pesan)),
      ...ubah
        .filter(sudahDipakai)
        .map((u) =>
          tolak(u.kolom.kode, 'Sudah ada dalam Perjanjian Kinerja. Ubah pada halaman Target Renstra, dengan alasan.'),
        ),
    ]
  })
}
