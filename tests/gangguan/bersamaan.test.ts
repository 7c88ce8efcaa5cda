import { setTimeout as tidur } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pastikanUtuh } from '../bantuan/proses-audit.ts'
import { formulirBaru, type Jawaban, masukHttp, type OrangHttp } from '../bantuan/proses-http.ts'
import { bukaKantor, type KantorUji } from '../bantuan/proses-kantor.ts'
import { ambilFormulirServer, barisAngka, jawabSemua } from '../bantuan/proses-siklus.ts'
import { mulaiSiklusUji, sampaiLangkah } from '../bantuan/siklus.ts'
import { acak, BENIH, BISA, PENUH } from './ukuran.ts'

/** Pairs of two at once: 61 in short, more than 200 in full. */
const kali = (pendek: number): number => (PENUH ? pendek * 4 : pendek)

let kantor: KantorUji
const orang = new Map<string, OrangHttp>()

beforeAll(async () => {
  if (!BISA) return
  kantor = await bukaKantor()
})
afterAll(async () => {
  for (const satu of orang.values()) satu.tutup()
  await kantor?.tutup()
})

/** `peramban` 2: the same person at a second machine. */
async function siapa(nama: string, peramban = 1): Promise<OrangHttp> {
  const kunci = `${nama} ${peramban}`
  const ada = orang.get(kunci) ?? (await masukHttp(kantor.server.alamat, nama, kantor.server.sandi))
  orang.set(kunci, ada)
  return ada
}

/** Both at once, in random order and up to 3 ms apart; answers in the given order. */
async function bersama(kiri: () => Promise<Jawaban>, kanan: () => Promise<Jawaban>): Promise<[Jawaban, Jawaban]> {
  const jeda = acak(4)
  const tunda = async (kerja: () => Promise<Jawaban>, ms: number) => {
    if (ms > 0) await tidur(ms)
    return kerja()
  }
  return acak(2) === 0 ? Promise.all([kiri(), tunda(kanan, jeda)]) : Promise.all([tunda(kiri, jeda), kanan()])
}

/** Exactly one is carried out, the other is told that somebody was first. */
function pastikanSatu(apa: string, jawaban: readonly Jawaban[], berhasil: number): { menang: Jawaban; kalah: Jawaban } {
  const status = jawaban.map((j) => j.status)
  expect(status.toSorted(), `${apa} (benih ${BENIH})`).toEqual([berhasil, 409].toSorted())
  const menang = jawaban.find((j) => j.status === berhasil)
  const kalah = jawaban.find((j) => j.status === 409)
  if (!menang || !kalah) throw new Error('tidak mungkin')
  expect(kalah.teks, 'yang kalah diberi tahu').toMatch(/sudah|berubah|lebih dulu|Muat ulang/i)
  return { menang, kalah }
}

const jumlahJejak = async (peristiwa: string, objekId: string): Promise<number> => {
  const [b] = await kantor.dalam.sql<{ n: number }>(
    'select count(*)::int as n from jejak where peristiwa = $1 and objek_id = $2',
    [peristiwa, objekId],
  )
  return b?.n ?? 0
}

describe.skipIf(!BISA)('dua orang pada saat yang sama', () => {
  it('menyimpan nilai yang sama: satu tersimpan, yang lain diberi tahu siapa yang mendahului', async () => {
    const [kasi, staf] = [await siapa('kasi.pemerintahan'), await siapa('staf.pemerintahan')]
    const formulir = await ambilFormulirServer(kantor.dalam, kantor.siklusId, 'seksi-pemerintahan')
    const [baris] = barisAngka(formulir)
    if (!baris) throw new Error('formulir tanpa baris angka')
    const simpan = (oleh: OrangHttp, versi: number, nilai: string) => () =>
      oleh.kirim(
        `/formulir/${formulir.id}/baris/${baris.id}`,
        formulirBaru({ versi: String(versi), keterangan: nilai, [`v.${baris.variabel[0]}`]: '7' }),
        { json: true },
      )
    for (let ke = 0; ke < kali(25); ke++) {
      const versi = baris.versi + ke
      const jawaban = await bersama(simpan(kasi, versi, `kasi ${ke}`), simpan(staf, versi, `staf ${ke}`))
      const { menang, kalah } = pastikanSatu(`simpan ${ke}`, jawaban, 200)
      const [tersimpan] = await kantor.dalam.sql<{ versi: number; keterangan: string; oleh: string }>(
        'select versi, keterangan, diubah_oleh as oleh from baris_formulir where id = $1',
        [baris.id],
      )
      expect(tersimpan?.versi).toBe(versi + 1)
      expect(tersimpan?.keterangan).toBe(menang === jawaban[0] ? `kasi ${ke}` : `staf ${ke}`)
      expect((JSON.parse(kalah.teks) as { teks: string }).teks).toContain(tersimpan?.oleh ?? '?')
    }
    expect(await jumlahJejak('formulir.baris-disimpan', baris.id)).toBe(kali(25))
  })

  it('menyerahkan dan menarik kembali: satu yang terjadi', async () => {
    const formulir = await ambilFormulirServer(kantor.dalam, kantor.siklusId, 'seksi-pmd')
    await jawabSemua(kantor.dalam, formulir.id)
    const [satu, dua] = [await siapa('kasi.pmd'), await siapa('kasi.pmd', 2)]
    const lakukan = (oleh: OrangHttp, tindakan: string, versi: number) => () =>
      oleh.kirim(`/formulir/${formulir.id}/${tindakan}`, formulirBaru({ versi: String(versi) }))
    const terjadi = { penyerahan: 0, penarikan: 0 }
    for (let ke = 0; ke < kali(12); ke++) {
      const { status, versi } = await ambilFormulirServer(kantor.dalam, kantor.siklusId, 'seksi-pmd')
      const boleh = status === 'DISERAHKAN' ? 'penarikan' : 'penyerahan'
      // by turns: one against the other, and the same act from two machines
      const lawan = ke % 2 === 0 ? (boleh === 'penarikan' ? 'penyerahan' : 'penarikan') : boleh
      pastikanSatu(
        `${boleh} dan ${lawan} ${ke}`,
        await bersama(lakukan(satu, boleh, versi), lakukan(dua, lawan, versi)),
        303,
      )
      terjadi[boleh]++
      const kini = await ambilFormulirServer(kantor.dalam, kantor.siklusId, 'seksi-pmd')
      expect([kini.status, kini.versi]).toEqual([boleh === 'penyerahan' ? 'DISERAHKAN' : 'DITERIMA', versi + 1])
    }
    expect(await jumlahJejak('formulir.diserahkan', formulir.id)).toBe(terjadi.penyerahan)
    expect(await jumlahJejak('formulir.ditarik', formulir.id)).toBe(terjadi.penarikan)
  })

  it('staf menyimpan ketika kepalanya menyerahkan: simpanan ikut diserahkan atau ditolak, tidak pernah masuk sesudahnya', async () => {
    const formulir = await ambilFormulirServer(kantor.dalam, kantor.siklusId, 'seksi-kesos')
    await jawabSemua(kantor.dalam, formulir.id)
    const [kasi, staf] = [await siapa('kasi.kesos'), await siapa('staf.kesos')]
    for (let ke = 0; ke < kali(8); ke++) {
      const kini = await ambilFormulirServer(kantor.dalam, kantor.siklusId, 'seksi-kesos')
      const [baris] = barisAngka(kini)
      if (!baris) throw new Error('formulir tanpa baris angka')
      const [serah, simpan] = await bersama(
        () => kasi.kirim(`/formulir/${formulir.id}/penyerahan`, formulirBaru({ versi: String(kini.versi) })),
        () =>
          staf.kirim(
            `/formulir/${formulir.id}/baris/${baris.id}`,
            formulirBaru({ versi: String(baris.versi), tb: '1', alasan: `alasan nomor ${ke}` }),
            { json: true },
          ),
      )
      expect(serah.status, serah.teks.slice(-600)).toBe(303)
      expect([200, 409]).toContain(simpan.status)
      const [urut] = await kantor.dalam.sql<{ serah: string; simpan: string | null }>(
        `select max(urut) filter (where peristiwa = 'formulir.diserahkan')::text as serah, max(urut) filter (where peristiwa = 'formulir.baris-disimpan')::text as simpan
         from jejak where objek_id in ($1, $2)`,
        [formulir.id, baris.id],
      )
      expect(Number(urut?.simpan ?? 0), 'tidak ada simpanan sesudah penyerahan').toBeLessThan(Number(urut?.serah))
      const tarik = await kasi.kirim(
        `/formulir/${formulir.id}/penarikan`,
        formulirBaru({ versi: String(kini.versi + 1) }),
      )
      expect(tarik.status).toBe(303)
    }
  })

  it('memulai SOP yang sama untuk periode yang sama: satu siklus', async () => {
    const [tim, camat] = [await siapa('sakip1'), await siapa('camat')]
    const [sop] = await kantor.dalam.sql<{ id: string }>(`select id from sop where kode = 'pengumpulan-taman'`)
    for (let ke = 0; ke < kali(6); ke++) {
      const isian = {
        sopId: sop?.id ?? '',
        tahun: String(2027 + Math.floor(ke / 12)),
        periode: `BULAN-${(ke % 12) + 1}`,
        tenggat: '',
      }
      const mulai = (oleh: OrangHttp) => () => oleh.kirim('/siklus', formulirBaru(isian))
      const { menang } = pastikanSatu(`mulai ${ke}`, await bersama(mulai(tim), mulai(camat)), 303)
      expect((await tim.buka(menang.lokasi)).status).toBe(200)
      const [ada] = await kantor.dalam.sql<{ n: number }>(
        `select count(*)::int as n from siklus where jenis_periode = 'BULAN' and tahun = $1 and nomor_periode = $2`,
        [2027 + Math.floor(ke / 12), (ke % 12) + 1],
      )
      expect(ada?.n).toBe(1)
    }
  })

  it('membekukan rekap, lalu menyetujui dan mengembalikan: satu versi, satu keputusan', async () => {
    const { dalam } = kantor
    const [tim, rekan, sekcam, sekcamLain] = [
      await siapa('sakip1'),
      await siapa('sakip2'),
      await siapa('sekcam'),
      await siapa('sekcam', 2),
    ]
    const hasil = { disetujui: 0, dikembalikan: 0 }
    let siklusId: string | null = null
    for (let ke = 0; ke < kali(5); ke++) {
      siklusId ??= await mulaiSiklusUji(dalam, { periode: { jenis: 'BULAN', tahun: 2026, nomor: hasil.disetujui + 1 } })
      const alamat = `/siklus/${siklusId}/langkah`
      const id = siklusId
      await sampaiLangkah(dalam, id, 'P8')
      const versi = await versiDi(tim, `${alamat}/P8/rekap`)
      const bekukan = (oleh: OrangHttp) => () =>
        oleh.kirim(`${alamat}/P8/rekap/pembekuan`, formulirBaru({ versi, catatan: oleh.nama }))
      const sebelum = await jumlahRekap(id)
      pastikanSatu(`bekukan ${ke}`, await bersama(bekukan(tim), bekukan(rekan)), 303)
      expect(await jumlahRekap(id)).toBe(sebelum + 1)
      await sampaiLangkah(dalam, id, 'P10')
      const versiTelaah = await versiDi(sekcam, `${alamat}/P10/telaah`)
      const [setuju, kembali] = await bersama(
        () => sekcam.kirim(`${alamat}/P10/telaah/persetujuan`, formulirBaru({ versi: versiTelaah, catatan: '' })),
        () =>
          sekcamLain.kirim(
            `${alamat}/P10/telaah/pengembalian`,
            formulirBaru({ versi: versiTelaah, tujuan: 'P8', alasanUmum: 'Periksa kembali seluruh rekap.' }),
          ),
      )
      pastikanSatu(`setujui dan kembalikan ${ke}`, [setuju, kembali], 303)
      const [kini] = await dalam.sql<{ kode: string }>(
        `select kode from langkah_siklus where siklus_id = $1 and status = 'BERJALAN'`,
        [id],
      )
      expect(kini?.kode).toBe(setuju.status === 303 ? 'P11' : 'P8')
      hasil[setuju.status === 303 ? 'disetujui' : 'dikembalikan']++
      const [telaah] = await dalam.sql<{ n: number }>('select count(*)::int as n from telaah where siklus_id = $1', [
        id,
      ])
      expect(telaah?.n, 'satu keputusan tiap putaran').toBe(await jumlahRekap(id))
      if (setuju.status === 303) siklusId = null
    }
    expect(hasil.disetujui + hasil.dikembalikan).toBe(kali(5))
  })

  it('sesudah semua itu jejak audit dan riwayat siklus tetap utuh', async () => {
    await pastikanUtuh(kantor.dalam)
  })
})

const jumlahRekap = async (siklusId: string): Promise<number> => {
  const [b] = await kantor.dalam.sql<{ n: number }>('select count(*)::int as n from rekap where siklus_id = $1', [
    siklusId,
  ])
  return b?.n ?? 0
}

/** The version a page carries in its form. */
async function versiDi(oleh: OrangHttp, jalur: string): Promise<string> {
  const halaman = await oleh.buka(jalur)
  const versi = /name="versi" value="(\d+)"/.exec(halaman.teks)?.[1]
  if (!versi)
    throw new Error(
      `${oleh.nama}: ${jalur} (${halaman.status}) tanpa tombol: ${halaman.teks
        .replace(/<[^>]+>/g, ' ')
        .replace(/\s+/g, ' ')
        .slice(0, 500)}`,
    )
  return versi
}
