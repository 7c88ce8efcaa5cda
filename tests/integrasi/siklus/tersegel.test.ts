import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { transaksi } from '../../../src/inti/basis-data/index.ts'
import { terjemahkanGalat } from '../../../src/inti/galat/index.ts'
import { denganKonteks } from '../../../src/inti/konteks.ts'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'
import { perintahkan } from '../../bantuan/jalan-siklus.ts'
import { sidikSiklus, siklusTersegel, TABEL_TERSEGEL } from '../../bantuan/segel.ts'
import { lengkapiJenis } from '../../bantuan/siklus.ts'

let app: AplikasiUji
let siklusId: string
let arsipId: string
let sidik: Record<string, string | null>
const id: Record<string, string> = {}
const satu = async (sql: string) =>
  (await app.sql<{ id: string }>(`${sql} limit 1`, [siklusId]))[0]?.id ?? '00000000-0000-0000-0000-000000000000'

beforeAll(async () => {
  app = await bukaAplikasiUji()
  lengkapiJenis()
  ;({ siklusId, arsipId } = await siklusTersegel(app, await app.masukSebagai('sakip1')))
  sidik = await sidikSiklus(app, siklusId)
  id.formulir = await satu('select id from formulir where siklus_id = $1')
  id.baris = await satu('select id from baris_formulir where siklus_id = $1')
  id.anggaran = await satu('select id from baris_anggaran where siklus_id = $1')
  id.dokumen = await satu('select id from dokumen where siklus_id = $1')
}, 120_000)
afterAll(() => app.tutup())

describe('siklus yang disegel', () => {
  it('setiap rute tulis di bawah siklus dan formulir ditolak, siapa pun orangnya; tidak ada yang berubah', async () => {
    const rute = app.rute.filter(
      // a file on its way belongs to nobody's siklus yet
      (r) => r.metode === 'POST' && /^\/(siklus\/:|formulir|rekap|arsip|berkas(?!\/unggahan))/.test(r.jalur),
    )
    expect(rute.length).toBeGreaterThan(10)
    const orang = await Promise.all(
      ['camat', 'sekcam', 'sakip1', 'kasi.pemerintahan', 'staf.pemerintahan'].map((n) => app.masukSebagai(n)),
    )
    const langkah = await app.sql<{ kode: string; jenis: string }>(
      'select kode, jenis from langkah_siklus where siklus_id = $1',
      [siklusId],
    )
    for (const r of rute) {
      const jenis = r.jalur.split('/')[5]
      const kode = langkah.find((l) => l.jenis === jenis)?.kode ?? 'P12'
      for (const o of orang) {
        const jawab = await coba(o, { jalur: r.jalur, kode })
        expect(
          [403, 404, 409, 422],
          `${o.nama} POST ${r.jalur} → ${jawab.status} ${jawab.headers.location ?? ''}`,
        ).toContain(jawab.status)
      }
    }
    expect(await sidikSiklus(app, siklusId)).toEqual(sidik)
  }, 180_000)

  it('pelaksana diberi tahu dengan 409 dan kalimat yang jelas', async () => {
    const sakip = await app.masukSebagai('sakip1')
    for (const akhir of ['P12/arsip/penyegelan', 'P8/rekap/pembekuan']) {
      const jawab = await sakip.kirim(`/siklus/${siklusId}/langkah/${akhir}`, {
        versi: '1',
        catatan: '',
        tempatKertas: '',
      })
      expect([jawab.status, jawab.text.includes('Siklus ini sudah diarsipkan')], akhir).toEqual([409, true])
    }
    const sekcam = await app.masukSebagai('sekcam')
    const batal = await sekcam.kirim(`/siklus/${siklusId}/pembatalan`, { alasan: 'Dicoba setelah disegel.' })
    expect([batal.status, batal.text.includes('sudah diarsipkan')]).toEqual([409, true])
  })

  it('perintah mesin apa pun ditolak', async () => {
    const sekcam = await app.pelaku('sekcam')
    for (const isi of [
      { jenis: 'BATALKAN', alasan: 'apa pun' },
      { jenis: 'PUTUSKAN', langkah: 'P10', keputusan: 'tidak', alasan: 'apa pun' },
      { jenis: 'SELESAIKAN', langkah: 'P12' },
    ] as const)
      expect((await perintahkan(app, sekcam, { siklusId, isi }))?.http).toBe(409)
    expect(await sidikSiklus(app, siklusId)).toEqual(sidik)
  })

  it('SQL peran aplikasi: ubah, hapus, tambah ditolak di setiap tabel yang berisi', async () => {
    const [k] = await app.sql<{ kecamatan_id: string }>('select kecamatan_id from siklus where id = $1', [siklusId])
    await isiAnak()
    const klien = new pg.Client({ connectionString: app.basis.urlAplikasi })
    await klien.connect()
    try {
      await klien.query("select set_config('takar.kecamatan', $1, false)", [k?.kecamatan_id])
      for (const [tabel, syarat] of Object.entries(TABEL_TERSEGEL)) {
        const { rowCount } = await klien.query(`select 1 from ${tabel} t where ${syarat} limit 1`, [siklusId])
        if (!rowCount) continue
        const perintah = {
          ubah: `update ${tabel} t set kecamatan_id = kecamatan_id where ${syarat}`,
          hapus: `delete from ${tabel} t where ${syarat}`,
          ...(tabel === 'siklus'
            ? {}
            : { tambah: `insert into ${tabel} select t.* from ${tabel} t where ${syarat} limit 1` }),
        }
        for (const [nama, sql] of Object.entries(perintah)) {
          const kode = await klien.query(sql, [siklusId]).then(
            () => 'DITERIMA',
            (g: { code?: string }) => g.code,
          )
          expect(['TK001', '42501'], `${nama} ${tabel}`).toContain(kode)
        }
      }
    } finally {
      await klien.end()
    }
  })

  it('penolakan basis data menjadi halaman 409, bukan gangguan', async () => {
    const pelaku = await app.pelaku('sakip1')
    const sebab = await denganKonteks({ kecamatanId: pelaku.kecamatanId, kunci: null }, () =>
      transaksi(app.db, pelaku, (tx) =>
        tx.formulir.updateMany({ where: { siklusId }, data: { catatan: 'dicoba' } }),
      ).catch((g: unknown) => g),
    )
    expect(terjemahkanGalat(sebab)).toMatchObject({
      http: 409,
      pesan: 'Siklus ini sudah diarsipkan. Isinya tidak dapat diubah lagi.',
    })
  })

  it('tetap dapat dibaca: siklus, langkah, rekap, dokumen, riwayat, arsip', async () => {
    const camat = await app.masukSebagai('camat')
    for (const alamat of [
      `/siklus/${siklusId}`,
      `/siklus/${siklusId}/dokumen`,
      `/siklus/${siklusId}/riwayat`,
      `/siklus/${siklusId}/langkah/P12/arsip`,
      `/siklus/${siklusId}/langkah/P8/rekap`,
      `/rekap/${siklusId}`,
      `/arsip/${arsipId}`,
    ]) {
      const $ = await camat.halaman(alamat)
      expect($('main form[method=post]').length, alamat).toBe(0)
    }
    expect((await camat.halaman(`/siklus/${siklusId}`))('h1').parent().text()).toContain('Diarsipkan')
  })
})

async function coba(o: OrangUji, { jalur, kode }: { jalur: string; kode: string }) {
  const alamat = jalur
    .replace(':siklusId', siklusId)
    .replace(':kode', kode)
    .replace(':barisId', id.baris ?? '')
    .replace(':anggaranId', id.anggaran ?? '')
    .replace(/:(id|formulirId)/, (jalur.startsWith('/formulir') ? id.formulir : arsipId) ?? '')
    .replace(/:\w+/g, id.formulir ?? '')
  return o.kirim(alamat, {
    versi: '1',
    alasan: 'Alasan yang cukup panjang.',
    catatan: 'x',
    keputusan: 'ya',
    unitId: id.formulir ?? '',
    baris: id.baris ?? '',
  })
}

/** Rows of a meeting and of attachments, put there past the seal by the owner. */
async function isiAnak(): Promise<void> {
  await app.sql(`do $$ declare s siklus; l langkah_siklus; r uuid; begin
    perform set_config('session_replication_role', 'replica', true);
    select * into s from siklus where id = '${siklusId}'; select * into l from langkah_siklus where siklus_id = s.id and kode = 'P2';
    insert into rapat (kecamatan_id, siklus_id, langkah_id, acara) values (s.kecamatan_id, s.id, l.id, 'Uji') on conflict (langkah_id) do update set acara = 'Uji' returning id into r;
    insert into peserta_rapat (kecamatan_id, rapat_id, urut, nama, jabatan) values (s.kecamatan_id, r, 1, 'Uji', 'Uji');
    insert into keputusan_rapat (kecamatan_id, rapat_id, urut, apa, siapa) values (s.kecamatan_id, r, 1, 'Uji', 'Uji');
    insert into lampiran_langkah (kecamatan_id, langkah_id, berkas_id) values (s.kecamatan_id, l.id, gen_random_uuid());
  end $$`)
}
