import { halaman, type Kesalahan } from '../../inti/http/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { jam, tanggalLokal, tanggalPendek } from '../../inti/waktu/index.ts'
import type { Pejabat } from '../organisasi/index.ts'
import { type Kepala, type KonteksLangkah, kolomPengelola, melihatSemua } from '../siklus/index.ts'
import { bolehFormulir, KODE_STATUS_FORMULIR, TEKS_STATUS_FORMULIR } from './alur.ts'
import { bolehMelihat, type FormulirUnit } from './kueri.ts'
import { waktuPendek } from './tampilan-baris.ts'

type Bahan = {
  readonly kepala: Kepala
  readonly konteks: KonteksLangkah
  readonly formulir: readonly FormulirUnit[]
  readonly pejabat: readonly Pejabat[]
  readonly pelaku: Pelaku
  readonly isian?: Readonly<Record<string, string>>
  readonly kesalahan?: Kesalahan
}

/** Page of the step "distribusi": hand out, confirm, record a paper receipt. */
export function susunDistribusi({ kepala, konteks, formulir, pejabat, pelaku, isian = {}, kesalahan = {} }: Bahan) {
  const semua = melihatSemua(kolomPengelola(konteks.siklus.definisi), pelaku)
  const menunggu = formulir.filter((f) => f.status === 'DIBAGIKAN')
  const diterima = formulir.filter((f) => f.status !== 'DISIAPKAN' && f.status !== 'DIBAGIKAN')
  const dipilih = menunggu.find((f) => f.id === isian.formulirId) ?? menunggu[0]
  const kepalaUnit = pejabat.find((p) => p.kepalaUnit && p.unitId === dipilih?.unitId)
  const unit = formulir.map((f) => susunUnit(f, pelaku, semua))
  return {
    judulHalaman: kepala.judul,
    kepala: {
      ...kepala,
      ...susunGiliran(kepala, { saya: unit.some((u) => u.bolehTerima), menunggu: menunggu.length }),
    },
    kesalahan,
    alamat: `${kepala.alamat}/distribusi`,
    bolehBagikan: kepala.giliranSaya && formulir.some((f) => f.status === 'DISIAPKAN'),
    bolehSelesai: kepala.giliranSaya && formulir.length > 0 && diterima.length === formulir.length,
    bolehKertas: kepala.bolehSiapkan && menunggu.length > 0,
    kemajuan: { nilai: diterima.length, dari: formulir.length },
    menunggu: menunggu.map((f) => f.unitNama),
    opsiPindaian: susunPindaian(formulir),
    opsiUnit: menunggu.map((f) => ({ nilai: f.id, teks: f.unitNama })),
    isian: {
      formulirId: dipilih?.id ?? '',
      penerima: isian.penerima ?? kepalaUnit?.nama ?? '',
      jabatanPenerima: isian.jabatanPenerima ?? kepalaUnit?.jabatanNama ?? '',
      tanggal: isian.tanggal ?? tanggalLokal(jam.sekarang(), pelaku.zonaWaktu),
      pindaianId: isian.pindaianId ?? '',
    },
    unit,
  }
}

/** Once the forms are out, those who must confirm hold the ball, whoever the SOP names for the step. */
function susunGiliran(
  { terbuka, giliranSaya }: Kepala,
  { saya, menunggu }: { saya: boolean; menunggu: number },
): Partial<Pick<Kepala, 'giliranSaya' | 'mengapaSaya'>> {
  if (!terbuka || menunggu === 0) return {}
  if (saya)
    return { giliranSaya: true, mengapaSaya: 'Giliran Anda: nyatakan bahwa unit Anda sudah menerima formulirnya.' }
  return giliranSaya ? {} : { mengapaSaya: `Menunggu tanda terima ${menunggu} unit.` }
}
export const halamanDistribusi = halaman<ReturnType<typeof susunDistribusi>>('formulir/distribusi')

/** Scans that are there: the sheet of another unit may carry this one's signature as well. */
function susunPindaian(formulir: readonly FormulirUnit[]): { nilai: string; teks: string }[] {
  const ada = [...new Set(formulir.flatMap((f) => f.berkasTerimaId ?? []))]
  if (ada.length === 0) return []
  const sebut = (id: string) => formulir.filter((f) => f.berkasTerimaId === id).map((f) => f.unitNama)
  const pilihan = ada.map((id) => ({ nilai: id, teks: `Lembar yang sama dengan ${sebut(id).join(', ')}` }))
  return [{ nilai: '', teks: 'Pindaian baru (pilih di bawah), atau tanpa pindaian' }, ...pilihan]
}

function susunUnit(f: FormulirUnit, pelaku: Pelaku, semua: boolean) {
  const sudah = f.diterimaPada !== null
  const kertas = f.caraTerima === 'KERTAS'
  return {
    id: f.id,
    nama: f.unitNama,
    versi: f.versi,
    bolehBuka: bolehMelihat(pelaku, f.unitId, semua),
    bolehTerima: bolehFormulir(pelaku, f, 'TERIMA'),
    status: sudah
      ? { kode: 'DITERIMA', teks: 'Diterima' }
      : { kode: KODE_STATUS_FORMULIR[f.status], teks: TEKS_STATUS_FORMULIR[f.status] },
    dibagikan: f.dibagikanPada ? waktuPendek(f.dibagikanPada, pelaku.zonaWaktu) : '–',
    pindaian: f.berkasTerimaId ? `/berkas/${f.berkasTerimaId}` : null,
    penerima: sudah ? `${f.penerima}${f.jabatanPenerima ? `, ${f.jabatanPenerima}` : ''}` : '–',
    diterima: f.diterimaPada
      ? kertas
        ? `${tanggalPendek(tanggalLokal(f.diterimaPada, pelaku.zonaWaktu))} (kertas)`
        : waktuPendek(f.diterimaPada, pelaku.zonaWaktu)
      : '–',
  }
}
