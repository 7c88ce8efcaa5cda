import type { CheerioAPI } from 'cheerio'
import type { AplikasiUji } from './aplikasi.ts'
import { type Isian, isiForm } from './isian-acak.ts'
import { type Dadu, susunDadu } from './pemain-acak.ts'
import { type Halaman, type PerambanPolos, rapikan } from './peramban-polos.ts'
import { type KantorPolos, UNIT_CONTOH } from './perjalanan-polos.ts'

/** Everyone of the sample office who may write in a siklus. */
const ORANG = ['sakip1', 'sekcam', 'camat', 'sakip2', ...UNIT_CONTOH.flatMap((u) => [u.kepala, u.staf])]
/** acts that lead nowhere, or back: nobody who wants to finish the step presses them */
const BUKAN_PENYELESAI = /batalkan|tarik|hapus|tolak|kembalikan|keluar|lewati|unggah|mulai siklus|urungkan/i
const SIMPAN = /^simpan|^tambah|nomor|^catat/i
const PERCOBAAN = 5
/** times that one button of one page may do something (a receipt per unit) before it counts as going round in circles */
const MAKS_TEKAN = 8

type Panggung = Pick<AplikasiUji, 'sql'>
type Main = {
  readonly app: Panggung
  readonly siklusId: string
  readonly dadu: Dadu
  /** how often a button was pressed in vain, or did something, since the last event of the siklus */
  readonly sudah: Map<string, number>
  readonly maksKembali: number
  /** what was done, for the message of a dead end */
  readonly jejak: string[]
  urutan: readonly string[]
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
  const m: Main = { app, siklusId, dadu: susunDadu(benih), sudah: new Map(), maksKembali, jejak: [], urutan: ORANG }
  for (let tindakan = 0; tindakan < 600; tindakan++) {
    if ((await keadaan(m)).berakhir) return tindakan
    if (!(await adaYangBergerak(m, kantor))) throw new Error(`jalan buntu:\n${m.jejak.slice(-12).join('\n')}`)
  }
  throw new Error(`tidak berakhir:\n${m.jejak.slice(-12).join('\n')}`)
}

/** The first of the office who can do something does it. */
async function adaYangBergerak(m: Main, kantor: KantorPolos): Promise<boolean> {
  for (const nama of [...m.urutan]) {
    const o = await kantor.orang(nama)
    for (const alamat of await giliran(m, o)) {
      if (!(await kerjakan(m, o, await o.buka(alamat)))) continue
      // who has just acted usually acts again
      m.urutan = [nama, ...m.urutan.filter((n) => n !== nama)]
      return true
    }
  }
  return false
}

/** Addresses that a person's pages say wait for that person: on the page of the siklus, then on Tugas Saya. */
async function giliran({ siklusId }: Main, o: PerambanPolos): Promise<string[]> {
  const siklus = await o.buka(`/siklus/${siklusId}`)
  const tugas = await o.buka('/')
  return [
    ...tautan(siklus.$, '.giliran:not(.giliran--lain) a.btn-primary'),
    ...tautan(tugas.$, '.tugas__judul a').filter((a) => a.includes(siklusId) || a.startsWith('/formulir/')),
  ].filter((a, i, semua) => semua.indexOf(a) === i)
}

/** Presses the buttons of the page one after the other, the main one first, until one does something. */
async function kerjakan(m: Main, o: PerambanPolos, h: Halaman, dalam = 0): Promise<boolean> {
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
  const pangkat = (t: { teks: string; utama: boolean }) => (t.utama ? 0 : 1) + (SIMPAN.test(t.teks) ? 2 : 0)
  return [...new Set(nama.sort((a, b) => pangkat(a) - pangkat(b)).map((t) => t.teks))]
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
