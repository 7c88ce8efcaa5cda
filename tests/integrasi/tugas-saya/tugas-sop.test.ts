import { afterAll, beforeAll, expect, it } from 'vitest'
import { ambilTugasSaya } from '../../../src/modul/tugas-saya/index.ts'
import { type AplikasiUji, bukaAplikasiUji } from '../../bantuan/aplikasi.ts'
import { bawaYaml, versiBaris, yamlUji } from '../sop/siapkan-sop.ts'

let app: AplikasiUji
beforeAll(async () => {
  app = await bukaAplikasiUji()
})
afterAll(() => app.tutup())

/** Those who see the SOP in Tugas Saya, and as what. */
async function yangMelihat(): Promise<Record<string, string>> {
  const hasil: Record<string, string> = {}
  for (const nama of ['camat', 'sekcam', 'sakip1', 'admin', 'kasi.pmd', 'staf.pmd', 'pengamat', 'camat.candipuro']) {
    const [tugas] = await app.sebagai(nama, async (p) =>
      (await ambilTugasSaya(app.db, p)).filter((t) => t.alamat.startsWith('/sop/')),
    )
    if (tugas) hasil[nama] = tugas.judul
  }
  return hasil
}

it('SOP yang diajukan menunggu Camat; yang dikembalikan menunggu yang boleh mengajukan', async () => {
  const [sakip, camat] = [await app.masukSebagai('sakip1'), await app.masukSebagai('camat')]
  const sop = await bawaYaml(sakip, yamlUji())
  expect(await yangMelihat(), 'draf').toEqual({})

  await sakip.kirim(`${sop}/pengajuan`, { versi: await versiBaris(app, sop) })
  expect(await yangMelihat()).toEqual({ camat: 'Periksa dan sahkan SOP Uji' })
  const beranda = await camat.halaman('/')
  expect(beranda(`a[href="${sop}/pengesahan"]`).text()).toContain('Periksa dan sahkan SOP Uji')

  const alasan = 'Langkah B belum menyebut siapa.'
  await camat.kirim(`${sop}/pengembalian`, { versi: await versiBaris(app, sop), alasan })
  const perbaiki = 'Perbaiki dan ajukan lagi SOP Uji'
  expect(await yangMelihat()).toEqual({ sekcam: perbaiki, sakip1: perbaiki, admin: perbaiki })
  expect((await sakip.halaman('/'))('main').text()).toContain(alasan)

  await sakip.kirim(`${sop}/pengajuan`, { versi: await versiBaris(app, sop) })
  const sah = await camat.kirim(`${sop}/pengesahan`, {
    versi: await versiBaris(app, sop),
    tanggalEfektif: '2026-07-06',
  })
  expect(sah.status).toBe(303)
  expect(await yangMelihat(), 'sesudah disahkan').toEqual({})
})
