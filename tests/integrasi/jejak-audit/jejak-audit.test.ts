import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { transaksi } from '../../../src/inti/basis-data/index.ts'
import { catatJejak } from '../../../src/inti/jejak/index.ts'
import { periksaRantai } from '../../../src/modul/jejak-audit/index.ts'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'

let uji: AplikasiUji
let sekcam: OrangUji

/** 120 events of Taman and 3 of Candipuro, each with the one of the sample data; some with text that a spreadsheet would calculate. */
beforeAll(async () => {
  uji = await bukaAplikasiUji()
  await catat('camat', 117)
  await catat('camat.candipuro', 2)
  await catat('admin', 1, {
    lama: { nama: 'Libur A' },
    baru: { nama: '=HYPERLINK("x")' },
    alasan: 'salah; "ketik"\nulang',
  })
  await catat('sakip1', 1, { nama: 'Kunci rahasia' })
  sekcam = await uji.masukSebagai('sekcam')
})
afterAll(() => uji?.tutup())

const catat = (nama: string, banyak: number, rincian: Record<string, unknown> = { nama: 'Contoh' }) =>
  uji.sebagai(nama, (pelaku) =>
    transaksi(uji.db, pelaku, async (tx) => {
      for (let ke = 0; ke < banyak; ke++)
        await catatJejak(tx, pelaku, {
          peristiwa: nama === 'sakip1' ? 'tak.dikenal' : 'kalender.libur-diubah',
          objekJenis: 'uji',
          objekId: `=${ke}`,
          rincian,
        })
    }),
  )
const periksa = (nama = 'camat') => uji.sebagai(nama, (pelaku) => periksaRantai(uji.db, pelaku))
/** As database owner, with the triggers that guard the trail taken off. */
const rusakkan = async (sql: string, kerja: () => Promise<void>) => {
  const [kecamatan] = await uji.sql<{ id: string }>("select id from kecamatan where kode = 'taman'")
  await uji.sql('create table cadangan as select * from jejak')
  await uji.sql('create table cadangan_kepala as select * from jejak_kepala')
  await uji.sql('alter table jejak disable trigger all')
  await uji.sql(sql, sql.includes('$1') ? [kecamatan?.id] : [])
  await kerja()
  await uji.sql('delete from jejak')
  await uji.sql('insert into jejak select * from cadangan')
  await uji.sql('delete from jejak_kepala')
  await uji.sql('insert into jejak_kepala select * from cadangan_kepala')
  await uji.sql('alter table jejak enable trigger all')
  await uji.sql('drop table cadangan, cadangan_kepala')
}
const rapi = (teks: string) => teks.replace(/\s+/g, ' ').trim()

test('Daftar: 50 per halaman terbaru dahulu, lanjut ke yang lebih lama, setiap peristiwa tepat sekali', async () => {
  const nomor: string[] = []
  let alamat = '/jejak-audit'
  while (alamat) {
    const $ = await sekcam.halaman(alamat)
    nomor.push(
      ...$('li[data-urut]')
        .map((_, t) => String($(t).attr('data-urut')))
        .get(),
    )
    alamat = String($('nav.nomor a[rel=next]').attr('href') ?? '')
  }
  expect(nomor).toEqual(Array.from({ length: 120 }, (_, i) => String(120 - i)))
})

test('Kalimat, semula dan menjadi, alasan; peristiwa tanpa kalimat tampil dengan namanya; kecamatan lain tidak tampak', async () => {
  const $ = await sekcam.halaman('/jejak-audit?q=HYPERLINK')
  expect($('li[data-urut]')).not.toHaveLength(0)
  const teks = rapi($('main').text())
  expect(teks).toContain('namaLibur A=HYPERLINK("x")')
  expect(teks).toContain('Alasan: salah; "ketik" ulang')
  expect(rapi((await sekcam.halaman('/jejak-audit'))('main').text())).toContain('Peristiwa “tak.dikenal”')
  expect((await sekcam.buka('/jejak-audit')).text).not.toContain('Candipuro')
})

test('Saringan: tanggal menurut zona kantor, orang, peristiwa, kata; isian ngawur dianggap tidak ada', async () => {
  const jumlah = async (saring: string) => (await sekcam.halaman(`/jejak-audit?${saring}`))('li[data-urut]').length
  const [admin] = await uji.sql<{ id: string }>("select pegawai_id as id from akun where nama_pengguna = 'admin'")
  expect(await jumlah(`orang=${admin?.id}`)).toBe(1)
  expect(await jumlah('peristiwa=tak.dikenal')).toBe(1)
  expect(await jumlah('q=kunci+RAHASIA')).toBe(1)
  expect(await jumlah('q=%25')).toBe(0)
  expect(await jumlah('sampai=2020-01-01')).toBe(0)
  expect(await jumlah('dari=2020-01-01')).toBe(50)
  expect(await jumlah("dari=kapan&orang=1'or'1&siklus=x&sebelum=abc")).toBe(50)
})

test('CSV: BOM, titik koma, rumus diberi petik, dan setiap hash dapat dihitung ulang dari kolomnya', async () => {
  const jawab = await sekcam.buka('/jejak-audit/ekspor.csv')
  expect(jawab.headers['content-disposition']).toContain('attachment')
  expect(jawab.text.startsWith('\uFEFF"urut";')).toBe(true)
  const [kepala = [], ...baris] = bacaCsv(jawab.text.slice(1))
  expect(baris).toHaveLength(120)
  expect(jawab.text).toContain(`"'=0"`)
  let sebelum = '0'.repeat(64)
  for (const sel of baris) {
    const isi = Object.fromEntries(kepala.map((k, i) => [k, (sel[i] ?? '').replace(/^'/, '')]))
    const urutan = [
      'hash_sebelum',
      'kecamatan_id',
      'urut',
      'waktu',
      'akun_id',
      'pegawai_id',
      'nama_pelaku',
      'jabatan_pelaku',
      'peristiwa',
      'objek_jenis',
      'objek_id',
      'siklus_id',
      'rincian',
    ]
    expect(
      createHash('sha256')
        .update(urutan.map((k) => isi[k]).join('\u001f'))
        .digest('hex'),
    ).toBe(isi.hash)
    expect(isi.hash_sebelum).toBe(sebelum)
    sebelum = isi.hash ?? ''
  }
  const saring = await sekcam.buka('/jejak-audit/ekspor.csv?peristiwa=tak.dikenal')
  expect(bacaCsv(saring.text.slice(1))).toHaveLength(2)
})

test('Rantai utuh dikatakan utuh, dengan jumlah dan sidik terakhir', async () => {
  const $ = await sekcam.halaman('/jejak-audit/pemeriksaan')
  expect(rapi($('main').text())).toContain('Rantai jejak audit utuh: 120 peristiwa berurutan tanpa celah')
  const hasil = await periksa()
  expect(hasil).toMatchObject({ jumlah: 120, kerusakan: null, kepala: { urut: '120' } })
  expect(await periksa('camat.candipuro')).toMatchObject({ jumlah: 3, kerusakan: null })
})

test('Pemilik basis data mengubah isi satu peristiwa dengan pemicu dimatikan: ditemukan di nomor itu', async () => {
  await rusakkan(`update jejak set rincian = '{"nama":"palsu"}' where urut = 57 and kecamatan_id = $1`, async () => {
    expect((await periksa()).kerusakan).toEqual({ jenis: 'DIUBAH', urut: '57' })
    const $ = await sekcam.halaman('/jejak-audit/pemeriksaan')
    expect(rapi($('main').text())).toContain(
      'Rantai terputus pada peristiwa nomor 57: isinya tidak lagi sama dengan saat dicatat.',
    )
    expect((await periksa('camat.candipuro')).kerusakan).toBeNull()
  })
  await rusakkan(
    "update jejak set waktu = waktu - interval '1 microsecond' where urut = 1 and kecamatan_id = $1",
    async () => {
      expect((await periksa()).kerusakan).toEqual({ jenis: 'DIUBAH', urut: '1' })
    },
  )
})

test('Isi diubah dan hash-nya dihitung ulang: ditemukan di peristiwa berikutnya', async () => {
  await rusakkan(
    `with ubah as (update jejak set nama_pelaku = 'Orang Lain' where urut = 57 and kecamatan_id = $1 returning 1) select count(*) from ubah`,
    async () => {
      await uji.sql(
        "update jejak j set hash = encode(sha256(convert_to(jejak_teks(j), 'UTF8')), 'hex') where urut = 57",
      )
      expect((await periksa()).kerusakan).toEqual({ jenis: 'PUTUS', urut: '58' })
    },
  )
})

test('Peristiwa dihapus di tengah, di awal, atau di ujung; ditambahkan di belakang: semuanya ditemukan', async () => {
  await rusakkan('delete from jejak where urut between 30 and 32 and kecamatan_id = $1', async () => {
    expect((await periksa()).kerusakan).toEqual({ jenis: 'HILANG', urut: '33', dari: '30', sampai: '32' })
  })
  await rusakkan('delete from jejak where urut = 1 and kecamatan_id = $1', async () => {
    expect((await periksa()).kerusakan).toEqual({ jenis: 'HILANG', urut: '2', dari: '1', sampai: '1' })
  })
  await rusakkan('delete from jejak where urut > 118 and kecamatan_id = $1', async () => {
    expect((await periksa()).kerusakan).toEqual({ jenis: 'EKOR_HILANG', urut: '118' })
  })
  await rusakkan('delete from jejak where kecamatan_id = $1', async () => {
    expect((await periksa()).kerusakan).toEqual({ jenis: 'EKOR_HILANG', urut: '0' })
  })
  await rusakkan('delete from jejak_kepala where kecamatan_id = $1', async () => {
    expect((await periksa()).kerusakan).toEqual({ jenis: 'LEWAT_KEPALA', urut: '120' })
  })
  expect((await periksa()).kerusakan).toBeNull()
})

test('Aplikasi sendiri tidak dapat mengubah jejak', async () => {
  await uji.sebagai('camat', async (pelaku) => {
    await expect(
      uji.db.tulis.$executeRaw`update jejak set peristiwa = 'x' where kecamatan_id = ${pelaku.kecamatanId}::uuid`,
    ).rejects.toThrow()
    await expect(
      uji.db.tulis.$executeRaw`delete from jejak where kecamatan_id = ${pelaku.kecamatanId}::uuid`,
    ).rejects.toThrow()
  })
})

test('Kasi dan staf 403; kecamatan lain hanya melihat jejaknya; membaca tidak mencatat apa pun', async () => {
  const alamat = ['/jejak-audit', '/jejak-audit/ekspor.csv', '/jejak-audit/pemeriksaan']
  const sebelum = await uji.sql('select count(*) from jejak')
  for (const nama of ['kasi.pmd', 'staf.umum']) {
    const orang = await uji.masukSebagai(nama)
    for (const a of alamat) expect((await orang.buka(a)).status).toBe(403)
  }
  for (const nama of ['camat', 'sakip1', 'pengamat', 'admin']) {
    const orang = await uji.masukSebagai(nama)
    for (const a of alamat) expect((await orang.buka(a)).status).toBe(200)
  }
  const lain = await uji.masukSebagai('camat.candipuro')
  expect((await lain.halaman('/jejak-audit'))('li[data-urut]')).toHaveLength(3)
  expect(bacaCsv((await lain.buka('/jejak-audit/ekspor.csv')).text.slice(1))).toHaveLength(4)
  expect(await uji.sql('select count(*) from jejak')).toEqual(sebelum)
})

test('Ekspor lebih dari satu ambilan lengkap dan berurutan, dan rantainya utuh', async () => {
  await uji.sql(`do $$ begin
    perform set_config('takar.kecamatan', (select id::text from kecamatan where kode = 'candipuro'), false);
    insert into jejak (kecamatan_id, nama_pelaku, jabatan_pelaku, peristiwa, objek_jenis, objek_id, rincian)
    select k.id, 'Orang', 'Jabatan', 'uji', 'uji', n::text, '{}' from kecamatan k, generate_series(1, 2100) n where k.kode = 'candipuro';
    end $$`)
  const lain = await uji.masukSebagai('camat.candipuro')
  const [, ...baris] = bacaCsv((await lain.buka('/jejak-audit/ekspor.csv')).text.slice(1))
  expect(baris.map(([urut]) => Number(urut))).toEqual(Array.from({ length: 2103 }, (_, i) => i + 1))
  expect(await periksa('camat.candipuro')).toMatchObject({ jumlah: 2103, kerusakan: null })
})

/** Quoted CSV with ';' as this module writes it. */
function bacaCsv(teks: string): string[][] {
  const baris: string[][] = [[]]
  for (const [, sel = '', akhir] of teks.matchAll(/"((?:[^"]|"")*)"(;|\r\n)/g)) {
    baris.at(-1)?.push(sel.replaceAll('""', '"'))
    if (akhir === '\r\n') baris.push([])
  }
  return baris.slice(0, -1)
}
