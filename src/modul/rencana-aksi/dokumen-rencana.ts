import { Desimal, denganSatuan, TANPA_NILAI } from '../../inti/angka/index.ts'
import { type Blok, type Dokumen, kopKecamatan } from '../../inti/dokumen/index.ts'
import { tanggalPanjang } from '../../inti/waktu/index.ts'
import type { Kecamatan } from '../organisasi/index.ts'
import { nilaiIndikator } from '../perencanaan/index.ts'
import { pihakPk, sebutan, teksTarget, uangKolom } from '../perjanjian-kinerja/index.ts'
import { ROMAWI } from './catat-aksi.ts'
import type { Aksi, Rencana } from './kueri.ts'

const TW = [1, 2, 3, 4] as const

/** The plan with what was done of it, as a sheet to sign: F4 across, one row per action (rencana aksi, PermenPANRB 53/2014). */
export function susunDokumenRencana(
  rencana: Rencana,
  { kecamatan, hari }: { kecamatan: Kecamatan; hari: string },
): Dokumen {
  const { pk } = rencana
  return {
    judul: `Rencana Aksi ${pk.tahun} ${sebutan(pk.kesatu)}`,
    jenis: 'Rencana Aksi',
    ukuran: 'F4',
    arah: 'mendatar',
    kop: kopKecamatan(kecamatan),
    tanggal: hari,
    isi: [
      {
        jenis: 'judul',
        tingkat: 1,
        teks: `RENCANA AKSI PERJANJIAN KINERJA ${pk.jenis === 'PERUBAHAN' ? 'PERUBAHAN ' : ''}TAHUN ${pk.tahun}`,
        subjudul: sebutan(pk.kesatu).toLocaleUpperCase('id-ID'),
      },
      tabel(rencana),
      {
        jenis: 'tandaTangan',
        perBaris: 2,
        pihak: [
          pk.kedua ? pihakPk(pk.kedua, ['', 'Mengetahui,']) : null,
          pihakPk(pk.kesatu, [`${kecamatan.tempat}, ${tanggalPanjang(hari)}`]),
        ],
      },
    ],
  }
}

const LEBAR = [3, 16, 16, 6, 4, 4, 4, 4, 9, 8, 4, 4, 4, 4, 8, 11, 11]
const tabel = ({ pk, aksi }: Rencana): Blok => ({
  jenis: 'tabel',
  huruf: 'sangatKecil',
  kolom: LEBAR.map((bobot, ke) => ({
    bobot,
    ...(ke === 0 || (ke >= 4 && ke <= 7) || (ke >= 10 && ke <= 13) ? { rata: 'tengah' as const } : {}),
    ...(ke === 9 || ke === 14 ? { rata: 'angka' as const } : {}),
  })),
  kepala: [
    [
      ...['No', 'Indikator dan target', 'Rencana aksi', 'Satuan'].map((teks) => ({ teks, baris: 2 })),
      { teks: 'Target triwulan', kolom: 4 },
      ...['Penanggung jawab', 'Anggaran (Rp)'].map((teks) => ({ teks, baris: 2 })),
      { teks: 'Realisasi triwulan', kolom: 4 },
      ...['Realisasi anggaran (Rp)', 'Kendala', 'Tindak lanjut'].map((teks) => ({ teks, baris: 2 })),
    ],
    [...ROMAWI, ...ROMAWI].map((teks) => ({ teks })),
  ],
  nomorKolom: true,
  isi: pk.target.flatMap((t, ke) => {
    const milik = aksi.filter((a) => a.indikatorId === t.indikatorId)
    const kepala = (baris: number) => [
      { teks: `${ke + 1}`, baris },
      { teks: `${t.nama} (${denganSatuan(teksTarget(t), t.satuan)})`, baris },
    ]
    if (milik.length === 0) return [{ sel: [...kepala(1), ...Array<string>(15).fill(TANPA_NILAI)] }]
    return milik.map((a, urut) => ({ sel: [...(urut === 0 ? kepala(milik.length) : []), ...barisAksi(a)] }))
  }),
})

const nilai = (teks: string | null | undefined): string => nilaiIndikator({ nilai: teks ?? null })
function barisAksi(a: Aksi): string[] {
  const pada = (tw: number) => a.realisasi.find((r) => r.triwulan === tw)
  const terpakai = a.realisasi.flatMap((r) => (r.anggaran === null ? [] : [r.anggaran]))
  const catatan = (bidang: 'kendala' | 'tindakLanjut') =>
    a.realisasi.flatMap((r) => (r[bidang] ? [`TW ${ROMAWI[r.triwulan - 1]}: ${r[bidang]}`] : [])).join('; ')
  return [
    a.aksi,
    a.satuan,
    ...TW.map((tw) => nilai(a.tw[tw - 1])),
    a.penanggungJawab ?? TANPA_NILAI,
    uangKolom(a.anggaran),
    ...TW.map((tw) => nilai(pada(tw)?.nilai)),
    uangKolom(terpakai.length === 0 ? null : terpakai.reduce((n, satu) => n.plus(satu), new Desimal(0))),
    catatan('kendala'),
    catatan('tindakLanjut'),
  ]
}
