import type { Tx } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import { type Pelaku, sebutanJabatan } from '../../inti/pelaku.ts'
import { jam } from '../../inti/waktu/index.ts'
import type { FormulirLengkap } from '../formulir/index.ts'

/** So many messages of one person in ten minutes are a conversation; more are an accident. */
const MAKS_PESAN_JENDELA = 30
const JENDELA_DETIK = 600

/** Locks the siklus of a form until the transaction ends, so that nothing is added while it is sealed. Throws 409 when it runs no more. */
export async function kunciSiklusBerjalan(
  tx: Tx,
  pelaku: Pelaku,
  { siklusId, status }: FormulirLengkap,
): Promise<void> {
  const [siklus] = await tx.$queryRaw<{ status: string; diarsipkan: boolean }[]>`
    select status, diarsipkan_pada is not null as diarsipkan from siklus
    where id = ${siklusId}::uuid and kecamatan_id = ${pelaku.kecamatanId}::uuid for update`
  if (siklus?.diarsipkan)
    throw galat.bentrok('Siklus ini sudah diarsipkan. Percakapannya dapat dibaca, tetapi tidak dapat ditambah lagi.')
  if (siklus?.status === 'DIBATALKAN')
    throw galat.bentrok('Siklus ini dibatalkan. Percakapannya dapat dibaca, tetapi tidak dapat ditambah lagi.')
  if (status === 'DISIAPKAN')
    throw galat.bentrok('Formulir ini masih disiapkan. Percakapan dibuka setelah formulirnya dibagikan.')
}

/** Throws 429 when this person wrote very many messages just now. */
export async function batasiPesan(tx: Tx, pelaku: Pelaku): Promise<void> {
  const sejak = new Date(jam.sekarang().getTime() - JENDELA_DETIK * 1000)
  const jumlah = await tx.pesanPercakapan.count({
    where: { kecamatanId: pelaku.kecamatanId, penulisId: pelaku.pegawaiId, ditulisPada: { gt: sejak } },
  })
  if (jumlah >= MAKS_PESAN_JENDELA) throw galat.terlaluSering(JENDELA_DETIK)
}

/** The post a message is written with: that in the unit of the row, else that by which the person sees all units. */
export function sebutanPenulis(pelaku: Pelaku, unitId: string): string {
  const diUnit = pelaku.penugasan.filter((p) => p.unitId === unitId)
  if (diUnit.length > 0) return sebutanJabatan({ ...pelaku, penugasan: diUnit })
  return sebutanJabatan(pelaku, ['SEKCAM', 'TIM_SAKIP'])
}

type Pesan = {
  readonly siklusId: string
  readonly pertanyaanId: string
  readonly unitId: string
  readonly urut: number
}
/** Appends a message; nothing of it changes any more. */
export async function tulisPesan(tx: Tx, pelaku: Pelaku, pesan: Pesan & { readonly teks: string }): Promise<void> {
  const { unitId, ...isi } = pesan
  await tx.pesanPercakapan.create({
    data: {
      ...isi,
      kecamatanId: pelaku.kecamatanId,
      penulisId: pelaku.pegawaiId,
      penulis: pelaku.nama,
      jabatan: sebutanPenulis(pelaku, unitId),
      ditulisPada: jam.sekarang(),
    },
    select: { id: true },
  })
}
