import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { matikanSisa, nyalakanTertanam } from '../../../src/inti/basis-data/tertanam.ts'
import { pidHidup } from '../../../src/inti/basis-data/tertanam-pid.ts'
import { folderProyek } from '../../../src/inti/konfigurasi/index.ts'
import { type AplikasiTertanam, jalankanAplikasi } from '../../bantuan/aplikasi-tertanam.ts'
import { denganKlien } from '../../bantuan/basis-data.ts'
import { hapusDenganBasisData, hapusFolder } from '../../bantuan/hapus-folder.ts'

const ROOT = process.getuid?.() === 0
/** "daemon": on every Linux, and not the user root's own database runs as */
const UID_LAIN = 1
const bolehUidLain = ROOT && (statSync(folderProyek).mode & 0o005) === 0o005 && !folderProyek.startsWith('/root')

let dasar: string
const buka: AplikasiTertanam[] = []
const isi = (folder: string) => join(realpathSync(join(folder, 'postgres')), 'data-18')
const tanya = (url: string, sql: string) => denganKlien(url, async (klien) => (await klien.query(sql)).rows)
async function aplikasi(folder: string, pilihan = {}) {
  const satu = await jalankanAplikasi(folder, pilihan)
  buka.push(satu)
  return satu
}

/** A finished cluster to copy: initdb once, not per test. */
let asal: string
beforeAll(async () => {
  asal = mkdtempSync(join(tmpdir(), 'takar-asal-'))
  chmodSync(asal, 0o755)
  await (await nyalakanTertanam({ folder: join(asal, 'data'), aman: false })).matikan()
})
afterAll(() => hapusFolder(asal))
function folderSiap(): string {
  execFileSync('cp', ['-a', join(asal, 'data'), dasar])
  return join(dasar, 'data')
}

beforeEach(() => {
  dasar = mkdtempSync(join(tmpdir(), 'takar tertanam '))
  chmodSync(dasar, 0o755)
})
afterEach(async () => {
  for (const satu of buka.splice(0)) await satu.bunuh()
  for (const nama of ['data', 'lain', 'salinan', 'pindah']) await matikanSisa(join(dasar, nama)).catch(() => {})
  for (const nama of ['data', 'lain', 'salinan', 'pindah']) hapusDenganBasisData(join(dasar, nama))
  hapusFolder(dasar)
})

describe('PostgreSQL bawaan', () => {
  it('menyiapkan basis data dan dua akun, lalu berhenti bersih', async () => {
    const folder = join(dasar, 'data')
    const pg = await nyalakanTertanam({ folder })
    const [akun] = await tanya(
      pg.urlAplikasi,
      `SELECT current_user AS saya, current_database() AS nama, rolsuper, rolbypassrls, current_setting('fsync') AS fsync,
         current_setting('listen_addresses') AS alamat FROM pg_roles WHERE rolname = current_user`,
    )
    expect(akun).toEqual({
      saya: 'takar_aplikasi',
      nama: 'takar',
      rolsuper: false,
      rolbypassrls: false,
      fsync: 'on',
      alamat: '',
    })
    expect(await tanya(pg.urlPemilik, "SELECT upper('ä') AS huruf")).toEqual([{ huruf: 'Ä' }])
    expect(lstatSync(join(folder, 'postgres')).mode & 0o777).toBe(0o700)
    await pg.matikan()
    expect(existsSync(join(isi(folder), 'postmaster.pid'))).toBe(false)
  })

  it('ditemukan kembali sesudah aplikasi dibunuh, dengan isinya', async () => {
    const folder = folderSiap()
    const pertama = await aplikasi(folder)
    await tanya(pertama.urlPemilik, 'CREATE TABLE catatan AS SELECT 7 AS nilai')
    const pid = pidHidup(isi(folder))
    await pertama.bunuh()
    const pg = await nyalakanTertanam({ folder, aman: false })
    expect(pidHidup(isi(folder))).toBe(pid)
    expect(await tanya(pg.urlAplikasi.replace('takar_aplikasi@', 'takar@'), 'SELECT nilai FROM catatan')).toEqual([
      { nilai: 7 },
    ])
    await pg.matikan()
    expect(pidHidup(isi(folder))).toBeNull()
  })

  it('menyala kembali sendiri bila servernya dibunuh', async () => {
    const folder = folderSiap()
    const pg = await nyalakanTertanam({ folder, aman: false })
    await tanya(pg.urlPemilik, 'CREATE TABLE catatan AS SELECT 7 AS nilai')
    process.kill(pidHidup(isi(folder)) ?? 0, 'SIGKILL')
    await expect
      .poll(() => tanya(pg.urlPemilik, 'SELECT nilai FROM catatan'), { timeout: 20_000 })
      .toEqual([{ nilai: 7 }])
    await pg.matikan()
  })

  it('mulai lagi sesudah aplikasi dan server dibunuh bersama', async () => {
    const folder = folderSiap()
    const pertama = await aplikasi(folder)
    await pertama.bunuh()
    process.kill(pidHidup(isi(folder)) ?? 0, 'SIGKILL')
    const pg = await nyalakanTertanam({ folder, aman: false })
    expect(await tanya(pg.urlPemilik, 'SELECT 1 AS satu')).toEqual([{ satu: 1 }])
    await pg.matikan()
  })

  it('tidak tertipu nomor proses lama yang kini milik program lain', async () => {
    const folder = folderSiap()
    writeFileSync(join(isi(folder), 'postmaster.pid'), `${process.pid}\n${isi(folder)}\n1\n5432\n\n\n0 0\nready\n`)
    const pg = await nyalakanTertanam({ folder, aman: false })
    expect(await tanya(pg.urlPemilik, 'SELECT 1 AS satu')).toEqual([{ satu: 1 }])
    await pg.matikan()
  })

  it('melanjutkan penyiapan pertama yang terputus', async () => {
    const folder = folderSiap()
    renameSync(isi(folder), join(folder, 'postgres/baru-999999999'))
    await (await nyalakanTertanam({ folder, aman: false })).matikan()
    expect(existsSync(join(folder, 'postgres/baru-999999999'))).toBe(false)
  })

  it('dipakai dua aplikasi dalam satu folder: yang pergi lebih dulu tidak mematikannya', async () => {
    const folder = folderSiap()
    const [pertama, kedua] = await Promise.all([aplikasi(folder), aplikasi(folder)])
    await pertama.berhenti()
    expect(await tanya(kedua.urlPemilik, 'SELECT 1 AS satu')).toEqual([{ satu: 1 }])
    await kedua.berhenti()
    expect(pidHidup(isi(folder))).toBeNull()
  })

  it('berjalan di dua folder sekaligus, juga dengan jalur panjang', async () => {
    const panjang = join(dasar, 'lain', 'x'.repeat(120))
    const [satu, dua] = await Promise.all([
      nyalakanTertanam({ folder: join(dasar, 'data'), aman: false }),
      nyalakanTertanam({ folder: panjang, aman: false }),
    ])
    await tanya(satu.urlPemilik, 'CREATE TABLE hanya_satu (id int)')
    expect(await tanya(dua.urlPemilik, "SELECT to_regclass('hanya_satu') AS ada")).toEqual([{ ada: null }])
    const soket = new URL(dua.urlPemilik).searchParams.get('host') ?? ''
    expect(soket.length).toBeLessThan(90)
    expect(lstatSync(soket).mode & 0o777).toBe(0o700)
    await Promise.all([satu.matikan(), dua.matikan()])
    rmSync(soket, { recursive: true })
  })

  it.runIf(bolehUidLain)('berjalan bagi root dan bagi pengguna lain sekaligus', async () => {
    const lain = join(dasar, 'lain')
    mkdirSync(lain)
    chownSync(lain, UID_LAIN, UID_LAIN)
    chownSync(dasar, UID_LAIN, UID_LAIN)
    const [milikRoot, milikLain] = await Promise.all([aplikasi(join(dasar, 'data')), aplikasi(lain, { uid: UID_LAIN })])
    expect(statSync(join(lain, 'postgres')).uid).toBe(UID_LAIN)
    await tanya(milikRoot.urlPemilik, 'SELECT 1')
    await milikLain.berhenti()
    await milikRoot.berhenti()
    // and root may carry on where the other user began: the server keeps running as that user
    const lanjut = await aplikasi(lain)
    expect(statSync(join(lain, 'postgres/data-18')).uid).toBe(UID_LAIN)
    await lanjut.berhenti()
  })
})

describe.runIf(ROOT)('folder root yang tertutup bagi pengguna lain', () => {
  beforeEach(() => {
    rmSync(dasar, { recursive: true })
    dasar = mkdtempSync(join(homedir(), '.takar uji '))
  })

  it('menaruh basis data di luar dan mengingat tempatnya; folder yang dipindah tetap memakainya', async () => {
    const folder = join(dasar, 'data')
    const pg = await nyalakanTertanam({ folder, aman: false })
    await tanya(pg.urlPemilik, 'CREATE TABLE catatan AS SELECT 7 AS nilai')
    await pg.matikan()
    expect(realpathSync(join(folder, 'postgres'))).toMatch(/^\/var\/lib\/takar\/[0-9a-f]+$/)
    renameSync(folder, join(dasar, 'pindah'))
    const lagi = await nyalakanTertanam({ folder: join(dasar, 'pindah'), aman: false })
    expect(await tanya(lagi.urlPemilik, 'SELECT nilai FROM catatan')).toEqual([{ nilai: 7 }])
    await lagi.matikan()
  })

  it('memberi folder salinan basis datanya sendiri', async () => {
    const pg = await nyalakanTertanam({ folder: join(dasar, 'data'), aman: false })
    cpSync(join(dasar, 'data'), join(dasar, 'salinan'), { recursive: true, verbatimSymlinks: true })
    const salinan = await nyalakanTertanam({ folder: join(dasar, 'salinan'), aman: false })
    expect(salinan.urlPemilik).not.toBe(pg.urlPemilik)
    expect(readFileSync(join(realpathSync(join(dasar, 'salinan/postgres')), 'folder-data.txt'), 'utf8').trim()).toBe(
      realpathSync(join(dasar, 'salinan')),
    )
    await Promise.all([pg.matikan(), salinan.matikan()])
  })
})
