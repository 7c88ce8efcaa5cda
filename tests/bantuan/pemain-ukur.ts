import type { Halaman, PerambanPolos } from './peramban-polos.ts'

const LAYAR = /\/pengukuran$/
const KURANG = ['Belum ada angka', 'Analisis belum lengkap'] as const
const ISI = {
  sumberAngka: 'Register pelayanan',
  penyebab: 'Dikerjakan sesuai rencana.',
  hambatan: 'Petugas terbatas.',
  solusi: 'Penjadwalan ulang.',
}

/**
 * On the page of a measuring step: says where the figures come from, then fills in on the page of each indicator what that
 * page still asks for. True when something was done; only the button that finishes the step is left.
 */
export async function lengkapiPengukuran(o: PerambanPolos, h: Halaman): Promise<boolean> {
  if (!LAYAR.test(h.alamat)) return false
  const sendiri = h.$('main button:contains("Isi sendiri")').length > 0
  let kini = sendiri ? await o.tekan(h, 'Isi sendiri', { isian: { alasan: 'Belum ada pengumpulan data.' } }) : h
  let berubah = sendiri
  for (let pengaman = 0; pengaman < 60; pengaman++) {
    const tautan = KURANG.map((k) => kini.$(`main tr:contains("${k}") th a`).first()).find((a) => a.length > 0)
    const alamat = tautan?.attr('href')
    if (!alamat) return berubah
    // saving leads back to the list
    kini = await isiIndikator(o, alamat)
    berubah = true
  }
  throw new Error(`pengukuran tidak pernah lengkap: ${h.alamat}`)
}

async function isiIndikator(o: PerambanPolos, alamat: string): Promise<Halaman> {
  const awal = await o.buka(alamat)
  const bukti = awal.$('main button:contains("Simpan bukti")').length > 0 && awal.$('input[name^="v."]').length > 0
  const h = bukti
    ? await o.tekan(awal, 'Simpan bukti', { isian: { jenis: 'kertas', tempatKertas: 'Map pengukuran, lemari 1' } })
    : awal
  const angka = h
    .$('input[name^="v."]')
    .map((i, m) => [[h.$(m).attr('name') ?? '', i === 0 ? '80' : '100']])
    .get()
  const kategori = h.$('select[name=kategori] option').eq(1).attr('value')
  return o.tekan(h, 'Simpan', { isian: { ...Object.fromEntries(angka), ...(kategori ? { kategori } : {}), ...ISI } })
}
