import type { AplikasiUji, OrangUji } from './aplikasi.ts'
import { mulaiSiklusUji, sampaiLangkah } from './siklus.ts'

/** Tables that must stay as they are once a siklus is sealed, with the way from their rows to the siklus. */
export const TABEL_TERSEGEL: Readonly<Record<string, string>> = {
  siklus: 't.id = $1',
  lampiran_langkah: 't.langkah_id in (select id from langkah_siklus where siklus_id = $1)',
  peserta_rapat: 't.rapat_id in (select id from rapat where siklus_id = $1)',
  keputusan_rapat: 't.rapat_id in (select id from rapat where siklus_id = $1)',
  ...Object.fromEntries(
    [
      'peristiwa_siklus',
      'langkah_siklus',
      'bagian_langkah',
      'dokumen',
      'disposisi',
      'rapat',
      'kegiatan_program_kerja',
      'dokumen_ceklis',
      'pemilahan_indikator',
      'formulir',
      'baris_formulir',
      'baris_anggaran',
      'bukti',
      'delegasi_baris',
      'kertas_kerja',
      'baris_kertas_kerja',
      'berkas',
      'rekap',
      'telaah',
      'laporan',
      'temuan_monev',
      'tugas_langkah',
      'instruksi',
      'penerimaan_formulir',
      'naskah',
      'tanda_tangan',
      'pengiriman',
      'arsip',
      'pertanyaan',
      'pesan_percakapan',
    ].map((t) => [t, 't.siklus_id = $1']),
  ),
}

/** One fingerprint per table of all rows of a siklus. */
export async function sidikSiklus(app: AplikasiUji, siklusId: string): Promise<Record<string, string | null>> {
  const hasil: Record<string, string | null> = {}
  for (const [tabel, syarat] of Object.entries(TABEL_TERSEGEL)) {
    const [b] = await app.sql<{ sidik: string | null }>(
      `select md5(string_agg(to_jsonb(t)::text, '|' order by to_jsonb(t)::text)) as sidik from ${tabel} t where ${syarat}`,
      [siklusId],
    )
    hasil[tabel] = b?.sidik ?? null
  }
  return hasil
}

/** A siklus walked to its last step and sealed through the page, as Tim SAKIP does. */
export async function siklusTersegel(
  app: AplikasiUji,
  sakip: OrangUji,
): Promise<{ siklusId: string; arsipId: string }> {
  const siklusId = await mulaiSiklusUji(app)
  await sampaiLangkah(app, siklusId, 'P12')
  return { siklusId, arsipId: await segel(sakip, siklusId) }
}

/** Presses "Segel arsip" on the page of the last step; the id of the archive. */
export async function segel(sakip: OrangUji, siklusId: string): Promise<string> {
  const alamat = `/siklus/${siklusId}/langkah/P12/arsip`
  const $ = await sakip.halaman(alamat)
  const jawab = await sakip.kirim(`${alamat}/penyegelan`, {
    versi: String($('form[action$="/penyegelan"] input[name=versi]').val()),
    tempatKertas: 'Lemari 2, map TW II 2026',
  })
  if (jawab.status !== 303) throw new Error(`penyegelan ditolak: ${jawab.status} ${jawab.text.slice(0, 2000)}`)
  return /\/arsip\/([0-9a-f-]{36})/.exec(jawab.headers.location ?? '')?.[1] ?? ''
}
