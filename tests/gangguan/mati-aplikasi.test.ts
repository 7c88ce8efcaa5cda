import { setTimeout as tidur } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buatFolderData, hapusFolderData, mulaiServer, pidPostmaster, portBebas, type ServerUji } from '../bantuan/proses.ts'
import { pastikanUtuh } from '../bantuan/proses-audit.ts'
import { masukkanOrang, mulaiBeban, pastikanTersimpan } from '../bantuan/proses-beban.ts'
import type { OrangHttp } from '../bantuan/proses-http.ts'
import { type DalamServer, bukaDalam } from '../bantuan/proses-siklus.ts'
import { mulaiSiklusUji, sampaiLangkah } from '../bantuan/siklus.ts'
import { acak, PENUH } from './ukuran.ts'

const KALI = PENUH ? 1000 : 10
/** seconds after which the office may expect its application back on the slowest machine we test on */
const KEMBALI_DETIK = 5

let folder: string
let server: ServerUji
let dalam: DalamServer
let orang: Map<string, OrangHttp>
let siklusId: string

beforeAll(async () => {
  folder = buatFolderData()
  server = await mulaiServer(folder, await portBebas())
  dalam = await bukaDalam(server)
  siklusId = await mulaiSiklusUji(dalam)
  await sampaiLangkah(dalam, siklusId, 'P7')
  orang = await masukkanOrang(server)
})
afterAll(async () => {
  for (const satu of orang?.values() ?? []) satu.tutup()
  await dalam?.tutup()
  if (server?.hidup()) await server.bunuh()
  if (folder) await hapusFolderData(folder)
})

describe('aplikasi mati mendadak selagi kantor bekerja', () => {
  it(`dibunuh ${KALI} kali: tidak ada simpanan yang diakui hilang, tidak ada yang tercatat dua kali, tidak ada setengah langkah`, async () => {
    const beban = await mulaiBeban(dalam, orang, { siklusId })
    const postmaster = pidPostmaster(folder)
    const kembali: number[] = []
    for (let ke = 0; ke < KALI; ke++) {
      await tidur(250 + acak(300))
      const lama = server.proses.pid
      await server.bunuh()
      expect(server.proses.signalCode, 'proses benar-benar dibunuh').toBe('SIGKILL')
      expect(pidPostmaster(folder), 'basis data hidup terus').toBe(postmaster)
      server = await mulaiServer(folder, server.port)
      expect(server.proses.pid).not.toBe(lama)
      kembali.push(server.siapDalam)
      const tadi = beban.diakui()
      while (beban.diakui() === tadi) await tidur(20)
    }
    await tidur(300)
    const hasil = await beban.berhenti()
    expect(hasil.aneh, 'jawaban yang tidak semestinya').toEqual([])
    expect(hasil.putus + hasil.tidakDiambil, 'pembunuhan terasa oleh pemakai').toBeGreaterThan(0)
    expect(hasil.simpanan.filter((s) => s.diakui).length).toBeGreaterThan(KALI * 5)
    expect(hasil.serahan.length).toBeGreaterThan(KALI)
    await pastikanTersimpan(dalam, hasil)
    await pastikanUtuh(dalam)
    expect(kembali.toSorted((a, b) => a - b)[Math.floor(KALI / 2)], 'kembali melayani (ms)').toBeLessThan(KEMBALI_DETIK * 1000)
  })
})
