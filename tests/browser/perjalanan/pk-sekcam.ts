import type { AplikasiUji } from '../../bantuan/aplikasi.ts'

/** The Sekcam hands the Camat a PK Perubahan of the own agreement of 2026, with the targets as they were. */
export async function ajukanPerubahanSekcam(app: AplikasiUji): Promise<void> {
  const sekcam = await app.masukSebagai('sekcam')
  const [awal] = await app.sql<{ id: string; versi: number }>(
    `select pk.id, pk.versi from perjanjian_kinerja pk join jabatan j on j.id = pk.jabatan_id join kecamatan k on k.id = pk.kecamatan_id
     where k.kode = 'taman' and j.kode = 'sekcam' and pk.tahun = 2026`,
  )
  const isian = { dasar: 'PRIORITAS', alasan: 'Anggaran berubah dengan DPPA', berlakuSejak: '2026-08-03' }
  const draf = await sekcam.kirim(`/perjanjian-kinerja/${awal?.id}/perubahan`, { versi: String(awal?.versi), ...isian })
  const id = /kinerja\/([0-9a-f-]{36})/.exec(String(draf.headers.location))?.[1]
  if (!id) throw new Error(`draf tidak tersusun: ${draf.status} ${draf.text.slice(0, 300)}`)
  const [baru] = await app.sql<{ versi: number }>('select versi from perjanjian_kinerja where id = $1', [id])
  const ajukan = await sekcam.kirim(`/perjanjian-kinerja/${id}/pengajuan`, { versi: String(baru?.versi) })
  if (ajukan.status !== 303) throw new Error(`tidak dapat diajukan: ${ajukan.status}`)
}
