import type { BasisData } from '../../../inti/basis-data/index.ts'
import type { Kesalahan } from '../../../inti/http/index.ts'
import { type Pelaku, unitDipimpin } from '../../../inti/pelaku.ts'
import { tahunIni } from '../../../inti/waktu/index.ts'
import { daftarUnit } from '../../organisasi/index.ts'
import { pastikanKartu, pastikanUnitPengusul } from './alur.ts'
import { isiTersimpan } from './beda-isi.ts'
import { ambilIndikator } from './kueri.ts'
import { daftarLetak } from './kueri-letak.ts'
import { ambilSebutan } from './kueri-sebutan.ts'
import { type BahanIsian, susunIsianKartu } from './tampilan-isian.ts'
import { sudahDipakai } from './ubah-kartu.ts'

type Minta = {
  readonly id: string | null
  readonly usulan: boolean
  readonly badan?: unknown
  readonly kesalahan?: Kesalahan
}

/**
 * The form of a card with everything it offers: a new one, a change, or a proposal of either. Right and state first: a
 * person who may not write never sees the form. Throws Galat 403, 404, 409.
 */
export async function siapkanIsianKartu(db: BasisData, pelaku: Pelaku, minta: Minta) {
  const { id, usulan, badan, kesalahan } = minta
  const [lama, unit, letak, sebutan, dipakai] = await Promise.all([
    id ? ambilIndikator(db, pelaku, id) : null,
    daftarUnit(db.baca, pelaku),
    daftarLetak(db.baca, pelaku),
    ambilSebutan(db.baca, pelaku),
    id ? sudahDipakai(db.baca, pelaku, id) : false,
  ])
  pastikanKartu(pelaku, lama ? (lama.aktif ? 'AKTIF' : 'NONAKTIF') : 'BARU', usulan ? 'USULKAN' : 'TULIS')
  if (usulan && lama) pastikanUnitPengusul(pelaku, lama.kartu.unitId)
  const kini = tahunIni(pelaku)
  const isi = lama ? isiTersimpan(lama.kartu) : null
  return susunIsianKartu({
    ...sebutHalaman({ id, usulan, nama: lama?.kartu.nama ?? '', dipakai }),
    isi,
    perubahan: lama?.perubahan ?? 0,
    versiBaru:
      lama && dipakai
        ? { berlakuTahun: Math.max(kini + 1, lama.kartu.berlakuTahun), versi: lama.kartu.versi + 1 }
        : null,
    usulan,
    unit: usulan ? unit.filter((u) => unitDipimpin(pelaku).includes(u.id) || u.id === isi?.unitId) : unit,
    letak,
    sebutan,
    badan,
    kesalahan,
  })
}

type Sebut = { id: string | null; usulan: boolean; nama: string; dipakai: boolean }
function sebutHalaman({
  id,
  usulan,
  nama,
  dipakai,
}: Sebut): Pick<BahanIsian, 'judul' | 'keterangan' | 'alamat' | 'batal' | 'tombol'> {
  const batal = id ? `/perencanaan/indikator/${id}` : '/perencanaan/indikator'
  if (usulan)
    return {
      judul: id ? 'Usulkan perubahan kartu' : 'Usulkan indikator',
      keterangan: nama || 'Tim SAKIP atau Sekretaris Kecamatan memutuskan usulan ini.',
      alamat: `/perencanaan/usulan-indikator${id ? `?indikator=${id}` : ''}`,
      batal,
      tombol: 'Kirim usulan',
    }
  if (!id)
    return {
      judul: 'Tambah indikator',
      keterangan: '',
      alamat: '/perencanaan/indikator',
      batal,
      tombol: 'Simpan indikator',
    }
  return {
    judul: 'Ubah kartu indikator',
    keterangan: nama,
    alamat: `/perencanaan/indikator/${id}/kartu`,
    batal,
    tombol: dipakai ? 'Simpan sebagai versi baru' : 'Simpan perubahan',
  }
}
