import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'
import { laporkanRekap, type SiklusUji, serahkanUlang, siapkanTelaah, versiSiklus } from './siapkan.ts'

const ALASAN = 'Jumlah pembilang tidak sama dengan lampiran'

describe('telaah oleh Sekcam', () => {
  let app: AplikasiUji
  let sekcam: OrangUji
  let sakip: OrangUji
  let uji: SiklusUji
  let alamat: string
  beforeAll(async () => {
    app = await bukaAplikasiUji()
    sekcam = await app.masukSebagai('sekcam')
    sakip = await app.masukSebagai('sakip1')
    uji = await siapkanTelaah(app)
    alamat = `${uji.langkah('P10')}/telaah`
  })
  afterAll(() => app.tutup())

  const versi = () => versiSiklus(app, uji.siklusId)
  const kembalikan = async (isian: Record<string, string | string[]>, orang = sekcam) =>
    orang.kirim(`${alamat}/pengembalian`, { versi: await versi(), ...isian })
  const terbuka = async () => (await uji.baris()).filter((b) => b.terbuka && b.formulir === 'DIKEMBALIKAN')
  const barisTelaah = () =>
    app.sql<{ keputusan: string; cakupan: string; rincian: unknown[]; putaran: number; jabatan: string }>(
      'select keputusan::text, cakupan, rincian, putaran, jabatan from telaah where siklus_id = $1 order by waktu',
      [uji.siklusId],
    )

  it('halaman telaah terbuka bagi Sekcam: yang meragukan lebih dahulu, semua unit, dua keputusan', async () => {
    const $ = await sekcam.halaman(alamat)
    expect($('h1').length).toBe(1)
    expect($('input[name=unit]').length).toBe(7)
    const nilai = $('input[name=nilai]')
      .map((_, el) => $(el).val())
      .get()
    expect(new Set(nilai).size).toBe(nilai.length)
    expect($('#perlu-diperiksa').nextAll('.lembar').first().text()).toContain('Tidak diukur')
    expect($('main').text()).toContain('Kegiatan baru dimulai triwulan III')
    expect($('button').filter((_, el) => /Setujui rekap|Kembalikan/.test($(el).text())).length).toBe(2)
    expect($('a[href*="contoh.invalid"]').length).toBeGreaterThan(0)
  })

  it('setiap baris sekali menunjuk ke percakapannya, dengan banyaknya yang masih terbuka; kepala seksi hanya pada unitnya', async () => {
    const [pertama] = await uji.baris()
    const tanya = await sekcam.kirim(`/percakapan/baris/${pertama?.id}`, {
      tujuan: 'UNIT',
      pertanyaan: 'Mengapa turun?',
    })
    expect(tanya.status).toBe(303)
    const $ = await sekcam.halaman(alamat)
    const tautan = $('a.tanya')
      .toArray()
      .map((a) => ({ ke: $(a).attr('href'), teks: $(a).text() }))
    const anggaran = await app.sql('select id from baris_anggaran where siklus_id = $1', [uji.siklusId])
    expect(new Set(tautan.map((t) => t.ke)).size).toBe((await uji.baris()).length + anggaran.length)
    expect(tautan).toHaveLength((await uji.baris()).length + anggaran.length)
    expect(tautan.filter((t) => t.teks.includes('terbuka'))).toEqual([
      { ke: `/percakapan/baris/${pertama?.id}`, teks: `Tanya jawab (1 terbuka) tentang ${pertama?.nama}` },
    ])
    const kasi = (await (await app.masukSebagai('kasi.pemerintahan')).halaman(alamat))('a.tanya')
    const milik = (await uji.baris()).filter((b) => b.unit === 'Seksi Pemerintahan').map((b) => b.id)
    const ditunjuk = kasi.toArray().map((a) => String($(a).attr('href')).split('/').at(-1))
    expect((await uji.baris()).map((b) => b.id).filter((id) => ditunjuk.includes(id))).toEqual(milik)
  })

  it.each(['camat', 'sakip1', 'kasi.pemerintahan', 'staf.pemerintahan', 'pengamat'])(
    '%s tidak dapat memutuskan, tetapi boleh membaca',
    async (nama) => {
      const orang = await app.masukSebagai(nama)
      const $ = await orang.halaman(alamat)
      expect($('form[action$="/pengembalian"]').length).toBe(0)
      expect((await orang.kirim(`${alamat}/persetujuan`, { versi: await versi() })).status).toBe(403)
      const tolak = await kembalikan({ tujuan: 'P8', alasanUmum: ALASAN }, orang)
      expect(tolak.status).toBe(403)
      if (nama === 'camat') expect(tolak.text).toContain('Sekretaris Kecamatan (')
      expect(await barisTelaah()).toEqual([])
    },
  )

  it('kecamatan lain dan jenis langkah lain tidak menemukan apa pun', async () => {
    const lain = await app.masukSebagai('sekcam.candipuro')
    expect((await lain.buka(alamat)).status).toBe(404)
    expect((await lain.kirim(`${alamat}/persetujuan`, { versi: await versi() })).status).toBe(404)
    expect((await sekcam.kirim(`${uji.langkah('P11')}/telaah/persetujuan`, { versi: await versi() })).status).toBe(404)
  })

  it('tanpa alasan, tanpa centang, atau yang bertentangan → 422, isian tetap', async () => {
    const [satu, dua] = await uji.baris()
    if (!satu || !dua) throw new Error('tidak ada baris')
    const tanpaAlasan = await kembalikan({
      nilai: [satu.id, dua.id],
      alasanUmum: 'kurang',
      [`alasan.${satu.id}`]: 'Salah ketik nol',
    })
    expect(tanpaAlasan.status).toBe(422)
    expect(tanpaAlasan.text).toContain('paling sedikit 10 huruf')
    expect(tanpaAlasan.text).toContain('Salah ketik nol')
    expect(tanpaAlasan.text.match(/name="nilai"[^>]* checked/g)?.length).toBe(2)
    expect((await kembalikan({ alasanUmum: ALASAN })).status).toBe(422)
    const kosong = await kembalikan({})
    for (const kalimat of ['Pilih apa yang dikembalikan', 'Tuliskan alasannya'])
      expect(kosong.text, 'keduanya disebut sekaligus').toContain(kalimat)
    expect((await kembalikan({ tujuan: 'P8', nilai: satu.id, alasanUmum: ALASAN })).status).toBe(422)
    expect((await kembalikan({ nilai: uji.siklusId, alasanUmum: ALASAN })).status).toBe(422)
    expect((await kembalikan({ nilai: "x' or 1=1", alasanUmum: ALASAN })).status).toBe(422)
    const setujuBercentang = await sekcam.kirim(`${alamat}/persetujuan`, { versi: await versi(), nilai: satu.id })
    expect(setujuBercentang.status).toBe(422)
    expect(setujuBercentang.text).toContain('masih mencentang 1')
    expect(await barisTelaah()).toEqual([])
    expect((await uji.status('P10')).status).toBe('BERJALAN')
  })

  it('dua nilai satu unit dikembalikan: hanya keduanya terbuka lagi, dengan alasannya', async () => {
    const [satu, dua] = await uji.baris()
    if (!satu || !dua) throw new Error('tidak ada baris')
    const isian = {
      kunci: 'kunci-kembali-dua-nilai',
      versi: await versi(),
      nilai: [satu.id, dua.id],
      alasanUmum: ALASAN,
      [`alasan.${dua.id}`]: 'Satuannya persen, bukan orang',
    }
    const jawab = await sekcam.kirim(`${alamat}/pengembalian`, isian)
    expect(jawab.status).toBe(303)
    const ulang = await sekcam.kirim(`${alamat}/pengembalian`, isian)
    expect(ulang.status).toBe(303)
    expect((await terbuka()).map((b) => [b.id, b.alasan_kembali])).toEqual([
      [satu.id, ALASAN],
      [dua.id, 'Satuannya persen, bukan orang'],
    ])
    expect(
      (await uji.baris()).filter((b) => b.formulir === 'DIKEMBALIKAN').every((b) => b.unit_id === satu.unit_id),
    ).toBe(true)
    expect((await uji.status('P7')).status).toBe('BERJALAN')
    expect((await uji.status('P10')).status).toBe('BELUM')
    expect(await barisTelaah()).toMatchObject([
      {
        keputusan: 'DIKEMBALIKAN',
        cakupan: 'NILAI',
        putaran: 1,
        jabatan: 'Sekretaris Kecamatan',
        rincian: [{ barisId: satu.id, unit: satu.unit }, { barisId: dua.id }],
      },
    ])
    const dokumen = await app.sql<{ jenis: string }>(
      "select d.jenis from dokumen d join langkah_siklus l on l.id = d.langkah_id where d.siklus_id = $1 and l.kode = 'P10'",
      [uji.siklusId],
    )
    expect(dokumen.map((d) => d.jenis)).toEqual(['LEMBAR_TELAAH'])
    expect((await kembalikan({ tujuan: 'P8', alasanUmum: ALASAN })).status).toBe(409)
  })

  it('setelah diserahkan lagi, rekap menjadi versi 2 dengan yang berubah sejak versi 1', async () => {
    const [satu] = await terbuka()
    await app.sql('update baris_formulir set nilai = nilai - 5 where id = $1', [satu?.id])
    await serahkanUlang(app, uji)
    await laporkanRekap(app, sakip, uji)
    const $ = await sekcam.halaman(alamat)
    expect($('h2').text()).toContain('Rekap versi 2')
    const perubahan = $('#perubahan').parent()
    expect(perubahan.text()).toContain('Yang berubah sejak versi 1')
    expect(perubahan.text()).toContain(ALASAN)
    // asked for but unchanged
    expect(perubahan.find('tr.baris--ragu').length).toBe(1)
    expect(perubahan.text()).toContain('tidak berubah')
    expect($(`#nilai-${satu?.id} .selisih`).text()).toContain('semula')
    expect($('.telaah__riwayat').text()).toContain('Putaran 1')
  })

  it('seluruh formulir satu unit dikembalikan: semua baris unit itu terbuka, unit lain tetap', async () => {
    const unit = (await uji.baris()).at(-1)
    expect((await kembalikan({ unit: unit?.unit_id ?? '', alasanUmum: ALASAN })).status).toBe(303)
    const hasil = await uji.baris()
    expect(hasil.every((b) => (b.formulir === 'DIKEMBALIKAN') === (b.unit_id === unit?.unit_id))).toBe(true)
    expect((await terbuka()).length).toBe(hasil.filter((b) => b.unit_id === unit?.unit_id).length)
    await serahkanUlang(app, uji)
    await laporkanRekap(app, sakip, uji)
  })

  it('seluruh rekap dikembalikan kepada Tim SAKIP: langkah rekap terbuka, formulir tetap tertutup', async () => {
    expect((await kembalikan({ tujuan: 'P8', alasanUmum: ALASAN })).status).toBe(303)
    expect(await uji.status('P8')).toMatchObject({ status: 'BERJALAN', alasan_kembali: ALASAN })
    expect(await terbuka()).toEqual([])
    expect((await barisTelaah()).map((t) => t.cakupan)).toEqual(['NILAI', 'UNIT', 'SEMUA'])
    await laporkanRekap(app, sakip, uji)
  })

  it('halaman lama ditolak: keputusan atas versi yang sudah lewat → 409', async () => {
    const jawab = await sekcam.kirim(`${alamat}/persetujuan`, { versi: String(Number(await versi()) - 1) })
    expect(jawab.status).toBe(409)
    expect((await uji.status('P10')).status).toBe('BERJALAN')
  })

  it('dua keputusan bersamaan: satu 303, satu 409, satu baris telaah; disetujui masuk riwayat capaian', async () => {
    const sebelum = (await barisTelaah()).length
    const [v, kedua] = [await versi(), await app.masukSebagai('sekcam')]
    const jawab = await Promise.all([
      sekcam.kirim(`${alamat}/persetujuan`, { versi: v, catatan: 'Lanjutkan' }),
      kedua.kirim(`${alamat}/persetujuan`, { versi: v, catatan: 'Lanjutkan juga' }),
    ])
    expect(jawab.map((j) => j.status).sort()).toEqual([303, 409])
    expect((await barisTelaah()).length).toBe(sebelum + 1)
    expect((await uji.status('P11')).status).toBe('BERJALAN')
    const [riwayat] = await app.sql<{ indikator: number; anggaran: number; sumber: string; cocok: number }>(
      `select count(*)::int as indikator, min(r.sumber) as sumber, (select count(*)::int from realisasi_anggaran a where a.siklus_id = $1) as anggaran,
         count(*) filter (where b.nilai is not distinct from r.nilai and (b.target->'tw'->>1)::numeric is not distinct from r.target and r.variabel = b.variabel)::int as cocok
       from realisasi_indikator r join baris_formulir b on b.siklus_id = r.siklus_id and b.indikator_id = r.indikator_id
       where r.siklus_id = $1 and r.tahun = 2026 and r.triwulan = 2`,
      [uji.siklusId],
    )
    const terisi = (await uji.baris()).filter((b) => b.status === 'TERISI').length
    expect(riwayat).toMatchObject({
      indikator: terisi,
      cocok: terisi,
      sumber: 'Siklus Pengumpulan Data Kinerja Triwulan II 2026',
    })
    expect(riwayat?.anggaran).toBeGreaterThan(10)
    const $ = await sekcam.halaman(alamat)
    expect($('form').filter((_, el) => String($(el).attr('action')).includes('/telaah/')).length).toBe(0)
    expect($('.daftar-dokumen').text()).toContain('Laporan hasil pengumpulan data kinerja Triwulan II 2026')
    const pdf = $('.daftar-dokumen a[href$="/pdf"]')
      .map((_, el) => String($(el).attr('href')))
      .get()
    for (const satu of pdf) expect((await sekcam.buka(satu)).headers['content-type']).toContain('application/pdf')
  })
})
