import { daftarkanPesan, halaman, type Kesalahan } from '../../inti/http/index.ts'
import { type Pelaku, unitDipimpin, unitPelaku } from '../../inti/pelaku.ts'
import { tanggalJam } from '../../inti/waktu/index.ts'
import { bedaRekap, membacaRekap, type UnitRekap, type VersiRekap } from '../rekap/index.ts'
import {
  type Kepala,
  type KonteksLangkah,
  kalimatPemutus,
  kolomPengelola,
  melihatSemua,
  namaPelaksana,
  pemutusLangkah,
} from '../siklus/index.ts'
import { LABEL } from './isian.ts'
import type { BarisTelaah, BuktiBaris, DokumenBahan } from './kueri.ts'
import { susunTujuan } from './susun-pengembalian.ts'
import { type BarisTampil, susunBarisUnit, urutkanRagu } from './tampilan-baris.ts'
import { susunHitungan, susunOpsiTujuan, susunPerubahan, susunRiwayat } from './tampilan-ringkas.ts'

daftarkanPesan({
  'rekap-disetujui': 'Rekap disetujui. Langkah berikutnya sudah terbuka.',
  'rekap-dikembalikan': 'Rekap dikembalikan. Hanya yang Anda sebut yang terbuka lagi bagi pengisinya.',
})

export type BahanHalaman = {
  readonly konteks: KonteksLangkah
  readonly kepala: Kepala
  /** newest first, at most two */
  readonly versi: readonly VersiRekap[]
  readonly telaah: readonly BarisTelaah[]
  readonly bukti: readonly BuktiBaris[]
  readonly dokumen: readonly DokumenBahan[]
  /** questions that are not settled, by row */
  readonly tanya: ReadonlyMap<string, number>
  readonly pelaku: Pelaku
}
type Kembalian = { isian?: Record<string, string>; kesalahan?: Kesalahan }

export function susunTelaah(b: BahanHalaman, { isian = {}, kesalahan = {} }: Kembalian = {}) {
  const { konteks, kepala, versi, pelaku } = b
  const [rekap, lalu] = versi
  const boleh = kepala.giliranSaya && rekap !== undefined
  const beda = rekap && lalu ? bedaRekap(lalu.isi, rekap.isi) : []
  const unit = susunUnit(b, new Map(beda.map((d) => [d.barisId, d.dari])))
  const semua = unit.flatMap((u) => u.baris)
  const ragu = urutkanRagu(semua)
  return {
    judulHalaman: `${kepala.judul} · ${kepala.periode}`,
    kepala: { ...kepala, giliranSaya: boleh },
    catatanPemutus: kepala.terbuka ? susunCatatanPemutus(konteks) : null,
    boleh,
    rekap: rekap ? susunRekapKepala(rekap, b) : null,
    hitungan: rekap ? susunHitungan(rekap.isi, { ragu: ragu.length }) : [],
    perubahan: rekap ? susunPerubahan({ beda, semua, telaah: b.telaah, versiLalu: lalu?.nomorVersi ?? 0 }) : null,
    ragu,
    unit,
    alamat: `${kepala.alamat}/telaah`,
    versi: isian.versi ?? String(konteks.siklus.versi),
    opsiTujuan: susunOpsiTujuan(susunTujuan(konteks.siklus.definisi, konteks.def), rekap?.nomorVersi ?? 0),
    langkahYa: namaLangkahYa(konteks),
    riwayat: susunRiwayat(b.telaah, pelaku.zonaWaktu),
    isian: {
      tujuan: isian.tujuan ?? '',
      alasanUmum: isian.alasanUmum ?? '',
      catatan: isian.catatan ?? '',
      dicentang: [...daftar(isian.unit), ...daftar(isian.nilai)],
      alasan: isian,
    },
    kesalahan,
    label: susunLabel(kesalahan, unit),
  }
}
export const halamanTelaah = halaman<ReturnType<typeof susunTelaah>>('telaah/telaah')

const daftar = (teks: string | undefined): string[] => (teks ?? '').split('\n').filter(Boolean)

function susunUnit({ konteks, versi, bukti, tanya, pelaku }: BahanHalaman, semula: ReadonlyMap<string, string>) {
  const sendiri = [...unitPelaku(pelaku), ...unitDipimpin(pelaku)]
  const { definisi } = konteks.siklus
  const penuh = membacaRekap(definisi, pelaku)
  const semua = melihatSemua(kolomPengelola(definisi), pelaku)
  const lihatBukti = (unitId: string) => semua || sendiri.includes(unitId)
  const perBaris = new Map<string, BuktiBaris[]>()
  for (const k of bukti) perBaris.set(k.barisId, [...(perBaris.get(k.barisId) ?? []), k])
  const unit = (versi[0]?.isi.unit ?? []).filter((u) => penuh || sendiri.includes(u.unitId))
  return unit.map((u) => {
    const terlihat = lihatBukti(u.unitId)
    const baris = susunBarisUnit({
      unit: u,
      semula,
      bukti: terlihat ? perBaris : new Map(),
      tanya: terlihat && u.formulirId ? tanya : null,
    })
    return {
      id: u.unitId,
      nama: u.nama,
      alamat: u.formulirId && terlihat ? `/formulir/${u.formulirId}` : null,
      seluruh: u.formulirId ? `seluruh formulir ${u.nama}` : `semua indikator ${u.nama}`,
      diserahkan: u.formulirId ? teksPenyerahan(u, pelaku.zonaWaktu) : `${u.baris.length} indikator`,
      baris,
      indikator: baris.filter((x) => x.jenis === 'INDIKATOR'),
      anggaran: baris.filter((x) => x.jenis === 'ANGGARAN'),
      jumlahRagu: baris.filter((x) => x.tanda.length > 0).length,
    }
  })
}

function teksPenyerahan(u: UnitRekap, zona: string): string {
  if (!u.diserahkanPada) return 'belum diserahkan'
  const ulang = u.putaran > 1 ? ` (penyerahan ke-${u.putaran})` : ''
  return `Diserahkan ${u.penyerah}${u.jabatanPenyerah ? `, ${u.jabatanPenyerah}` : ''}, ${tanggalJam(new Date(u.diserahkanPada), zona)}${ulang}`
}

function susunRekapKepala(
  { nomorVersi, dibekukanPada, dibekukanOleh, jabatanPembeku, catatan, isi }: VersiRekap,
  { konteks, dokumen, pelaku }: BahanHalaman,
) {
  const dasar = `/siklus/${konteks.siklus.id}`
  return {
    versi: nomorVersi,
    dibekukan: `Dibekukan ${tanggalJam(dibekukanPada, pelaku.zonaWaktu)} oleh ${dibekukanOleh} (${jabatanPembeku})`,
    catatan,
    catatanSkala: `Predikat menurut ${isi.skala.nama} (${isi.skala.sumber}). Target dan realisasi dihitung sampai akhir ${isi.namaPeriode}.`,
    bahan: [
      ...dokumen.map((d) => ({ teks: d.judul, alamat: `${dasar}/dokumen/${d.id}/pdf` })),
      ...(membacaRekap(konteks.siklus.definisi, pelaku)
        ? [{ teks: 'Rekap dalam Excel', alamat: `/rekap/${konteks.siklus.id}/excel?versi=${nomorVersi}` }]
        : []),
    ],
  }
}

/** Said to everybody where the usual decider cannot: why, and who can. */
function susunCatatanPemutus(konteks: KonteksLangkah) {
  const pemutus = pemutusLangkah(konteks)
  const kolom = namaPelaksana(konteks)
  if (pemutus.terhalang.length === 0 && pemutus.kolomPengganti.length === 0) return null
  const siapa = pemutus.terhalang.map((p) => `${p.jabatan} (${p.nama})`).join(', ')
  return {
    judul: siapa ? `${siapa} tidak dapat memutuskan` : `Jabatan ${kolom} sedang kosong`,
    teks: `${siapa ? 'Data yang ditelaah ikut diisi atau diajukan oleh pejabat itu, dan tidak seorang pun memutuskan atas ajuannya sendiri. ' : ''}${kalimatPemutus(pemutus, kolom)}`,
  }
}

function namaLangkahYa({ siklus, def }: KonteksLangkah): string {
  const ya = siklus.definisi.langkah.find((l) => l.kode === def.keputusan?.ya)
  return ya ? `langkah ${ya.nomor} (${namaPelaksana({ siklus, def: ya })})` : 'akhir siklus'
}

/** Names of the fields for the error summary; a reason at a value is called by that value. */
function susunLabel(
  kesalahan: Kesalahan,
  unit: readonly { id: string; nama: string; baris: readonly BarisTampil[] }[],
): Record<string, string> {
  const nama = new Map(unit.flatMap((u) => [[u.id, u.nama] as const, ...u.baris.map((b) => [b.id, b.nama] as const)]))
  const khusus = Object.keys(kesalahan).flatMap((bidang) => {
    const id = bidang.startsWith('alasan.') ? bidang.slice('alasan.'.length) : null
    return id ? [[bidang, `Alasan untuk ${nama.get(id) ?? 'yang dicentang'}`] as const] : []
  })
  return { ...LABEL, ...Object.fromEntries(khusus) }
}
