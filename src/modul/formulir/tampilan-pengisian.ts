import { halaman } from '../../inti/http/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { type Kepala, type KonteksLangkah, kolomPengelola, melihatSemua } from '../siklus/index.ts'
import { KODE_STATUS_FORMULIR, TEKS_STATUS_FORMULIR } from './alur.ts'
import { hitungIsian, tanpaBukti } from './hitungan.ts'
import { type FormulirUnit, unitIsian } from './kueri.ts'
import { waktuPendek } from './tampilan-baris.ts'
import { keadaanBaris, teksRealisasi } from './teks-baris.ts'

type Bahan = {
  readonly kepala: Kepala
  readonly konteks: KonteksLangkah
  readonly formulir: readonly FormulirUnit[]
  readonly pelaku: Pelaku
}

/** Page of the step "pengisian": my unit's form, which units are ready, and for those who see everything unit × indicator. */
export function susunPengisian({ kepala, konteks, formulir, pelaku }: Bahan) {
  const milik = unitIsian(pelaku)
  const pengawas = melihatSemua(kolomPengelola(konteks.siklus.definisi), pelaku)
  const diserahkan = formulir.filter((f) => f.status === 'DISERAHKAN')
  return {
    judulHalaman: `${kepala.judul} · ${konteks.siklus.namaPeriode}`,
    kepala,
    belumDibuka: konteks.langkah.status === 'BELUM',
    milikSaya: formulir
      .filter((f) => milik.includes(f.unitId))
      .map((f) => ({ alamat: `/formulir/${f.id}`, ...susunRingkas(f, pelaku) })),
    kemajuan: { nilai: diserahkan.length, dari: formulir.length },
    menunggu: formulir.filter((f) => f.status !== 'DISERAHKAN').map((f) => f.unitNama),
    unit: formulir.map((f) => ({
      alamat: pengawas || milik.includes(f.unitId) ? `/formulir/${f.id}` : null,
      ...susunRingkas(f, pelaku),
    })),
    matriks: pengawas ? formulir.map((f) => susunMatriks(f)) : [],
  }
}
export const halamanPengisian = halaman<ReturnType<typeof susunPengisian>>('formulir/pengisian')

/** One unit: filled of due, without evidence, handed in by whom and when, last change. */
function susunRingkas(f: FormulirUnit, pelaku: Pelaku) {
  const hitungan = hitungIsian(f)
  const terakhir = [...f.baris, ...f.anggaran].reduce<(typeof f.baris)[number] | (typeof f.anggaran)[number] | null>(
    (a, b) => (b.diubahPada && (!a?.diubahPada || b.diubahPada > a.diubahPada) ? b : a),
    null,
  )
  return {
    nama: f.unitNama,
    status: { kode: KODE_STATUS_FORMULIR[f.status], teks: TEKS_STATUS_FORMULIR[f.status] },
    terisi: `${hitungan.terisi} / ${hitungan.dari}`,
    lengkap: hitungan.terisi === hitungan.dari,
    tanpaBukti: hitungan.tanpaBukti,
    diserahkan: f.diserahkanPada ? `${f.penyerah}, ${waktuPendek(f.diserahkanPada, pelaku.zonaWaktu)}` : '–',
    terakhir: terakhir?.diubahPada
      ? `${terakhir.diubahOleh}, ${waktuPendek(terakhir.diubahPada, pelaku.zonaWaktu)}`
      : '–',
    putaran: f.putaran,
  }
}

function susunMatriks(f: FormulirUnit) {
  return {
    nama: f.unitNama,
    baris: f.baris.map((b) => ({
      nama: b.kartu.nama,
      alamat: `/formulir/${f.id}#baris-${b.id}`,
      realisasi: teksRealisasi(b),
      satuan: b.kartu.satuan,
      status: tanpaBukti(b) ? { kode: 'TANPA_BUKTI', teks: 'Tanpa bukti' } : keadaanBaris(b),
      bukti: b.jumlahBukti,
    })),
  }
}
