import { Prisma, type Tx } from '../../inti/basis-data/index.ts'
import { catatJejak } from '../../inti/jejak/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { ambilSumber, hitungJatuhTempo, type SumberBaris } from '../formulir/index.ts'
import { kartuIndikator, sasaranProgram, versiPada } from '../perencanaan/index.ts'
import { type BarisSiklus, type KonteksLangkah, peranPelaksana } from '../siklus/index.ts'
import { usulMetodologi } from './metodologi.ts'
import type { Induk } from './pohon-gulung.ts'

/**
 * The Kertas Kerja with one row per indicator of the PK valid on the period's last day. Run again it adds indicators that
 * came since and takes out those no longer in the PK as long as nothing was entered for them.
 */
export async function susunKertas(tx: Tx, pelaku: Pelaku, konteks: KonteksLangkah): Promise<void> {
  const { siklus } = konteks
  const milik = { siklusId: siklus.id, kecamatanId: siklus.kecamatanId }
  await tx.kertasKerja.createMany({ data: [milik], skipDuplicates: true })
  const sumber = (await ambilSumber(tx, pelaku, siklus)).baris
  const ada = new Set(
    (await tx.barisKertasKerja.findMany({ where: milik, select: { indikatorId: true } })).map((b) => b.indikatorId),
  )
  const dikeluarkan = await tx.barisKertasKerja.deleteMany({
    where: { ...milik, indikatorId: { notIn: sumber.map((s) => s.indikatorId) }, diubahOlehId: null },
  })
  const baru = sumber.filter((s) => !ada.has(s.indikatorId))
  const induk = await ambilInduk(
    tx,
    siklus,
    baru.map((s) => s.indikatorId),
  )
  await tx.barisKertasKerja.createMany({
    data: baru.map((s) => dataBaris(s, { siklus, urut: sumber.indexOf(s) + 1, induk: induk.get(s.indikatorId) })),
  })
  if (baru.length + dikeluarkan.count > 0)
    await catatJejak(tx, pelaku, {
      peristiwa: 'kertas-kerja.disusun',
      objekJenis: 'kertas-kerja',
      objekId: siklus.id,
      siklusId: siklus.id,
      rincian: { indikator: sumber.length, ditambah: baru.length, tanggal: siklus.akhirPeriode },
      sebagai: peranPelaksana(konteks),
    })
}

const TANPA_INDUK: Induk = { sasaran: null, program: null, kegiatan: null, penunjang: [], jalur: [] }
type Letak = { readonly siklus: BarisSiklus; readonly urut: number; readonly induk: Induk | undefined }

const dataBaris = (s: SumberBaris, { siklus, urut, induk = TANPA_INDUK }: Letak) => ({
  kecamatanId: siklus.kecamatanId,
  siklusId: siklus.id,
  indikatorId: s.indikatorId,
  targetPkId: s.targetPkId,
  unitId: s.unitId,
  urut,
  kartu: s.kartu as object,
  target: s.target as object,
  jatuhTempo: hitungJatuhTempo(s.kartu.frekuensi, s.target, siklus.periode),
  induk: induk as object,
  metodologi: usulMetodologi(s) as object,
})

/**
 * Where indicators stand in the plan: everything above what each measures, from the tujuan down (an indicator of a tujuan
 * stands there, whatever sasaran it is reported under), by the card of the siklus' year, with the programs that support it.
 * One query.
 */
async function ambilInduk(
  tx: Tx,
  { kecamatanId, tahun }: BarisSiklus,
  id: readonly string[],
): Promise<Map<string, Induk>> {
  const baris = await tx.$queryRaw<(Induk & { id: string })[]>`
    select i.id, s.uraian as sasaran, p.nama as program, k.nama as kegiatan,
      coalesce((select json_agg(x.nama order by x.kode) from program x where x.kecamatan_id = i.kecamatan_id
        and (x.sasaran_id = s.id or x.id = p.id
          or exists (select 1 from dukungan_program d where d.program_id = x.id and d.sasaran_id = s.id))), '[]') as penunjang,
      coalesce((select json_agg(json_build_object('tingkat', j.tingkat, 'id', j.id, 'nama', j.nama) order by j.ke) from (values
        (1, 'TUJUAN', t.id, t.uraian), (2, 'SASARAN', a.id, a.uraian), (3, 'PROGRAM', p.id, p.nama), (4, 'KEGIATAN', k.id, k.nama),
        (5, 'SUB_KEGIATAN', b.id, b.nama || (case when b.kelurahan = '' then '' else ' (' || b.kelurahan || ')' end))
      ) j(ke, tingkat, id, nama) where j.id is not null), '[]') as jalur
    from indikator i ${versiPada(Prisma.sql`${tahun}::int`)}
      cross join lateral (select (x.kartu->>'tujuanId')::uuid as tujuan_id, (x.kartu->>'sasaranId')::uuid as sasaran_id,
        (x.kartu->>'programId')::uuid as program_id, (x.kartu->>'kegiatanId')::uuid as kegiatan_id,
        (x.kartu->>'subKegiatanId')::uuid as sub_kegiatan_id from (select coalesce(lama.kartu, ${kartuIndikator}) as kartu) x) l
      left join sub_kegiatan b on b.id = l.sub_kegiatan_id
      left join kegiatan k on k.id = coalesce(l.kegiatan_id, b.kegiatan_id)
      left join program p on p.id = coalesce(l.program_id, k.program_id) left join sasaran s on s.id = l.sasaran_id
      left join sasaran a on a.id = case when p.id is not null then ${sasaranProgram(Prisma.sql`p`, tahun)} when l.tujuan_id is null then l.sasaran_id end
      left join tujuan t on t.id = coalesce(case when p.id is null then l.tujuan_id end, a.tujuan_id)
    where i.kecamatan_id = ${kecamatanId}::uuid and i.id = any(${[...id]}::uuid[])`
  return new Map(baris.map(({ id: indikatorId, ...induk }) => [indikatorId, induk]))
}
