import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as tidur } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  buatFolderData,
  hapusFolderData,
  jalankanPerintah,
  mulaiServer,
  pidPostmaster,
  portBebas,
} from '../bantuan/proses.ts'
import { pastikanUtuh } from '../bantuan/proses-audit.ts'
import { masukkanOrang, mulaiBeban, pastikanTersimpan } from '../bantuan/proses-beban.ts'
import { formulirBaru, masukHttp, type OrangHttp } from '../bantuan/proses-http.ts'
import { bukaKantor, type KantorUji } from '../bantuan/proses-kantor.ts'
import type { Tercatat } from '../bantuan/proses-pekerja.ts'
import { ambilFormulirServer, barisAngka } from '../bantuan/proses-siklus.ts'
import { acak, BENIH, BISA, PENUH } from './ukuran.ts'

const KALI = PENUH ? 1000 : 10
const KALI_HENTI = PENUH ? 100 : 3
/** acknowledged saves between two kills, at least */
const SIMPAN_DI_ANTARA = 10
/** seconds in which the office may expect its application back; half of the starts must be quicker (other suites run beside the short campaign) */
const KEMBALI_DETIK = PENUH ? 5 : 30
/** seconds in which it stops when asked to; the short campaign shares its machine with other suites */
const BERHENTI_DETIK = PENUH ? 10 : 30
/** less than the 8 seconds after which connections are cut */
const TANPA_DIPUTUS_MS = PENUH ? 4000 : 7500

let kantor: KantorUji
let orang: Map<string, OrangHttp>
const tercatat: Tercatat = { simpanan: [], tindakan: [] }

beforeAll(async () => {
  if (!BISA) return
  kantor = await bukaKantor({ rekap: true })
  orang = await masukkanOrang(kantor.server)
})
afterAll(async () => {
  for (const satu of orang?.values() ?? []) satu.tutup()
  await kantor?.tutup()
})

beforeEach(async () => {
  if (!kantor.server.hidup()) await hidupkan()
})
async function hidupkan(): Promise<void> {
  kantor.server = await mulaiServer(kantor.folder, kantor.server.port)
}

describe.skipIf(!BISA)('aplikasi mati mendadak selagi kantor bekerja', () => {
  it(`dibunuh ${KALI} kali: tidak ada simpanan yang diakui hilang, tidak ada yang tercatat dua kali, tidak ada setengah langkah`, async () => {
    const { dalam, siklusId, siklusRekapId, folder } = kantor
    const beban = await mulaiBeban(dalam, orang, { siklusId, siklusRekapId, tercatat })
    const postmaster = pidPostmaster(folder)
    const kembali: number[] = []
    for (let ke = 0; ke < KALI; ke++) {
      await beban.tungguDiakui(SIMPAN_DI_ANTARA)
      await tidur(acak(300))
      await kantor.server.bunuh()
      expect(kantor.server.proses.signalCode, 'proses benar-benar dibunuh').toBe('SIGKILL')
      expect(pidPostmaster(folder), 'basis data hidup terus').toBe(postmaster)
      await hidupkan()
      kembali.push(kantor.server.siapDalam)
    }
    await beban.tungguDiakui(SIMPAN_DI_ANTARA)
    const hasil = await beban.berhenti()
    expect(
      hasil.aneh,
      `jawaban yang tidak semestinya (benih ${BENIH}): ${kantor.server.gangguan().join(' | ')}`,
    ).toEqual([])
    expect(hasil.putus.length + hasil.tidakDiambil, 'pembunuhan terasa oleh pemakai').toBeGreaterThan(0)
    expect(
      new Set(tercatat.tindakan.map((t) => t.apa)).size,
      'penyerahan, penarikan, rekap, laporan, telaah terjadi di antaranya',
    ).toBe(5)
    await pastikanTersimpan(dalam, tercatat)
    await pastikanUtuh(dalam)
    expect(kembali.toSorted((a, b) => a - b)[Math.floor(KALI / 2)], 'kembali melayani (ms)').toBeLessThan(
      KEMBALI_DETIK * 1000,
    )
  })

  it(`dihentikan baik-baik ${KALI_HENTI} kali selagi dipakai: tidak ada permintaan yang putus, basis data ikut berhenti`, async () => {
    const { dalam, siklusId, siklusRekapId, folder } = kantor
    for (let ke = 0; ke < KALI_HENTI; ke++) {
      const beban = await mulaiBeban(dalam, orang, { siklusId, siklusRekapId, tercatat })
      await beban.tungguDiakui(SIMPAN_DI_ANTARA)
      await tidur(acak(200))
      const { kode, lama } = await kantor.server.henti()
      expect(kode, kantor.server.keluaran().split('\n').slice(-5).join('\n')).toBe(0)
      expect(lama, 'berhenti (ms)').toBeLessThan(BERHENTI_DETIK * 1000)
      expect(pidPostmaster(folder), 'basis data berhenti').toBeNull()
      await hidupkan()
      const hasil = await beban.berhenti()
      expect(hasil.putus, `permintaan yang putus di tengah (benih ${BENIH})`).toEqual([])
      expect(hasil.tidakDiambil, 'selama berhenti tidak ada yang melayani').toBeGreaterThan(0)
      expect(hasil.aneh).toEqual([])
    }
    await pastikanTersimpan(dalam, tercatat)
    await pastikanUtuh(dalam)
  })

  it('isian yang sedang dikirim perlahan ketika aplikasi diminta berhenti tetap diterima', async () => {
    const { dalam, siklusId } = kantor
    const [baris] = barisAngka(await ambilFormulirServer(dalam, siklusId, 'seksi-kesos'))
    const formulir = await ambilFormulirServer(dalam, siklusId, 'seksi-kesos')
    if (!baris) throw new Error('formulir tanpa baris angka')
    const kesos = await masukHttp(kantor.server.alamat, 'kasi.kesos', kantor.server.sandi)
    const isian = formulirBaru({
      versi: String(baris.versi),
      keterangan: 'dikirim perlahan',
      [`v.${baris.variabel[0]}`]: '1',
    })
    const jawab = kesos.kirim(`/formulir/${formulir.id}/baris/${baris.id}`, isian, { json: true, jedaBadan: 700 })
    await tidur(250)
    const [{ kode, lama }, hasil] = await Promise.all([kantor.server.henti(), jawab])
    kesos.tutup()
    expect(hasil.status).toBe(200)
    expect(kode).toBe(0)
    expect(lama, 'tidak menunggu sambungan yang sudah dijawab').toBeLessThan(TANPA_DIPUTUS_MS)
    await hidupkan()
    const [tersimpan] = await dalam.sql<{ keterangan: string }>('select keterangan from baris_formulir where id = $1', [
      baris.id,
    ])
    expect(tersimpan?.keterangan).toBe('dikirim perlahan')
  })
})

describe.skipIf(!BISA)('dua aplikasi pada satu basis data', () => {
  it('melayani orang yang sama; satu mati, yang lain terus; basis data berhenti bersama yang terakhir', async () => {
    const { dalam, siklusId, folder, server: pertama } = kantor
    const kedua = await mulaiServer(folder, await portBebas())
    const staf = await masukHttp(pertama.alamat, 'staf.kesos', pertama.sandi)
    const formulir = await ambilFormulirServer(dalam, siklusId, 'seksi-kesos')
    const baris = barisAngka(formulir)[1]
    if (!baris) throw new Error('formulir tanpa baris kedua')
    const simpan = async (siapa: OrangHttp, versi: number, nilai: string) => {
      const isian = formulirBaru({ versi: String(versi), keterangan: nilai, [`v.${baris.variabel[0]}`]: '1' })
      return (await siapa.kirimSampaiDijawab(`/formulir/${formulir.id}/baris/${baris.id}`, isian, { json: true }))
        .status
    }
    expect(await simpan(staf, baris.versi, 'lewat yang pertama')).toBe(200)
    const diKedua = staf.pindahKe(kedua.alamat)
    expect((await diKedua.buka(`/formulir/${formulir.id}`)).teks, 'sesi dan isian terlihat di aplikasi lain').toContain(
      'lewat yang pertama',
    )
    const postmaster = pidPostmaster(folder)
    await pertama.bunuh()
    expect(await simpan(diKedua, baris.versi + 1, 'lewat yang kedua')).toBe(200)
    kantor.server = await mulaiServer(folder, pertama.port)
    expect(await simpan(staf, baris.versi + 2, 'lewat yang pertama lagi')).toBe(200)
    expect((await kantor.server.henti()).kode).toBe(0)
    expect(pidPostmaster(folder), 'yang kedua masih memakainya').toBe(postmaster)
    expect(await simpan(diKedua, baris.versi + 3, 'yang kedua sendirian')).toBe(200)
    staf.tutup()
    diKedua.tutup()
    expect((await kedua.henti()).kode).toBe(0)
    expect(pidPostmaster(folder), 'tidak ada lagi yang memakainya').toBeNull()
    await hidupkan()
    await pastikanUtuh(dalam)
  })
})

describe.skipIf(!BISA)('komputer server rusak', () => {
  it('cadangan yang dibuat selagi kantor bekerja dipulihkan ke folder baru: sandi, isian, dan berikutnya berjalan', async () => {
    const { dalam, siklusId, folder, server } = kantor
    const formulir = await ambilFormulirServer(dalam, siklusId, 'seksi-kesos')
    const baris = barisAngka(formulir)[1]
    if (!baris) throw new Error('formulir tanpa baris kedua')
    const [jalur = ''] = /\S+\.zip/.exec(jalankanPerintah('cadangan', folder)) ?? []
    expect(() => jalankanPerintah('pulihkan', folder, [jalur])).toThrow('tidak menimpa apa pun')
    expect(jalankanPerintah('pulihkan', folder, ['--periksa', jalur])).toContain('Cadangan ini utuh')
    const pengganti = await buatFolderData()
    try {
      expect(jalankanPerintah('pulihkan', pengganti, [jalur])).toContain('Pulih dari cadangan')
      copyFileSync(join(folder, 'akun-contoh.json'), join(pengganti, 'akun-contoh.json'))
      const baru = await mulaiServer(pengganti, await portBebas())
      const staf = await masukHttp(baru.alamat, 'staf.kesos', server.sandi)
      const alamat = `/formulir/${formulir.id}`
      expect((await staf.buka(alamat)).teks).toContain('yang kedua sendirian')
      const isian = formulirBaru({ versi: String(baris.versi), keterangan: 'di komputer baru' })
      const simpan = await staf.kirim(`${alamat}/baris/${baris.id}`, isian, { json: true })
      expect(simpan.status, simpan.teks).toBe(200)
      staf.tutup()
      expect((await baru.henti()).kode).toBe(0)
    } finally {
      await hapusFolderData(pengganti)
    }
  })
})
