import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AplikasiUji } from '../../bantuan/aplikasi.ts'
import { mulaiSiklusUji, sampaiLangkah } from '../../bantuan/siklus.ts'

/** Ids of Taman for the parameters of routes, of a siklus that stands at its recap. */
export type KantorBerjalan = {
  readonly siklusId: string
  /** kind of step → where one of that kind stands; the measuring SOP lends those that the collecting one lacks */
  readonly langkah: ReadonlyMap<string, { siklusId: string; kode: string }>
  readonly id: Readonly<Record<string, string>>
}

const ISI_PDF = Buffer.from('%PDF-1.4\n%%EOF\n')

/**
 * The sample office in mid-flight: the collection of triwulan II of Taman at its recap, evidence, a follow-up, an archive
 * row, and a measuring siklus just begun. Everything belongs to Taman; the unit is the Seksi Pemerintahan.
 */
export async function jalankanKantor(
  app: AplikasiUji,
  { kode = 'P8' }: { kode?: string } = {},
): Promise<KantorBerjalan> {
  const siklusId = await mulaiSiklusUji(app)
  await sampaiLangkah(app, siklusId, kode)
  const pengukuran = await mulaiSiklusUji(app, { sop: 'pengukuran-taman' })
  const satu = async (sql: string, nilai: unknown[] = []) => String((await app.sql<{ id: string }>(sql, nilai))[0]?.id)
  const taman = await satu("select id from kecamatan where kode = 'taman'")
  const unit = await satu("select id from unit_kerja where kode = 'seksi-pemerintahan' and kecamatan_id = $1", [taman])
  const milik = async (tabel: string, lain = 'true') =>
    satu(`select id from ${tabel} where kecamatan_id = $1 and ${lain} order by id limit 1`, [taman])
  const kasi = await satu("select pegawai_id as id from akun where nama_pengguna = 'kasi.pemerintahan'")
  const formulir = await milik('formulir', `siklus_id = '${siklusId}' and unit_id = '${unit}'`)
  const baris = await milik('baris_formulir', `formulir_id = '${formulir}'`)
  const langkahId = await satu('select id from langkah_siklus where siklus_id = $1 and kode = $2', [siklusId, kode])
  mkdirSync(join(app.folderData, 'berkas', taman), { recursive: true })
  writeFileSync(join(app.folderData, 'berkas', taman, 'isi'), ISI_PDF)
  const berkas = (milikUnit: string | null) =>
    satu(
      `insert into berkas (kecamatan_id, siklus_id, unit_id, nama, mime, ukuran, sha256, lokasi, diunggah_oleh, nama_pengunggah, dibuat_pada)
       values ($1, $2, $3, 'Surat rahasia Taman.pdf', 'application/pdf', $4, 'x', $5, $6, 'uji', now()) returning id`,
      [taman, siklusId, milikUnit, ISI_PDF.length, `${taman}/isi`, kasi],
    )
  const berkasUnit = await berkas(unit)
  const berkasBersama = await berkas(null)
  const bukti = await satu(
    'insert into bukti (kecamatan_id, siklus_id, baris_id, berkas_id, dibuat_pada) values ($1, $2, $3, $4, now()) returning id',
    [taman, siklusId, baris, berkasUnit],
  )
  const lampiran = await satu(
    'insert into lampiran_langkah (kecamatan_id, langkah_id, berkas_id) values ($1, $2, $3) returning id',
    [taman, langkahId, berkasBersama],
  )
  const tindakLanjut = await satu(
    `insert into tindak_lanjut (kecamatan_id, siklus_id, langkah_id, sumber, uraian, penanggung_jawab, pegawai_id)
     values ($1, $2, $3, 'RAPAT', 'Tindak lanjut rahasia Taman', 'Kasi', $4) returning id`,
    [taman, siklusId, langkahId, kasi],
  )
  const arsip = await satu(
    `insert into arsip (kecamatan_id, siklus_id, langkah_id, nama, lokasi, ukuran, sha256, manifest, disegel_pada, disegel_oleh, jabatan_penyegel)
     values ($1, $2, $3, 'Arsip rahasia Taman', $4, $5, 'x', '[]', now(), 'uji', 'uji') returning id`,
    [taman, pengukuran, langkahId, `${taman}/isi`, ISI_PDF.length],
  )
  const impor = await satu(
    `insert into impor (kecamatan_id, jenis, tahun, nama_berkas, sha256, susunan, diunggah_pada, diunggah_oleh, pengunggah_id)
     values ($1, 'anggaran', 2026, 'Rahasia Taman.xlsx', 'x', '[]', now(), 'uji', $2) returning id`,
    [taman, kasi],
  )
  const langkah = new Map(
    (
      await app.sql<{ jenis: string; siklusId: string; kode: string }>(
        'select jenis, siklus_id as "siklusId", kode from langkah_siklus where siklus_id in ($1, $2) order by siklus_id = $1, urut desc',
        [siklusId, pengukuran],
      )
    ).map(({ jenis, ...letak }) => [jenis, letak] as const),
  )
  return {
    siklusId,
    langkah,
    id: {
      formulir,
      baris,
      bukti,
      lampiran,
      arsip,
      tindakLanjut,
      berkas: berkasUnit,
      dokumen: await milik('dokumen', `siklus_id = '${siklusId}'`),
      anggaran: await milik('baris_anggaran', `formulir_id = '${formulir}'`),
      pegawai: kasi,
      penugasan: await milik('penugasan', `pegawai_id = '${kasi}'`),
      unit,
      jabatan: await milik('jabatan', "kode = 'kasi-pemerintahan'"),
      tim: await milik('tim_sakip'),
      anggota: await milik('anggota_tim_sakip'),
      impor,
      libur: await milik('hari_libur'),
      indikator: await milik('indikator'),
      pk: await milik('perjanjian_kinerja'),
      sop: await milik('versi_sop'),
    },
  }
}

/** Prefix of a route → which id its `:id` is. The longest prefix wins. */
const ARTI_ID: readonly (readonly [string, string])[] = [
  ['/berkas/', 'berkas'],
  ['/impor/', 'impor'],
  ['/organisasi/pegawai/', 'pegawai'],
  ['/organisasi/penugasan/', 'penugasan'],
  ['/organisasi/unit/', 'unit'],
  ['/organisasi/jabatan/', 'jabatan'],
  ['/organisasi/tim-sakip/', 'tim'],
  ['/organisasi/anggota-tim/', 'anggota'],
  ['/kalender/hari-libur/', 'libur'],
  ['/perencanaan/indikator/', 'indikator'],
  ['/perjanjian-kinerja/', 'pk'],
  ['/sop/', 'sop'],
  ['/formulir/', 'formulir'],
  ['/arsip/', 'arsip'],
  ['/tindak-lanjut/', 'tindakLanjut'],
  ['/siklus/:siklusId/dokumen/', 'dokumen'],
  ['/siklus/:siklusId/langkah/', 'lampiran'],
]

/** A route of the list with real ids in place of its parameters. Throws when a parameter has no meaning here. */
export function isiAlamat(jalur: string, { siklusId, langkah, id }: KantorBerjalan): string {
  const jenis = /^\/siklus\/:siklusId\/langkah\/:kode\/([a-z-]+)/.exec(jalur)?.[1]
  const letak = (jenis && langkah.get(jenis)) || { siklusId, kode: 'P1' }
  const arti = ARTI_ID.find(([awalan]) => jalur.startsWith(awalan))?.[1]
  return jalur.replace(/:(\w+)/g, (_teks, nama: string) => {
    const barisApa = jalur.includes('/anggaran/') ? 'anggaran' : 'baris'
    const nilai = {
      siklusId: letak.siklusId,
      kode: letak.kode,
      jenis: 'anggaran',
      buktiId: id.bukti,
      barisId: id[barisApa],
      temuanId: id.tindakLanjut,
      id: arti && id[arti],
    }[nama]
    if (!nilai || nilai === 'undefined')
      throw new Error(`parameter :${nama} dari ${jalur} belum punya arti di isiAlamat`)
    return nilai
  })
}

/** One checksum of every table that the application may write, by name; sessions and throttle are nobody's data. */
export async function sidikBasisData(app: AplikasiUji): Promise<Record<string, string>> {
  const tabel = await app.sql<{ nama: string }>(
    `select table_name as nama from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'
     and table_name not in ('_prisma_migrations', 'sesi', 'batas_masuk') order by 1`,
  )
  const bagian = tabel.map(
    ({ nama }) =>
      `select '${nama}' as nama, md5(coalesce(string_agg(t::text, e'\\n' order by t::text), '')) as sidik from "${nama}" t`,
  )
  const hasil = await app.sql<{ nama: string; sidik: string }>(bagian.join(' union all '))
  return Object.fromEntries(hasil.map(({ nama, sidik }) => [nama, sidik]))
}
