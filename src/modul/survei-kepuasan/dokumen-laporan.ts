import { Desimal, formatAngka, TANPA_NILAI } from '../../inti/angka/index.ts'
import { type Blok, type Dokumen, kopKecamatan } from '../../inti/dokumen/index.ts'
import { tanggalPendek } from '../../inti/waktu/index.ts'
import { type Kecamatan, type Pejabat, pihakCamat } from '../organisasi/index.ts'
import type { TindakLanjut } from '../tindak-lanjut/index.ts'
import { namaSurvei } from './catat-survei.ts'
import { empat, type HasilUnsur, hitungSurvei, periodeSurvei, type Rangkuman } from './hitung-survei.ts'
import { CARA_SURVEI } from './isian.ts'
import type { Survei } from './kueri.ts'
import { BAGIAN_PROFIL, PROFIL, pilihanProfil } from './unsur.ts'

export type IsiLaporan = {
  readonly survei: Survei
  readonly tindakLanjut: readonly TindakLanjut[]
  readonly saran: readonly string[]
}
type Bahan = {
  readonly isi: readonly IsiLaporan[]
  readonly kecamatan: Kecamatan
  readonly camat: Pejabat | null
  /** YYYY-MM-DD */
  readonly hari: string
}

/** Report of the Survei Kepuasan Masyarakat: method, respondents, result per unsur, IKM and mutu, follow-up. */
export function susunLaporan({ isi, kecamatan, camat, hari }: Bahan): Dokumen {
  const [satu] = isi
  const nama = isi.length === 1 && satu ? namaSurvei(satu.survei) : `${isi.length} layanan ${satu?.survei.tahun ?? ''}`
  return {
    judul: `Laporan SKM ${nama}`,
    jenis: 'Laporan Survei Kepuasan Masyarakat',
    ukuran: 'F4',
    arah: 'tegak',
    kop: kopKecamatan(kecamatan),
    tanggal: hari,
    isi: [
      ...isi.flatMap((bagian, ke): Blok[] => [
        ...(ke > 0 ? [{ jenis: 'pemisahHalaman' } as const] : []),
        ...susunBagian(bagian),
      ]),
      { jenis: 'jarak', mm: 4 },
      tandaTangan({ camat, kecamatan, hari }),
    ],
  }
}

function susunBagian({ survei, tindakLanjut, saran }: IsiLaporan): Blok[] {
  const hasil = hitungSurvei(survei)
  return [
    {
      jenis: 'judul',
      tingkat: 1,
      teks: 'LAPORAN SURVEI KEPUASAN MASYARAKAT',
      subjudul: `${survei.layanan}\n${periodeSurvei(survei)}`,
    },
    { jenis: 'judul', tingkat: 2, teks: 'A. Metode' },
    { jenis: 'isianData', baris: barisMetode(survei, hasil), lebarLabelMm: 48 },
    { jenis: 'judul', tingkat: 2, teks: 'B. Profil responden' },
    ...bagianProfil(survei),
    { jenis: 'judul', tingkat: 2, teks: 'C. Hasil' },
    ...(hasil.unsur.length > 0 ? [tabelUnsur(hasil)] : []),
    ...paragrafHasil(hasil),
    { jenis: 'judul', tingkat: 2, teks: 'D. Unsur terendah dan tindak lanjut' },
    ...bagianTindakLanjut(hasil, tindakLanjut),
    ...(saran.length > 0 ? bagianSaran(saran) : []),
  ]
}

function barisMetode(survei: Survei, { responden, perlu, rumus }: Rangkuman) {
  const { petugas, pengunjung, batal } = survei.kuesioner
  const asal = survei.cara === 'KUESIONER' ? ` (${petugas} diketik petugas, ${pengunjung} dari ponsel pengunjung)` : ''
  const sampel =
    perlu === null
      ? 'jumlah penerima layanan tidak dicatat'
      : `${formatAngka(perlu)} dari ${formatAngka(survei.populasi)} penerima layanan (Krejcie dan Morgan)`
  return [
    { label: 'Dasar', nilai: 'PermenPANRB Nomor 14 Tahun 2017' },
    { label: 'Pelaksana', nilai: survei.unitNama },
    { label: 'Periode', nilai: periodeSurvei(survei) },
    { label: 'Cara', nilai: CARA_SURVEI[survei.cara] },
    ...(survei.sumber ? [{ label: 'Sumber', nilai: survei.sumber }] : []),
    { label: 'Responden', nilai: `${formatAngka(responden)} orang${asal}` },
    ...(batal > 0 ? [{ label: 'Tidak dipakai', nilai: `${batal} kuesioner, alasannya tercatat` }] : []),
    { label: 'Sampel yang diperlukan', nilai: sampel },
    { label: 'Rumus', nilai: rumus || 'IKM = jumlah NRR tertimbang × 25' },
    ...(survei.keterangan ? [{ label: 'Keterangan', nilai: survei.keterangan }] : []),
  ]
}

function bagianProfil({ profil }: Survei): Blok[] {
  const isi = BAGIAN_PROFIL.flatMap((bagian) => {
    const ada = pilihanProfil(bagian).filter(([kode]) => (profil[`${bagian}.${kode}`] ?? 0) > 0)
    const jumlah = ada.reduce((j, [kode]) => j + (profil[`${bagian}.${kode}`] ?? 0), 0)
    return ada.map(([kode, teks], ke) => {
      const n = profil[`${bagian}.${kode}`] ?? 0
      const sel = [teks, formatAngka(n), formatAngka(new Desimal(n).times(100).div(jumlah), { desimal: 1 })]
      return { sel: ke === 0 ? [{ teks: PROFIL[bagian].teks, baris: ada.length }, ...sel] : sel }
    })
  })
  if (isi.length === 0) return [{ jenis: 'paragraf', teks: 'Profil responden tidak dicatat.' }]
  return [
    {
      jenis: 'tabel',
      kolom: [{ bobot: 28 }, { bobot: 42 }, { bobot: 15, rata: 'angka' }, { bobot: 15, rata: 'angka' }],
      kepala: [['Profil', 'Kelompok', 'Jumlah', '%'].map((teks) => ({ teks }))],
      huruf: 'kecil',
      isi,
    },
  ]
}

function tabelUnsur({ unsur }: Rangkuman): Blok {
  const kepala = ['No', 'Unsur', 'Jumlah nilai', 'Responden', 'NRR', 'NRR tertimbang', 'Nilai', 'Mutu']
  return {
    jenis: 'tabel',
    judul: 'Nilai rata-rata (NRR) tiap unsur',
    kolom: [
      { bobot: 6, rata: 'tengah' },
      { bobot: 34 },
      { bobot: 11, rata: 'angka' },
      { bobot: 11, rata: 'angka' },
      { bobot: 11, rata: 'angka' },
      { bobot: 12, rata: 'angka' },
      { bobot: 9, rata: 'angka' },
      { bobot: 7, rata: 'tengah' },
    ],
    kepala: [kepala.map((teks) => ({ teks }))],
    nomorKolom: true,
    huruf: 'kecil',
    isi: unsur.map((u: HasilUnsur) => ({
      sel: [
        u.kode,
        u.bobot === null ? u.nama : `${u.nama} (bobot ${formatAngka(u.bobot)})`,
        formatAngka(u.jumlahNilai),
        formatAngka(u.responden),
        empat(u.nrr),
        empat(u.tertimbang),
        formatAngka(u.nilai, { desimal: 2 }),
        u.mutu ?? TANPA_NILAI,
      ],
    })),
  }
}

function paragrafHasil({ ikm, mutu, alasan, responden, perlu }: Rangkuman): Blok[] {
  if (ikm === null || !mutu) return [{ jenis: 'paragraf', teks: `IKM belum dapat dihitung: ${alasan}.` }]
  const kurang = perlu !== null && responden < perlu
  return [
    { jenis: 'jarak', mm: 2 },
    {
      jenis: 'paragraf',
      teks: [
        { teks: `Indeks Kepuasan Masyarakat (IKM): ${formatAngka(ikm, { desimal: 2 })}`, tebal: true },
        { teks: `, mutu pelayanan ${mutu.mutu} (${mutu.kinerja}).` },
      ],
    },
    ...(kurang
      ? [
          {
            jenis: 'paragraf',
            teks: `Responden (${formatAngka(responden)}) lebih sedikit daripada sampel yang diperlukan (${formatAngka(perlu)}); hasil ini dibaca dengan hati-hati.`,
          } satisfies Blok,
        ]
      : []),
  ]
}

function bagianTindakLanjut({ terendah }: Rangkuman, tindakLanjut: readonly TindakLanjut[]): Blok[] {
  const sebut = terendah.map((u) => `${u.kode} ${u.nama} (NRR ${empat(u.nrr)})`)
  const awal: Blok[] =
    sebut.length > 0
      ? [
          { jenis: 'paragraf', teks: 'Unsur dengan nilai terendah:' },
          { jenis: 'daftar', gaya: 'angka', butir: sebut },
        ]
      : [{ jenis: 'paragraf', teks: 'Nilai per unsur tidak tersedia.' }]
  if (tindakLanjut.length === 0)
    return [...awal, { jenis: 'paragraf', teks: 'Rencana tindak lanjut belum ditetapkan.' }]
  return [
    ...awal,
    {
      jenis: 'tabel',
      judul: 'Rencana tindak lanjut',
      kolom: [{ bobot: 24 }, { bobot: 36 }, { bobot: 16 }, { bobot: 24 }],
      kepala: [['Unsur', 'Perbaikan', 'Waktu', 'Penanggung jawab'].map((teks) => ({ teks }))],
      huruf: 'kecil',
      isi: tindakLanjut.map((t) => ({
        sel: [t.rujukan, t.uraian, t.tenggat ? tanggalPendek(t.tenggat) : 'tanpa tenggat', t.penanggungJawab],
      })),
    },
  ]
}

const bagianSaran = (saran: readonly string[]): Blok[] => [
  { jenis: 'judul', tingkat: 2, teks: 'E. Saran responden' },
  { jenis: 'daftar', gaya: 'strip', butir: [...saran] },
]

const tandaTangan = ({ camat, kecamatan, hari }: Pick<Bahan, 'camat' | 'kecamatan' | 'hari'>): Blok => ({
  jenis: 'tandaTangan',
  pihak: [pihakCamat(camat, { tempat: kecamatan.tempat, hari })],
})
