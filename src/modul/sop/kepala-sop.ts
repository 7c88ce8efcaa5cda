import type { Pelaku } from '../../inti/pelaku.ts'
import { punyaPeran } from '../../inti/pelaku.ts'
import { tanggalLokal, tanggalPanjang } from '../../inti/waktu/index.ts'
import { BELUM_SAH, hakSop, PENYUSUN_SOP, TEKS_KEADAAN, type TindakanSop } from './alur.ts'
import { NAMA_ASAL } from './istilah.ts'
import { type BarisVersi, pengajuSop, pengembalianTerakhir, type VersiSop } from './kueri.ts'

export type TabSop = 'ringkasan' | 'langkah' | 'lembar' | 'periksa' | 'versi'

/** May this person do it to this version today? */
export const bolehSop = (
  pelaku: Pelaku,
  versi: Pick<VersiSop, 'keadaan' | 'riwayat'>,
  tindakan: TindakanSop,
): boolean =>
  hakSop(pelaku, { keadaan: versi.keadaan, pengajuId: pengajuSop(versi)?.pegawaiId ?? null }, tindakan).boleh

/** Views of one version, each with its address; the check is for those who write and decide. */
export const tabSop = (id: string, aktif: TabSop, { periksa }: { periksa: boolean }) =>
  [
    { kunci: 'ringkasan', teks: 'Ringkasan', alamat: `/sop/${id}` },
    { kunci: 'langkah', teks: 'Langkah', alamat: `/sop/${id}/langkah` },
    { kunci: 'lembar', teks: 'Lembar SOP', alamat: `/sop/${id}/lembar` },
    ...(periksa ? [{ kunci: 'periksa', teks: 'Periksa', alamat: `/sop/${id}/pemeriksaan` }] : []),
    { kunci: 'versi', teks: 'Versi', alamat: `/sop/${id}/versi` },
  ].map(({ kunci, ...t }) => ({ ...t, aktif: kunci === aktif }))

/** Head of every page of a version: what it is, in which state, whose turn it is. */
export function susunKepalaSop(versi: VersiSop, pelaku: Pelaku, aktif: TabSop) {
  return {
    judul: versi.nama,
    atas: versi.definisi.identitas.instansi.join(' · '),
    keterangan: `${sebutVersi(versi)} · ${sebutMasa(versi)}`,
    status: TEKS_KEADAAN[versi.keadaan],
    alamat: `/sop/${versi.id}`,
    versi: versi.versi,
    tab: tabSop(versi.id, aktif, { periksa: punyaPeran(pelaku, PENYUSUN_SOP) }),
    giliran: aktif === 'ringkasan' ? susunGiliran(versi, pelaku) : null,
    catatanBerkas:
      versi.keadaan === 'DRAF' && versi.catatanBerkas.length > 0 && aktif !== 'periksa'
        ? `${versi.catatanBerkas.length} hal pada berkas yang dibawa masuk belum terbawa atau masih salah. Semuanya disebut di Periksa.`
        : '',
  }
}

export const sebutVersi = ({ nomorVersi }: Pick<BarisVersi, 'nomorVersi'>): string =>
  nomorVersi > 0 ? `Versi ${nomorVersi}` : 'Draf yang dibuang'

/** Since when, until when, or where a draft came from. */
export function sebutMasa(versi: Omit<BarisVersi, 'riwayat'> & Pick<VersiSop, 'keadaan'>): string {
  const { berlakuSejak, dicabutSejak, digantiSejak } = versi
  if (BELUM_SAH.includes(versi.status)) return NAMA_ASAL[versi.asal] ?? 'draf'
  const mulai = berlakuSejak ? tanggalPanjang(berlakuSejak) : 'tanggal yang belum ditetapkan'
  if (versi.keadaan === 'DISAHKAN') return `berlaku mulai ${mulai}`
  if (versi.keadaan === 'DICABUT') return `dicabut sejak ${dicabutSejak ? tanggalPanjang(dicabutSejak) : '–'}`
  if (versi.keadaan === 'BERAKHIR') return `digantikan sejak ${digantiSejak ? tanggalPanjang(digantiSejak) : '–'}`
  const sampai = dicabutSejak
    ? `, dicabut mulai ${tanggalPanjang(dicabutSejak)}`
    : digantiSejak
      ? `, digantikan mulai ${tanggalPanjang(digantiSejak)}`
      : ''
  return `berlaku sejak ${mulai}${sampai}`
}

/** Who must act next, with the act when it is this person; null when nothing waits. */
export function susunGiliran(versi: VersiSop, pelaku: Pelaku) {
  const alamat = `/sop/${versi.id}`
  const sejak = (waktu: string | undefined) => waktu && tanggalPanjang(tanggalLokal(new Date(waktu), pelaku.zonaWaktu))
  if (versi.keadaan === 'DIAJUKAN') {
    const pengaju = pengajuSop(versi)
    const milikAnda = bolehSop(pelaku, versi, 'SAHKAN')
    return {
      milikAnda,
      pemegang: 'Camat',
      judul: milikAnda ? 'SOP ini menunggu pengesahan Anda' : 'SOP ini menunggu pengesahan Camat',
      mengapa: pengaju
        ? `Diajukan ${pengaju.oleh}, ${pengaju.jabatan}.${pengaju.catatan ? ` ${pengaju.catatan}` : ''}`
        : '',
      sejak: sejak(pengaju?.waktu),
      ...(milikAnda ? { tindakan: { teks: 'Sahkan atau kembalikan', alamat: `${alamat}/pengesahan` } } : {}),
    }
  }
  if (versi.keadaan !== 'DRAF' || !bolehSop(pelaku, versi, 'UBAH')) return null
  const kembali = pengembalianTerakhir(versi)
  return {
    milikAnda: true,
    pemegang: '',
    judul: kembali ? 'Dikembalikan untuk diperbaiki' : 'Draf ini belum diajukan',
    mengapa: kembali
      ? `${kembali.oleh}, ${kembali.jabatan}: ${kembali.catatan}`
      : 'Lengkapi identitas, pelaksana, dan langkahnya; lalu periksa dan ajukan kepada Camat.',
    sejak: sejak((kembali ?? versi.riwayat.at(-1))?.waktu),
    tindakan: { teks: 'Periksa draf', alamat: `${alamat}/pemeriksaan` },
  }
}
