import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'
import { siapkanTelaah, type SiklusUji, versiSiklus } from './siapkan.ts'

describe('telaah', () => {
  let app: AplikasiUji
  let sekcam: OrangUji
  let uji: SiklusUji
  beforeAll(async () => {
    app = await bukaAplikasiUji()
    sekcam = await app.masukSebagai('sekcam')
    uji = await siapkanTelaah(app)
  })
  afterAll(() => app.tutup())

  it('halaman telaah terbuka bagi Sekcam', async () => {
    const $ = await sekcam.halaman(`${uji.langkah('P10')}/telaah`)
    expect($('h1').length).toBe(1)
    expect($('input[name=nilai]').length).toBeGreaterThan(20)
    expect($('input[name=unit]').length).toBe(7)
    if (process.env.TAHAN) {
      console.log(app.alamat, uji.siklusId)
      await new Promise((s) => setTimeout(s, Number(process.env.TAHAN) * 1000))
    }
  }, 900_000)
})
