import type { Halaman } from './peramban-polos.ts'
import type { KantorPolos } from './perjalanan-polos.ts'

/** Says why there is no collection, then types a figure with source and evidence into every indicator that asks for one. */
export async function isiPengukuranSendiri(k: KantorPolos, nama: string, tugas: RegExp): Promise<Halaman> {
  const { o, h } = await k.kerjakan(nama, tugas)
  let kini = await o.tekan(h, 'Isi sendiri', { isian: { alasan: 'Kecamatan belum mempunyai SOP pengumpulan data.' } })
  for (let pengaman = 0; pengaman < 40; pengaman++) {
    const tautan = kini.$('main tr:contains("Belum ada angka") th a').first()
    if (tautan.length === 0) break
    const halaman = await o.buka(tautan.attr('href') ?? '')
    const angka = Object.fromEntries(
      halaman
        .$('input[name^="v."]')
        .map((i, m) => [[halaman.$(m).attr('name') ?? '', i === 0 ? '80' : '100']])
        .get(),
    )
    const pilihan = halaman.$('select[name=kategori] option').eq(1).attr('value')
    const isi = {
      sumberAngka: 'Register pelayanan',
      penyebab: 'Dikerjakan sesuai rencana.',
      hambatan: 'Petugas terbatas.',
      solusi: 'Penjadwalan ulang.',
    }
    const isian = { ...angka, ...isi, ...(pilihan ? { kategori: pilihan } : {}) }
    const daftar = await o.tekan(halaman, 'Simpan', { isian })
    const bukti = await o.buka(tautan.attr('href') ?? '')
    await o.tekan(bukti, 'Simpan bukti', { isian: { jenis: 'kertas', tempatKertas: 'Map pengukuran, lemari 1' } })
    kini = await o.buka(daftar.alamat)
  }
  return o.tekan(kini, 'Selesaikan pengukuran')
}
