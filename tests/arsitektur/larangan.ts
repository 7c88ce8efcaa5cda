import { kodePolos } from './kode-polos.ts'
import { type Berkas, barisKe } from './pohon.ts'

/** Something that must not stand in the code, where it may all the same, and a violation that proves the rule bites. */
export type Larangan = {
  readonly nama: string
  readonly pola: RegExp
  /** files it holds for */
  readonly di: RegExp
  readonly kecuali?: RegExp
  /** looked for in the text as it is, comments and strings too */
  readonly mentah?: boolean
  readonly contoh: string
}

const SUMBER = /^(src|prisma\/benih|scripts|bench)\/.*\.(ts|mjs)$/
const KODE_TS = /^(src|prisma|tests|bench)\/.*\.ts$/

export const LARANGAN: readonly Larangan[] = [
  {
    nama: 'templat lewat halaman(), bukan res.render',
    pola: /\bres(\.app)?\s*\.render\s*\(/,
    di: SUMBER,
    contoh: "res.render('rekap/telaah', req.query)",
  },
  {
    nama: 'waktu ditanya pada jam.sekarang()',
    pola: /\bnew Date\(\s*\)|\bDate\.now\(\)/,
    di: /^src\/(?!peramban\/).*\.ts$/,
    // ages of temporary files and the waiting for a server are the machine's own time
    kecuali:
      /^src\/inti\/(waktu\/jam|basis-data\/tertanam[\w-]*)\.ts$|^src\/modul\/(berkas\/gudang|cadangan\/tulis-cadangan)\.ts$/,
    contoh: 'const kini = new Date()',
  },
  {
    nama: 'tidak ada SQL dari teks yang disambung',
    pola: /\$(queryRawUnsafe|executeRawUnsafe)\b|\bPrisma\.raw\b/,
    di: SUMBER,
    // the two statements of sql-simpan.ts, and table names of a constant list; neither holds anything a person typed
    kecuali: /^src\/modul\/(formulir\/simpan-formulir|arsip\/isi-arsip)\.ts$/,
    contoh: "db.$queryRawUnsafe('select ' + kolom)",
  },
  {
    nama: 'perintah SQL modul memakai parameter',
    pola: /\.query(<[^(]*>)?\(\s*`[^`]*\$\{/,
    di: /^src\/modul\/.*\.ts$/,
    mentah: true,
    contoh: ['db.umum.query(`select * from akun where id = $', '{id}`)'].join(''),
  },
  {
    nama: 'penanda kecamatan dipasang di satu berkas saja',
    pola: /set_config\(\s*'takar|set\s+(local\s+|session\s+)?takar\.|set\s+(local\s+)?role\b/i,
    di: /^(src|prisma\/benih)\/.*\.ts$/,
    kecuali: /^src\/inti\/basis-data\/pool-bertanda\.ts$|^prisma\/benih\/muat\.ts$/,
    mentah: true,
    contoh: "await tx.$executeRaw`select set_config('takar.kecamatan', $1, true)`",
  },
  {
    nama: 'pembacaan yang gagal tidak dianggap tidak ada',
    pola: /\.catch\(\s*\(\)\s*=>\s*(null|undefined|\[\]|false)\s*\)/,
    di: /^src\/(?!peramban\/).*\.ts$/,
    // a file that cannot be read is a file that is not there; a query that cannot be answered is not
    kecuali: /^src\/modul\/(arsip\/(rute|kemas-arsip)|berkas\/gudang)\.ts$/,
    contoh: 'const rekap = await ambilRekap(baca).catch(() => null)',
  },
  {
    nama: 'tanpa ekspor bawaan',
    pola: /^\s*export\s+default\b|\bas default\b/m,
    di: KODE_TS,
    contoh: 'export default function muat() {}',
  },
  { nama: 'tanpa any', pola: /(?<![.\w])any\b(?!\s*\()/, di: KODE_TS, contoh: 'const isi = JSON.parse(teks) as any' },
  {
    nama: 'tanpa tanda seru penghapus null',
    pola: /[\w)\]]!(?=\s*(?:[.,;)\]}[]|$))/m,
    di: KODE_TS,
    contoh: 'const nama = daftar.find(Boolean)!.nama',
  },
  {
    nama: 'tanpa pembungkam pemeriksa tipe',
    pola: /@ts-(ignore|nocheck|expect-error)/,
    di: KODE_TS,
    kecuali: /^tests\/arsitektur\//,
    mentah: true,
    contoh: '// @ts-ignore nanti',
  },
  {
    nama: 'uji memakai modul yang sebenarnya',
    pola: /\b(vi|jest)\.(mock|doMock)\(/,
    di: /^tests\/.*\.ts$/,
    contoh: "vi.mock('../../src/modul/akun/index.ts')",
  },
  {
    nama: 'catatan lewat log, bukan console',
    pola: /\bconsole\.\w+\s*\(/,
    di: /^src\/(?!peramban\/).*\.ts$/,
    // before there is a log: settings that cannot be read, and the processes themselves
    kecuali: /^src\/(server|perintah-[\w-]+|inti\/konfigurasi\/index)\.ts$/,
    contoh: "console.log('sampai di sini')",
  },
  {
    nama: 'tidak menyebut tempat Takar dibuat',
    // pieced together, so that this file does not contain them
    pola: new RegExp(['/wo' + 'rk/', 'shared' + '/spec', 'registry\\.' + 'npmjs'].join('|')),
    di: /^(?!package-lock\.json$)/,
    mentah: true,
    contoh: `lihat ${'/wo'}${'rk/'}catatan.md`,
  },
]

/** Every place that breaks the rule: "file:line  text". */
export function langgar(larangan: Larangan, berkas: readonly Berkas[]): string[] {
  const pola = new RegExp(larangan.pola, `${larangan.pola.flags.replace('g', '')}g`)
  return berkas
    .filter(({ jalur }) => larangan.di.test(jalur) && !larangan.kecuali?.test(jalur))
    .flatMap(({ jalur, isi }) => {
      const teks = larangan.mentah ? isi : kodePolos(isi)
      return Array.from(teks.matchAll(pola), ({ index }) => {
        const baris = barisKe(isi, index)
        return `${jalur}:${baris}  ${isi.split('\n')[baris - 1]?.trim().slice(0, 100)}`
      })
    })
}
