import { randomUUID } from 'node:crypto'
import { bacaKalender, bacaSkala, bacaSusunan } from '../../../prisma/benih/baca.ts'
import { type BasisData, type Tx, transaksi } from '../../inti/basis-data/index.ts'
import type { Kesalahan } from '../../inti/http/index.ts'
import { catatJejak } from '../../inti/jejak/index.ts'
import { denganKonteks } from '../../inti/konteks.ts'
import { bacaNip } from '../../inti/nip.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { jam, tanggalLokal } from '../../inti/waktu/index.ts'
import { alasanSandiDitolak, cincangSandi } from '../akun/index.ts'
import type { IsianKantor } from './isian.ts'
import { sidikKode } from './kode.ts'

const DITOLAK = Symbol('kode tidak berlaku')
/** 'KODE' when the code is unknown, used, or too old; field errors otherwise; null when the office stands. */
export type HasilKantor = Kesalahan | 'KODE' | null

/**
 * Sets up one kecamatan with a one-time code: the office with its letterhead, the chosen units and posts, holidays and
 * scale of predicates, and the first operator with an account. One transaction; nothing of a refused set-up stays.
 */
export async function buatKantor(db: BasisData, kode: string, isian: IsianKantor): Promise<HasilKantor> {
  const lemah = alasanSandiDitolak(isian.sandi, [isian.nama, isian.namaPengguna])
  if (lemah) return { sandi: lemah }
  const pelaku = susunOperator(isian)
  const sandi = await cincangSandi(isian.sandi)
  try {
    return await denganKonteks({ kecamatanId: pelaku.kecamatanId, kunci: null }, () =>
      transaksi(db, pelaku, async (tx) => {
        if (!(await buatKecamatan(tx, pelaku, { kode, isian }))) throw DITOLAK
        await isiRujukan(tx, pelaku.kecamatanId)
        await isiSusunan(tx, pelaku, isian)
        await isiOperator(tx, pelaku, { isian, sandi })
        return null
      }),
    )
  } catch (sebab) {
    if (sebab === DITOLAK) return 'KODE'
    const bentrok = kesalahanBentrok(sebab)
    if (bentrok) return bentrok
    throw sebab
  }
}

/** The operator acts before being in any table: the ids are made here. */
function susunOperator({ operator, nip, nama, kabupaten, zonaWaktu }: IsianKantor): Pelaku {
  const nomor = bacaNip(nip)
  return {
    akunId: randomUUID(),
    pegawaiId: randomUUID(),
    nama: operator,
    nip: nomor.jenis === 'nip' ? nomor.nip : null,
    pangkat: null,
    kecamatanId: randomUUID(),
    namaKecamatan: `Kecamatan ${nama}`,
    kabupaten,
    zonaWaktu,
    peran: ['ADMIN'],
    penugasan: [],
    anggotaTimSakip: false,
    wajibGantiSandi: false,
  }
}

async function buatKecamatan(
  tx: Tx,
  pelaku: Pelaku,
  { kode, isian }: { kode: string; isian: IsianKantor },
): Promise<boolean> {
  const { tempat, alamat, telepon, surel, kodeSurat } = isian
  const isi = {
    id: pelaku.kecamatanId,
    kode: susunKode(isian),
    nama: pelaku.namaKecamatan,
    kabupaten: pelaku.kabupaten,
    tempat,
    alamat,
    telepon,
    surel,
    zona_waktu: pelaku.zonaWaktu,
    kode_surat: kodeSurat,
    aktif: true,
  }
  const [baris] = await tx.$queryRaw<{ jadi: boolean }[]>`
    select buat_kecamatan(${sidikKode(kode)}, ${JSON.stringify(isi)}::jsonb) as jadi`
  return baris?.jadi === true
}

/** "taman-kabupaten-pemalang": one code per kecamatan of a kabupaten, so the same office cannot be set up twice. */
const susunKode = ({ nama, kabupaten }: IsianKantor): string =>
  `${nama} ${kabupaten}`
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

async function isiRujukan(tx: Tx, kecamatanId: string): Promise<void> {
  const libur = bacaKalender().flatMap(({ status, sumber, liburNasional, cutiBersama }) => [
    ...liburNasional.map((h) => ({ ...h, jenis: 'LIBUR_NASIONAL' as const, status, sumber })),
    ...cutiBersama.map((h) => ({ ...h, jenis: 'CUTI_BERSAMA' as const, status, sumber })),
  ])
  await tx.hariLibur.createMany({ data: libur.map((h) => ({ ...h, kecamatanId, tanggal: new Date(h.tanggal) })) })
  const { tahun, nama, sumber, kelas } = bacaSkala()
  await tx.skalaPredikat.createMany({ data: tahun.map((t) => ({ kecamatanId, tahun: t, nama, sumber, kelas })) })
}

/** The kecamatan itself as a unit with the Camat's post, the chosen units below it, and the operator's post. */
async function isiSusunan(tx: Tx, { kecamatanId, namaKecamatan }: Pelaku, { susunan }: IsianKantor): Promise<void> {
  const dipilih = bacaSusunan().susunan.filter((s) => s.wajib || susunan.includes(s.kode))
  const id = new Map(['kecamatan', ...dipilih.map((s) => s.kode)].map((kode) => [kode, randomUUID()]))
  const induk = (kode: string) => id.get(kode) ?? null
  const unit = [
    { kode: 'kecamatan', nama: namaKecamatan, jenis: 'KECAMATAN' as const, induk: null },
    ...dipilih.map(({ kode, unit: u }) => ({ kode, ...u })),
  ]
  const jabatan = [
    { kode: 'camat', nama: namaKecamatan.replace(/^Kecamatan/, 'Camat'), peran: 'CAMAT' as const, unit: 'kecamatan' },
    ...dipilih.flatMap((s) => s.jabatan.map((j) => ({ ...j, unit: s.kode }))),
    { kode: 'operator', nama: 'Operator Aplikasi', peran: 'ADMIN' as const, unit: 'sekretariat' },
  ]
  await tx.unitKerja.createMany({
    data: unit.map((u, i) => ({
      id: induk(u.kode) ?? randomUUID(),
      kecamatanId,
      kode: u.kode,
      nama: u.nama,
      jenis: u.jenis,
      indukId: u.induk === null ? null : induk(u.induk),
      urut: i + 1,
    })),
  })
  await tx.jabatan.createMany({
    data: jabatan.map(({ unit: kodeUnit, ...j }, i) => ({ ...j, kecamatanId, unitId: induk(kodeUnit), urut: i + 1 })),
  })
}

async function isiOperator(
  tx: Tx,
  pelaku: Pelaku,
  { isian, sandi }: { isian: IsianKantor; sandi: string },
): Promise<void> {
  const { kecamatanId, pegawaiId, nama, nip } = pelaku
  await tx.pegawai.create({
    data: { id: pegawaiId, kecamatanId, nama, nip, jenisNip: nip === null ? 'NON_ASN' : 'PNS' },
  })
  const jabatan = await tx.jabatan.findFirstOrThrow({
    where: { kecamatanId, kode: 'operator' },
    select: { id: true, nama: true },
  })
  const mulai = new Date(tanggalLokal(jam.sekarang(), pelaku.zonaWaktu))
  await tx.penugasan.create({ data: { kecamatanId, pegawaiId, jabatanId: jabatan.id, mulai } })
  await tx.akun.create({
    data: {
      id: pelaku.akunId,
      kecamatanId,
      pegawaiId,
      namaPengguna: isian.namaPengguna,
      sandi,
      wajibGanti: false,
      sesiBerlakuSejak: jam.sekarang(),
    },
  })
  await catatJejak(tx, sebagaiOperator(pelaku, jabatan), {
    peristiwa: 'kantor.disiapkan',
    objekJenis: 'kecamatan',
    objekId: kecamatanId,
    rincian: { kecamatan: pelaku.namaKecamatan, kabupaten: pelaku.kabupaten, operator: nama },
    sebagai: ['ADMIN'],
  })
}

/** With the post just made, so that the trail names it. */
const sebagaiOperator = (pelaku: Pelaku, { id, nama }: { id: string; nama: string }): Pelaku => ({
  ...pelaku,
  penugasan: [
    {
      id,
      jenis: 'DEFINITIF',
      jabatanId: id,
      jabatanKode: 'operator',
      jabatanNama: nama,
      peran: 'ADMIN',
      unitId: null,
      unitNama: null,
      unitKode: null,
      kepalaUnit: false,
    },
  ],
})

/** What another office already has: the sentence beside its field. */
function kesalahanBentrok(sebab: unknown): Kesalahan | null {
  const teks = JSON.stringify(sebab, [
    'code',
    'message',
    'meta',
    'target',
    'cause',
    'originalMessage',
    'constraint',
    'fields',
  ])
  if (!/23505|P2002|[Uu]nique/.test(`${teks}${String(sebab)}`)) return null
  const semua = `${teks}${String(sebab)}`
  if (/nama_pengguna/.test(semua)) return { namaPengguna: 'Nama pengguna ini sudah dipakai. Pilih yang lain.' }
  if (/nip/.test(semua)) return { nip: 'NIP ini sudah tercatat pada kantor lain di pemasangan ini.' }
  return { nama: 'Kecamatan ini sudah ada di pemasangan ini. Mintalah operatornya membuatkan akun.' }
}
