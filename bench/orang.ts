import type pg from 'pg'
import { SANDI_BEBAN } from './data.ts'

/** Signs in over HTTP once per person and keeps the cookie. */
export function bukaSesi(port: number) {
  const simpanan = new Map<string, Promise<string>>()
  return (nama: string): Promise<string> => {
    const ada = simpanan.get(nama) ?? masuk(port, nama)
    simpanan.set(nama, ada)
    return ada
  }
}

async function masuk(port: number, nama: string): Promise<string> {
  const jawab = await fetch(`http://127.0.0.1:${port}/masuk`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ nama, sandi: SANDI_BEBAN }).toString(),
  })
  const cookie = jawab.headers
    .getSetCookie()
    .map((satu) => satu.split(';')[0])
    .join('; ')
  if (jawab.status !== 303 || !cookie) throw new Error(`${nama} tidak dapat masuk: ${jawab.status}`)
  return cookie
}

export type OrangKantor = {
  readonly nama: string
  readonly peran: string
  readonly unitId: string | null
  readonly kepala: boolean
}

/** Accounts of the first kecamatan with the role of their post. */
export async function daftarOrang(klien: pg.Client, kecamatanId: string): Promise<OrangKantor[]> {
  const { rows } = await klien.query<OrangKantor>(
    `select a.nama_pengguna as nama, case when g.id is null then j.peran::text else 'TIM_SAKIP' end as peran, j.unit_id as "unitId", j.kepala_unit as kepala
     from akun a join penugasan n on n.pegawai_id = a.pegawai_id join jabatan j on j.id = n.jabatan_id
       left join anggota_tim_sakip g on g.pegawai_id = a.pegawai_id
     where a.kecamatan_id = $1 order by j.urut, a.nama_pengguna`,
    [kecamatanId],
  )
  return rows
}
