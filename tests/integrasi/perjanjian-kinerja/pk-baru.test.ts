import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'
import { idPk, PINDAIAN, rapi, susunDraf, versiPk } from './siapkan-pk.ts'

let uji: AplikasiUji
let sakip: OrangUji
let camat: OrangUji
let sekcam: OrangUji

beforeAll(async () => {
  uji = await bukaAplikasiUji()
  ;[sakip, camat, sekcam] = await Promise.all([
    uji.masukSebagai('sakip1'),
    uji.masukSebagai('camat'),
    uji.masukSebagai('sekcam'),
  ])
}, 120_000)
afterAll(() => uji?.tutup())

const target = (id: string) =>
  uji.sql<{ kode: string; target: string | null; teks: string | null; isi: boolean }>(
    `select i.kode, trim_scale(t.target)::text as target, t.target_teks as teks, coalesce(t.tw1, t.tw2, t.tw3, t.tw4) is not null as isi
     from target_pk t join indikator i on i.id = t.indikator_id where t.pk_id = $1 order by i.kode`,
    [id],
  )
const tindak = async (orang: OrangUji, id: string, perintah: string, isian: Record<string, string> = {}) =>
  orang.kirim(`/perjanjian-kinerja/${id}/${perintah}`, { versi: await versiPk(uji, id), ...isian })
/** A paper as an office keeps it. */
const unduh = (orang: OrangUji, alamat: string) =>
  orang
    .buka(alamat)
    .buffer(true)
    .parse((res, selesai) => {
      const potong: Buffer[] = []
      res.on('data', (b: Buffer) => potong.push(b))
      res.on('end', () => selesai(null, Buffer.concat(potong)))
    })

describe('PK tahun baru', () => {
  test('salinan tahun lalu membawa target; yang tidak ada tahun lalunya disebut', async () => {
    const id = await susunDraf(sakip, { pejabat: /Kepala Seksi Pemberdayaan/, tahun: 2027, asal: 'TAHUN_LALU' })
    const lalu = await target(await idPk(uji, 'kasi-pmd'))
    expect(await target(id)).toEqual(lalu)
    const $ = await sakip.halaman('/perjanjian-kinerja/baru?tahun=2026')
    const staf = $('select[name=penugasanId] option').filter((_, el) =>
      /^Staf|^Pengelola|^Pelaksana/.test($(el).text()),
    )
    const jawab = await sakip.kirim('/perjanjian-kinerja', {
      penugasanId: String(staf.first().val()),
      tahun: '2026',
      berlakuSejak: '2026-01-02',
      asal: 'TAHUN_LALU',
    })
    expect(jawab.status).toBe(422)
    expect(jawab.text).toContain('Pilih target Renstra, atau mulai kosong')
  })

  test('dari Renstra: IKU Camat dengan target tahunnya, anggaran per program dari tabel anggaran', async () => {
    await uji.sql(
      `insert into anggaran (kecamatan_id, sub_kegiatan_id, tahun, jenis, berlaku_sejak, pagu)
       select kecamatan_id, sub_kegiatan_id, 2027, 'DPA', '2027-01-01', pagu from anggaran where tahun = 2026 and jenis = 'DPA'`,
    )
    const id = await susunDraf(sakip, { pejabat: /Camat Taman/, tahun: 2027, asal: 'RENSTRA' })
    const isi = await target(id)
    expect(isi).toHaveLength(9)
    const [renstra] = await uji.sql<{ nilai: string }>(
      `select trim_scale(r.nilai)::text as nilai from target_renstra r join indikator i on i.id = r.indikator_id
       join kecamatan k on k.id = i.kecamatan_id where k.kode = 'taman' and i.kode = 'IKU-01' and r.tahun = 2027`,
    )
    expect(isi.find((t) => t.kode === 'IKU-01')).toMatchObject({ target: renstra?.nilai, isi: false })
    const $ = await camat.halaman(`/perjanjian-kinerja/${id}`)
    expect(rapi($('main tfoot').text())).toContain('3.250.891.000')
    expect($('main table').last().find('tbody tr')).toHaveLength(6)
  })

  test('Camat: persetujuan Bupati dicatat dari kertas oleh yang tidak mengajukannya; namanya tercetak', async () => {
    const id = await idPk(uji, 'camat', 2027)
    expect((await tindak(camat, id, 'pengajuan')).status).toBe(303)
    expect((await tindak(camat, id, 'persetujuan')).status).toBe(403)
    expect((await tindak(sekcam, id, 'persetujuan')).status).toBe(403)
    const alamat = `/perjanjian-kinerja/${id}/persetujuan-luar`
    const versi = await versiPk(uji, id)
    expect((await sekcam.unggah(alamat, { versi, nama: 'Bupati Contoh' }, {})).status).toBe(422)
    expect((await sekcam.unggah(alamat, { versi, nama: 'Bupati Contoh' }, PINDAIAN)).status).toBe(303)
    const $ = await camat.halaman(`/perjanjian-kinerja/${id}`)
    expect(rapi($('main').text())).toContain('Bupati Contoh, Bupati Pemalang')
    const batal = await tindak(camat, id, 'pembatalan', { alasanBatal: 'Tidak jadi dipakai' })
    expect(batal.status).toBe(409)
    expect((await tindak(sakip, id, 'pembatalan', { alasanBatal: 'x' })).status).toBe(422)
    expect((await tindak(sakip, id, 'pembatalan', { alasanBatal: 'Akan disusun ulang dari awal' })).status).toBe(303)
    const daftar = await camat.halaman('/perjanjian-kinerja?tahun=2027')
    expect(rapi(daftar('main').text())).toContain('Dibatalkan')
  })

  test('Word dan PDF memuat kedua lembar dengan penanda tangan pada tanggal naskahnya, Plt. disebut', async () => {
    const id = await idPk(uji, 'kasi-pmd')
    await uji.sql(
      `update penugasan set jenis = 'PLT' where jabatan_id = (select jabatan_id from perjanjian_kinerja where id = $1)`,
      [id],
    )
    const word = await unduh(sakip, `/perjanjian-kinerja/${id}/word`)
    expect(word.type).toContain('wordprocessingml')
    expect((word.body as Buffer).subarray(0, 2).toString()).toBe('PK')
    const pdf = await unduh(sakip, `/perjanjian-kinerja/${id}/pdf`)
    expect((pdf.body as Buffer).toString('latin1').match(/\/Type \/Page\b/g)?.length).toBeGreaterThanOrEqual(2)
    const $ = await sakip.halaman(`/perjanjian-kinerja/${id}`)
    expect(rapi($('main').text())).toContain('Plt. Kepala Seksi Pemberdayaan')
  })
})
