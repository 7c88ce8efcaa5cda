import type { Tx } from '../../inti/basis-data/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import type { DokumenKeluaran, KonteksLangkah, Pembaca, PenangananJenis } from '../siklus/index.ts'
import { cakupanUnit, sqlCakupan } from './cakupan-unit.ts'
import { bukaFormulir, kembalikanFormulir, siapkanUlangFormulir } from './kembalikan-formulir.ts'
import { muatSemuaFormulir, muatTandaTerima } from './muat-dokumen.ts'
import { pastikanAdaFormulir } from './sesuaikan-pembagian.ts'

/** Step kind "siapkan-formulir": the forms are there as soon as the step opens; Tim SAKIP looks them over and adjusts. */
export const jenisSiapkanFormulir: PenangananJenis = {
  kode: 'siapkan-formulir',
  perintah: 'Siapkan formulir',
  async kekurangan(baca, konteks) {
    const formulir = await daftarKepala(baca, konteks)
    if (formulir.length === 0) return ['Belum ada formulir. Periksa Perjanjian Kinerja yang berlaku, lalu susun ulang.']
    const kosong = formulir.filter((f) => f.jumlah === 0).map((f) => f.unit)
    return kosong.length === 0
      ? []
      : [`Formulir tanpa isi: ${kosong.join(', ')}. Masukkan kembali indikatornya atau susun ulang.`]
  },
  async dokumen(baca, konteks, pelaku) {
    return keluaran('FORMULIR_BLANGKO', await muatSemuaFormulir(baca, pelaku, { konteks, blangko: true }))
  },
  async saatDibuka(tx, konteks, pelaku) {
    await siapkanUlangFormulir(tx, konteks)
    await pastikanAdaFormulir(tx, pelaku, konteks)
  },
}

/** Step kind "distribusi": done when every unit has confirmed receipt. */
export const jenisDistribusi: PenangananJenis = {
  kode: 'distribusi',
  perintah: 'Bagikan formulir',
  async kekurangan(baca, konteks) {
    const formulir = await daftarKepala(baca, konteks)
    if (formulir.length === 0) return ['Belum ada formulir yang disiapkan.']
    const belumDibagikan = formulir.filter((f) => f.status === 'DISIAPKAN').map((f) => f.unit)
    if (belumDibagikan.length > 0) return [`Belum dibagikan: ${belumDibagikan.join(', ')}.`]
    const belum = formulir.filter((f) => f.status === 'DIBAGIKAN').map((f) => f.unit)
    return belum.length === 0 ? [] : [`Belum menyatakan menerima: ${belum.join(', ')}.`]
  },
  async dokumen(baca, konteks, pelaku) {
    return keluaran('TANDA_TERIMA', await muatTandaTerima(baca, pelaku, konteks))
  },
  async saatDibuka(tx, konteks, pelaku) {
    await siapkanUlangFormulir(tx, konteks)
    // an SOP without a step of preparation hands out what the PK and the pemilahan say
    await pastikanAdaFormulir(tx, pelaku, konteks)
  },
}

/** Step kind "pengisian": one part per unit that has a form; the unit's head hands it in. */
export const jenisPengisian: PenangananJenis = {
  kode: 'pengisian',
  perintah: 'Isi dan serahkan formulir',
  async kekurangan(baca, konteks) {
    const belum = (await daftarKepala(baca, konteks)).filter((f) => f.status !== 'DISERAHKAN').map((f) => f.unit)
    return belum.length === 0 ? [] : [`Belum diserahkan: ${belum.join(', ')}.`]
  },
  async dokumen(baca, konteks, pelaku) {
    return keluaran('FORMULIR_TERISI', await muatSemuaFormulir(baca, pelaku, { konteks, blangko: false }))
  },
  async bagian(tx, konteks) {
    return (await daftarKepala(tx, konteks))
      .filter((f) => f.jumlah > 0)
      .map((f) => ({ kunci: f.unitId, unitId: f.unitId }))
  },
  async saatDibuka(tx: Tx, konteks: KonteksLangkah, pelaku: Pelaku) {
    // an SOP that goes straight to filling has its forms made here
    await pastikanAdaFormulir(tx, pelaku, konteks)
    await bukaFormulir(tx, konteks)
  },
  saatDikembalikan: kembalikanFormulir,
}

const keluaran = (jenis: string, model: DokumenKeluaran['model']): DokumenKeluaran[] => [
  { jenis, judul: model.judul, nomor: '', model },
]

type Kepala = { unitId: string; unit: string; status: string; jumlah: number }
/** Forms that the step works on, without their rows. */
async function daftarKepala(baca: Pembaca, konteks: KonteksLangkah): Promise<Kepala[]> {
  const { siklus } = konteks
  return baca.$queryRaw<Kepala[]>`
    select f.unit_id as "unitId", u.nama as unit, f.status,
      ((select count(*) from baris_formulir b where b.formulir_id = f.id) + (select count(*) from baris_anggaran a where a.formulir_id = f.id))::int as jumlah
    from formulir f join unit_kerja u on u.id = f.unit_id
    where f.siklus_id = ${siklus.id}::uuid and f.kecamatan_id = ${siklus.kecamatanId}::uuid
      and ${sqlCakupan(await cakupanUnit(baca, konteks))} order by f.urut`
}
