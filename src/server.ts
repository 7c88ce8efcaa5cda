import { createServer, type Server } from 'node:http'
import { Server as NetServer } from 'node:net'
import { join } from 'node:path'
import pino from 'pino'
import { buatAplikasi } from './aplikasi.ts'
import { type BasisData, bukaBasisData } from './inti/basis-data/index.ts'
import { siapkanBasisData } from './inti/basis-data/siapkan.ts'
import { folderProyek, GagalMulai, type Konfigurasi, muatKonfigurasi } from './inti/konfigurasi/index.ts'
import { ambilRahasiaSesi } from './inti/konfigurasi/rahasia.ts'
import { bukaPengirim } from './inti/surel/index.ts'
import { jam } from './inti/waktu/index.ts'
import { bukaGudang, jalankanPenyapu } from './modul/berkas/index.ts'
import { bukaPencadang, jalankanPencadang, tulisCadangan } from './modul/cadangan/index.ts'
import { belumAdaKantor, buatKode } from './modul/kantor-baru/index.ts'
import { jalankanPenjadwal } from './modul/pengingat/index.ts'
import { siapkanContoh } from './siapkan-contoh.ts'

/** The process: configuration, database, application, listen, stop gracefully. */
async function jalan(): Promise<void> {
  const konfigurasi = muatKonfigurasi()
  const log = pino({ level: konfigurasi.log, redact: ['*.sandi', '*.cookie', '*.authorization'], base: null })
  const siap = await siapkanBasisData(konfigurasi, {
    lapor: (teks) => console.log(teks),
    sebelumMigrasi: (urlPemilik) => cadangkanDahulu(urlPemilik, konfigurasi),
  })
  const db = bukaBasisData(siap.urlAplikasi, { ingatan: true })
  const tutup = () => db.tutup().then(siap.matikan)
  try {
    await layani(db, { konfigurasi, log, urlPemilik: siap.urlPemilik, tutup })
  } catch (sebab) {
    // a start that fails (port taken, damaged secret) leaves no database running behind
    await tutup()
    throw sebab
  }
}

/** A newer release changes the tables of an office: everything is backed up first, or it does not start. */
async function cadangkanDahulu(urlPemilik: string, { folderData, folderCadangan }: Konfigurasi): Promise<void> {
  if (folderCadangan === null) return
  console.log('Membuat cadangan sebelum basis data diperbarui …')
  const bahan = { urlPemilik, folderBerkas: join(folderData, 'berkas'), tujuan: folderCadangan, kini: jam.sekarang() }
  await tulisCadangan(bahan).catch((sebab: Error) => {
    throw new GagalMulai(
      `Cadangan ke ${folderCadangan} gagal (${sebab.message}), jadi basis data belum diperbarui. Periksa ruang dan izin folder itu, lalu jalankan lagi.`,
      { cause: sebab },
    )
  })
}

type BahanLayanan = { konfigurasi: Konfigurasi; log: pino.Logger; urlPemilik: string; tutup: () => Promise<void> }
async function layani(db: BasisData, { konfigurasi, log, urlPemilik, tutup }: BahanLayanan): Promise<void> {
  const petunjuk = await siapkanContoh(urlPemilik, konfigurasi)
  const { folderData, folderCadangan } = konfigurasi
  const folderBerkas = join(folderData, 'berkas')
  const pencadang =
    folderCadangan === null ? null : bukaPencadang({ urlPemilik, folderBerkas, folder: folderCadangan, log })
  const app = buatAplikasi(db, {
    akar: folderProyek,
    folderData,
    pencadang,
    rahasiaSesi: ambilRahasiaSesi(konfigurasi),
    https: konfigurasi.https,
    proxy: konfigurasi.proxy,
    batasUnggahMb: konfigurasi.batasUnggahMb,
    alamat: konfigurasi.alamat,
    adaSurel: konfigurasi.surel !== null,
    cacheTemplat: process.env.NODE_ENV !== 'development',
    log,
  })
  const server = createServer({ headersTimeout: 20_000, requestTimeout: 120_000 }, app)
  await dengarkan(server, konfigurasi)
  const alamat = server.address()
  const port = typeof alamat === 'object' && alamat ? alamat.port : konfigurasi.port
  const url = `http://${konfigurasi.host}:${port}`
  console.log(`Takar siap di ${url}\n${petunjuk}${await petunjukKantorBaru(urlPemilik, konfigurasi, url)}`)
  const penjadwal = jalankanPenjadwal(db, {
    pengirim: konfigurasi.surel && bukaPengirim(konfigurasi.surel),
    alamatTakar: konfigurasi.alamat,
    log,
  })
  const cadangan = pencadang && jalankanPencadang(pencadang)
  const penyapu = jalankanPenyapu(bukaGudang(folderBerkas), { log })
  const henti = () => Promise.all([penjadwal.henti(), cadangan?.henti(), penyapu.henti()])
  tangkapHenti(server, { log, tutup: () => henti().then(tutup) })
}

/** Without any office, or when asked for: the address at which one can be set up, once. */
async function petunjukKantorBaru(urlPemilik: string, { kantorBaru }: Konfigurasi, url: string): Promise<string> {
  if (!kantorBaru && !(await belumAdaKantor(urlPemilik))) return ''
  const kode = await buatKode(urlPemilik)
  return `Siapkan kantor kecamatan (alamat ini berlaku sekali, 72 jam):\n  ${url}/kantor-baru?kode=${kode}\n`
}

function dengarkan(server: Server, { port, host }: Konfigurasi): Promise<void> {
  return new Promise((siap, gagal) => {
    server.once('error', (sebab: NodeJS.ErrnoException) =>
      gagal(
        sebab.code === 'EADDRINUSE'
          ? new GagalMulai(
              `Port ${port} sedang dipakai program lain. Jalankan dengan PORT lain, misalnya PORT=3001 npm start.`,
            )
          : sebab,
      ),
    )
    server.listen(port, host, () => siap())
  })
}

/** A kept connection without a request for this long is idle when the process stops. */
const TENANG_MS = 500

/** Ctrl-C and SIGTERM: no new requests, running ones end (8 s at most), then the database stops. A second Ctrl-C ends at once. */
function tangkapHenti(server: Server, { log, tutup }: { log: pino.Logger; tutup: () => Promise<void> }): void {
  let sedangBerhenti = false
  const henti = async (isyarat: string) => {
    if (sedangBerhenti) process.exit(130)
    sedangBerhenti = true
    log.info({ isyarat }, 'berhenti')
    server.on('request', (_req, res) => res.setHeader('Connection', 'close'))
    // http's own close() would cut kept connections on which a request is just arriving; so only listening ends here, each
    // next answer closes its connection, and what stays quiet is swept away after a moment
    const selesai = new Promise<void>((ya) => NetServer.prototype.close.call(server, () => ya()))
    let sapu: NodeJS.Timeout | undefined
    const tenang = setTimeout(() => {
      sapu = setInterval(() => server.closeIdleConnections(), 100)
    }, TENANG_MS)
    const batas = setTimeout(() => server.closeAllConnections(), 8000)
    await selesai
    clearTimeout(tenang)
    clearInterval(sapu)
    clearTimeout(batas)
    await tutup()
    process.exit(0)
  }
  process.on('SIGINT', henti).on('SIGTERM', henti)
  process.on('unhandledRejection', (err) => log.error({ err }, 'penolakan tak tertangani'))
  process.on('uncaughtException', (err) => {
    log.fatal({ err }, 'galat tak tertangani')
    void henti('uncaughtException')
  })
}

jalan().catch((sebab) => {
  console.error(sebab instanceof GagalMulai ? sebab.message : sebab)
  process.exit(1)
})
