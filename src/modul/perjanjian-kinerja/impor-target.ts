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
import type { Polaritas, TipeAgregasi } from '../pengukuran/index.ts'
import { type KategoriKartu, kartuIndikator, PEMBACA_PERENCANAAN, versiPada } from '../perencanaan/index.ts'
import { hakPk, PENULIS_PK, TEKS_STATUS } from './alur.ts'
import { ambilPk, type TargetDalamPk } from './kueri.ts'
import { perJabatan } from './per-jabatan.ts'
import { periksaTarget } from './periksa-target.ts'
import { tulisTarget } from './simpan-isi.ts'
import { catatTindakan } from './ubah-keadaan.ts'

/** Targets of agreements in and out by Excel; written into drafts only. */
export const imporTargetPk: DefinisiImpor = {
  kode: 'target-pk',
  nama: 'Target Perjanjian Kinerja',
  keterangan: 'Target setahun dan per triwulan dari Perjanjian Kinerja satu tahun; hanya draf yang dapat diubah.',
  tahunan: true,
  pembaca: PEMBACA_PERENCANAAN,
  penulis: PENULIS_PK,
  halaman: ({ tahun }) => ({ teks: `Perjanjian Kinerja ${tahun}`, alamat: `/perjanjian-kinerja?tahun=${tahun}` }),
  siapkan,
  terapkan,
}

const KOLOM: readonly KolomImpor[] = [
  kolomImpor('jabatan', 'Kode jabatan', { wajib: true, kunci: true, maks: 60, lebar: 20 }),
  kolomImpor('indikator', 'Kode indikator', { wajib: true, kunci: true, maks: 30 }),
  kolomImpor('nama', 'Nama indikator', { hanyaBaca: true, lebar: 45 }),
  kolomImpor('satuan', 'Satuan', { hanyaBaca: true }),
  kolomImpor('keadaan', 'Keadaan perjanjian', { hanyaBaca: true, lebar: 16 }),
  kolomImpor('target', 'Target setahun', { jenis: 'angka', petunjuk: 'Untuk rentang: batas bawahnya.' }),
  kolomImpor('atas', 'Batas atas', {
    jenis: 'angka',
    petunjuk: 'Hanya untuk indikator yang dinilai di dalam rentang.',
  }),
  kolomImpor('kategori', 'Kategori', {
    maks: 30,
    petunjuk: 'Kode kategori, hanya untuk indikator kategori.',
  }),
  kolomImpor('cara', 'Target triwulan ditulis', {
    jenis: 'pilihan',
    lebar: 24,
    pilihan: [
      { nilai: 'PER_TRIWULAN', teks: 'Untuk triwulan itu sendiri' },
      { nilai: 'BERJALAN', teks: 'Dihitung sejak awal tahun' },
    ],
    petunjuk: 'Wajib bila ada target triwulan: 25, 25, 25, 25 atau 25, 50, 75, 100.',
  }),
  ...['I', 'II', 'III', 'IV'].map((romawi, ke) =>
    kolomImpor(`tw${ke + 1}`, `Triwulan ${romawi}`, { jenis: 'angka', petunjuk: 'Kosong berarti belum jatuh tempo.' }),
  ),
]

type BarisAda = {
  readonly jabatan: string
  readonly pkId: string
  readonly status: keyof typeof TEKS_STATUS
  readonly targetId: string
  readonly polaritas: Polaritas
  readonly agregasi: TipeAgregasi
  readonly pilihanKategori: readonly KategoriKartu[]
  readonly nilai: NilaiBaris
}
type DrafAda = { readonly jabatan: string; readonly pkId: string }
type IndikatorAda = {
  readonly id: string
  readonly kode: string
  readonly polaritas: Polaritas
  readonly agregasi: TipeAgregasi
  readonly kategori: readonly KategoriKartu[]
}
type Buku = {
  readonly ada: readonly BarisAda[]
  readonly draf: readonly DrafAda[]
  readonly indikator: readonly IndikatorAda[]
}

const kecil = (teks: string | null | undefined): string => (teks ?? '').trim().toLowerCase()
const sama = (a: NilaiBaris, b: NilaiBaris): boolean =>
  kecil(a.jabatan) === kecil(b.jabatan) && kecil(a.indikator) === kecil(b.indikator)

/** Of each post the draft of the year, else the version that holds last; cards as of the year. */
async function ambilBuku(
  baca: Tx | BasisData['baca'],
  pelaku: Pelaku,
  { tahun, kunci }: { tahun: number; kunci: boolean },
): Promise<Buku> {
  if (kunci)
    await baca.$queryRaw`select 1 from perjanjian_kinerja where kecamatan_id = ${pelaku.kecamatanId}::uuid and tahun = ${tahun} order by id for update`
  const pilih = Prisma.sql`select distinct on (pk.jabatan_id) pk.id, pk.status, j.kode as jabatan, j.urut, pk.jabatan_id
    from perjanjian_kinerja pk join jabatan j on j.id = pk.jabatan_id
    where pk.kecamatan_id = ${pelaku.kecamatanId}::uuid and pk.tahun = ${tahun} and pk.status <> 'DIBATALKAN'
    order by pk.jabatan_id, (pk.status = 'BERLAKU'), pk.berlaku_sejak desc`
  const kartu = Prisma.sql`${versiPada(Prisma.sql`${tahun}::int`)} cross join lateral (select coalesce(lama.kartu, ${kartuIndikator}) as kartu) k`
  const ada = await baca.$queryRaw<BarisAda[]>`
    select x.jabatan, x.id as "pkId", x.status, t.id as "targetId", k.kartu->>'polaritas' as polaritas, k.kartu->>'agregasi' as agregasi, k.kartu->'kategori' as "pilihanKategori",
      json_build_object('jabatan', x.jabatan, 'indikator', i.kode, 'nama', k.kartu->'nama', 'satuan', k.kartu->'satuan', 'keadaan', x.status,
        'target', trim_scale(t.target)::text, 'atas', trim_scale(t.target_atas)::text, 'kategori', t.target_teks,
        'cara', case when coalesce(t.tw1, t.tw2, t.tw3, t.tw4) is null then null else t.cara_target end,
        'tw1', trim_scale(t.tw1)::text, 'tw2', trim_scale(t.tw2)::text, 'tw3', trim_scale(t.tw3)::text, 'tw4', trim_scale(t.tw4)::text) as nilai
    from (${pilih}) x join target_pk t on t.pk_id = x.id join indikator i on i.id = t.indikator_id ${kartu} order by x.urut, x.jabatan, t.urut`
  const draf = await baca.$queryRaw<
    DrafAda[]
  >`select x.jabatan, x.id as "pkId" from (${pilih}) x where x.status = 'DRAF'`
  const indikator = await baca.$queryRaw<IndikatorAda[]>`
    select i.id, i.kode, k.kartu->>'polaritas' as polaritas, k.kartu->>'agregasi' as agregasi, k.kartu->'kategori' as kategori
    from indikator i ${kartu} where i.kecamatan_id = ${pelaku.kecamatanId}::uuid and i.aktif`
  return {
    draf,
    indikator,
    ada: ada.map((b) => ({ ...b, nilai: { ...b.nilai, keadaan: TEKS_STATUS[b.status] } })),
  }
}

async function siapkan(
  baca: Tx | BasisData['baca'],
  pelaku: Pelaku,
  konteks: { tahun: number; kunci: boolean },
): Promise<PersiapanImpor> {
  const buku = await ambilBuku(baca, pelaku, konteks)
  const petunjuk =
    'Satu baris per indikator dalam Perjanjian Kinerja satu pejabat. Baris yang tidak ada di berkas tidak berubah; baris baru menambah indikator ke draf pejabat itu.'
  return {
    lembar: [{ kode: 'target', nama: 'Target', petunjuk, kolom: KOLOM }],
    kini: { target: buku.ada.map((b) => b.nilai) },
    periksa: (isi) => periksaBuku(isi, buku),
  }
}

const BIDANG = ['target', 'atas', 'kategori', 'cara', 'tw1', 'tw2', 'tw3', 'tw4'] as const

/** Rules across rows: is there a draft, is the indicator in use, does the target stand in itself. */
function periksaBuku(isi: IsiBuku, buku: Buku): SalahBaris[] {
  return (isi.target ?? []).flatMap(({ nomor, nilai }) => {
    const ada = buku.ada.find((b) => sama(b.nilai, nilai))
    const jadi = { ...ada?.nilai, ...nilai }
    if (ada && BIDANG.every((b) => (jadi[b] ?? null) === (ada.nilai[b] ?? null))) return []
    return keluhan(jadi, ada, buku).map(([kolomSalah, pesan]) => ({
      lembar: 'target',
      nomor,
      kolom: kolomSalah,
      pesan,
    }))
  })
}

function keluhan(jadi: NilaiBaris, ada: BarisAda | undefined, buku: Buku): [string, string][] {
  if (ada && ada.status !== 'DRAF')
    return [
      [
        'jabatan',
        `Perjanjian ini ${TEKS_STATUS[ada.status].toLowerCase()}, jadi targetnya tidak diubah. Buat PK Perubahan lebih dahulu.`,
      ],
    ]
  if (!buku.draf.some((d) => kecil(d.jabatan) === kecil(jadi.jabatan)))
    return [['jabatan', 'Jabatan ini tidak mempunyai draf Perjanjian Kinerja tahun ini. Susun drafnya lebih dahulu.']]
  const kartu = buku.indikator.find((i) => kecil(i.kode) === kecil(jadi.indikator))
  if (!kartu) return [['indikator', 'Indikator ini tidak ada atau tidak dipakai lagi.']]
  const tertulis = targetDari(jadi)
  if (!jadi.cara && tertulis.tw.some((n) => n !== null))
    return [['cara', 'Pilih apakah target triwulan untuk triwulan itu sendiri atau dihitung sejak awal tahun.']]
  return periksaTarget({ ...kartu, ...tertulis }).masalah.map((pesan) => ['target', pesan])
}

type Tertulis = Pick<TargetDalamPk, 'target' | 'atas' | 'teks' | 'cara' | 'tw'>
const targetDari = (n: NilaiBaris): Tertulis => ({
  target: n.target ?? null,
  atas: n.atas ?? null,
  teks: n.kategori ?? null,
  cara: n.cara === 'BERJALAN' ? 'BERJALAN' : 'PER_TRIWULAN',
  tw: [n.tw1 ?? null, n.tw2 ?? null, n.tw3 ?? null, n.tw4 ?? null],
})

/** Writes draft by draft, with one audit event each; rights are those of the form. */
async function terapkan(
  tx: Tx,
  pelaku: Pelaku,
  perubahan: readonly Perubahan[],
  { tahun }: { tahun: number },
): Promise<void> {
  const buku = await ambilBuku(tx, pelaku, { tahun, kunci: true })
  for (const [jabatan, milik] of perJabatan(perubahan)) {
    const draf = buku.draf.find((d) => kecil(d.jabatan) === jabatan)
    if (!draf) throw galat.bentrok(`Draf Perjanjian Kinerja ${jabatan} tidak ada lagi. Muat ulang halaman.`)
    const pk = await ambilPk(tx, pelaku, { id: draf.pkId, kunci: true })
    const hak = hakPk(pelaku, pk, 'UBAH')
    if (!hak.boleh) throw galat.tidakBerwenang(hak.alasan)
    for (const [ke, satu] of milik.entries())
      await tulisSatu(tx, pelaku, { pkId: pk.id, urut: pk.target.length + ke + 1, satu, buku })
    await catatTindakan(tx, pelaku, pk, {
      tindakan: 'UBAH',
      rincian: { bagian: 'target lewat Excel', baris: milik.length },
    })
  }
}

type Satu = { pkId: string; urut: number; satu: Perubahan; buku: Buku }
async function tulisSatu(tx: Tx, pelaku: Pelaku, { pkId, urut, satu, buku }: Satu): Promise<void> {
  const { kecamatanId } = pelaku
  const kode = kecil((satu.baru ?? satu.lama)?.indikator)
  const indikator = buku.indikator.find((i) => kecil(i.kode) === kode)
  if (!indikator) throw galat.bentrok('Ada indikator yang sudah dinonaktifkan. Muat ulang halaman.')
  if (!satu.baru) {
    await tx.targetPk.deleteMany({ where: { kecamatanId, pkId, indikatorId: indikator.id } })
    return
  }
  const ada =
    (await tx.targetPk.findFirst({ where: { kecamatanId, pkId, indikatorId: indikator.id } })) ??
    (await tx.targetPk.create({ data: { kecamatanId, pkId, indikatorId: indikator.id, urut } }))
  await tulisTarget(tx, pelaku, { pk: { id: pkId }, id: ada.id, isi: targetDari(satu.baru) })
}
