import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { jam } from '../../../src/inti/waktu/index.ts'
import { type AplikasiUji, bukaAplikasiUji, MULAI_UJI } from '../../bantuan/aplikasi.ts'
import { perintahkan } from '../../bantuan/jalan-siklus.ts'
import { lengkapiJenis, mulaiSiklusUji } from '../../bantuan/siklus.ts'

let app: AplikasiUji
const pukul = (wib: string) => jam.atur(() => new Date(`${wib}:00+07:00`))
const selesaikan = async (nama: string, siklusId: string, langkah: string) => {
  expect(await perintahkan(app, await app.pelaku(nama), { siklusId, isi: { jenis: 'SELESAIKAN', langkah } })).toBeNull()
}
beforeAll(async () => {
  app = await bukaAplikasiUji()
  lengkapiJenis()
})
afterEach(() => jam.atur(() => new Date(MULAI_UJI.getTime())))
afterAll(() => app.tutup())

describe('waktu terpakai terhadap waktu baku', () => {
  it('akhir pekan dan hari libur tidak dihitung; waktu baku dan tenggat dua hal', async () => {
    pukul('2026-08-14T14:50')
    const id = await mulaiSiklusUji(app, { periode: { jenis: 'BULAN', tahun: 2026, nomor: 7 } })
    await app.sql("update siklus set tenggat = '2026-08-21' where id = $1", [id])
    await selesaikan('camat', id, 'P1')
    pukul('2026-08-14T15:00')
    await selesaikan('sekcam', id, 'P2')
    // Friday 15.00–16.30, Saturday, Sunday, Monday 17 August (holiday), Tuesday 07.30–09.00
    pukul('2026-08-18T09:00')
    const sakip = await app.masukSebagai('sakip1')
    const jalan = await sakip.halaman(`/siklus/${id}`)
    expect(jalan('.langkah__butir').eq(2).text()).toContain('3 jam')
    await selesaikan('sakip1', id, 'P3')
    const [p] = await app.sql<{ menit_terpakai: number }>(
      "select menit_terpakai from langkah_siklus where siklus_id = $1 and kode = 'P3'",
      [id],
    )
    expect(p?.menit_terpakai).toBe(180)
    const $ = await sakip.halaman(`/siklus/${id}`)
    expect($('.langkah__butir').eq(1).text()).toContain('10 menit')
    expect($('.langkah__butir').eq(1).find('.langkah__waktu--lewat').length).toBe(0)
    expect($('.langkah__butir').eq(2).text()).toContain('3 jam')
    expect($('dl.data').text()).toContain('Jumat, 21 Agustus 2026 (3 hari lagi)')
  })

  it('melebihi waktu baku ditandai dengan kata, bukan warna saja', async () => {
    pukul('2026-07-06T09:00')
    const id = await mulaiSiklusUji(app, { periode: { jenis: 'BULAN', tahun: 2026, nomor: 6 } })
    pukul('2026-07-06T09:12')
    await selesaikan('camat', id, 'P1')
    const $ = await (await app.masukSebagai('camat')).halaman(`/siklus/${id}`)
    expect($('.langkah__butir').first().find('.langkah__waktu--lewat').text()).toMatch(
      /12 menit.*(lewat|lebih).*7 menit|12 menit/,
    )
  })

  it('putaran kedua dijumlahkan dengan putaran pertama', async () => {
    pukul('2026-07-06T09:00')
    const id = await mulaiSiklusUji(app, { periode: { jenis: 'BULAN', tahun: 2026, nomor: 5 } })
    for (const [nama, kode] of [
      ['camat', 'P1'],
      ['sekcam', 'P2'],
      ['sakip1', 'P3'],
      ['sakip1', 'P4'],
      ['sakip1', 'P5'],
      ['sakip1', 'P6'],
    ] as const)
      await selesaikan(nama, id, kode)
    const unit = (await app.sql<{ kunci: string }>('select kunci from bagian_langkah where siklus_id = $1', [id])).map(
      (b) => b.kunci,
    )
    const kasi = await app.pelaku('kasi.pmd')
    const serahkan = async () => {
      for (const bagian of unit)
        await perintahkan(app, kasi, {
          siklusId: id,
          isi: { jenis: 'SELESAIKAN_BAGIAN', langkah: 'P7', bagian },
          bagian: unit,
        })
    }
    pukul('2026-07-06T10:00')
    await serahkan()
    pukul('2026-07-06T10:30')
    const sakip = await app.pelaku('sakip1')
    const [pertama = ''] = unit
    expect(
      await perintahkan(app, sakip, {
        siklusId: id,
        isi: {
          jenis: 'KEMBALIKAN_BAGIAN',
          langkah: 'P8',
          tujuan: 'P7',
          cakupan: { jenis: 'BAGIAN', kunci: [pertama] },
          alasan: 'Lengkapi bukti.',
        },
      }),
    ).toBeNull()
    pukul('2026-07-06T11:00')
    await serahkan()
    const baris = await app.sql<{ kode: string; menit_terpakai: number; putaran: number }>(
      "select kode, menit_terpakai, putaran from langkah_siklus where siklus_id = $1 and kode in ('P7', 'P8') order by kode",
      [id],
    )
    // P7: 60 + 30 minutes; P8: 30 minutes before the return, its second round still runs
    expect(baris).toEqual([
      { kode: 'P7', menit_terpakai: 90, putaran: 2 },
      { kode: 'P8', menit_terpakai: 30, putaran: 2 },
    ])
  })

  it('siklus yang dibatalkan berhenti menghitung', async () => {
    pukul('2026-07-06T09:00')
    const id = await mulaiSiklusUji(app, { periode: { jenis: 'BULAN', tahun: 2026, nomor: 4 } })
    pukul('2026-07-06T10:00')
    const sekcam = await app.masukSebagai('sekcam')
    expect((await sekcam.kirim(`/siklus/${id}/pembatalan`, { alasan: 'Periodenya keliru dipilih.' })).status).toBe(303)
    pukul('2026-07-06T15:00')
    const $ = await (await app.masukSebagai('sekcam')).halaman(`/siklus/${id}`)
    expect($('dl.data').text()).toContain('1 jam')
    expect($('.langkah__butir').first().text()).toContain('Dihentikan')
  })
})

describe('jabatan saat bertindak', () => {
  const pegawai = async (nama: string) =>
    (await app.sql<{ pegawai_id: string }>('select pegawai_id from akun where nama_pengguna = $1', [nama]))[0]
      ?.pegawai_id
  const tugaskanPlh = (nama: string, sampai: string | null) =>
    pegawai(nama).then((id) =>
      app.sql(
        `insert into penugasan (kecamatan_id, pegawai_id, jabatan_id, jenis, mulai, selesai, nomor_sk)
       select j.kecamatan_id, $1, j.id, 'PLH', '2026-07-01', $2::date, '800/1/PLH' from jabatan j join kecamatan k on k.id = j.kecamatan_id where j.kode = 'sekcam' and k.kode = 'taman'`,
        [id, sampai],
      ),
    )

  it('Plh. Sekcam menggantikan di langkah Sekcam; tercatat "Plh. Sekretaris Kecamatan"; berakhir → hak hilang pada permintaan berikut', async () => {
    const id = await mulaiSiklusUji(app, { periode: { jenis: 'BULAN', tahun: 2026, nomor: 3 } })
    await selesaikan('camat', id, 'P1')
    const kasi = await app.masukSebagai('kasi.trantib')
    expect((await kasi.halaman(`/siklus/${id}`))('.giliran--lain').length).toBe(1)
    expect((await kasi.kirim(`/siklus/${id}/pembatalan`, { alasan: 'Dicoba tanpa wewenang.' })).status).toBe(403)

    await tugaskanPlh('kasi.trantib', null)
    const $ = await kasi.halaman(`/siklus/${id}`)
    expect($('.giliran').text()).toContain('Giliran Anda')
    await selesaikan('kasi.trantib', id, 'P2')
    const [p] = await app.sql<{ jabatan_pelaku: string; nama_pelaku: string }>(
      "select jabatan_pelaku, nama_pelaku from peristiwa_siklus where siklus_id = $1 and isi->>'langkah' = 'P2' and jenis = 'LANGKAH_SELESAI'",
      [id],
    )
    expect(p?.jabatan_pelaku).toBe('Plh. Sekretaris Kecamatan')
    expect(p?.nama_pelaku).toContain('Kasi Ketenteraman')
    const [j] = await app.sql<{ jabatan_pelaku: string }>(
      "select jabatan_pelaku from jejak where siklus_id = $1 and peristiwa = 'siklus.selesaikan' order by urut desc limit 1",
      [id],
    )
    expect(j?.jabatan_pelaku).toBe('Plh. Sekretaris Kecamatan')
    expect((await kasi.halaman(`/siklus/${id}/riwayat`))('.riwayat').text()).toContain(
      'sebagai Plh. Sekretaris Kecamatan',
    )

    const batal = await mulaiSiklusUji(app, { periode: { jenis: 'BULAN', tahun: 2026, nomor: 2 } })
    expect((await kasi.kirim(`/siklus/${batal}/pembatalan`, { alasan: 'Periodenya keliru dipilih.' })).status).toBe(303)
    const [b] = await app.sql<{ jabatan_pelaku: string }>(
      "select jabatan_pelaku from peristiwa_siklus where siklus_id = $1 and jenis = 'SIKLUS_DIBATALKAN'",
      [batal],
    )
    expect(b?.jabatan_pelaku).toBe('Plh. Sekretaris Kecamatan')

    await app.sql("update penugasan set selesai = '2026-07-05' where jenis = 'PLH'")
    expect((await kasi.kirim(`/siklus/${id}/pembatalan`, { alasan: 'Dicoba sesudah berakhir.' })).status).toBe(403)
    expect((await kasi.halaman(`/siklus/${id}`))('form[action$="/pembatalan"]').length).toBe(0)
  })

  it('jabatan yang berakhir kemarin tidak membuka langkah lagi', async () => {
    const id = await mulaiSiklusUji(app, { periode: { jenis: 'BULAN', tahun: 2026, nomor: 1 } })
    await tugaskanPlh('kasi.kesos', '2026-07-05')
    await selesaikan('camat', id, 'P1')
    const tolak = await perintahkan(app, await app.pelaku('kasi.kesos'), {
      siklusId: id,
      isi: { jenis: 'SELESAIKAN', langkah: 'P2' },
    })
    expect(tolak?.http).toBe(403)
  })
})
