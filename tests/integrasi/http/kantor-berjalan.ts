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
  const buku = await satu(
    `insert into buku_formulir (kecamatan_id, siklus_id, formulir_id, nama_berkas, sha256, sidik_isi, diunduh_pada, nilai, diunggah_pada, diunggah_oleh, pengunggah_id)
     values ($1, $2, $3, 'Buku rahasia Taman.xlsx', 'x', 'x', now(), '[]', now(), 'uji', $4) returning id`,
    [taman, siklusId, formulir, kasi],
  )
  const kertas = await satu(
    `insert into isian_kertas (kecamatan_id, siklus_id, formulir_id, pengisi_id, pengisi, jabatan_pengisi, tanggal, berkas_id, dicatat_oleh,
       dicatat_oleh_id, jabatan_pencatat, dicatat_pada)
     values ($1, $2, $3, $4, 'Kertas rahasia Taman', 'uji', '2026-07-01', $5, 'uji', $4, 'uji', now()) returning id`,
    [taman, siklusId, formulir, kasi, berkasUnit],
  )
  await app.sql(
    `insert into baris_kertas (kecamatan_id, siklus_id, kertas_id, baris_id, isi, dibuat_pada) values ($1, $2, $3, $4, '{"status":"KOSONG"}', now())`,
    [taman, siklusId, kertas, baris],
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
     values ($1, 'tanpa-definisi', 2026, 'Rahasia Taman.xlsx', 'x', '[]', now(), 'uji', $2) returning id`,
    [taman, kasi],
  )
  const koreksi = await satu(
    `insert into koreksi (kecamatan_id, siklus_id, indikator_id, unit_id, nama, unit, kartu, lama, baru, teks_lama, teks_baru, alasan,
       sumber_angka, pengusul_id, pengusul, jabatan_pengusul, diajukan_pada)
     select b.kecamatan_id, b.siklus_id, b.indikator_id, $2, 'Koreksi rahasia Taman', 'uji', b.kartu, '{"status":"KOSONG"}', '{"status":"KOSONG"}',
       'uji', 'uji', 'Rahasia Taman', 'uji', $3, 'uji', 'uji', now() from baris_formulir b where b.id = $1 returning id`,
    [baris, unit, kasi],
  )
  await app.sql(
    `insert into rekap_koreksi (kecamatan_id, siklus_id, koreksi_id, nomor_versi, isi, sha256, catatan, dibuat_pada, dibuat_oleh, jabatan_pembuat)
     select kecamatan_id, '00000000-0000-4000-8000-000000000000', id, 99, '{}', 'x', 'Rahasia Taman', now(), 'uji', 'uji' from koreksi where id = $1`,
    [koreksi],
  )
  const pertanyaan = await satu(
    `insert into pertanyaan (kecamatan_id, siklus_id, formulir_id, baris_id, unit_id, nama, unit, tujuan, penanya_id, dibuat_pada, berubah_pada)
     values ($1, $2, $3, $4, $5, 'Pertanyaan rahasia Taman', 'uji', 'UNIT', $6, now(), now()) returning id`,
    [taman, siklusId, formulir, baris, unit, kasi],
  )
  const pesan = await satu(
    `insert into pesan_percakapan (kecamatan_id, siklus_id, pertanyaan_id, urut, teks, penulis_id, penulis, jabatan, ditulis_pada)
     values ($1, $2, $3, 1, 'Pesan rahasia Taman', $4, 'uji', 'uji', now()) returning id`,
    [taman, siklusId, pertanyaan, kasi],
  )
  const catatan = await satu(
    `insert into catatan_camat (kecamatan_id, siklus_id, unit_id, tujuan, kepada, perihal, keadaan, teks, penulis_id, penulis, jabatan, ditulis_pada)
     select $1, $2, $3, 'UNIT', 'uji', 'Catatan rahasia Taman', 'Rahasia Taman', 'Rahasia Taman', n.pegawai_id, 'uji', 'uji', now()
     from penugasan n join jabatan j on j.id = n.jabatan_id where j.kecamatan_id = $1 and j.kode = 'camat' limit 1 returning id`,
    [taman, siklusId, unit],
  )
  const usulan = await satu(
    `insert into usulan_indikator (kecamatan_id, unit_id, isian, alasan, diajukan_pada, pengusul_id, pengusul, jabatan_pengusul)
     select $1, $2, jsonb_build_object('berlakuTahun', 2027, 'isi', jsonb_build_object('tempat', jsonb_build_object('tingkat', 'SASARAN', 'id',
       i.sasaran_id), 'kode', 'Rahasia Taman', 'nama', i.nama, 'jenis', i.jenis, 'satuan', i.satuan, 'definisi', i.definisi, 'metode', i.metode,
       'variabel', i.variabel, 'kategori', i.kategori, 'ekspresi', i.ekspresi, 'rumus', i.rumus, 'desimal', i.desimal, 'pembulatan', i.pembulatan,
       'polaritas', i.polaritas, 'varianMin', i.varian_min, 'arah', i.arah, 'agregasi', i.agregasi, 'aturanNol', i.aturan_nol,
       'batasCapaian', null, 'bobot', null, 'unitId', i.unit_id, 'sumberData', i.sumber_data, 'frekuensi', i.frekuensi, 'buktiWajib', true,
       'aturanBukti', i.aturan_bukti, 'asal', i.asal, 'standar', i.standar, 'smart', i.smart)), 'Usulan rahasia Taman', now(), $3, 'uji', 'uji'
     from indikator i where i.kecamatan_id = $1 order by i.id limit 1 returning id`,
    [taman, unit, kasi],
  )
  await app.sql(
    `insert into versi_indikator (kecamatan_id, indikator_id, versi, berlaku_tahun, kartu, unit_id, diganti_pada)
     select i.kecamatan_id, i.id, 1, 0, to_jsonb(i) || jsonb_build_object('unitId', i.unit_id, 'sumberData', i.sumber_data,
       'aturanBukti', i.aturan_bukti, 'buktiWajib', true, 'aturanNol', i.aturan_nol, 'batasCapaian', null, 'varianMin', i.varian_min,
       'berlakuTahun', 0, 'bobot', null, 'sasaranId', i.sasaran_id), i.unit_id, now()
     from indikator i where i.kecamatan_id = $1 order by i.id limit 1`,
    [taman],
  )
  const trantib = await milik('jabatan', "kode = 'kasi-trantib'")
  const pk = await milik('perjanjian_kinerja', `jabatan_id = '${trantib}'`)
  const surel = await satu(
    `with p as (insert into pengingat (kecamatan_id, pegawai_id, tanggal, isi, dibuat_pada)
       values ($1, $2, '2026-07-03', '{"tugas":[],"bawahan":[],"kantor":[]}', now()) returning *)
     insert into surel_keluar (kecamatan_id, pegawai_id, pengingat_id, kepada, perihal, teks, html, status, coba_pada, dibuat_pada, berakhir_pada)
     select kecamatan_id, pegawai_id, id, 'uji@contoh.invalid', 'Surel rahasia Taman', 'uji', 'uji', 'GAGAL', now(), now(), now() from p returning id`,
    [taman, kasi],
  )
  const aksi = await satu(
    `insert into rencana_aksi (kecamatan_id, jabatan_id, tahun, indikator_id, urut, aksi, satuan, tw1)
     select kecamatan_id, $2, 2026, indikator_id, 1, 'Aksi rahasia Taman', 'kali', 1 from target_pk where kecamatan_id = $1 and pk_id = $3
     order by urut limit 1 returning id`,
    [taman, trantib, pk],
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
      buku,
      kertas,
      lampiran,
      arsip,
      tindakLanjut,
      berkas: berkasUnit,
      // chosen by the browser that uploads; nobody's until then
      unggahan: '7b0c1f9e-5a43-4d52-8f6e-2f1d0a9c3b11',
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
      usulan,
      koreksi,
      pertanyaan,
      pesan,
      catatan,
      dokumenAnggaran: await milik('dokumen_anggaran', 'tahun = 2026'),
      kodeNomenklatur: await milik('nomenklatur'),
      nomenklatur: await milik('versi_nomenklatur'),
      renstra: await milik('renstra'),
      tujuan: await milik('tujuan'),
      skala: await milik('skala_predikat', 'tahun = 2027'),
      desa: await milik('desa'),
      jawaban: await milik('jawaban_survei'),
      survei: await milik('survei_kepuasan', "status = 'DIBUKA'"),
      pk,
      aksi,
      surel,
      sop: await milik('versi_sop'),
    },
  }
}

/** Prefix of a route → which id its `:id` is. The longest prefix wins. */
const ARTI_ID: readonly (readonly [string, string])[] = [
  ['/berkas/unggahan/', 'unggahan'],
  ['/bantuan/indikator/', 'indikator'],
  ['/berkas/', 'berkas'],
  ['/impor/', 'impor'],
  ['/organisasi/pegawai/', 'pegawai'],
  ['/organisasi/penugasan/', 'penugasan'],
  ['/organisasi/unit/', 'unit'],
  ['/organisasi/jabatan/', 'jabatan'],
  ['/organisasi/tim-sakip/', 'tim'],
  ['/organisasi/anggota-tim/', 'anggota'],
  ['/kalender/hari-libur/', 'libur'],
  ['/perencanaan/anggaran/', 'dokumenAnggaran'],
  ['/perencanaan/indikator/', 'indikator'],
  ['/perencanaan/kaitan/', 'indikator'],
  ['/perencanaan/kode-nomenklatur/', 'kodeNomenklatur'],
  ['/perencanaan/nomenklatur/', 'nomenklatur'],
  ['/perencanaan/renstra/', 'renstra'],
  ['/perencanaan/skala/', 'skala'],
  ['/perencanaan/unsur/', 'tujuan'],
  ['/perencanaan/usulan-indikator/', 'usulan'],
  ['/pengingat/ingatkan/', 'pegawai'],
  ['/pengingat/surel/', 'surel'],
  ['/perjanjian-kinerja/', 'pk'],
  ['/rencana-aksi/', 'pk'],
  ['/status-desa/desa/', 'desa'],
  ['/survei-kepuasan/', 'survei'],
  ['/sop/', 'sop'],
  ['/formulir/', 'formulir'],
  ['/arsip/', 'arsip'],
  ['/koreksi/', 'koreksi'],
  ['/percakapan/', 'pertanyaan'],
  ['/catatan-camat/', 'catatan'],
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
      jenis: 'tanpa-definisi',
      tingkat: 'tujuan',
      buktiId: id.bukti,
      bukuId: id.buku,
      pesanId: id.pesan,
      kertasId: id.kertas,
      peran: 'kasi',
      halaman: 'formulir',
      versi: '1',
      triwulan: '1',
      aksiId: id.aksi,
      dokumen: 'bahan',
      bentuk: 'excel',
      nomor: '1',
      objek: 'umum',
      barisId: id[barisApa],
      temuanId: id.tindakLanjut,
      jawabanId: id.jawaban,
      // nobody's: the survey has no visitors' address
      tautan: 'abcdefghjkmnpq',
      tahun: '2026',
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
