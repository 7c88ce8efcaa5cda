import type { Prisma, Tx } from '../../inti/basis-data/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import type { PemegangJabatan } from './kueri-draf.ts'
import { barisRiwayat } from './ubah-keadaan.ts'

type Draf = {
  readonly tahun: number
  readonly berlakuSejak: string
  readonly pemegang: Pick<PemegangJabatan, 'jabatanId' | 'pegawaiId'>
  /** of a PK Perubahan */
  readonly perubahan?: { readonly asalId: string; readonly dasar: string; readonly alasan: string }
}

/** The row of a new draft; its content follows. Returns its id. */
export async function tulisDraf(
  tx: Tx,
  pelaku: Pelaku,
  { tahun, berlakuSejak, pemegang, perubahan }: Draf,
): Promise<string> {
  const { id } = await tx.perjanjianKinerja.create({
    data: {
      kecamatanId: pelaku.kecamatanId,
      tahun,
      jabatanId: pemegang.jabatanId,
      pegawaiId: pemegang.pegawaiId,
      status: 'DRAF',
      berlakuSejak: new Date(berlakuSejak),
      ...(perubahan ? { jenis: 'PERUBAHAN', ...perubahan } : {}),
      riwayat: [barisRiwayat(pelaku, 'SUSUN', perubahan?.alasan ?? '')] as unknown as Prisma.InputJsonValue,
    },
    select: { id: true },
  })
  return id
}

/** Targets of another agreement; indicators that are no longer in use are left out. */
export const salinTarget = (tx: Tx, pelaku: Pelaku, { dari, ke }: { dari: string; ke: string }): Promise<number> =>
  tx.$executeRaw`
    insert into target_pk (kecamatan_id, pk_id, indikator_id, urut, target, target_atas, target_teks, cara_target, tw1, tw2, tw3, tw4)
    select t.kecamatan_id, ${ke}::uuid, t.indikator_id, t.urut, t.target, t.target_atas, t.target_teks, t.cara_target, t.tw1, t.tw2, t.tw3, t.tw4
    from target_pk t join indikator i on i.id = t.indikator_id and i.aktif
    where t.pk_id = ${dari}::uuid and t.kecamatan_id = ${pelaku.kecamatanId}::uuid`

type DariRenstra = {
  readonly ke: string
  readonly tahun: number
  readonly pemegang: Pick<PemegangJabatan, 'peran' | 'unitId'>
}
/** Indicators of a post with the Renstra's target of the year: IKU for the Camat, the own unit's IKK for all others. */
export const salinRenstra = (tx: Tx, pelaku: Pelaku, { ke, tahun, pemegang }: DariRenstra): Promise<number> =>
  tx.$executeRaw`
    insert into target_pk (kecamatan_id, pk_id, indikator_id, urut, target, target_teks)
    select i.kecamatan_id, ${ke}::uuid, i.id, row_number() over (order by i.urut, i.kode),
      case when i.polaritas = 'KATEGORI' then null else r.nilai end,
      (select k ->> 'kode' from jsonb_array_elements(i.kategori) k
        where i.polaritas = 'KATEGORI' and (k ->> 'kode' = r.teks or k ->> 'nama' = r.teks or (k ->> 'skor')::numeric = r.nilai) limit 1)
    from indikator i left join target_renstra r on r.indikator_id = i.id and r.tahun = ${tahun} and r.jenis = 'TARGET'
    where i.kecamatan_id = ${pelaku.kecamatanId}::uuid and i.aktif
      and (case when ${pemegang.peran} = 'CAMAT' then i.jenis = 'IKU' else i.jenis = 'IKK' and i.unit_id = ${pemegang.unitId}::uuid end)`

/** Rows of a lampiran, replacing those that are there. */
export async function tulisAnggaran(
  tx: Tx,
  pelaku: Pelaku,
  {
    pkId,
    baris,
  }: { pkId: string; baris: readonly { kode: string; nama: string; jumlah: string; keterangan: string }[] },
): Promise<void> {
  const { kecamatanId } = pelaku
  await tx.anggaranPk.deleteMany({ where: { pkId, kecamatanId } })
  await tx.anggaranPk.createMany({ data: baris.map((b, ke) => ({ ...b, kecamatanId, pkId, urut: ke + 1 })) })
}
