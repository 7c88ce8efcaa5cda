import ExcelJS from 'exceljs'
import { MUTU_SKM } from '../pengukuran/index.ts'
import { hitungSurvei } from './hitung-survei.ts'
import type { Jawaban, Survei } from './kueri.ts'
import { BAGIAN_PROFIL, pilihanProfil } from './unsur.ts'

export type TugasExcelSurvei = {
  readonly survei: Survei
  readonly jawaban: readonly Jawaban[]
  readonly instansi: string
  readonly nama: string
}

const ABU: ExcelJS.Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8EDF3' } }
const KEPALA = 5
const DUA = '#,##0.00'
const EMPAT = '#,##0.0000'

/**
 * The survey as a workbook: the questionnaires (or the totals), and the processing with live formulas: sum, respondents,
 * NRR, NRR tertimbang, IKM, mutu. What is changed in a cell changes the IKM. Each formula carries its result, for phones and
 * previews that show a workbook without computing it.
 */
export async function buatBukuSurvei({ survei, jawaban, instansi, nama }: TugasExcelSurvei): Promise<Uint8Array> {
  const buku = new ExcelJS.Workbook()
  buku.creator = 'Takar'
  buku.title = `SKM ${nama}`
  const judul = [instansi, 'PENGOLAHAN SURVEI KEPUASAN MASYARAKAT', nama]
  const rinci = survei.cara === 'KUESIONER' && jawaban.length > 0
  if (rinci) lembarJawaban(buku, { survei, jawaban, judul })
  lembarPengolahan(buku, { survei, judul, banyak: rinci ? jawaban.length : 0 })
  return new Uint8Array(await buku.xlsx.writeBuffer())
}

type Lembar = {
  readonly nama: string
  readonly judul: readonly string[]
  readonly kolom: readonly (readonly [string, number])[]
}
function buatLembar(buku: ExcelJS.Workbook, { nama, judul, kolom }: Lembar): ExcelJS.Worksheet {
  const ws = buku.addWorksheet(nama, {
    views: [{ state: 'frozen', ySplit: KEPALA }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  })
  judul.forEach((teks, ke) => {
    ws.mergeCells(ke + 1, 1, ke + 1, kolom.length)
    Object.assign(ws.getCell(ke + 1, 1), { value: teks, font: { bold: true }, alignment: { horizontal: 'center' } })
  })
  kolom.forEach(([teks, lebar], ke) => {
    ws.getColumn(ke + 1).width = lebar
    const alignment = { horizontal: 'center', vertical: 'middle', wrapText: true } as const
    Object.assign(ws.getCell(KEPALA, ke + 1), { value: teks, font: { bold: true }, fill: ABU, alignment })
  })
  return ws
}

const LABEL = Object.fromEntries(BAGIAN_PROFIL.map((b) => [b, Object.fromEntries(pilihanProfil(b))]))
type Isi = { readonly survei: Survei; readonly judul: readonly string[] }

function lembarJawaban(
  buku: ExcelJS.Workbook,
  { survei, jawaban, judul }: Isi & { jawaban: readonly Jawaban[] },
): void {
  const ws = buatLembar(buku, {
    nama: 'Jawaban',
    judul,
    kolom: [
      ['No', 7],
      ...survei.unsur.map((u) => [u.kode, 6] as const),
      ...(['Umur', 'Jenis kelamin', 'Pendidikan', 'Pekerjaan'] as const).map((teks) => [teks, 13] as const),
      ['Saran', 50],
    ],
  })
  for (const [ke, j] of jawaban.entries()) {
    const baris = ws.getRow(KEPALA + 1 + ke)
    baris.values = [
      j.nomor,
      ...survei.unsur.map((u) => j.nilai[u.kode] ?? null),
      ...BAGIAN_PROFIL.map((b) => LABEL[b]?.[j[b]] ?? null),
      j.saran || null,
    ]
  }
}

function lembarPengolahan(buku: ExcelJS.Workbook, { survei, judul, banyak }: Isi & { banyak: number }): void {
  const kolom = [
    ['Unsur', 8],
    ['Nama unsur', 44],
    ['Jumlah nilai', 14],
    ['Responden', 12],
    ['NRR', 10],
    ['Bobot', 10],
    ['NRR tertimbang', 16],
    ['Nilai unsur', 12],
  ] as const
  const ws = buatLembar(buku, { nama: 'Pengolahan', judul, kolom })
  const awal = KEPALA + 1
  const akhir = KEPALA + survei.unsur.length
  survei.unsur.forEach((u, ke) => {
    const r = awal + ke
    const { letter } = ws.getColumn(ke + 2)
    const rentang = `Jawaban!${letter}${KEPALA + 1}:${letter}${KEPALA + banyak}`
    const nrr = u.jumlahNilai !== null && u.responden ? u.jumlahNilai / u.responden : null
    const bobot = u.bobot === null ? 1 / survei.unsur.length : Number(u.bobot)
    const isi =
      banyak > 0
        ? [rumus(`SUM(${rentang})`, u.jumlahNilai ?? 0), rumus(`COUNT(${rentang})`, u.responden ?? 0)]
        : [u.jumlahNilai, u.responden]
    const hitung = [
      rumus(`IF(D${r}>0,C${r}/D${r},"")`, nrr ?? ''),
      u.bobot === null ? rumus(`1/${survei.unsur.length}`, bobot) : bobot,
      rumus(`IF(D${r}>0,E${r}*F${r},"")`, nrr === null ? '' : nrr * bobot),
      rumus(`IF(D${r}>0,E${r}*25,"")`, nrr === null ? '' : nrr * 25),
    ]
    ws.getRow(r).values = [u.kode, u.nama, ...isi, ...hitung]
    for (const sel of ['E', 'F', 'G']) ws.getCell(`${sel}${r}`).numFmt = EMPAT
    ws.getCell(`H${r}`).numFmt = DUA
  })
  hasilAkhir(ws, { survei, awal, akhir })
}

const rumus = (formula: string, result: number | string): ExcelJS.CellFormulaValue => ({ formula, result })

type Letak = { readonly survei: Survei; readonly awal: number; readonly akhir: number }
function hasilAkhir(ws: ExcelJS.Worksheet, { survei, awal, akhir }: Letak): void {
  const r = akhir + 2
  const hasil = hitungSurvei(survei)
  const ikm =
    survei.cara === 'HASIL'
      ? Number(survei.ikm ?? 0)
      : rumus(
          `IF(COUNT(G${awal}:G${akhir})=ROWS(G${awal}:G${akhir}),ROUND(SUM(G${awal}:G${akhir})*25,2),"")`,
          hasil.ikm === null ? '' : Number(hasil.ikm),
        )
  ws.getCell(`B${r}`).value = 'IKM (jumlah NRR tertimbang × 25)'
  ws.getCell(`C${r}`).value = ikm
  ws.getCell(`C${r}`).numFmt = DUA
  ws.getCell(`B${r + 1}`).value = 'Mutu pelayanan (PermenPANRB 14/2017)'
  ws.getCell(`C${r + 1}`).value = rumus(`IF(C${r}="","",${rumusMutu(`C${r}`)})`, hasil.mutu?.mutu ?? '')
  for (const sel of [`B${r}`, `C${r}`, `B${r + 1}`, `C${r + 1}`]) ws.getCell(sel).font = { bold: true }
}

/** The class of a value as a formula, from the bounds by which everything else reads it; the lowest needs none. */
const rumusMutu = (sel: string): string =>
  MUTU_SKM.slice(0, -1).reduceRight(
    (lain, { mutu, batasBawah }) => `IF(${sel}>=${batasBawah},"${mutu}",${lain})`,
    `"${MUTU_SKM.at(-1)?.mutu ?? ''}"`,
  )
