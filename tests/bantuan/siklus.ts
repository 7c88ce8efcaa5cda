import { transaksi } from '../../src/inti/basis-data/index.ts'
import { denganKonteks } from '../../src/inti/konteks.ts'
import type { Pelaku } from '../../src/inti/pelaku.ts'
import type { Periode } from '../../src/inti/waktu/index.ts'
import { bekukanRekap } from '../../src/modul/rekap/bekukan-rekap.ts'
import {
  ambilLangkah,
  ambilPenanganan,
  ambilSiklus,
  daftarkanJenis,
  jalankan,
  mulaiSiklus,
} from '../../src/modul/siklus/index.ts'
import { KODE_JENIS_LANGKAH } from '../../src/modul/sop/index.ts'
import type { AplikasiUji } from './aplikasi.ts'

/** What walking a siklus needs of the running application. */
type Panggung = Pick<AplikasiUji, 'db' | 'sebagai' | 'pelaku' | 'sql'>

/** Who stands behind a column of the Taman SOPs in the sample office. */
const ORANG: Readonly<Record<string, string>> = {
  CAMAT: 'camat',
  SEKCAM: 'sekcam',
  TIM_SAKIP: 'sakip1',
  KASI: 'kasi.pemerintahan',
  STAF: 'staf.pemerintahan',
}

/** Kinds that no module handles yet stand in as steps without a screen, so that an engine test can walk past them. */
export function lengkapiJenis(): void {
  for (const kode of KODE_JENIS_LANGKAH)
    try {
      ambilPenanganan(kode)
    } catch {
      daftarkanJenis([{ kode, perintah: kode, kekurangan: async () => [], dokumen: async () => [] }])
    }
}

/** Starts an SOP of Taman by the code of the SOP; default the collection for triwulan II 2026. Returns the id. */
export async function mulaiSiklusUji(
  app: Panggung,
  {
    sop = 'pengumpulan-taman',
    periode = { jenis: 'TRIWULAN', tahun: 2026, nomor: 2 },
  }: { sop?: string; periode?: Periode } = {},
): Promise<string> {
  const [baris] = await app.sql<{ id: string }>('select id from sop where kode = $1', [sop])
  if (!baris) throw new Error(`tidak ada SOP ${sop}`)
  return app.sebagai('sakip1', (pelaku) => mulaiSiklus(app.db, pelaku, { sopId: baris.id, periode, tenggat: null }))
}

/**
 * Walks the engine straight to a step, without filling in the screens before it: steps are finished by whom the SOP names,
 * forms are handed out, received and handed in empty. For tests of a later step only.
 */
export async function sampaiLangkah(app: Panggung, siklusId: string, kode: string): Promise<void> {
  for (let pengaman = 0; pengaman < 60; pengaman++) {
    const { siklus, langkah, bagian } = await app.sebagai('sakip1', (p) => ambilSiklus(app.db.baca, p, siklusId))
    const kini = langkah.find((l) => l.status === 'BERJALAN')
    if (!kini) throw new Error('tidak ada langkah terbuka')
    if (kini.kode === kode) return
    const def = siklus.definisi.langkah.find((l) => l.kode === kini.kode)
    if (!def) throw new Error(`langkah ${kini.kode} tidak ada di SOP`)
    const nama = ORANG[(kini.diteruskanPada ? def.penerima : def.pelaksana)[0] ?? ''] ?? 'sakip1'
    const pelaku = await app.pelaku(nama)
    const terbuka = bagian.filter((b) => b.langkahId === kini.id && b.status === 'BERJALAN')
    await denganKonteks({ kecamatanId: pelaku.kecamatanId, kunci: null }, async () => {
      if (terbuka.length > 0)
        return await serahkanSemua(app, pelaku, { siklusId, kode: kini.kode, kunci: terbuka.map((b) => b.kunci) })
      await transaksi(app.db, pelaku, async (tx) => {
        if (kini.jenis === 'rekap')
          await bekukanRekap(tx, pelaku, {
            konteks: await ambilLangkah(tx, pelaku, { siklusId, kode: kini.kode }),
            catatan: '',
          })
        await jalankan(tx, pelaku, perintah(siklusId, def, kini.diteruskanPada !== null))
      })
    })
    if (kini.jenis === 'distribusi')
      await app.sql(
        "update formulir set status = 'DITERIMA', dibagikan_pada = now(), diterima_pada = now(), penerima = 'uji' where siklus_id = $1",
        [siklusId],
      )
  }
  throw new Error(`langkah ${kode} tidak tercapai`)
}

function perintah(
  siklusId: string,
  def: { kode: string; jenis: string; keputusan: unknown; penerima: readonly string[] },
  sudahDiteruskan: boolean,
) {
  if (def.keputusan) return { jenis: 'PUTUSKAN', siklusId, langkah: def.kode, keputusan: 'ya' } as const
  if (def.jenis === 'lapor-camat' && def.penerima.length > 0 && !sudahDiteruskan)
    return { jenis: 'TERUSKAN', siklusId, langkah: def.kode } as const
  return { jenis: 'SELESAIKAN', siklusId, langkah: def.kode } as const
}

async function serahkanSemua(
  app: Panggung,
  pelaku: Pelaku,
  { siklusId, kode, kunci }: { siklusId: string; kode: string; kunci: string[] },
) {
  for (const bagian of kunci)
    await transaksi(app.db, pelaku, (tx) =>
      jalankan(
        tx,
        pelaku,
        { jenis: 'SELESAIKAN_BAGIAN', siklusId, langkah: kode, bagian },
        { bolehBagian: kunci, sebagaiPengganti: ['KASI', 'STAF', 'TIM_SAKIP'] },
      ),
    )
  await app.sql(
    "update formulir set status = 'DISERAHKAN', diserahkan_pada = now(), penyerah = 'uji' where siklus_id = $1",
    [siklusId],
  )
  await app.sql('update baris_formulir set terbuka = false where siklus_id = $1', [siklusId])
}
