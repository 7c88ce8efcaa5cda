import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { transaksi } from '../../../src/inti/basis-data/index.ts'
import { catatRealisasi } from '../../../src/modul/formulir/index.ts'
import { ambilSiklus } from '../../../src/modul/siklus/index.ts'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'
import { mulaiSiklusUji } from '../../bantuan/siklus.ts'
import { type SiklusUji, siapkanTelaah, versiSiklus } from '../telaah/siapkan.ts'

/** A koreksi while other figures of the siklus are being changed after a return, and an approval after it. */
let app: AplikasiUji
let uji: SiklusUji
let kasi: OrangUji
let sekcam: OrangUji
type Angka = { id: string; indikator_id: string; kode: string[] }
let angka: Angka[]
type IsiUji = { unit: { nama: string; baris: { indikatorId: string; nilai: string | null }[] }[] }

beforeAll(async () => {
  app = await bukaAplikasiUji()
  uji = await siapkanTelaah(app)
  kasi = await app.masukSebagai('kasi.pemerintahan')
  sekcam = await app.masukSebagai('sekcam')
  angka = await app.sql<Angka>(
    `select b.id, b.indikator_id, array(select v->>'kode' from jsonb_array_elements(b.kartu->'variabel') v) as kode
     from baris_formulir b join formulir f on f.id = b.formulir_id join unit_kerja u on u.id = f.unit_id
     where b.siklus_id = $1 and u.kode = 'seksi-pemerintahan' and b.status = 'TERISI' and b.kartu->>'metode' <> 'KATEGORI' order by b.urut`,
    [uji.siklusId],
  )
  await setujuiRekap()
}, 120_000)
afterAll(() => app.tutup())

const ke = (nomor: number): Angka => {
  const satu = angka[nomor]
  if (!satu) throw new Error(`tidak ada angka ${nomor}`)
  return satu
}
const setujuiRekap = async () => {
  const isi = { versi: await versiSiklus(app, uji.siklusId), catatan: '' }
  expect((await sekcam.kirim(`${uji.langkah('P10')}/telaah/persetujuan`, isi)).status).toBe(303)
}
/** What an approval of the same siklus in a later round writes into the history, together with its event. */
const catatLagi = () =>
  app.sebagai('sekcam', (pelaku) =>
    transaksi(app.db, pelaku, async (tx) => {
      await tx.$executeRaw`
        insert into peristiwa_siklus (siklus_id, urut, kecamatan_id, jenis, isi, waktu, nama_pelaku, jabatan_pelaku)
        select siklus_id, urut + 1, kecamatan_id, jenis, isi, waktu, nama_pelaku, jabatan_pelaku from peristiwa_siklus
        where siklus_id = ${uji.siklusId}::uuid order by urut desc limit 1`
      await catatRealisasi(tx, (await ambilSiklus(tx, pelaku, uji.siklusId)).siklus)
    }),
  )
const usulkan = (nomor: number, nilai: string) =>
  kasi.kirim(`/koreksi/baru?siklus=${uji.siklusId}&indikator=${ke(nomor).indikator_id}`, {
    ...Object.fromEntries(ke(nomor).kode.map((k) => [`v.${k}`, nilai])),
    alasanKoreksi: 'Dua desa tercatat dua kali pada register',
    sumberAngka: 'Register kecamatan halaman 12',
  })
const alamatDari = (jawab: { headers: Record<string, string> }) => (jawab.headers.location ?? '').split('?')[0] ?? ''
const isiVersi = async (nomor: number): Promise<IsiUji> => {
  const [satu] = await app.sql<{ isi: IsiUji }>(
    `select isi from rekap where siklus_id = $1 and nomor_versi = $2
     union all select isi from rekap_koreksi where siklus_id = $1 and nomor_versi = $2`,
    [uji.siklusId, nomor],
  )
  if (!satu) throw new Error(`tidak ada versi ${nomor}`)
  return satu.isi
}
const barisVersi = async (nomor: number, selain: string) =>
  (await isiVersi(nomor)).unit.flatMap((u) => u.baris).filter((b) => b.indikatorId !== selain)
const ubahDiFormulir = (nomor: number, nilai: string) =>
  app.sql('update baris_formulir set nilai = $2 where id = $1', [ke(nomor).id, nilai])
const riwayat = async (nomor: number) =>
  (
    await app.sql<{ nilai: string; sumber: string }>(
      'select trim_scale(nilai)::text as nilai, sumber from realisasi_indikator where indikator_id = $1 and tahun = 2026 and triwulan = 2',
      [ke(nomor).indikator_id],
    )
  )[0]

describe('koreksi hanya di atas yang disetujui', () => {
  it('angka lain yang sedang diubah tidak ikut terbit; angka yang sedang diubah menunggu persetujuannya', async () => {
    const alamat = alamatDari(await usulkan(0, '50'))
    const [semula] = await app.sql<{ nilai: string }>('select nilai::text as nilai from baris_formulir where id = $1', [
      ke(1).id,
    ])
    await ubahDiFormulir(1, '12345')
    expect((await usulkan(1, '60')).status, 'belum disetujui').toBe(404)
    expect((await sekcam.kirim(`${alamat}/persetujuan`, { versi: '1' })).status).toBe(303)
    expect(await barisVersi(2, ke(0).indikator_id)).toEqual(await barisVersi(1, ke(0).indikator_id))
    await ubahDiFormulir(1, semula?.nilai ?? '')
  })

  it('angkanya sendiri diubah sesudah diusulkan: tidak dapat disetujui', async () => {
    const alamat = alamatDari(await usulkan(2, '50'))
    const [semula] = await app.sql<{ nilai: string }>('select nilai::text as nilai from baris_formulir where id = $1', [
      ke(2).id,
    ])
    await ubahDiFormulir(2, '12345')
    const jawab = await sekcam.kirim(`${alamat}/persetujuan`, { versi: '1' })
    expect(jawab.status).toBe(409)
    expect(jawab.text).toContain('sedang diubah')
    await ubahDiFormulir(2, semula?.nilai ?? '')
    expect((await kasi.kirim(`${alamat}/penarikan`, { versi: '1' })).status).toBe(303)
  })

  it('rekap yang dibekukan lagi dan belum disetujui: tidak ada koreksi sampai disetujui; persetujuan itu tidak membatalkan koreksi', async () => {
    const dikoreksi = await riwayat(0)
    expect(dikoreksi?.sumber).toContain('dikoreksi')
    await app.sql(
      `insert into rekap (kecamatan_id, siklus_id, langkah_id, nomor_versi, isi, sha256, catatan, dibekukan_pada, dibekukan_oleh, jabatan_pembeku)
       select kecamatan_id, siklus_id, langkah_id, 3, isi, sha256, '', now(), dibekukan_oleh, jabatan_pembeku from rekap where siklus_id = $1`,
      [uji.siklusId],
    )
    expect((await usulkan(3, '50')).status).toBe(409)
    await app.sql(
      `insert into telaah (kecamatan_id, siklus_id, langkah_id, rekap_id, putaran, keputusan, waktu, pegawai_id, nama, jabatan)
       select t.kecamatan_id, t.siklus_id, t.langkah_id, r.id, 2, 'DISETUJUI', t.waktu, t.pegawai_id, t.nama, t.jabatan
       from telaah t join rekap r on r.siklus_id = t.siklus_id and r.nomor_versi = 3 where t.siklus_id = $1`,
      [uji.siklusId],
    )
    await catatLagi()
    expect(await riwayat(0)).toEqual(dikoreksi)
    expect((await usulkan(3, '50')).status).toBe(303)
  })
})

it('koreksi di siklus lain untuk periode yang sama tidak tertimpa persetujuan siklus ini', async () => {
  const lain = await mulaiSiklusUji(app, { sop: 'pengukuran-taman' })
  await app.sql(
    `with k as (
       insert into koreksi (kecamatan_id, siklus_id, indikator_id, unit_id, nama, unit, kartu, lama, baru, teks_lama, teks_baru, alasan, sumber_angka,
         status, pengusul_id, pengusul, jabatan_pengusul, diajukan_pada, pemutus_id, diputus_pada)
       select kecamatan_id, $1, $2, unit_id, nama, unit, kartu, lama, baru, '1', '77', alasan, sumber_angka, 'DISETUJUI', pengusul_id, pengusul,
         jabatan_pengusul, diajukan_pada, coalesce(pemutus_id, gen_random_uuid()), now() from koreksi limit 1 returning 1)
     update realisasi_indikator set nilai = 77, sumber = 'dikoreksi' where indikator_id = $2 and tahun = 2026 and triwulan = 2`,
    [lain, ke(3).indikator_id],
  )
  await catatLagi()
  expect(await riwayat(3)).toEqual({ nilai: '77', sumber: 'dikoreksi' })
})

it('pengusul yang Plh. Sekcam pada hari ini menurut jam kantor: Camat yang memutuskan', async () => {
  await app.sql(
    `insert into penugasan (kecamatan_id, pegawai_id, jabatan_id, jenis, mulai, selesai)
     select j.kecamatan_id, a.pegawai_id, j.id, 'PLH', '2026-07-01', '2026-07-06' from akun a join pegawai p on p.id = a.pegawai_id
       join jabatan j on j.kecamatan_id = p.kecamatan_id and j.peran = 'SEKCAM' where a.nama_pengguna = 'kasi.pemerintahan'`,
  )
  const alamat = alamatDari(await usulkan(5, '50'))
  const camat = await app.masukSebagai('camat')
  expect((await camat.halaman('/'))('main').text()).toContain('Putuskan koreksi')
  expect((await sekcam.kirim(`${alamat}/persetujuan`, { versi: '1' })).status).toBe(403)
  expect((await camat.kirim(`${alamat}/persetujuan`, { versi: '1' })).status).toBe(303)
  await app.sql("delete from penugasan where mulai = '2026-07-01' and selesai = '2026-07-06'")
})

it('persetujuan koreksi menunggu perubahan siklus yang sedang berjalan', async () => {
  const alamat = alamatDari(await usulkan(4, '50'))
  const urutan: string[] = []
  const sedang = app.sebagai('sakip1', (pelaku) =>
    transaksi(app.db, pelaku, async (tx) => {
      await tx.$executeRaw`select 1 from siklus where id = ${uji.siklusId}::uuid for no key update`
      const jawab = sekcam.kirim(`${alamat}/persetujuan`, { versi: '1' }).then((r) => {
        urutan.push(`koreksi ${r.status}`)
      })
      await new Promise((nanti) => setTimeout(nanti, 700))
      urutan.push('siklus')
      return { jawab }
    }),
  )
  await (await sedang).jawab
  expect(urutan).toEqual(['siklus', 'koreksi 303'])
})

it('angka yang disetujui tidak berubah dengan peristiwa siklus lain pada tahun yang sama', async () => {
  const [lain] = await app.sql<{ siklus_id: string }>('select siklus_id from peristiwa_siklus where siklus_id <> $1', [
    uji.siklusId,
  ])
  const ubah = (tabel: string, { milik, nilai }: { milik: string; nilai: string }) =>
    app.sql(
      `with e as (insert into peristiwa_siklus (siklus_id, urut, kecamatan_id, jenis, isi, waktu, nama_pelaku, jabatan_pelaku)
         select siklus_id, urut + 1, kecamatan_id, jenis, isi, waktu, nama_pelaku, jabatan_pelaku from peristiwa_siklus
         where siklus_id = $1 order by urut desc limit 1 returning 1)
       update ${tabel} set nilai = ${nilai} where siklus_id = $2`,
      [milik, uji.siklusId],
    )
  for (const tabel of ['realisasi_indikator', 'realisasi_anggaran']) {
    const dengan = { milik: lain?.siklus_id ?? '', nilai: 'nilai + 1' }
    await expect(ubah(tabel, dengan), tabel).rejects.toMatchObject({ code: 'TK002' })
    await ubah(tabel, { milik: uji.siklusId, nilai: 'nilai' })
  }
})

it('koreksi satu periode tidak membuka angka periode lain', async () => {
  const koreksi = `with k as (insert into koreksi
      select (jsonb_populate_record(o, jsonb_build_object('id', gen_random_uuid()))).* from koreksi o
      where o.indikator_id = $1 and o.status = 'DISETUJUI' limit 1 returning 1),
    r as (select * from realisasi_indikator where indikator_id = $1 and tahun = 2026 and triwulan = 2)`
  const tulis = (triwulan: number) =>
    app.sql(
      `${koreksi} insert into realisasi_indikator (kecamatan_id, indikator_id, tahun, triwulan, nilai, sumber, siklus_id)
       select kecamatan_id, indikator_id, tahun, ${triwulan}, nilai, sumber, siklus_id from r
       on conflict (kecamatan_id, indikator_id, tahun, triwulan) do update set nilai = excluded.nilai`,
      [ke(3).indikator_id],
    )
  await expect(tulis(4)).rejects.toMatchObject({ code: 'TK002' })
  await tulis(2)
})
