import type { AplikasiUji } from '../../bantuan/aplikasi.ts'

/** Ends the one siklus that runs, so that its period can be started again. */
export async function batalkanSiklus(app: AplikasiUji): Promise<void> {
  const [siklus] = await app.sql<{ id: string }>("select id from siklus where status = 'BERJALAN'")
  const camat = await app.masukSebagai('camat')
  const jawab = await camat.kirim(`/siklus/${siklus?.id}/pembatalan`, { alasan: 'Hanya percobaan di ponsel.' })
  if (jawab.status !== 303) throw new Error(`tidak dibatalkan: ${jawab.status}`)
}

const SEKCAM = `jabatan_id in (select j.id from jabatan j join kecamatan k on k.id = j.kecamatan_id where k.kode = 'taman' and j.kode = 'sekcam')`

/** From yesterday on nobody is Sekcam. Returns what puts the office back. */
export async function akhiriSekcam(app: AplikasiUji): Promise<() => Promise<unknown>> {
  await app.sql(`update penugasan set selesai = '2026-07-05' where ${SEKCAM}`)
  return () => app.sql(`update penugasan set selesai = null where ${SEKCAM}`)
}

/** Somebody of Taman stands in for a post from today on. */
const tunjuk = (app: AplikasiUji, akun: string, jabatan: string): Promise<unknown> =>
  app.sql(
    `insert into penugasan (kecamatan_id, pegawai_id, jabatan_id, jenis, mulai, nomor_sk)
     select a.kecamatan_id, a.pegawai_id, j.id, 'PLH', '2026-07-06', 'Plh/1' from akun a
     join jabatan j on j.kecamatan_id = a.kecamatan_id and j.kode = $2 where a.nama_pengguna = $1`,
    [akun, jabatan],
  )
export const jadikanPlhCamat = (app: AplikasiUji, akun: string): Promise<unknown> => tunjuk(app, akun, 'camat')

/** A member of Tim SAKIP who stands in for the Sekcam proposes another figure: so it is the Camat who decides. */
export async function usulkanKoreksi(app: AplikasiUji): Promise<void> {
  await tunjuk(app, 'sakip2', 'sekcam')
  const [angka] = await app.sql<{ indikator: string; siklus: string; kode: string[] }>(
    `select b.indikator_id as indikator, b.siklus_id as siklus, array(select v ->> 'kode' from jsonb_array_elements(b.kartu -> 'variabel') v) as kode
     from baris_formulir b join siklus s on s.id = b.siklus_id and s.status = 'BERJALAN'
     where b.status = 'TERISI' and b.kartu ->> 'metode' = 'PERSENTASE' order by b.urut limit 1`,
  )
  const jawab = await (await app.masukSebagai('sakip2')).kirim(
    `/koreksi/baru?siklus=${angka?.siklus}&indikator=${angka?.indikator}`,
    {
      ...Object.fromEntries((angka?.kode ?? []).map((kode) => [`v.${kode}`, '37'])),
      alasanKoreksi: 'Dua desa tercatat dua kali pada register',
      sumberAngka: 'Register kecamatan halaman 12',
    },
  )
  if (jawab.status !== 303) throw new Error(`koreksi tidak diusulkan: ${jawab.status} ${jawab.text.slice(0, 2000)}`)
}
