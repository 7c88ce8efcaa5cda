import { type Pelaku, unitDipimpin, unitPelaku } from '../../inti/pelaku.ts'
import { ringkas } from '../../inti/ringkas.ts'
import { jam, namaPeriode, relatifHari, tanggalLokal, tanggalPendek } from '../../inti/waktu/index.ts'
import { kolomBertindak, kolomDitunggu, mengapaPengganti, perintahLangkah, sebutKolom } from '../siklus/index.ts'
import type { BagianTerbuka, BahanTugas, LangkahTerbuka, TindakLanjutSaya } from './kueri.ts'
import { tugasAksi } from './tugas-aksi.ts'
import { tugasCatatan } from './tugas-catatan.ts'
import { tugasDiberikan } from './tugas-delegasi.ts'
import { tugasKoreksi } from './tugas-koreksi.ts'
import { tugasPenyerahan } from './tugas-penyerahan.ts'
import { tugasPercakapan } from './tugas-percakapan.ts'
import { tugasPk } from './tugas-pk.ts'
import { tugasSop } from './tugas-sop.ts'

/** One line of Tugas Saya; the shape of the partial daftar-tugas. */
export type Tugas = {
  readonly judul: string
  readonly alamat: string
  readonly periode: string
  readonly dari: string | null
  readonly sejak: string | null
  readonly mengapa: string
  readonly status: { readonly kode: string; readonly teks: string }
  readonly tenggat: { readonly relatif: string; readonly tanggal: string; readonly kode?: string } | null
  /** YYYY-MM-DD, for the order and for reminders */
  readonly urutTenggat: string | null
  /** the siklus it belongs to, if any */
  readonly siklusId?: string
}

type Waktu = { readonly hariIni: string; readonly zona: string }

/** Everything that waits for this person with the rights of today: returned first, then late, then by date. */
export function susunTugas(
  pelaku: Pelaku,
  { terbuka, tindakLanjut, sop, koreksi, pk, aksi, tanya, diberikan, serahan, catatan }: BahanTugas,
): Tugas[] {
  const waktu = { hariIni: tanggalLokal(jam.sekarang(), pelaku.zonaWaktu), zona: pelaku.zonaWaktu }
  const tugas = [
    ...terbuka.flatMap((l) => [
      ...tugasLangkah(l, pelaku, waktu),
      ...tugasBagian(l, pelaku, waktu),
      ...tugasTerima(l, pelaku, waktu),
    ]),
    ...tindakLanjut.map((t) => tugasTindakLanjut(t, waktu)),
    ...sop.flatMap((v) => tugasSop(v, pelaku)),
    ...koreksi.flatMap((k) => tugasKoreksi(k, pelaku)),
    ...pk.flatMap((p) => tugasPk(p, pelaku)),
    ...diberikan.flatMap((d) => tugasDiberikan(d, pelaku, (tanggal) => susunBatas(tanggal, waktu))),
    ...aksi.flatMap((a) => tugasAksi(a, pelaku, waktu.hariIni)),
    ...tanya.flatMap((t) => tugasPercakapan(t, pelaku)),
    ...serahan.flatMap((t) => tugasPenyerahan(t, pelaku)),
    ...catatan.flatMap((c) => tugasCatatan(c, pelaku, (tanggal) => susunBatas(tanggal, waktu))),
  ]
  return tugas.sort(
    (a, b) => derajat(a) - derajat(b) || (a.urutTenggat ?? '9999').localeCompare(b.urutTenggat ?? '9999'),
  )
}

const derajat = (t: Tugas): number => (t.status.kode === 'DIKEMBALIKAN' ? 0 : t.tenggat?.kode === 'TERLAMBAT' ? 1 : 2)

const dasar = (l: LangkahTerbuka, waktu: Waktu) => ({
  siklusId: l.siklusId,
  periode: `${l.namaSop} · ${namaPeriode({ jenis: l.jenisPeriode, tahun: l.tahun, nomor: l.nomorPeriode })}`,
  ...susunBatas(l.tenggat, waktu),
})

function susunBatas(tenggat: string | null, { hariIni }: Waktu): Pick<Tugas, 'tenggat' | 'urutTenggat'> {
  if (!tenggat) return { tenggat: null, urutTenggat: null }
  const kode = tenggat < hariIni ? 'TERLAMBAT' : tenggat === hariIni ? 'HARI_INI' : undefined
  return {
    tenggat: { relatif: relatifHari(tenggat, hariIni), tanggal: tanggalPendek(tenggat), kode },
    urutTenggat: tenggat,
  }
}

const sejakTeks = (sejak: string, { zona }: Waktu): string =>
  `sejak ${tanggalPendek(tanggalLokal(new Date(sejak), zona))}`

const keadaan = (alasan: string | null, teks: string, kode = 'MENUNGGU'): Tugas['status'] =>
  alasan ? { kode: 'DIKEMBALIKAN', teks: 'Dikembalikan' } : { kode, teks }

/** Steps without parts: whoever stands behind the columns that hold the ball, or decides in their stead. */
function tugasLangkah(l: LangkahTerbuka, pelaku: Pelaku, waktu: Waktu): Tugas[] {
  if (l.bagian.length > 0) return []
  const kolom = kolomBertindak(l, pelaku).filter((k) => l.pemegang.includes(k))
  if (kolom.length === 0) return []
  const alasan = l.alasanKembali ? `Alasan: ${l.alasanKembali}` : null
  const pengganti = mengapaPengganti(l, pelaku.pegawaiId)
  return [
    {
      ...dasar(l, waktu),
      judul: `${l.nomor}. ${perintahLangkah({ ...l, status: 'BERJALAN' })}`,
      alamat: `/siklus/${l.siklusId}/langkah/${l.kode}`,
      dari: l.dari,
      sejak: sejakTeks(l.sejak, waktu),
      mengapa: [alasan, pengganti].filter(Boolean).join(' ') || mengapaLangkah(l, kolom),
      status: keadaan(
        l.alasanKembali,
        l.formulirDibagikan.length > 0 ? `Menunggu ${l.formulirDibagikan.length} unit` : 'Menunggu Anda',
      ),
    },
  ]
}

/** "Langkah 2 (Rapat koordinasi)": the printed number alone may stand twice in an SOP, and the title says what its kind asks. */
const sebutLangkah = ({ nomor, uraian }: Pick<LangkahTerbuka, 'nomor' | 'uraian'>): string =>
  `Langkah ${nomor} (${ringkas(uraian, 60)})`

/** Why it is mine; once forms are out, what is still waited for. */
function mengapaLangkah(l: LangkahTerbuka, kolom: readonly string[]): string {
  const belum = l.formulirDibagikan.map((f) => f.namaUnit)
  if (belum.length > 0)
    return `Belum menyatakan menerima: ${belum.join(', ')}. Tanda terima di atas kertas Anda catat di sini.`
  return `${sebutLangkah(l)} dikerjakan ${sebutKolom(l.kolom, kolom)}.`
}

/** Parts of a step: a unit's form, or the own act where all the columns must act. */
const tugasBagian = (l: LangkahTerbuka, pelaku: Pelaku, waktu: Waktu): Tugas[] =>
  l.bagian
    .filter((b) => milikSaya(b, l, pelaku))
    .map((b) =>
      b.pelaksana === null ? tugasUnit(b, l, { pelaku, waktu }) : tugasKolom(b.pelaksana, b, l, { pelaku, waktu }),
    )

type Siapa = { readonly pelaku: Pelaku; readonly waktu: Waktu }
/** The unit's head hands in, its staff fill in. */
function tugasUnit(b: BagianTerbuka, l: LangkahTerbuka, { pelaku, waktu }: Siapa): Tugas {
  const memimpin = b.unitId !== null && unitDipimpin(pelaku).includes(b.unitId)
  return {
    ...dasar(l, waktu),
    judul: `${l.nomor}. ${memimpin ? 'Isi dan serahkan formulir' : 'Isi formulir'} ${b.namaUnit ?? ''}`.trim(),
    alamat: b.formulirId ? `/formulir/${b.formulirId}` : `/siklus/${l.siklusId}/langkah/${l.kode}`,
    dari: l.dari,
    sejak: sejakTeks(b.sejak, waktu),
    mengapa: b.alasanKembali
      ? `Alasan: ${b.alasanKembali}`
      : memimpin
        ? 'Anda memimpin unit ini.'
        : 'Anda bertugas di unit ini.',
    status: keadaan(b.alasanKembali, 'Sedang diisi', 'SEDANG_DIISI'),
  }
}

/** One of several pelaksana who must all act: who has, whose part this is. */
function tugasKolom(kolom: string, b: BagianTerbuka, l: LangkahTerbuka, { pelaku, waktu }: Siapa): Tugas {
  const sudah = l.pemegang.filter((k) => !l.bagian.some((lain) => lain.pelaksana === k))
  const semua = `${sebutLangkah(l)} harus dikerjakan ${sebutKolom(l.kolom, l.pemegang)}, semuanya. Bagian Anda: ${sebutKolom(l.kolom, [kolom])}.`
  return {
    ...dasar(l, waktu),
    judul: `${l.nomor}. ${perintahLangkah({ ...l, status: 'BERJALAN' })}`,
    alamat: `/siklus/${l.siklusId}/langkah/${l.kode}`,
    dari: l.dari,
    sejak: sejakTeks(b.sejak, waktu),
    mengapa: [
      b.alasanKembali ? `Alasan: ${b.alasanKembali}` : semua,
      sudah.length > 0 ? `Sudah: ${sebutKolom(l.kolom, sudah)}.` : null,
      mengapaPengganti(l, pelaku.pegawaiId),
    ]
      .filter(Boolean)
      .join(' '),
    status: keadaan(b.alasanKembali, 'Menunggu bagian Anda'),
  }
}

function milikSaya(b: BagianTerbuka, l: LangkahTerbuka, pelaku: Pelaku): boolean {
  if (b.pelaksana !== null)
    return kolomDitunggu(l).includes(b.pelaksana) && kolomBertindak(l, pelaku).includes(b.pelaksana)
  return b.unitId !== null && [...unitPelaku(pelaku), ...unitDipimpin(pelaku)].includes(b.unitId)
}

/** Forms handed out whose receipt the unit has not confirmed. */
const tugasTerima = (l: LangkahTerbuka, pelaku: Pelaku, waktu: Waktu): Tugas[] =>
  l.formulirDibagikan
    .filter((f) => [...unitPelaku(pelaku), ...unitDipimpin(pelaku)].includes(f.unitId))
    .map((f) => ({
      ...dasar(l, waktu),
      judul: `${l.nomor}. Terima formulir ${f.namaUnit}`,
      alamat: `/formulir/${f.id}`,
      dari: f.oleh || l.dari,
      sejak: sejakTeks(f.sejak, waktu),
      mengapa: 'Formulir untuk unit Anda sudah dibagikan. Nyatakan bahwa Anda menerimanya.',
      status: { kode: 'BELUM_DITERIMA', teks: 'Belum diterima' },
    }))

const SUMBER: Readonly<Record<string, string>> = {
  RAPAT: 'keputusan rapat',
  CAMAT: 'arahan Camat',
  MONEV: 'monitoring dan evaluasi',
  SKM: 'SKM',
}

const tugasTindakLanjut = (t: TindakLanjutSaya, waktu: Waktu): Tugas => ({
  judul: t.uraian,
  alamat: `/tindak-lanjut/${t.id}`,
  periode: `Tindak lanjut ${SUMBER[t.sumber] ?? 'rekomendasi'} · ${t.namaSop}`,
  dari: null,
  sejak: null,
  mengapa: 'Anda penanggung jawabnya.',
  status: { kode: 'MENUNGGU', teks: 'Tindak lanjut' },
  ...susunBatas(t.tenggat, waktu),
})
