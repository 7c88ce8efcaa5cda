import type { AplikasiUji } from '../../bantuan/aplikasi.ts'
import { type SiklusUji, siapkanTelaah, versiSiklus } from '../telaah/siapkan.ts'

/** Triwulan II of Taman collected, frozen, and reported; `setujui` is the Sekcam's act on the Sekcam's screen. */
export async function siapkanHasil(app: AplikasiUji): Promise<{ uji: SiklusUji; setujui: () => Promise<void> }> {
  const uji = await siapkanTelaah(app)
  return {
    uji,
    async setujui() {
      const sekcam = await app.masukSebagai('sekcam')
      const jawab = await sekcam.kirim(`${uji.langkah('P10')}/telaah/persetujuan`, {
        versi: await versiSiklus(app, uji.siklusId),
        catatan: '',
      })
      if (jawab.status !== 303) throw new Error(`rekap tidak disetujui: ${jawab.status}`)
    },
  }
}

/** Indicator by its code. */
export async function idIndikator(app: AplikasiUji, kode: string): Promise<string> {
  const [i] = await app.sql<{ id: string }>(
    "select i.id from indikator i join kecamatan k on k.id = i.kecamatan_id where k.kode = 'taman' and i.kode = $1",
    [kode],
  )
  if (!i) throw new Error(`tidak ada indikator ${kode}`)
  return i.id
}
