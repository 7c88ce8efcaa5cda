import type { Kantor } from './baca.ts'
import type { Indikator } from './bentuk.ts'
import type { Baris, IsiTabel, Rujukan } from './sisip.ts'

type Konteks = { readonly rujukan: Rujukan; readonly kecamatanId: string }
type SubKegiatan = Kantor['program'][number]['kegiatan'][number]['subKegiatan'][number]

/** What a sub kegiatan is known by: the same code may stand once per kelurahan. */
const kunciSub = (kode: string, kelurahan: string): string => `${kode} ${kelurahan}`

const SUMBER = 'Data contoh'

/** Rows of the Renstra, programs down to sub kegiatan, budgets and their use. */
export function susunRenstra({ renstra, program }: Kantor, { rujukan, kecamatanId }: Konteks): IsiTabel[] {
  const kecamatan = { kecamatan_id: kecamatanId }
  const renstraId = crypto.randomUUID()
  const tujuan = renstra.tujuan.map(({ kode, uraian }, urut) => ({
    id: rujukan.catat('tujuan', kode),
    ...kecamatan,
    renstra_id: renstraId,
    urut: urut + 1,
    uraian,
  }))
  const sasaran = renstra.tujuan.flatMap((induk) =>
    induk.sasaran.map(({ kode, uraian }, urut) => ({
      id: rujukan.catat('sasaran', kode),
      ...kecamatan,
      tujuan_id: rujukan.ambil('tujuan', induk.kode),
      urut: urut + 1,
      uraian,
    })),
  )
  const barisProgram = program.map(({ kode, nama, sasaran: induk }) => ({
    id: rujukan.catat('program', kode),
    ...kecamatan,
    kode,
    nama,
    sasaran_id: rujukan.ambil('sasaran', induk),
  }))
  const kegiatan = program.flatMap((induk) =>
    induk.kegiatan.map(({ kode, nama }) => ({
      id: rujukan.catat('kegiatan', kode),
      ...kecamatan,
      program_id: rujukan.ambil('program', induk.kode),
      kode,
      nama,
    })),
  )
  const { nama, tahunAwal, tahunAkhir } = renstra
  return [
    ['renstra', [{ id: renstraId, ...kecamatan, nama, tahun_awal: tahunAwal, tahun_akhir: tahunAkhir }]],
    ['tujuan', tujuan],
    ['sasaran', sasaran],
    ['program', barisProgram],
    [
      'dukungan_program',
      barisProgram.map(({ id, sasaran_id }) => ({ id: crypto.randomUUID(), ...kecamatan, program_id: id, sasaran_id })),
    ],
    ['kegiatan', kegiatan],
    ...isiSubKegiatan(program, { rujukan, kecamatanId }),
  ]
}

function isiSubKegiatan(program: Kantor['program'], { rujukan, kecamatanId }: Konteks): IsiTabel[] {
  const kecamatan = { kecamatan_id: kecamatanId }
  const daftar = program.flatMap((satu) => satu.kegiatan)
  const sub = daftar.flatMap((induk) =>
    induk.subKegiatan.map(({ kode, kelurahan, nama, unit, keluaran }) => ({
      id: rujukan.catat('sub-kegiatan', kunciSub(kode, kelurahan)),
      ...kecamatan,
      kegiatan_id: rujukan.ambil('kegiatan', induk.kode),
      kode,
      kelurahan,
      nama,
      unit_id: rujukan.ambil('unit', unit),
      keluaran: keluaran.indikator,
      satuan: keluaran.satuan,
    })),
  )
  return [
    ['sub_kegiatan', sub],
    ...isiAnggaran(
      daftar.flatMap((induk) => induk.subKegiatan),
      { rujukan, kecamatanId },
    ),
  ]
}

function isiAnggaran(semua: readonly SubKegiatan[], { rujukan, kecamatanId }: Konteks): IsiTabel[] {
  const dokumen = [...new Set(semua.flatMap((satu) => Object.keys(satu.pagu)))].sort().map((tahun) => ({
    id: crypto.randomUUID(),
    kecamatan_id: kecamatanId,
    tahun,
    jenis: 'DPA',
    berlaku_sejak: `${tahun}-01-02`,
  }))
  const milik = (satu: SubKegiatan) => ({
    id: crypto.randomUUID(),
    kecamatan_id: kecamatanId,
    sub_kegiatan_id: rujukan.ambil('sub-kegiatan', kunciSub(satu.kode, satu.kelurahan)),
  })
  const pagu = semua.flatMap((satu) =>
    Object.entries(satu.pagu).map(([tahun, nilai]) => ({
      ...milik(satu),
      tahun,
      jenis: 'DPA',
      berlaku_sejak: `${tahun}-01-02`,
      pagu: nilai,
      dokumen_id: dokumen.find((d) => d.tahun === tahun)?.id,
    })),
  )
  const indikatif = semua.flatMap((satu) =>
    Object.entries(satu.paguIndikatif).map(([tahun, nilai]) => ({ ...milik(satu), tahun, nilai })),
  )
  const realisasi = semua.flatMap((satu) => [
    {
      ...milik(satu),
      tahun: 2025,
      triwulan: 0,
      pagu: satu.pagu['2025'],
      nilai: satu.realisasi.tahun2025,
      sumber: SUMBER,
    },
    {
      ...milik(satu),
      tahun: 2026,
      triwulan: 1,
      pagu: satu.pagu['2026'],
      nilai: satu.realisasi.triwulan1Tahun2026,
      sumber: SUMBER,
    },
  ])
  return [
    ['dokumen_anggaran', dokumen],
    ['anggaran', pagu],
    ...(indikatif.length > 0 ? ([['pagu_indikatif', indikatif]] satisfies IsiTabel[]) : []),
    ['realisasi_anggaran', realisasi],
  ]
}

/** Rows of the indicator cards, their five-year targets and their history. */
export function susunIndikator(kantor: Kantor, { rujukan, kecamatanId }: Konteks): IsiTabel[] {
  const milik = (kode: string) => ({
    id: crypto.randomUUID(),
    kecamatan_id: kecamatanId,
    indikator_id: rujukan.ambil('indikator', kode),
  })
  const kartu = kantor.indikator.map((satu, urut) => ({
    ...barisIndikator(satu, { rujukan, kecamatanId }),
    ...letakIndikator(satu, kantor, rujukan),
    urut: urut + 1,
  }))
  const target = kantor.indikator.flatMap(({ kode, metode, targetRenstra }) =>
    Object.entries(targetRenstra).map(([tahun, nilai]) => ({
      ...milik(kode),
      tahun,
      jenis: Number(tahun) < kantor.renstra.tahunAwal ? 'AWAL' : 'TARGET',
      nilai: metode === 'KATEGORI' ? null : nilai,
      teks: metode === 'KATEGORI' ? nilai : null,
    })),
  )
  const riwayat = kantor.indikator.flatMap((satu) =>
    satu.riwayat.map(({ tahun, triwulan, target, nilai, kategori, variabel }) => ({
      ...milik(satu.kode),
      tahun,
      triwulan,
      target: targetAngka(satu, target),
      nilai: satu.metode === 'KATEGORI' ? targetAngka(satu, kategori ?? '') : (nilai ?? null),
      kategori: kategori ?? null,
      variabel,
      sumber: SUMBER,
    })),
  )
  return [
    ['indikator', kartu],
    ['target_renstra', target],
    ['realisasi_indikator', riwayat],
  ]
}

function barisIndikator(satu: Indikator, { rujukan, kecamatanId }: Konteks): Baris {
  const { kode, jenis, nama, satuan, definisi, polaritas, agregasi, metode, variabel, kategori } = satu
  return {
    id: rujukan.catat('indikator', kode),
    kecamatan_id: kecamatanId,
    kode,
    versi: 1,
    jenis,
    nama,
    satuan,
    definisi,
    polaritas,
    agregasi,
    metode,
    variabel,
    kategori,
    rumus: satu.rumus,
    ekspresi: satu.ekspresi ?? '',
    standar: satu.standar ?? {},
    smart: satu.smart,
    desimal: satu.desimal,
    sumber_data: satu.sumberData,
    unit_id: rujukan.ambil('unit', satu.unit),
    frekuensi: satu.frekuensi,
    bukti_wajib: satu.buktiWajib,
    aturan_bukti: satu.aturanBukti,
    asal: satu.asal,
    aktif: true,
  }
}

/** What the indicator measures, with everything above it, so that it can be grouped at any level. */
function letakIndikator(
  { tingkat, acuan, kelurahan, sasaran }: Indikator,
  { program }: Kantor,
  rujukan: Rujukan,
): Baris {
  const letak = { tujuan_id: null, sasaran_id: null, program_id: null, kegiatan_id: null, sub_kegiatan_id: null }
  if (tingkat === 'TUJUAN')
    return {
      ...letak,
      tujuan_id: rujukan.ambil('tujuan', acuan),
      sasaran_id: sasaran ? rujukan.ambil('sasaran', sasaran) : null,
    }
  if (tingkat === 'SASARAN') return { ...letak, sasaran_id: rujukan.ambil('sasaran', acuan) }
  const indukProgram = program.find(({ kode }) => acuan === kode || acuan.startsWith(`${kode}.`))
  if (!indukProgram) throw new Error(`program "${acuan}" dirujuk tetapi tidak ada`)
  const indukKegiatan = indukProgram.kegiatan.find(({ kode }) => acuan === kode || acuan.startsWith(`${kode}.`))
  return {
    tujuan_id: null,
    sasaran_id: rujukan.ambil('sasaran', indukProgram.sasaran),
    program_id: rujukan.ambil('program', indukProgram.kode),
    kegiatan_id: tingkat === 'PROGRAM' ? null : rujukan.ambil('kegiatan', indukKegiatan?.kode ?? acuan),
    sub_kegiatan_id: tingkat === 'SUB_KEGIATAN' ? rujukan.ambil('sub-kegiatan', kunciSub(acuan, kelurahan)) : null,
  }
}

/** A figure, or the score of a category. */
function targetAngka({ metode, kategori }: Indikator, isi: string): string | null {
  if (metode !== 'KATEGORI') return isi
  const skor = kategori.find(({ kode }) => kode === isi)?.skor
  return skor === undefined ? null : String(skor)
}
