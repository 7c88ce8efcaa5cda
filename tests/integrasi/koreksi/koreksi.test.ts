import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'
import { teksPdf } from '../../bantuan/baca-pdf.ts'
import { segel, sidikSiklus } from '../../bantuan/segel.ts'
import { sampaiLangkah } from '../../bantuan/siklus.ts'
import { type SiklusUji, siapkanTelaah, versiSiklus } from '../telaah/siapkan.ts'

/** A figure that turns out wrong after the Sekcam approved the recap. */
let app: AplikasiUji
let uji: SiklusUji
let kasi: OrangUji
let sekcam: OrangUji
type Angka = { id: string; indikator_id: string; nama: string; formulir_id: string; kode: string[] }
let angka: Angka

beforeAll(async () => {
  app = await bukaAplikasiUji()
  uji = await siapkanTelaah(app)
  kasi = await app.masukSebagai('kasi.pemerintahan')
  sekcam = await app.masukSebagai('sekcam')
  const [baris] = await app.sql<Angka>(
    `select b.id, b.indikator_id, b.kartu->>'nama' as nama, b.formulir_id, array(select v->>'kode' from jsonb_array_elements(b.kartu->'variabel') v) as kode
     from baris_formulir b join formulir f on f.id = b.formulir_id join unit_kerja u on u.id = f.unit_id
     where b.siklus_id = $1 and u.kode = 'seksi-pemerintahan' and b.status = 'TERISI' and b.kartu->>'metode' = 'PERSENTASE' order by b.urut limit 1`,
    [uji.siklusId],
  )
  if (!baris) throw new Error('tidak ada angka yang dapat dikoreksi')
  angka = baris
}, 120_000)
afterAll(() => app.tutup())

const alamatBaru = (lain: Partial<Angka> = {}) =>
  `/koreksi/baru?siklus=${uji.siklusId}&indikator=${lain.indikator_id ?? angka.indikator_id}`
const isian = (nilai: string, lain: Record<string, string> = {}) => ({
  ...Object.fromEntries(angka.kode.map((k) => [`v.${k}`, nilai])),
  alasanKoreksi: 'Dua desa tercatat dua kali pada register',
  sumberAngka: 'Register kecamatan halaman 12',
  ...lain,
})
const usulkan = async (oleh: OrangUji, nilai: string): Promise<string> => {
  const jawab = await oleh.kirim(alamatBaru(), isian(nilai))
  if (jawab.status !== 303) throw new Error(`koreksi ditolak: ${jawab.status} ${jawab.text.slice(0, 3000)}`)
  return (jawab.headers.location ?? '').split('?')[0] ?? ''
}
const rekap = (siklusId = uji.siklusId) =>
  app.sql<{ nomor_versi: number; sha256: string }>(
    'select nomor_versi, sha256 from rekap where siklus_id = $1 union all select nomor_versi, sha256 from rekap_koreksi where siklus_id = $1 order by 1',
    [siklusId],
  )
const riwayat = () =>
  app.sql<{ nilai: string; sumber: string }>(
    'select trim_scale(nilai)::text as nilai, sumber from realisasi_indikator where indikator_id = $1 and tahun = 2026 and triwulan = 2',
    [angka.indikator_id],
  )
const teks = async (oleh: OrangUji, alamat: string) => (await oleh.halaman(alamat))('main').text().replace(/\s+/g, ' ')

describe('koreksi sesudah disetujui', () => {
  it('sebelum rekapnya disetujui belum ada koreksi: angkanya dikembalikan lewat telaah', async () => {
    expect((await kasi.kirim(alamatBaru(), isian('50'))).status).toBe(409)
    expect(await teks(kasi, `/koreksi?siklus=${uji.siklusId}`)).toContain('dikembalikan lewat telaah')
    const setuju = { versi: await versiSiklus(app, uji.siklusId), catatan: '' }
    expect((await sekcam.kirim(`${uji.langkah('P10')}/telaah/persetujuan`, setuju)).status).toBe(303)
  })

  it('angka yang disetujui tidak berubah lewat jalan lain, juga dari basis data; riwayat tanpa siklus bebas', async () => {
    const [sebelum] = await riwayat()
    const kunci = [angka.indikator_id]
    const satu = 'indikator_id = $1 and tahun = 2026 and triwulan = 2'
    const lewatKoreksi = /hanya berubah lewat koreksi/
    await expect(app.sql(`update realisasi_indikator set nilai = 1 where ${satu}`, kunci)).rejects.toThrow(lewatKoreksi)
    await expect(app.sql(`update realisasi_indikator set siklus_id = null where ${satu}`, kunci)).rejects.toThrow(
      lewatKoreksi,
    )
    await expect(app.sql(`delete from realisasi_indikator where ${satu}`, kunci)).rejects.toThrow(lewatKoreksi)
    await expect(
      app.sql(
        `insert into realisasi_indikator (kecamatan_id, indikator_id, tahun, triwulan, nilai, siklus_id)
         select kecamatan_id, indikator_id, tahun, 4, 1, siklus_id from realisasi_indikator where ${satu}`,
        kunci,
      ),
    ).rejects.toThrow(lewatKoreksi)
    expect(await riwayat()).toEqual([sebelum])
    const bebas = await app.sql(
      'update realisasi_indikator set nilai = nilai where indikator_id = $1 and siklus_id is null returning id',
      kunci,
    )
    expect(bebas.length).toBeGreaterThan(0)
  })

  it('Tim SAKIP mencari angka menurut indikator atau unit; yang tidak cocok tidak tampil', async () => {
    const sari = await app.masukSebagai('sakip1')
    const cari = async (q: string) => {
      const $ = await sari.halaman(`/koreksi?siklus=${uji.siklusId}&q=${encodeURIComponent(q)}`)
      const baris = $('main tbody tr').has('a[href^="/koreksi/baru"]')
      return { nama: baris.map((_, b) => $(b).text()).get(), q: $('input[name=q]').val(), teks: $('main').text() }
    }
    const semua = (await cari('')).nama
    const satu = await cari(` ${angka.nama.toUpperCase()} `)
    expect(satu.nama.length).toBe(semua.filter((n) => n.includes(angka.nama)).length)
    expect(satu.teks).toContain(`${satu.nama.length} dari ${semua.length} angka`)
    const unit = await cari('seksi pemerintahan')
    expect(unit.nama.length).toBeGreaterThan(1)
    expect(unit.nama.length).toBeLessThan(semua.length)
    expect(unit.nama.every((n) => n.includes('Seksi Pemerintahan'))).toBe(true)
    expect(await cari('<zzz>')).toMatchObject({
      nama: [],
      q: '<zzz>',
      teks: expect.stringContaining('Tidak ada angka yang cocok'),
    })
  })

  it('ditolak: tanpa alasan dan sumber, tanpa angka, angka yang sama; isiannya tetap dan tidak ada yang tercatat', async () => {
    const kurang = await kasi.kirim(alamatBaru(), isian('50', { alasanKoreksi: 'salah', sumberAngka: '' }))
    expect(kurang.status).toBe(422)
    expect(kurang.text).toContain('Tulis mengapa angkanya dikoreksi')
    expect(kurang.text).toContain('Tulis dari mana angka yang benar')
    expect(kurang.text).toContain('value="50"')
    expect((await kasi.kirim(alamatBaru(), isian(''))).status).toBe(422)
    const [lama] = await app.sql<{ variabel: Record<string, string> }>(
      'select variabel from baris_formulir where id = $1',
      [angka.id],
    )
    const sama = Object.fromEntries(angka.kode.map((k) => [`v.${k}`, lama?.variabel[k] ?? '']))
    expect((await kasi.kirim(alamatBaru(), isian('50', sama))).status).toBe(422)
    expect(await app.sql('select 1 from koreksi')).toEqual([])
  })

  it('kepala unit lain tidak melihat angkanya; staf, Camat, dan Sekcam tidak mengusulkan', async () => {
    const lain = await app.masukSebagai('kasi.trantib')
    expect((await lain.kirim(alamatBaru(), isian('50'))).status).toBe(404)
    for (const nama of ['staf.pemerintahan', 'camat', 'sekcam'])
      expect((await (await app.masukSebagai(nama)).kirim(alamatBaru(), isian('50'))).status, nama).toBe(403)
  })

  it('usulan tidak mengubah apa pun; satu angka satu usulan; pengusul tidak memutuskan, dan boleh menariknya', async () => {
    const sebelum = await riwayat()
    const alamat = await usulkan(kasi, '50')
    expect(await teks(sekcam, '/')).toContain(`Putuskan koreksi ${angka.nama}`)
    expect(await teks(await app.masukSebagai('camat'), '/')).not.toContain('Putuskan koreksi')
    expect((await kasi.kirim(alamatBaru(), isian('60'))).status).toBe(409)
    expect((await kasi.kirim(`${alamat}/persetujuan`, { versi: '1' })).status).toBe(403)
    const sakip = await app.masukSebagai('sakip1')
    expect((await sakip.kirim(`${alamat}/penarikan`, { versi: '1' })).status).toBe(403)
    expect(await riwayat()).toEqual(sebelum)
    expect(await rekap()).toHaveLength(1)
    expect((await kasi.kirim(`${alamat}/penarikan`, { versi: '1' })).status).toBe(303)
    expect((await sekcam.kirim(`${alamat}/persetujuan`, { versi: '2' })).status).toBe(409)
  })

  it('Sekcam menolak dengan alasan; tanpa alasan ditolak. Yang sudah diputuskan tidak berubah lagi', async () => {
    const alamat = await usulkan(kasi, '50')
    expect((await sekcam.kirim(`${alamat}/penolakan`, { versi: '1', alasan: 'tidak' })).status).toBe(422)
    const camat = await app.masukSebagai('camat')
    expect((await camat.kirim(`${alamat}/persetujuan`, { versi: '1' })).status).toBe(403)
    const tolak = { versi: '1', alasan: 'Registernya belum ditandatangani Kasi' }
    expect((await sekcam.kirim(`${alamat}/penolakan`, tolak)).status).toBe(303)
    expect((await sekcam.kirim(`${alamat}/penolakan`, tolak)).status).toBe(409)
    expect(await teks(kasi, alamat)).toContain('Registernya belum ditandatangani Kasi')
    expect((await kasi.buka(`${alamat}/berita-acara`)).status).toBe(404)
    const id = alamat.split('/').at(-1)
    await expect(app.sql("update koreksi set alasan = 'x' where id = $1", [id])).rejects.toThrow('sudah diputuskan')
    await expect(app.sql('delete from koreksi where id = $1', [id])).rejects.toThrow('sudah diputuskan')
  })

  it('disetujui: versi baru di samping yang lama, riwayatnya ikut, dan tampak di mana pun angka lama dipakai', async () => {
    const [beku] = await rekap()
    const alamat = await usulkan(kasi, '50')
    expect((await sekcam.kirim(`${alamat}/persetujuan`, { versi: '9' })).status).toBe(409)
    expect((await sekcam.kirim(`${alamat}/persetujuan`, { versi: '1' })).status).toBe(303)
    expect(await rekap()).toMatchObject([beku, { nomor_versi: 2 }])
    expect(await riwayat()).toMatchObject([{ nilai: '100', sumber: expect.stringContaining('dikoreksi') }])
    const kata =
      /Dikoreksi 6 Juli 2026: semula .*, menjadi 100% \(50 \/ 50\)\. Alasan: Dua desa tercatat dua kali pada register\. Diusulkan .*, disetujui /
    for (const [oleh, di] of [
      [kasi, `/formulir/${angka.formulir_id}`],
      [sekcam, `/rekap/${uji.siklusId}`],
      [sekcam, `/rekap/${uji.siklusId}?versi=2`],
      [sekcam, '/dasbor'],
      [sekcam, `/koreksi?siklus=${uji.siklusId}`],
    ] as const)
      expect(await teks(oleh, di), di).toMatch(di.startsWith('/koreksi') ? /menjadi|100%/ : kata)
    expect(await teks(sekcam, `/rekap/${uji.siklusId}?versi=1`)).not.toContain('Dikoreksi')
    expect(await teks(sekcam, alamat)).toContain('rekap versi 2')
    const pdf = await kasi.buka(`${alamat}/berita-acara`).buffer(true).parse(kumpulkan)
    expect((await teksPdf(pdf.body as Buffer)).join(' ')).toContain('BERITA ACARA KOREKSI DATA KINERJA')
  })

  it('sesudah disegel arsipnya tetap sama huruf demi huruf, dan mengatakan bahwa angkanya dikoreksi', async () => {
    await sampaiLangkah(app, uji.siklusId, 'P12')
    const sakip = await app.masukSebagai('sakip1')
    const arsipId = await segel(sakip, uji.siklusId)
    const sidik = await sidikSiklus(app, uji.siklusId)
    const alamat = await usulkan(sakip, '40')
    // Tim SAKIP proposed: a second proposal of the same figure waits for the Sekcam, not for the proposer
    expect((await sekcam.kirim(`${alamat}/persetujuan`, { versi: '1' })).status).toBe(303)
    expect(await sidikSiklus(app, uji.siklusId)).toEqual(sidik)
    expect((await rekap()).map((r) => r.nomor_versi)).toEqual([1, 2, 3])
    expect(await teks(sekcam, `/arsip/${arsipId}`)).toMatch(
      /Paket ini tetap seperti saat disegel.*Dikoreksi 6 Juli 2026: semula.*Versi 2.*Versi 3/,
    )
    expect(await teks(sekcam, alamat)).toContain('Paketnya tetap seperti saat disegel')
    const jejak = await app.sql<{ peristiwa: string }>(
      "select peristiwa from jejak where peristiwa like 'koreksi.%' order by urut",
    )
    expect(jejak.map((j) => j.peristiwa.replace('koreksi.', ''))).toEqual(
      'diajukan ditarik diajukan ditolak diajukan disetujui diajukan disetujui'.split(' '),
    )
  })
})

function kumpulkan(res: NodeJS.EventEmitter, selesai: (salah: Error | null, isi: Buffer) => void): void {
  const bagian: Buffer[] = []
  res.on('data', (b: Buffer) => bagian.push(b))
  res.on('end', () => selesai(null, Buffer.concat(bagian)))
}
