import { randomUUID } from 'node:crypto'
import { setTimeout as tidur } from 'node:timers/promises'
import { type Jawab, permintaanGet, permintaanSimpan, Sambungan } from './sambungan.ts'
import type { BarisSimpan, HasilBeban, TugasBeban } from './tugas-beban.ts'

/** The measuring process: one job at a time from its parent. */
process.on('message', (tugas: TugasBeban) => {
  const kerja = tugas.jenis === 'laju' ? laju(tugas) : tugas.jenis === 'penuh' ? penuh(tugas) : simpan(tugas)
  kerja.then(
    (hasil) => process.send?.({ hasil }),
    (sebab: Error) => process.send?.({ galat: sebab.stack ?? String(sebab) }),
  )
})

class Catatan {
  readonly waktu: number[] = []
  gagal = 0
  contoh = ''
  catat(mulai: number, { status, isi }: Jawab): void {
    this.waktu.push(performance.now() - mulai)
    if (status === 200) return
    this.gagal++
    this.contoh ||= `${status} ${isi.toString('utf8', 0, 300)}`
  }
  hasil(detik: number): HasilBeban {
    const urut = this.waktu.sort((a, b) => a - b)
    const ke = (bagian: number) => urut[Math.min(urut.length - 1, Math.floor(urut.length * bagian))] ?? Number.NaN
    return { jumlah: urut.length, detik, p50: ke(0.5), p95: ke(0.95), gagal: this.gagal, contohGagal: this.contoh }
  }
}

/** Latency counts from the moment a request was due, so a server that falls behind cannot hide it. */
async function laju({
  port,
  alamat,
  sambungan,
  cara,
  detik,
}: Extract<TugasBeban, { jenis: 'laju' }>): Promise<HasilBeban> {
  const semua = Array.from({ length: sambungan }, () => new Sambungan(port))
  const permintaan = alamat.map(({ jalur, cookie }) => permintaanGet(jalur, cookie))
  const catatan = new Catatan()
  const kerja: Promise<void>[] = []
  const awal = performance.now() + 200
  for (let ke = 0; ke < detik * sambungan; ke++) {
    const jatuh = awal + (cara === 'serentak' ? Math.floor(ke / sambungan) * 1000 : (ke * 1000) / sambungan)
    const sisa = jatuh - performance.now()
    if (sisa > 0.5) await tidur(sisa)
    const satu = semua[ke % sambungan]
    const isi = permintaan[ke % permintaan.length]
    if (satu && isi) kerja.push(satu.kirim(isi).then((jawab) => catatan.catat(jatuh, jawab)))
  }
  await Promise.all(kerja)
  for (const satu of semua) satu.tutup()
  return catatan.hasil(detik)
}

/** Closed loop: every connection asks again as soon as it is answered. */
async function penuh({ port, alamat, sambungan, detik }: Extract<TugasBeban, { jenis: 'penuh' }>): Promise<HasilBeban> {
  const permintaan = alamat.map(({ jalur, cookie }) => permintaanGet(jalur, cookie))
  const catatan = new Catatan()
  const awal = performance.now()
  const habis = awal + detik * 1000
  await Promise.all(
    Array.from({ length: sambungan }, async (_, ke) => {
      const satu = new Sambungan(port)
      for (let urut = ke; performance.now() < habis; urut += sambungan) {
        const isi = permintaan[urut % permintaan.length]
        if (!isi) break
        const mulai = performance.now()
        catatan.catat(mulai, await satu.kirim(isi))
      }
      satu.tutup()
    }),
  )
  return catatan.hasil((performance.now() - awal) / 1000)
}

/** Closed loop of saves: each connection has its own row and sends the version it was last told. */
async function simpan({
  port,
  baris,
  sambungan,
  detik,
}: Extract<TugasBeban, { jenis: 'simpan' }>): Promise<HasilBeban> {
  const catatan = new Catatan()
  const awal = performance.now()
  const habis = awal + detik * 1000
  await Promise.all(
    Array.from({ length: sambungan }, async (_, ke) => {
      const milik = baris[ke % baris.length]
      if (!milik) return
      const satu = new Sambungan(port)
      let { versi } = milik
      for (let urut = 0; performance.now() < habis; urut++) {
        const isi = permintaanSimpan(milik.jalur, milik.cookie, isianBaris(milik, versi, urut))
        const mulai = performance.now()
        const jawab = await satu.kirim(isi)
        catatan.catat(mulai, jawab)
        if (jawab.status !== 200) break
        versi = (JSON.parse(jawab.isi.toString()) as { versi: number }).versi
      }
      satu.tutup()
    }),
  )
  return catatan.hasil((performance.now() - awal) / 1000)
}

function isianBaris({ variabel, kategori }: BarisSimpan, versi: number, urut: number): Record<string, string> {
  const nilai = variabel.map((kode, ke) => [`v.${kode}`, String(ke === variabel.length - 1 ? 100 : 40 + (urut % 50))])
  return {
    kunci: randomUUID(),
    versi: String(versi),
    ...Object.fromEntries(nilai),
    ...(kategori === null ? {} : { kategori }),
    kendala: `Catatan ke-${urut}`,
  }
}
