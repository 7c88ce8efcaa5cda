import { chromium } from 'playwright-core'
import { test } from 'vitest'
import { bukaAplikasiUji } from '../../bantuan/aplikasi.ts'
import { SANDI_UJI } from '../../bantuan/basis-data.ts'

test('lihat', { timeout: 400_000 }, async () => {
  const uji = await bukaAplikasiUji()
  const admin = await uji.masukSebagai('admin')
  const id = async (sql: string) => (await uji.sql<{ id: string }>(sql))[0]?.id ?? ''
  const sekcam = await id("select pegawai_id as id from akun where nama_pengguna = 'sekcam'")
  const staf = await id("select pegawai_id as id from akun where nama_pengguna = 'staf.kesos'")
  const iku = await id("select id from indikator where kode = 'IKK-13' order by nama limit 1")
  const pk = await id(
    "select pk.id from perjanjian_kinerja pk join jabatan j on j.id = pk.jabatan_id where j.kode = 'kasi-pemerintahan'",
  )
  const pkCamat = await id(
    "select pk.id from perjanjian_kinerja pk join jabatan j on j.id = pk.jabatan_id where j.kode = 'camat' order by pk.nomor limit 1",
  )
  const libur = await id(
    "select h.id from hari_libur h join kecamatan k on k.id = h.kecamatan_id where k.kode = 'taman' order by tanggal limit 1",
  )
  const tim = await id("select t.id from tim_sakip t join kecamatan k on k.id = t.kecamatan_id where k.kode = 'taman'")
  await admin.kirim('/kalender/hari-libur', {
    tanggal: '2026-08-18',
    nama: 'Sedekah Bumi',
    jenis: 'LIBUR_DAERAH',
    status: 'PERKIRAAN',
    sumber: 'Surat Camat',
  })
  await admin.kirim('/organisasi/pegawai', {
    nama: 'Sari Wulandari, S.Sos.',
    jenisNip: 'PNS',
    nip: '198713052010212903',
    golongan: 'III/b',
  })
  const sari = await id("select id from pegawai where nama like 'Sari Wul%'")
  await admin.kirim(`/organisasi/pegawai/${staf}/data`, {
    nama: 'Staf Kesos Baru',
    jenisNip: 'PNS',
    nip: '',
    golongan: 'II/c',
    versi: String((await admin.halaman(`/organisasi/pegawai/${staf}/data`))('input[name=versi]').val()),
  })
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
  const daftar: [string, string, string][] = [
    ['admin', 'organisasi', '/organisasi'],
    ['admin', 'pegawai-daftar', '/organisasi/pegawai'],
    ['admin', 'pegawai', `/organisasi/pegawai/${sekcam}`],
    ['admin', 'pegawai-baru', `/organisasi/pegawai/${sari}`],
    ['admin', 'pegawai-isian', `/organisasi/pegawai/${sekcam}/data`],
    ['admin', 'penugasan', `/organisasi/pegawai/${staf}/penugasan`],
    ['admin', 'tim', '/organisasi/tim-sakip'],
    ['admin', 'tim-anggota', `/organisasi/tim-sakip/${tim}/anggota`],
    ['admin', 'kalender', '/kalender'],
    ['admin', 'libur', `/kalender/hari-libur/${libur}`],
    ['camat', 'struktur', '/organisasi/struktur'],
    ['camat', 'renstra', '/perencanaan'],
    ['camat', 'indikator-daftar', '/perencanaan/indikator'],
    ['camat', 'indikator', `/perencanaan/indikator/${iku}`],
    ['camat', 'program', '/perencanaan/program'],
    ['camat', 'pk-daftar', '/perjanjian-kinerja'],
    ['camat', 'pk', `/perjanjian-kinerja/${pk}`],
    ['camat', 'pk-camat', `/perjanjian-kinerja/${pkCamat}`],
    ['camat', 'jejak', '/jejak-audit'],
    ['camat', 'periksa', '/jejak-audit/pemeriksaan'],
  ]
  const { writeFileSync } = await import('node:fs')
  for (const lebar of [1366, 360]) {
    for (const siapa of ['admin', 'camat']) {
      const ctx = await browser.newContext({ viewport: { width: lebar, height: 800 } })
      const hal = await ctx.newPage()
      hal.on('console', (m) => m.type() === 'error' && console.log('console', m.text()))
      await hal.goto(`${uji.alamat}/masuk`)
      await hal.fill('[name=nama]', siapa)
      await hal.fill('[name=sandi]', SANDI_UJI)
      await hal.click('main button[type=submit], main button')
      for (const [s, nama, alamat] of daftar.filter((d) => d[0] === siapa)) {
        await hal.goto(uji.alamat + alamat)
        if (nama === 'jejak')
          await hal
            .locator('details summary')
            .nth(1)
            .click()
            .catch(() => {})
        const luber = await hal.evaluate('document.documentElement.scrollWidth - window.innerWidth')
        if (Number(luber) > 0) console.log('LUBER', lebar, nama, luber)
        await hal.screenshot({ path: `/tmp/lihat/${nama}-${lebar}.png`, fullPage: true })
        if (lebar === 1366 && ['indikator', 'pk', 'program'].includes(nama))
          await hal.pdf({ path: `/tmp/lihat/${nama}.pdf` })
      }
      if (siapa === 'camat' && lebar === 1366) {
        for (const [nama, i] of [
          ['pk', pk],
          ['pk-camat', pkCamat],
        ] as const) {
          const r = await ctx.request.get(`${uji.alamat}/perjanjian-kinerja/${i}/pdf`)
          writeFileSync(`/tmp/lihat/dok-${nama}.pdf`, await r.body())
        }
      }
      await ctx.close()
    }
  }
  await browser.close()
  await uji.tutup()
})
