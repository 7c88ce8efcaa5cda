import { halaman } from '../../inti/http/index.ts'
import { type Pelaku, punyaPeran, unitIsian } from '../../inti/pelaku.ts'
import { type Kepala, type KonteksLangkah, kolomPengelola, melihatSemua, PENCATAT_CAMAT } from '../siklus/index.ts'
import { KODE_STATUS_FORMULIR, TEKS_STATUS_FORMULIR } from './alur.ts'
import { hitungIsian, tanpaBukti } from './hitungan.ts'
import { sebutPenyerah } from './kertas/serah-kertas.ts'
import type { FormulirUnit } from './kueri.ts'
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
    kolomUnit: [...KOLOM_UNIT, ...(punyaPeran(pelaku, PENCATAT_CAMAT) ? [{ teks: 'Catatan', layar: true }] : [])],
    unit: formulir.map((f) => barisUnit(f, { pelaku, terbuka: pengawas || milik.includes(f.unitId) })),
    matriks: pengawas ? formulir.map((f) => susunMatriks(f)) : [],
  }
}
export const halamanPengisian = halaman<ReturnType<typeof susunPengisian>>('formulir/pengisian')

const KOLOM_UNIT = [
  { teks: 'Unit' },
  { teks: 'Keadaan' },
  { teks: 'Terisi', angka: true },
  { teks: 'Diserahkan' },
  { teks: 'Perubahan terakhir' },
]

type Pembaca = { readonly pelaku: Pelaku; readonly terbuka: boolean }
/** One line of "Kelengkapan per unit"; the Camat may leave a note there. */
function barisUnit(f: FormulirUnit, { pelaku, terbuka }: Pembaca) {
  const r = susunRingkas(f, pelaku)
  return {
    tanda: r.status.kode === 'DIKEMBALIKAN' ? 'salah' : '',
    sel: [
      {
        teks: r.nama,
        ...(terbuka ? { alamat: `/formulir/${f.id}` } : {}),
        ...(r.putaran > 1 ? { kecil: `putaran ${r.putaran}` } : {}),
      },
      { status: r.status },
      // one figure of another: not to be parted at the line's end
      {
        teks: r.terisi.replaceAll(' ', '\u00a0'),
        ...(r.tanpaBukti > 0 ? { kecil: `${r.tanpaBukti} tanpa bukti` } : {}),
      },
      r.diserahkan,
      r.terakhir,
      ...(punyaPeran(pelaku, PENCATAT_CAMAT)
        ? [
            {
              teks: 'Tulis catatan',
              tersembunyi: `kepada ${r.nama}`,
              alamat: `/catatan-camat/baru?siklus=${f.siklusId}&unit=${f.unitId}`,
            },
          ]
        : []),
    ],
  }
}

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
    diserahkan: f.diserahkanPada ? `${sebutPenyerah(f)}, ${waktuPendek(f.diserahkanPada, pelaku.zonaWaktu)}` : '–',
    terakhir: terakhir?.diubahPada
      ? `${terakhir.diubahOleh}, ${waktuPendek(terakhir.diubahPada, pelaku.zonaWaktu)}`
      : '–',
    putaran: f.putaran,
  }
}

function susunMatriks(f: FormulirUnit) {
  return {
    id: f.unitId,
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
