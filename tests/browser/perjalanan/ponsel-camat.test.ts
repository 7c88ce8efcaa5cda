import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AplikasiUji, bukaAplikasiUji } from '../../bantuan/aplikasi.ts'
import { SANDI_UJI } from '../../bantuan/basis-data.ts'
import { bukaPeramban, CHROMIUM } from '../../bantuan/browser.ts'
import {
  bekukanDanLaporkan,
  ceklis,
  isiDanSerahkan,
  KantorPolos,
  kembalikanNilai,
  programKerja,
  rancangDisposisi,
  rapat,
  serahkan,
  siapkanDanBagikan,
  UNIT_CONTOH,
} from '../../bantuan/perjalanan-polos.ts'
import { bawaYaml, yamlUji } from '../../integrasi/sop/siapkan-sop.ts'
import { bukaJari, type Jari } from './jari.ts'
import { ajukanPerubahanSekcam } from './pk-sekcam.ts'
import { akhiriSekcam, batalkanSiklus, jadikanPlhCamat, usulkanKoreksi } from './ponsel-bahan.ts'

const TRANTIB = UNIT_CONTOH[3]
const NILAI = 'Prosentase Gangguan Kamtib yang dapat diselesaikan'

/** The Camat decides between two visits, on a phone of 360 px and a slow line: every errand in less than a minute. */
describe.skipIf(!CHROMIUM)('ponsel Camat', () => {
  let app: AplikasiUji
  let peramban: Browser
  let k: KantorPolos
  let camat: Jari
  beforeAll(async () => {
    app = await bukaAplikasiUji()
    peramban = await bukaPeramban()
    k = new KantorPolos(app.alamat, SANDI_UJI)
    camat = await bukaJari(peramban, app.alamat, 'camat')
  })
  afterAll(async () => {
    await camat?.meja.tutup()
    await peramban?.close()
    await app?.tutup()
  })
  const utama = () => camat.meja.laman.locator('main')
  const tombol = (nama: string) => utama().getByRole('button', { name: nama, exact: true })
  const tautan = (nama: string) => utama().getByRole('link', { name: nama, exact: true })
  const tugas = (judul: RegExp) => utama().locator('.tugas').getByRole('link', { name: judul }).first()
  const ya = () => camat.meja.laman.locator('dialog[open] .btn-primary')

  it('memulai siklus atas prakarsa sendiri: keterangan surat tidak menghalangi, tidak ada yang diketik', async () => {
    await camat.mulai()
    await camat.pindah(tautan('Mulai siklus'))
    await camat.periksa('mulai siklus di ponsel')
    await camat.pindah(tombol('Mulai siklus'))
    await camat.periksa('siklus di ponsel')
    await camat.pindah(utama().getByRole('link', { name: 'Terbitkan disposisi', exact: true }))
    const surat = utama().getByLabel('Nomor surat', { exact: true })
    expect(await surat.isVisible()).toBe(true)
    await camat.ketuk(utama().getByText('Prakarsa Camat sendiri', { exact: true }))
    expect(await surat.isVisible()).toBe(false)
    await camat.ketuk(utama().getByText('Koordinasi/konfirmasikan', { exact: true }))
    await camat.periksa('disposisi prakarsa di ponsel')
    await camat.pindah(tombol('Terbitkan disposisi'))
    camat.selesai('disposisi prakarsa sendiri', { ketukan: 6 })
    await camat.pindah(utama().locator('.langkah__judul a').first())
    const isi = (await utama().innerText()).replace(/\s+/g, ' ')
    expect(isi).toContain('Prakarsa Camat sendiri')
    expect(isi).toContain('Koordinasi/konfirmasikan')
    expect(isi).not.toContain('Diterima tanggal')
    await camat.periksa('disposisi terbit di ponsel')
    await batalkanSiklus(app)
  })

  it('menerbitkan disposisi yang dirancang Tim SAKIP, tanpa menggulir sampai ke tombolnya', async () => {
    await rancangDisposisi(k)
    await camat.mulai()
    await camat.periksa('tugas di ponsel')
    await camat.pindah(tugas(/^1\. /))
    expect(await utama().innerText()).toContain('Bupati Pemalang')
    expect(await tampakDiLayar(camat, 'Terbitkan disposisi')).toBe(true)
    await camat.periksa('disposisi di ponsel')
    await camat.pindah(tombol('Terbitkan disposisi'))
    camat.selesai('disposisi', { ketukan: 2 })
  })

  it('menyetujui Perjanjian Kinerja: target dan anggarannya ada di halaman yang sama', async () => {
    await ajukanPerubahanSekcam(app)
    await camat.mulai()
    await camat.pindah(tugas(/^Setujui atau kembalikan Perjanjian Kinerja/))
    const isi = await utama().innerText()
    expect(isi).toContain('Target setahun')
    expect(isi).toMatch(/Jumlah[\s\S]*\d{1,3}(\.\d{3})+/)
    expect(await tampakDiLayar(camat, 'Setujui')).toBe(true)
    await camat.periksa('PK di ponsel')
    await camat.pindah(tombol('Setujui'))
    camat.selesai('persetujuan PK', { ketukan: 2 })
  })

  it('mengesahkan SOP yang diajukan: tanggal berlakunya sudah terisi', async () => {
    const sakip = await app.masukSebagai('sakip1')
    const sop = await bawaYaml(sakip, yamlUji({ nama: 'SOP Penanganan Pengaduan' }))
    expect((await sakip.kirim(`${sop}/pengajuan`, { versi: '0' })).status).toBe(303)
    await camat.mulai()
    await camat.pindah(tugas(/^Periksa dan sahkan SOP Penanganan Pengaduan/))
    expect(await tampakDiLayar(camat, 'Sahkan SOP')).toBe(true)
    await camat.periksa('pengesahan SOP di ponsel')
    await camat.pindah(tautan('Baca langkahnya'))
    await camat.periksa('langkah SOP di ponsel')
    await camat.meja.laman.goBack()
    await camat.pindah(tombol('Sahkan SOP'))
    camat.selesai('pengesahan SOP', { ketukan: 3 })
    expect(await utama().innerText()).toContain('Berlaku')
  })

  it('memutuskan telaah karena jabatan Sekretaris kosong', async () => {
    await sampaiTelaah(k)
    const pulihkan = await akhiriSekcam(app)
    await camat.mulai()
    await camat.pindah(tugas(/^10\. /))
    await camat.jangkau('telaah di ponsel')
    await camat.ketuk(tombol('Setujui rekap'))
    await camat.pindah(ya())
    camat.selesai('telaah', { ketukan: 3 })
    expect(await utama().innerText()).toContain('disetujui')
    await pulihkan()
  })

  it('menjawab laporan dengan angka yang menentukan di depan mata, instruksi, dan catatan', async () => {
    await laporKeCamat(k)
    await camat.mulai()
    await camat.pindah(tugas(/^11\. Jawab laporan/))
    const isi = (await utama().innerText()).replace(/\s+/g, ' ')
    for (const angka of [/\d+,\d\d% rata-rata capaian/, /\d+ indikator merah/, /\d+,\d\d% serapan anggaran/])
      expect(isi).toMatch(angka)
    expect(isi).toContain('Yang berubah sejak versi 1')
    expect(isi).toMatch(new RegExp(`${NILAI} .*→ .*88`))
    await camat.periksa('laporan di ponsel')
    await camat.ketuk(tautan('Langsung ke disposisi'))
    await camat.ketuk(camat.meja.laman.getByText('Setuju, jadikan bahan Laporan Kinerja'))
    await camat.ketik(
      camat.meja.laman.getByLabel('Catatan', { exact: true }),
      'Terima kasih. Dampingi unit yang merah.',
    )
    await camat.ketuk(tombol('Terbitkan disposisi'))
    await camat.pindah(ya())
    camat.selesai('jawaban laporan', { ketukan: 8, huruf: 41 })
    expect(await utama().innerText()).toContain('Disposisi terbit')
  })

  it('memutuskan koreksi yang diusulkan Plh. Sekretaris: semula, menjadi, dan alasannya di depan mata', async () => {
    await usulkanKoreksi(app)
    await camat.mulai()
    await camat.pindah(tugas(/^Putuskan koreksi /))
    expect(await utama().innerText()).toContain('Dua desa tercatat dua kali')
    expect(await tampakDiLayar(camat, 'Setujui koreksi')).toBe(true)
    await camat.periksa('koreksi di ponsel')
    await camat.pindah(tombol('Setujui koreksi'))
    camat.selesai('koreksi', { ketukan: 2 })
    expect(await utama().innerText()).toContain('Koreksi disetujui')
  })

  it('menitipkan catatan kepada unit yang merah, dan membaca jawabannya', async () => {
    await camat.mulai()
    await camat.pindah(camat.meja.laman.getByRole('link', { name: 'Dasbor', exact: true }))
    await camat.periksa('dasbor di ponsel')
    const merah = utama().getByRole('link', { name: /^Tulis catatan/ })
    const nama = ((await merah.first().textContent()) ?? '').replace(/^\s*Tulis catatan\s+tentang\s+/, '')
    await camat.pindah(merah.first())
    await camat.periksa('catatan di ponsel')
    await camat.ketuk(utama().getByText('Sampaikan rencana perbaikannya.', { exact: true }))
    await camat.ketik(utama().getByLabel('Catatan Anda'), 'Besok pagi di ruang saya.')
    await camat.pindah(tombol('Kirim catatan'))
    camat.selesai('catatan Camat', { ketukan: 5, huruf: 25 })
    expect(await utama().innerText()).toContain('Catatan terkirim')
    await camat.periksa('catatan terkirim di ponsel')

    const [penerima] = await app.sql<{ nama: string }>(PENERIMA_CATATAN)
    const { o, h } = await k.kerjakan(penerima?.nama ?? '', new RegExp(`^Catatan Camat: ${polos(nama)}`))
    await o.tekan(h, 'Kirim jawaban', { isian: { jawaban: 'Siap, jam 08.00.' } })
    await camat.mulai()
    await camat.pindah(tugas(/^Baca jawaban /))
    expect(await utama().innerText()).toContain('Siap, jam 08.00.')
    await camat.periksa('jawaban catatan di ponsel')
    await camat.pindah(tombol('Jawaban sudah dibaca'))
    camat.selesai('jawaban catatan', { ketukan: 2 })
  })

  it('Plh. Camat menulis catatan dengan ponselnya sendiri', async () => {
    const plh = await bukaJari(peramban, app.alamat, 'kasi.pemerintahan')
    expect((await plh.meja.konteks.request.get(`${app.alamat}/catatan-camat/baru`)).status()).toBe(403)
    await jadikanPlhCamat(app, 'kasi.pemerintahan')
    await plh.mulai()
    await plh.pindah(plh.meja.laman.locator('main').getByRole('link', { name: 'catatan Camat', exact: true }))
    await plh.pindah(plh.meja.laman.locator('main').getByRole('link', { name: 'Tulis catatan', exact: true }))
    await plh.periksa('catatan umum di ponsel')
    await plh.ketuk(plh.meja.laman.getByText('Sekretaris Kecamatan', { exact: true }))
    await plh.ketuk(plh.meja.laman.getByText('Percepat penyelesaiannya.', { exact: true }))
    await plh.pindah(plh.meja.laman.getByRole('button', { name: 'Kirim catatan', exact: true }))
    plh.selesai('catatan Plh. Camat', { ketukan: 5 })
    expect(await plh.meja.laman.locator('main').innerText()).toContain('Plh. Camat')
    await plh.meja.tutup()
  })

  it('dasbor dan siklus terbaca dan tersentuh', async () => {
    for (const jalur of ['/dasbor', '/siklus', '/pengingat', '/akun/kontak', '/tindak-lanjut', '/catatan-camat']) {
      await camat.meja.buka(jalur)
      await camat.periksa(`camat ${jalur}`)
    }
    const [siklus] = await app.sql<{ id: string }>("select id from siklus where status = 'BERJALAN'")
    const s = `/siklus/${siklus?.id}`
    for (const jalur of [
      ...['/dasbor/capaian', '/lkjip', s, `${s}/dokumen`, `${s}/lembar`, `${s}/langkah/P7/pengisian`, `${s}/plh`],
      ...[`/rekap/${siklus?.id}`, '/perencanaan', '/perjanjian-kinerja', '/rencana-aksi', '/pengingat/ingatkan'],
      ...['/koreksi', '/arsip', '/sop', '/jejak-audit', '/organisasi/struktur', '/kalender', '/bantuan/peran/camat'],
    ])
      await camat.lihat(jalur)
  })
})

/** The button is in the first screenful. */
const tampakDiLayar = async ({ meja: { laman } }: Jari, nama: string): Promise<boolean> => {
  const kotak = await laman.locator('main').getByRole('button', { name: nama, exact: true }).boundingBox()
  const tinggi = laman.viewportSize()?.height ?? 0
  return kotak !== null && kotak.y >= 0 && kotak.y + kotak.height <= tinggi
}

/** Who is asked by the newest note. */
const PENERIMA_CATATAN = `select a.nama_pengguna as nama from catatan_camat c join jabatan j on j.unit_id = c.unit_id and j.kepala_unit
  join penugasan n on n.jabatan_id = j.id join akun a on a.pegawai_id = n.pegawai_id order by c.ditulis_pada desc limit 1`
const polos = (teks: string): string => teks.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** From the meeting to the second recap in the hands of who judges it: one value was sent back and changed. */
async function sampaiTelaah(k: KantorPolos): Promise<void> {
  await rapat(k)
  await programKerja(k)
  await ceklis(k)
  await siapkanDanBagikan(k)
  await Promise.all(UNIT_CONTOH.map((unit) => isiDanSerahkan(k, unit)))
  await bekukanDanLaporkan(k, 1)
  await kembalikanNilai(k, [NILAI], { pertama: 'Tidak sama dengan laporan Polsek.', umum: '' })
  const { o, h } = await k.kerjakan(TRANTIB.staf, /^7\. /)
  await o.tekan(h, 'Simpan', { isian: { [h.$('input[name$=".v.pembilang"]').attr('name') ?? '']: '88' } })
  await serahkan(k, TRANTIB)
  await bekukanDanLaporkan(k, 2)
}

/** The Sekcam reports what was approved. */
async function laporKeCamat(k: KantorPolos): Promise<void> {
  const { o, h } = await k.kerjakan('sekcam', /^11\. /)
  await o.tekan(h, 'Sampaikan kepada Camat')
}
