import type { Kantor, SopBerlaku } from './baca.ts'
import type { Baris, IsiTabel, Rujukan } from './sisip.ts'

type Konteks = { readonly rujukan: Rujukan; readonly kecamatanId: string }

/** Rows of the Perjanjian Kinerja with targets and budgets; the holder of the post signs. */
export function susunPerjanjian(kantor: Kantor, { rujukan, kecamatanId }: Konteks): IsiTabel[] {
  const { pk, pegawai } = kantor
  const kecamatan = { kecamatan_id: kecamatanId }
  const perjanjian = pk.perjanjian.map(({ jabatan, nomor }) => {
    const pemegang = pegawai.find((orang) => orang.jabatan === jabatan)
    if (!pemegang) throw new Error(`jabatan "${jabatan}" pada perjanjian kinerja tidak ada pemegangnya`)
    return {
      id: rujukan.catat('pk', jabatan),
      ...kecamatan,
      tahun: pk.tahun,
      jabatan_id: rujukan.ambil('jabatan', jabatan),
      pegawai_id: rujukan.ambil('pegawai', pemegang.akun),
      jenis: pk.jenis,
      status: 'BERLAKU',
      nomor,
      tanggal: pk.tanggal,
      berlaku_sejak: pk.berlakuSejak,
    }
  })
  const target = pk.perjanjian.flatMap((satu) =>
    satu.target.map(({ indikator, triwulan: [tw1, tw2, tw3, tw4], ...isi }, urut) => ({
      id: crypto.randomUUID(),
      ...kecamatan,
      pk_id: rujukan.ambil('pk', satu.jabatan),
      indikator_id: rujukan.ambil('indikator', indikator),
      urut: urut + 1,
      target: isi.target ?? null,
      target_teks: isi.targetTeks ?? null,
      cara_target: isi.caraTarget,
      tw1,
      tw2,
      tw3,
      tw4,
    })),
  )
  return [
    ['perjanjian_kinerja', perjanjian],
    ['target_pk', target],
    ['anggaran_pk', barisAnggaran(kantor, { rujukan, kecamatanId })],
  ]
}

function barisAnggaran(kantor: Kantor, { rujukan, kecamatanId }: Konteks): Baris[] {
  const nama = namaMenurutKode(kantor)
  return kantor.pk.perjanjian.flatMap((satu) =>
    satu.anggaran.map(({ kode, kelurahan, jumlah }, urut) => ({
      id: crypto.randomUUID(),
      kecamatan_id: kecamatanId,
      pk_id: rujukan.ambil('pk', satu.jabatan),
      kode,
      nama: kelurahan === '' ? nama(kode) : `${nama(kode)} (${kelurahan})`,
      jumlah,
      keterangan: kantor.pk.sumberDana,
      urut: urut + 1,
    })),
  )
}

/** Rows of the SOPs as version 1, in force. */
export function susunSop({ sopBerlaku }: Pick<Kantor, 'sopBerlaku'>, { rujukan, kecamatanId }: Konteks): IsiTabel[] {
  const sop = sopBerlaku.map(({ definisi: { kode, nama, tujuan } }) => ({
    id: rujukan.catat('sop', kode),
    kecamatan_id: kecamatanId,
    kode,
    nama,
    tujuan,
  }))
  const versi = sopBerlaku.map(({ definisi, berlakuSejak }) => ({
    id: rujukan.catat('versi-sop', definisi.kode),
    kecamatan_id: kecamatanId,
    sop_id: rujukan.ambil('sop', definisi.kode),
    nomor_versi: 1,
    status: 'BERLAKU',
    berlaku_sejak: berlakuSejak,
    periode: definisi.periode,
    identitas: definisi.identitas,
    catatan: definisi.catatan,
    definisi,
  }))
  return [['sop', sop], ['versi_sop', versi], ...isiLangkahSop(sopBerlaku, { rujukan, kecamatanId })]
}

function isiLangkahSop(sopBerlaku: readonly SopBerlaku[], { rujukan, kecamatanId }: Konteks): IsiTabel[] {
  const milik = (kode: string) => ({
    id: crypto.randomUUID(),
    kecamatan_id: kecamatanId,
    versi_sop_id: rujukan.ambil('versi-sop', kode),
  })
  const pelaksana = sopBerlaku.flatMap(({ definisi }) =>
    definisi.pelaksana.map(({ kode, nama, peran, jabatan, unit }, urut) => ({
      ...milik(definisi.kode),
      kode,
      nama,
      urut: urut + 1,
      peran,
      jabatan_kode: jabatan,
      unit_kode: unit,
    })),
  )
  const langkah = sopBerlaku.flatMap(({ definisi }) =>
    definisi.langkah.map((satu, urut) => ({
      ...milik(definisi.kode),
      urut: urut + 1,
      kode: satu.kode,
      nomor: satu.nomor,
      uraian: satu.uraian,
      jenis: satu.jenis,
      pelaksana: satu.pelaksana,
      kelengkapan: satu.kelengkapan,
      waktu_baku: satu.waktuBaku,
      keluaran: satu.keluaran,
    })),
  )
  return [
    ['pelaksana_sop', pelaksana],
    ['langkah_sop', langkah],
  ]
}

function namaMenurutKode({ program }: Kantor): (kode: string) => string {
  const semua = program.flatMap((satu) => [
    satu,
    ...satu.kegiatan.flatMap((kegiatan) => [kegiatan, ...kegiatan.subKegiatan]),
  ])
  const nama = new Map(semua.map((satu) => [satu.kode, satu.nama]))
  return (kode) => {
    const ada = nama.get(kode)
    if (!ada) throw new Error(`kode "${kode}" pada anggaran perjanjian kinerja tidak ada`)
    return ada
  }
}
