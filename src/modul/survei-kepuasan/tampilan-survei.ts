import { formatAngka, TANPA_NILAI } from '../../inti/angka/index.ts'
import { halaman } from '../../inti/http/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import type { Pejabat } from '../organisasi/index.ts'
import { tabPerencanaan } from '../perencanaan/index.ts'
import type { TindakLanjut } from '../tindak-lanjut/index.ts'
import { bolehMengelola, bolehMengetik, STATUS_SURVEI } from './alur.ts'
import { dua, empat, type HasilUnsur, hitungSurvei, periodeSurvei, type Rangkuman } from './hitung-survei.ts'
import { CARA_SURVEI } from './isian.ts'
import type { Survei } from './kueri.ts'
import type { Kembalian } from './tampilan.ts'
import { BAGIAN_PROFIL, PROFIL, pilihanProfil } from './unsur.ts'

type Bahan = {
  readonly survei: Survei
  readonly tindakLanjut: readonly TindakLanjut[]
  readonly pejabat: readonly Pejabat[]
}

/** One survey: where it stands, what is to be done, result per unsur, respondents, follow-up. */
export function susunSurvei(
  pelaku: Pelaku,
  { survei, tindakLanjut, pejabat }: Bahan,
  { isian = {}, kesalahan = {} }: Kembalian = {},
) {
  const hasil = hitungSurvei(survei)
  const kelola = bolehMengelola(pelaku, survei)
  const alamat = `/survei-kepuasan/${survei.id}`
  return {
    judulHalaman: `SKM ${survei.layanan} · ${periodeSurvei(survei)}`,
    judul: survei.layanan,
    atas: `Survei Kepuasan Masyarakat · ${periodeSurvei(survei)}`,
    tab: tabPerencanaan('skm'),
    alamat,
    versi: isian.versi ?? String(survei.versi),
    status: STATUS_SURVEI[survei.status],
    tahap: survei.status,
    kuesioner: survei.cara === 'KUESIONER',
    kelola,
    ketik: bolehMengetik(pelaku, survei),
    langkah: langkahBerikut(survei, hasil),
    ikm: dua(hasil.ikm),
    mutu: hasil.mutu ? `${hasil.mutu.mutu} · ${hasil.mutu.kinerja}` : '',
    alasan: hasil.alasan,
    rumus: hasil.rumus,
    data: barisData(survei, hasil),
    peringatan: peringatan(survei, hasil),
    barisUnsur: hasil.unsur.map((u) => barisUnsur(u, hasil)),
    profil: susunProfil(survei),
    terendah: hasil.terendah.map((u) => `${u.kode} ${u.nama}`),
    bolehTindak: kelola && survei.status === 'DITUTUP' && survei.unsur.length > 0 && survei.cara !== 'HASIL',
    opsiUnsur: [...hasil.terendah, ...hasil.unsur.filter((u) => !hasil.terendah.includes(u))].map((u) => ({
      nilai: u.kode,
      teks: `${u.kode} ${u.nama} (${empat(u.nrr)})`,
    })),
    opsiPegawai: opsiPegawai(pejabat),
    tindakLanjut: tindakLanjut.map(barisTindakLanjut),
    isian: { unsur: hasil.terendah[0]?.kode ?? '', uraian: '', pegawaiId: '', tenggat: '', alasan: '', ...isian },
    kesalahan,
    label: { unsur: 'Unsur', uraian: 'Perbaikan', pegawaiId: 'Penanggung jawab', tenggat: 'Tenggat', alasan: 'Alasan' },
  }
}
export const halamanSurvei = halaman<ReturnType<typeof susunSurvei>>('survei-kepuasan/survei')

const barisTindakLanjut = (t: TindakLanjut) => ({
  sel: [
    t.rujukan,
    { teks: t.uraian, alamat: `/tindak-lanjut/${t.id}` },
    t.penanggungJawab,
    {
      status:
        t.status === 'TERBUKA' ? { kode: 'MENUNGGU', teks: 'Belum selesai' } : { kode: 'SELESAI', teks: 'Ditutup' },
    },
  ],
})

/** What comes next, in a sentence. */
function langkahBerikut(survei: Survei, { ikm, responden, perlu }: Rangkuman): string {
  if (survei.status === 'DITUTUP')
    return `Ditutup oleh ${survei.ditutupOleh}. Hasilnya diusulkan ke formulir indikator.`
  if (survei.status === 'DISIAPKAN')
    return survei.cara === 'HASIL'
      ? 'Buka survei ini, lalu isi hasilnya.'
      : 'Periksa unsur dan pertanyaannya, lalu buka. Setelah dibuka keduanya tidak dapat diubah.'
  if (survei.cara !== 'KUESIONER')
    return ikm === null ? 'Isi hasil survei, lalu tutup.' : 'Hasil sudah terisi. Tutup bila sudah benar.'
  if (perlu === null) return 'Jawaban sedang dikumpulkan. Isi jumlah penerima layanan agar Takar menghitung sampelnya.'
  return responden < perlu
    ? `Jawaban sedang dikumpulkan: perlu ${formatAngka(perlu - responden)} responden lagi.`
    : 'Responden sudah cukup. Tutup bila pengumpulan selesai.'
}

function barisData(survei: Survei, { responden, perlu }: Rangkuman) {
  const { petugas, pengunjung, batal } = survei.kuesioner
  const asal = survei.cara === 'KUESIONER' ? ` (${petugas} diketik petugas, ${pengunjung} dari ponsel)` : ''
  return [
    { label: 'Unit pelaksana', nilai: survei.unitNama },
    { label: 'Cara', nilai: CARA_SURVEI[survei.cara] },
    { label: 'Responden', nilai: `${formatAngka(responden)}${asal}` },
    {
      label: 'Sampel yang diperlukan',
      nilai:
        perlu === null
          ? 'belum dapat dihitung: jumlah penerima layanan belum diisi'
          : `${formatAngka(perlu)} dari ${formatAngka(survei.populasi)} penerima layanan`,
    },
    ...(batal > 0 ? [{ label: 'Tidak dipakai', nilai: `${batal} kuesioner` }] : []),
    ...(survei.sumber ? [{ label: 'Sumber', nilai: survei.sumber }] : []),
    ...(survei.keterangan ? [{ label: 'Keterangan', nilai: survei.keterangan }] : []),
  ]
}

function peringatan(survei: Survei, { responden, perlu, ikm }: Rangkuman): string {
  if (ikm === null || responden === 0) return ''
  if (perlu !== null && responden < perlu)
    return `Responden ${formatAngka(responden)}, sampel yang diperlukan ${formatAngka(perlu)} (Krejcie dan Morgan). Hasilnya belum mewakili semua penerima layanan.`
  return perlu === null && responden < 30 && survei.cara !== 'HASIL'
    ? `Baru ${formatAngka(responden)} responden. Isi jumlah penerima layanan untuk mengetahui sampel yang diperlukan.`
    : ''
}

const barisUnsur = (u: HasilUnsur, { terendah }: Rangkuman) => ({
  sel: [
    { teks: `${u.kode} ${u.nama}`, kecil: terendah.includes(u) ? 'salah satu yang terendah' : '' },
    formatAngka(u.jumlahNilai),
    formatAngka(u.responden),
    empat(u.nrr),
    empat(u.tertimbang),
    dua(u.nilai),
    u.mutu ?? TANPA_NILAI,
  ],
  tanda: terendah.includes(u) ? 'ragu' : '',
})

function susunProfil({ profil }: Survei) {
  return BAGIAN_PROFIL.flatMap((bagian) => {
    const isi = pilihanProfil(bagian).flatMap(([kode, teks]) => {
      const n = profil[`${bagian}.${kode}`] ?? 0
      return n > 0 ? [`${teks} ${formatAngka(n)}`] : []
    })
    return isi.length > 0 ? [{ label: PROFIL[bagian].teks, nilai: isi.join(' · ') }] : []
  })
}

function opsiPegawai(pejabat: readonly Pejabat[]) {
  const orang = new Map(
    pejabat
      .filter((p) => p.peran !== 'PENGAMAT' && p.peran !== 'ADMIN')
      .map((p) => [p.pegawaiId, `${p.nama} – ${p.jabatanNama}`]),
  )
  return [{ nilai: '', teks: 'Pilih penanggung jawab' }, ...[...orang].map(([nilai, teks]) => ({ nilai, teks }))]
}
