import { type BasisData, Prisma, type Tx } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import {
  type DefinisiImpor,
  type IsiBuku,
  type KolomImpor,
  kolomImpor,
  type NilaiBaris,
  type PersiapanImpor,
  type Perubahan,
  type SalahBaris,
} from '../impor/index.ts'
import { PEMBACA_PERENCANAAN } from '../perencanaan/index.ts'
import { perJabatan } from '../perjanjian-kinerja/index.ts'
import { PENULIS_AKSI } from './alur.ts'
import { catatAksi, ROMAWI } from './catat-aksi.ts'
import { ambilRencana, daftarJabatan, daftarRencana, type JabatanPilihan } from './kueri.ts'
import { buangAksi, pastikanSusun, periksaAksi, sisipAksi } from './simpan-aksi.ts'

/** Plans of a year in and out by Excel; what was done of them is a workbook of its own (impor-realisasi-aksi.ts). */
export const imporRencanaAksi: DefinisiImpor = {
  kode: 'rencana-aksi',
  nama: 'Rencana aksi',
  keterangan: 'Aksi per indikator Perjanjian Kinerja dengan target triwulan, penanggung jawab, dan anggarannya.',
  tahunan: true,
  pembaca: PEMBACA_PERENCANAAN,
  penulis: PENULIS_AKSI,
  halaman: ({ tahun }) => ({ teks: `Rencana aksi ${tahun}`, alamat: `/rencana-aksi?tahun=${tahun}` }),
  siapkan,
  terapkan,
}

const susunKolom = (jabatan: readonly JabatanPilihan[]): KolomImpor[] => [
  kolomImpor('jabatan', 'Kode jabatan', { wajib: true, kunci: true, maks: 60, lebar: 20 }),
  kolomImpor('indikator', 'Kode indikator', { wajib: true, kunci: true, maks: 30 }),
  kolomImpor('urut', 'Urutan', {
    jenis: 'bulat',
    wajib: true,
    kunci: true,
    lebar: 8,
    petunjuk: '1, 2, 3 … untuk tiap indikator.',
  }),
  kolomImpor('nama', 'Nama indikator', { hanyaBaca: true, lebar: 40 }),
  kolomImpor('aksi', 'Aksi', { wajib: true, maks: 500, lebar: 45 }),
  kolomImpor('satuan', 'Satuan', { wajib: true, maks: 60 }),
  ...ROMAWI.map((romawi, ke) =>
    kolomImpor(`tw${ke + 1}`, `Target triwulan ${romawi}`, {
      jenis: 'angka',
      petunjuk: 'Kosong berarti tidak ada yang jatuh tempo.',
    }),
  ),
  kolomImpor('penanggungJawab', 'Penanggung jawab', {
    jenis: 'pilihan',
    lebar: 30,
    pilihan: jabatan.map((j) => ({ nilai: j.kode, teks: j.nama })),
  }),
  kolomImpor('anggaran', 'Anggaran (Rp)', { jenis: 'uang', lebar: 16 }),
]

type BarisAda = { readonly id: string; readonly nilai: NilaiBaris }
type Buku = {
  readonly ada: readonly BarisAda[]
  readonly jabatan: readonly JabatanPilihan[]
  /** code of the post → agreement of the year, and codes of its indicators */
  readonly pk: ReadonlyMap<string, { readonly pkId: string; readonly indikator: ReadonlyMap<string, string> }>
}
const kecil = (teks: string | null | undefined): string => (teks ?? '').trim().toLowerCase()

async function ambilBuku(
  baca: Tx | BasisData['baca'],
  pelaku: Pelaku,
  { tahun, kunci }: { tahun: number; kunci: boolean },
): Promise<Buku> {
  const ada = await baca.$queryRaw<BarisAda[]>`
    select r.id, json_build_object('jabatan', j.kode, 'indikator', i.kode, 'urut', r.urut::text, 'nama', i.nama, 'aksi', r.aksi,
      'satuan', r.satuan, 'tw1', trim_scale(r.tw1)::text, 'tw2', trim_scale(r.tw2)::text, 'tw3', trim_scale(r.tw3)::text,
      'tw4', trim_scale(r.tw4)::text, 'penanggungJawab', p.kode, 'anggaran', trim_scale(r.anggaran)::text) as nilai
    from rencana_aksi r join jabatan j on j.id = r.jabatan_id join indikator i on i.id = r.indikator_id left join jabatan p on p.id = r.penanggung_jawab_id
    where r.kecamatan_id = ${pelaku.kecamatanId}::uuid and r.tahun = ${tahun}
    order by j.urut, j.kode, i.urut, i.kode, r.urut ${kunci ? Prisma.sql`for update of r` : Prisma.empty}`
  const rencana = await daftarRencana(baca, pelaku, tahun)
  const isi = await baca.$queryRaw<{ pkId: string; jabatan: string; indikator: { kode: string; id: string }[] }[]>`
    select pk.id as "pkId", j.kode as jabatan, coalesce((select json_agg(json_build_object('kode', i.kode, 'id', i.id))
      from target_pk t join indikator i on i.id = t.indikator_id where t.pk_id = pk.id), '[]') as indikator
    from perjanjian_kinerja pk join jabatan j on j.id = pk.jabatan_id
    where pk.kecamatan_id = ${pelaku.kecamatanId}::uuid and pk.id = any(${rencana.map((r) => r.pkId)}::uuid[])`
  return {
    ada,
    jabatan: await daftarJabatan(baca, pelaku),
    pk: new Map(
      isi.map((b) => [
        kecil(b.jabatan),
        { pkId: b.pkId, indikator: new Map(b.indikator.map((i) => [kecil(i.kode), i.id])) },
      ]),
    ),
  }
}

async function siapkan(
  baca: Tx | BasisData['baca'],
  pelaku: Pelaku,
  konteks: { tahun: number; kunci: boolean },
): Promise<PersiapanImpor> {
  const buku = await ambilBuku(baca, pelaku, konteks)
  return {
    lembar: [
      {
        kode: 'aksi',
        nama: 'Rencana aksi',
        petunjuk:
          'Satu baris per aksi. Aksi yang tidak ada di berkas tidak berubah; urutan yang belum ada menambah aksi.',
        kolom: susunKolom(buku.jabatan),
        periksa: (b) => periksaBaris(b),
      },
    ],
    kini: { aksi: buku.ada.map((b) => b.nilai) },
    periksa: (isi) => periksaBuku(isi, buku),
  }
}

/** A row by itself: some quarter has a target, no figure is negative. */
function periksaBaris(b: NilaiBaris): Record<string, string> {
  const angka = ['tw1', 'tw2', 'tw3', 'tw4', 'anggaran']
  const negatif = angka.find((k) => b[k]?.startsWith('-'))
  if (negatif) return { [negatif]: 'Tulis angka 0 atau lebih.' }
  if (b.urut && Number(b.urut) < 1) return { urut: 'Urutan mulai dari 1.' }
  return angka.slice(0, 4).some((k) => k in b) && angka.slice(0, 4).every((k) => !b[k])
    ? { tw1: 'Tulis target paling sedikit untuk satu triwulan.' }
    : {}
}

const periksaBuku = (isi: IsiBuku, buku: Buku): SalahBaris[] =>
  (isi.aksi ?? []).flatMap(({ nomor, nilai }) => {
    const pk = buku.pk.get(kecil(nilai.jabatan))
    const salah = (kolomSalah: string, pesan: string) => [{ lembar: 'aksi', nomor, kolom: kolomSalah, pesan }]
    if (!pk) return salah('jabatan', 'Jabatan ini tidak mempunyai Perjanjian Kinerja pada tahun ini.')
    const sudah = buku.ada.some((a) => kunci(a.nilai) === kunci(nilai))
    if (!sudah && !pk.indikator.has(kecil(nilai.indikator)))
      return salah('indikator', 'Indikator ini tidak ada dalam Perjanjian Kinerja jabatan itu.')
    return []
  })

const kunci = (n: NilaiBaris): string => [kecil(n.jabatan), kecil(n.indikator), n.urut].join('|')

/** Writes plan by plan with the rules of the form: rights, reported quarters, indicators of the agreement. */
async function terapkan(
  tx: Tx,
  pelaku: Pelaku,
  perubahan: readonly Perubahan[],
  { tahun }: { tahun: number },
): Promise<void> {
  const buku = await ambilBuku(tx, pelaku, { tahun, kunci: true })
  for (const [jabatan, milik] of perJabatan(perubahan)) {
    const pk = buku.pk.get(jabatan)
    if (!pk) throw galat.bentrok('Ada jabatan yang tidak mempunyai Perjanjian Kinerja lagi. Muat ulang halaman.')
    const rencana = await ambilRencana(tx, pelaku, { id: pk.pkId, kunci: true })
    pastikanSusun(pelaku, rencana)
    for (const satu of milik) await tulisSatu(tx, pelaku, { satu, buku, rencana, indikator: pk.indikator })
    await catatAksi(tx, pelaku, rencana, { tindakan: 'SUSUN', rincian: { aksi: `${milik.length} baris lewat Excel` } })
  }
}

type Satu = {
  satu: Perubahan
  buku: Buku
  rencana: Awaited<ReturnType<typeof ambilRencana>>
  indikator: ReadonlyMap<string, string>
}
async function tulisSatu(tx: Tx, pelaku: Pelaku, { satu, buku, rencana, indikator }: Satu): Promise<void> {
  const nilai = satu.baru ?? satu.lama ?? {}
  const id = buku.ada.find((a) => kunci(a.nilai) === kunci(nilai))?.id
  const lama = rencana.aksi.find((a) => a.id === id) ?? null
  if (!satu.baru) {
    if (lama) await buangAksi(tx, pelaku, { rencana, lama })
    return
  }
  const isian = isianDari(satu.baru, buku, lama?.indikatorId ?? indikator.get(kecil(nilai.indikator)) ?? '')
  const salah = await periksaAksi(tx, pelaku, { rencana, isian, lama })
  if (salah) throw galat.bentrok(`${nilai.aksi}: ${Object.values(salah).join(' ')}`)
  if (!lama) return sisipAksi(tx, pelaku, { rencana, isian }, Number(nilai.urut))
  await tx.rencanaAksi.updateMany({
    where: { id: lama.id, kecamatanId: pelaku.kecamatanId },
    data: { ...isian, versi: { increment: 1 } },
  })
}

const isianDari = (n: NilaiBaris, { jabatan }: Buku, indikatorId: string) => ({
  indikatorId,
  aksi: n.aksi ?? '',
  satuan: n.satuan ?? '',
  tw1: n.tw1 ?? null,
  tw2: n.tw2 ?? null,
  tw3: n.tw3 ?? null,
  tw4: n.tw4 ?? null,
  penanggungJawabId: jabatan.find((j) => j.kode === n.penanggungJawab)?.id ?? null,
  anggaran: n.anggaran ?? null,
})
