import { selisihHari } from '../../inti/waktu/index.ts'
import { bacaSopMentah, type KesalahanSop, letakIsian } from './baca-yaml.ts'
import type { DefinisiSop } from './definisi.ts'
import { lepas } from './draf/rangkaian.ts'
import { NAMA_PERAN, NAMA_PERIODE } from './istilah.ts'
import { jabatanKolom, type KantorSop, pemegangKolom } from './kantor-sop.ts'
import { periodeTanpaLangkah } from './periksa-periode.ts'
import { periksaSop } from './periksa-sop.ts'

export type HasilPeriksa = { readonly kesalahan: KesalahanSop[]; readonly peringatan: KesalahanSop[] }

const SETAHUN = 365

/**
 * Everything that keeps a draft from being approved (`kesalahan`): fields that are missing or wrong, a list that cannot
 * run to its end, posts that this office does not have. And what somebody should look at first (`peringatan`). Pure.
 * @param hari today, YYYY-MM-DD
 */
export function periksaDraf(definisi: DefinisiSop, kantor: KantorSop, hari: string): HasilPeriksa {
  const bentuk = bacaSopMentah(mentahDari(definisi))
  return {
    kesalahan: tanpaUlangan([
      ...('kesalahan' in bentuk ? bentuk.kesalahan : []),
      ...periksaSop(definisi),
      ...periksaKantor(definisi, kantor),
    ]),
    peringatan: [...peringatanKantor(definisi, kantor), ...peringatanIsi(definisi, hari)],
  }
}

/** As a file would write it: what follows from the list is left out, so that its absence is no mistake of its own. */
export const mentahDari = (definisi: DefinisiSop): unknown => ({
  ...definisi,
  langkah: lepas(definisi).map(({ berikutnya, keputusan, ...l }) => ({
    ...l,
    ...(berikutnya === undefined ? {} : { berikutnya }),
    keputusan: keputusan && JSON.parse(JSON.stringify(keputusan)),
  })),
})

const bertugas = ({ langkah, pelaksana }: DefinisiSop) => {
  const kode = new Set(langkah.flatMap((l) => [...l.pelaksana, ...l.penerima, ...l.dibantu]))
  return pelaksana.filter((p) => kode.has(p.kode))
}

/** Posts, roles and units that nobody in this office can ever hold. */
function periksaKantor(definisi: DefinisiSop, kantor: KantorSop): KesalahanSop[] {
  const jabatan = new Set(kantor.jabatan.map((j) => j.kode))
  const unit = new Set(kantor.unit.map((u) => u.kode))
  const letak = (kode: string, isian: string) => letakIsian(`Pelaksana ${kode}`, [isian])
  const salahKode = definisi.pelaksana.flatMap((p) => [
    ...p.jabatan
      .filter((kode) => !jabatan.has(kode))
      .map((kode) => ({
        letak: letak(p.kode, 'jabatan'),
        pesan: `Jabatan ${kode} tidak ada di kantor ini, atau nonaktif.`,
      })),
    ...p.unit
      .filter((kode) => !unit.has(kode))
      .map((kode) => ({ letak: letak(p.kode, 'unit'), pesan: `Unit ${kode} tidak ada di kantor ini, atau nonaktif.` })),
  ])
  const tanpaJabatan = bertugas(definisi)
    .filter((p) => p.peran.length + p.jabatan.length + p.unit.length > 0 && jabatanKolom(p, kantor).length === 0)
    // membership of Tim SAKIP comes from its SK, not from a post
    .filter((p) => !(p.peran.includes('TIM_SAKIP') && p.unit.length === 0))
    .map((p) => ({
      letak: letak(p.kode, 'peran'),
      pesan: `Di kantor ini tidak ada jabatan di belakang kolom ${p.nama}${p.peran.length > 0 ? ` (${p.peran.map((r) => NAMA_PERAN[r]).join(', ')})` : ''}, jadi langkahnya tidak dapat dikerjakan siapa pun.`,
    }))
  return [...salahKode, ...tanpaJabatan]
}

const peringatanKantor = (definisi: DefinisiSop, kantor: KantorSop): KesalahanSop[] =>
  bertugas(definisi)
    .filter((p) => pemegangKolom(p, kantor).length === 0)
    .map((p) => ({
      letak: letakIsian(`Pelaksana ${p.kode}`, ['peran']),
      pesan: `Hari ini tidak ada pemegang di belakang kolom ${p.nama}. Siklus tetap dapat dimulai; langkahnya menunggu sampai ada yang ditugaskan.`,
    }))

function peringatanIsi(definisi: DefinisiSop, hari: string): KesalahanSop[] {
  const { identitas: i, langkah } = definisi
  const terpakai = new Set(bertugas(definisi).map((p) => p.kode))
  const identitas = (isian: string, pesan: string) => ({ letak: letakIsian('Identitas', [isian]), pesan })
  const terakhir = i.tanggalRevisi ?? i.tanggalEfektif
  return [
    ...(i.nomor ? [] : [identitas('nomor', 'Nomor SOP belum diisi; dapat diberikan saat pengesahan.')]),
    ...(i.dasarHukum.length > 0 ? [] : [identitas('dasarHukum', 'Dasar hukum belum diisi.')]),
    ...(i.tanggalPembuatan && i.tanggalRevisi && i.tanggalRevisi < i.tanggalPembuatan
      ? [identitas('tanggalRevisi', 'Tanggal revisi lebih awal daripada tanggal pembuatan.')]
      : []),
    ...(terakhir && selisihHari(terakhir.length === 7 ? `${terakhir}-01` : terakhir, hari) > SETAHUN
      ? [
          identitas(
            'tanggalRevisi',
            'Peninjauan terakhir lebih dari setahun yang lalu; SOP ditinjau paling sedikit sekali setahun.',
          ),
        ]
      : []),
    ...periodeTanpaLangkah(definisi).map((jenis) => ({
      letak: letakIsian('', ['periode']),
      pesan: `Ada ${NAMA_PERIODE[jenis].toLowerCase()} tanpa satu langkah pun; untuk periode itu siklus tidak dapat dimulai.`,
    })),
    ...definisi.pelaksana
      .filter((p) => !terpakai.has(p.kode))
      .map((p) => ({
        letak: letakIsian(`Pelaksana ${p.kode}`, ['nama']),
        pesan: `Kolom ${p.nama} tidak mendapat langkah.`,
      })),
    ...langkah
      .filter((l) => l.keluaran === null)
      .map((l) => ({ letak: letakIsian(`Langkah ${l.kode}`, ['keluaran']), pesan: 'Keluaran belum ditulis.' })),
  ]
}

const tanpaUlangan = (daftar: readonly KesalahanSop[]): KesalahanSop[] => [
  ...new Map(daftar.map((k) => [`${k.letak} ${k.pesan}`, k])).values(),
]
