import type { AplikasiUji, OrangUji } from '../../bantuan/aplikasi.ts'
import { sopKecilMentah } from '../../bantuan/sop-contoh.ts'

/** A short SOP of the Taman office that can run: written by Tim SAKIP, decided by the Sekcam. */
export const LANGKAH_UJI = [
  { kode: 'A', jenis: 'rapat', pelaksana: 'SEKCAM', keluaran: 'Notulen' },
  { kode: 'B', jenis: 'tugas', keluaran: 'Catatan' },
  { kode: 'C', jenis: 'tugas', pelaksana: 'SEKCAM', keputusan: { tidak: ['B'] }, keluaran: 'Telaah' },
  { kode: 'D', jenis: 'arsip', keluaran: 'Arsip' },
]
export const yamlUji = (
  lain: Record<string, unknown> = {},
  langkah: readonly Record<string, unknown>[] = LANGKAH_UJI,
) => JSON.stringify(sopKecilMentah(langkah, { kode: 'sop-uji', nama: 'SOP Uji', ...lain }))

/** Pastes YAML on the upload page; returns the address of the draft. */
export async function bawaYaml(orang: OrangUji, teks: string, sopId = ''): Promise<string> {
  const jawab = await orang.unggah('/sop/unggahan', { sopId, teks }, {})
  if (jawab.status !== 303) throw new Error(`tidak terbawa: ${jawab.status} ${jawab.text.slice(0, 2000)}`)
  return String(jawab.headers.location).replace(/\/pemeriksaan.*$/, '')
}

/** The counter that the page carries. */
export async function versiBaris(app: AplikasiUji, sop: string): Promise<string> {
  const [v] = await app.sql<{ versi: number }>('select versi from versi_sop where id = $1', [sop.replace('/sop/', '')])
  return String(v?.versi)
}

export async function keadaan(
  app: AplikasiUji,
  sop: string,
): Promise<{ status: string; nomor: number; sopId: string }> {
  const [v] = await app.sql<{ status: string; nomor: number; sopId: string }>(
    'select status, nomor_versi as nomor, sop_id as "sopId" from versi_sop where id = $1',
    [sop.replace('/sop/', '')],
  )
  if (!v) throw new Error('tidak ada versi')
  return v
}

/** Hands a draft in and approves it, as another person. */
export async function sahkan(
  app: AplikasiUji,
  { pengaju, camat, sop, sejak = '2026-07-06' }: { pengaju: OrangUji; camat: OrangUji; sop: string; sejak?: string },
): Promise<void> {
  const ajukan = await pengaju.kirim(`${sop}/pengajuan`, { versi: await versiBaris(app, sop) })
  if (ajukan.status !== 303) throw new Error(`tidak diajukan: ${ajukan.status} ${ajukan.text.slice(0, 2000)}`)
  const jawab = await camat.kirim(`${sop}/pengesahan`, { versi: await versiBaris(app, sop), tanggalEfektif: sejak })
  if (jawab.status !== 303) throw new Error(`tidak disahkan: ${jawab.status} ${jawab.text.slice(0, 2000)}`)
}
