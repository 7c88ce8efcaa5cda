import type { CheerioAPI } from 'cheerio'
import type { Pelaku } from '../../src/inti/pelaku.ts'
import { kolomPelaku } from '../../src/modul/siklus/index.ts'
import type { DefinisiSop } from '../../src/modul/sop/index.ts'
import type { AplikasiUji } from './aplikasi.ts'
import { type Isian, isiForm } from './isian-acak.ts'
import { type Dadu, susunDadu } from './pemain-acak.ts'
import { lengkapiPengukuran } from './pemain-ukur.ts'
import { type Halaman, type PerambanPolos, rapikan } from './peramban-polos.ts'
import { type KantorPolos, UNIT_CONTOH } from './perjalanan-polos.ts'

/** Everyone of the sample office who may write in a siklus. */
const ORANG = ['sakip1', 'sekcam', 'camat', 'sakip2', 'sakip3', ...UNIT_CONTOH.flatMap((u) => [u.kepala, u.staf])]
/** acts that lead nowhere, or back: nobody who wants to finish the step presses them */
const BUKAN_PENYELESAI = /batalkan|tarik|hapus|tolak|kembalikan|keluar|lewati|unggah|lampirkan|mulai siklus|urungkan/i
const SIMPAN = /^simpan|^tambah|nomor|^catat/i
const PERCOBAAN = 5
/** times that one button of one page may do something (a receipt per unit) before it counts as going round in circles */
const MAKS_TEKAN = 8

type Panggung = Pick<AplikasiUji, 'pelaku' | 'sql'>
type Main = {
  readonly app: Panggung
  readonly siklusId: string
  readonly dadu: Dadu
  /** how often a button was pressed in vain, or did something, since the last event of the siklus */
  readonly sudah: Map<string, number>
  readonly maksKembali: number
  /** what was done, for the message of a dead end */
  readonly jejak: string[]
  /** whose pages are looked at first; it only spares looking at pages of people who have nothing to do */
  urutan: readonly string[]
  readonly pelaku: ReadonlyMap<string, Pelaku>
  readonly definisi: DefinisiSop
}

/**
 * Plays a siklus to its end by its pages alone: whoever has a turn follows the link, fills in what the page asks for and
 * presses the button. Returns how many acts it took. Throws with the page that is a dead end and what it said last.
 */
export async function mainkanSiklus(
  app: Panggung,
  kantor: KantorPolos,
  { siklusId, benih, maksKembali = 1 }: { siklusId: string; benih: number; maksKembali?: number },
): Promise<number> {
  const dadu = susunDadu(benih)
  const m: Main = {
    app,
    siklusId,
    dadu,
    sudah: new Map(),
    maksKembali,
    jejak: [],
    urutan: ORANG,
    ...(await kenali(app, siklusId)),
  }
  for (let tindakan = 0; tindakan < 600; tindakan++) {
    if ((await keadaan(m)).berakhir) return tindakan
    if (!(await adaYangBergerak(m, kantor))) throw new Error(`jalan buntu:\n${m.jejak.slice(-12).join('\n')}`)
  }
  throw new Error(`tidak berakhir:\n${m.jejak.slice(-12).join('\n')}`)
}

async function kenali(app: Panggung, siklusId: string): Promise<Pick<Main, 'pelaku' | 'definisi'>> {
  const [versi] = await app.sql<{ definisi: DefinisiSop }>(
    'select v.definisi from siklus s join versi_sop v on v.id = s.versi_sop_id where s.id = $1',
    [siklusId],
  )
  if (!versi) throw new Error('siklus tidak ada')
  const pelaku = new Map<string, Pelaku>()
  for (const nama of ORANG) pelaku.set(nama, await app.pelaku(nama))
  return { pelaku, definisi: versi.definisi }
}

/** The first of the office who can do something does it; who had nothing to do is asked last next time. */
async function adaYangBergerak(m: Main, kantor: KantorPolos): Promise<boolean> {
  const giliran = await dugaGiliran(m)
  // the head of a unit can do what its staff can, and hands in
  const didahulukan = m.urutan.toSorted((a, b) => pangkat(a, giliran) - pangkat(b, giliran))
  for (const [ke, nama] of didahulukan.entries()) {
    const o = await kantor.orang(nama)
    if (!(await bergerak(m, o))) continue
    m.urutan = [...didahulukan.slice(ke), ...didahulukan.slice(0, ke)]
    return true
  }
  return false
}

const pangkat = (nama: string, giliran: ReadonlySet<string>): number =>
  giliran.has(nama) ? Number(nama.startsWith('staf.')) : 2

/** Does something that the person's pages say waits: on the page of the siklus, then on Tugas Saya. */
async function bergerak(m: Main, o: PerambanPolos): Promise<boolean> {
  const sudah = new Set<string>()
  for (const tugas of [tugasSiklus, tugasSaya])
    for (const alamat of await tugas(m, o)) {
      if (sudah.has(alamat)) continue
      sudah.add(alamat)
      if (await kerjakan(m, o, await o.buka(alamat))) return true
    }
  return false
}
const tugasSiklus = async ({ siklusId }: Main, o: PerambanPolos): Promise<string[]> =>
  tautan((await o.buka(`/siklus/${siklusId}`)).$, '.giliran:not(.giliran--lain) a.btn-primary')
const tugasSaya = async ({ siklusId }: Main, o: PerambanPolos): Promise<string[]> =>
  tautan((await o.buka('/')).$, '.tugas__judul a').filter((a) => a.includes(siklusId) || a.startsWith('/formulir/'))

/** Who stands behind the columns and units that open steps wait for. */
async function dugaGiliran({ app, siklusId, pelaku, definisi }: Main): Promise<ReadonlySet<string>> {
  const terbuka = await app.sql<{ pemegang: string[]; unit: (string | null)[] }>(
    `select l.pemegang, array_agg(b.unit_id::text) as unit from langkah_siklus l
       left join bagian_langkah b on b.langkah_id = l.id and b.status = 'BERJALAN'
     where l.siklus_id = $1 and l.status = 'BERJALAN' group by l.id`,
    [siklusId],
  )
  const ditunggu = (p: Pelaku) => {
    const kolom = kolomPelaku(definisi, p)
    const unit = p.penugasan.flatMap((n) => n.unitId ?? [])
    return terbuka.some((l) =>
      l.unit.some((u) => u !== null)
        ? l.unit.some((u) => u !== null && unit.includes(u))
        : l.pemegang.some((k) => kolom.includes(k)),
    )
  }
  return new Set([...pelaku].filter(([, p]) => ditunggu(p)).map(([nama]) => nama))
}

/** Presses the buttons of the page one after the other, the main one first, until one does something. */
async function kerjakan(m: Main, o: PerambanPolos, h: Halaman, dalam = 0): Promise<boolean> {
  if (await lengkapiPengukuran(o, h)) return true
  for (const tombol of urutTombol(h.$)) {
    const kunci = `${o.nama} ${h.alamat} ${tombol} ${(await keadaan(m)).peristiwa}`
    const kali = m.sudah.get(kunci) ?? 0
    if (kali >= MAKS_TEKAN) continue
    for (const penuh of [false, true]) {
      if (!(await tekanSampaiDiterima(m, o, { h, tombol, penuh }, dalam))) continue
      m.sudah.set(kunci, kali + 1)
      return true
    }
    m.sudah.set(kunci, MAKS_TEKAN)
  }
  for (const lanjut of dalam < 2 ? tautan(h.$, 'main a.btn-primary') : [])
    if (await kerjakan(m, o, await o.buka(lanjut), dalam + 1)) return true
  return false
}

/** Fills in, presses, and mends what the page names as wrong, a few times. True when the siklus or its records moved. */
async function tekanSampaiDiterima(
  m: Main,
  o: PerambanPolos,
  { h, tombol, penuh }: { h: Halaman; tombol: string; penuh: boolean },
  dalam: number,
): Promise<boolean> {
  const dulu = await keadaan(m)
  let kini = h
  for (let coba = 0; coba < PERCOBAAN; coba++) {
    const form = cariTombol(kini.$, tombol).closest('form')
    if (form.length === 0) return false
    const bolehKembali = dulu.pengembalian < m.maksKembali
    const isian: Isian = { ...isiForm(kini.$, form, { dadu: m.dadu, penuh, bolehKembali }), ...takDiukur(kini.$, form) }
    const jawab = await o.tekan(kini, tombol, { isian, bolehGagal: true })
    m.jejak.push(`${o.nama} ${kini.alamat} "${tombol}" ${JSON.stringify(isian).slice(0, 400)}: ${ucapan(jawab)}`)
    const baru = await keadaan(m)
    if (baru.peristiwa > dulu.peristiwa || baru.jejak > dulu.jejak) return true
    if (jawab.status >= 500) throw new Error(`galat server:\n${m.jejak.slice(-3).join('\n')}`)
    // a page of checks before the act itself
    if (jawab.status === 200) return jawab.alamat !== h.alamat && dalam < 2 && kerjakan(m, o, jawab, dalam + 1)
    kini = jawab
  }
  return false
}

/** In a unit's form every indicator is declared not measured this time, and every budget line gets a figure. */
function takDiukur($: CheerioAPI, form: ReturnType<CheerioAPI>): Isian {
  const isi: Isian = {}
  form.find('input[name^="b."][type=checkbox][name$=".tb"]').each((_, c) => {
    const nama = $(c).attr('name') ?? ''
    isi[nama] = ['1']
    isi[nama.replace(/tb$/, 'alasan')] = 'Tidak diukur pada periode ini.'
  })
  form.find('input[name^="a."][name$=".realisasi"]').each((_, r) => {
    isi[$(r).attr('name') ?? ''] = '1000'
  })
  return isi
}

function urutTombol($: CheerioAPI): string[] {
  const nama = $('main form[method=post] button, main button[form]')
    .filter(
      (_, b) => !$(b).hasClass('visually-hidden') && !$(b).hasClass('btn-outline-danger') && !$(b).is('[type=button]'),
    )
    .map((_, b) => ({ teks: rapikan($(b).text()), utama: $(b).hasClass('btn-primary') }))
    .get()
    .filter(({ teks }) => teks !== '' && !BUKAN_PENYELESAI.test(teks))
  const urut = (t: { teks: string; utama: boolean }) => (t.utama ? 0 : 1) + (SIMPAN.test(t.teks) ? 2 : 0)
  return [...new Set(nama.sort((a, b) => urut(a) - urut(b)).map((t) => t.teks))]
}

const cariTombol = ($: CheerioAPI, teks: string) =>
  $('button, input[type=submit]')
    .filter((_, b) => rapikan($(b).text()) === teks && !$(b).hasClass('visually-hidden'))
    .first()

const tautan = ($: CheerioAPI, pilih: string): string[] =>
  $(pilih)
    .map((_, a) => $(a).attr('href') ?? '')
    .get()
    .filter((a) => a.startsWith('/') && !a.includes('/baru'))

const ucapan = ({ status, $, alamat }: Halaman): string =>
  `${status} ${alamat} ${rapikan($('.pesan, .pesan--gagal, .galat__apa, .isian__salah, .catatan--kuning').text()).slice(0, 300)}`

async function keadaan({ app, siklusId }: Main) {
  const [k] = await app.sql<{ status: string; peristiwa: number; pengembalian: number; jejak: number }>(
    `select s.status::text, count(p.*)::int as peristiwa, (select count(*) from jejak)::int as jejak,
       count(p.*) filter (where p.jenis = 'DIKEMBALIKAN')::int as pengembalian
     from siklus s left join peristiwa_siklus p on p.siklus_id = s.id where s.id = $1 group by s.id`,
    [siklusId],
  )
  if (!k) throw new Error('siklus tidak ada')
  return { ...k, berakhir: k.status !== 'BERJALAN' }
}
