import { Desimal } from '../../../inti/angka/index.ts'
import { type Metode, periksaRumus } from '../../pengukuran/index.ts'
import { kodeVariabel } from './isi-kartu.ts'
import type { BidangKartu } from './isian.ts'

type Kesalahan = [bidang: string, pesan: string]
type Isi = BidangKartu

/** How many variables a method needs: at least, at most, and the sentence when it has not. */
const BANYAK: Readonly<Record<Metode, readonly [min: number, maks: number, pesan: string]>> = {
  TUNGGAL: [1, 1, 'Cara "satu nilai" memerlukan tepat satu data.'],
  PERSENTASE: [2, 20, 'Persentase memerlukan pembilang dan penyebut: tulis keduanya.'],
  RASIO: [2, 20, 'Perbandingan memerlukan pembilang dan penyebut: tulis keduanya.'],
  SELISIH: [2, 20, 'Selisih memerlukan data yang dikurangi dan pengurangnya.'],
  JUMLAH: [1, 20, 'Tulis data yang dijumlahkan.'],
  RATA_RATA: [1, 20, 'Tulis data yang dirata-ratakan.'],
  BERBOBOT: [2, 20, 'Rata-rata berbobot memerlukan paling sedikit dua data.'],
  RUMUS: [1, 20, 'Tulis data yang dipakai dalam rumus.'],
  KATEGORI: [0, 20, ''],
}

/** Rules of a card that touch more than one field, each with the field beside which it is shown. Pure. */
export function periksaIsiKartu(isi: Isi): Kesalahan[] {
  return [...periksaVariabel(isi), ...periksaKategori(isi), ...periksaEkspresi(isi), ...periksaLain(isi)]
}

function periksaVariabel(isi: Isi): Kesalahan[] {
  const terisi = isi.variabel.flatMap((v, ke) => (v.nama === '' ? [] : [{ ...v, ke }]))
  const [min, maks, pesan] = BANYAK[isi.metode]
  const salah: Kesalahan[] = []
  if (terisi.length < min || terisi.length > maks) salah.push(['variabel.0.nama', pesan])
  for (const { kode, ke } of terisi)
    if (kode !== '' && terisi.some((lain) => lain.ke < ke && lain.kode === kode))
      salah.push([`variabel.${ke}.kode`, `Kode ${kode} sudah dipakai data di atasnya.`])
  if (isi.metode === 'BERBOBOT') {
    const jumlah = terisi.reduce((n, { bobot }) => n.plus(bobot ?? 0), new Desimal(0))
    if (terisi.some(({ bobot }) => bobot === null)) salah.push(['variabel.0.bobot', 'Tulis bobot setiap data.'])
    else if (!jumlah.eq(100))
      salah.push(['variabel.0.bobot', `Jumlah bobot ${jumlah.toFixed().replace('.', ',')}, seharusnya 100.`])
  }
  return [...salah, ...periksaPeran(isi)]
}

/** Roles belong to the methods that have two sides; then both sides must be there. */
function periksaPeran({ metode, variabel }: Isi): Kesalahan[] {
  const peran = variabel.filter((v) => v.nama !== '').map((v) => v.peran)
  if (peran.every((p) => p === '')) return []
  const [kiri, kanan] = metode === 'SELISIH' ? ['SUKU', 'PENGURANG'] : ['PEMBILANG', 'PENYEBUT']
  if (metode !== 'SELISIH' && metode !== 'PERSENTASE' && metode !== 'RASIO')
    return [['variabel.0.peran', 'Peran hanya dipakai pada persentase, perbandingan, dan selisih. Kosongkan perannya.']]
  if (peran.some((p) => p !== kiri && p !== kanan))
    return [
      [
        'variabel.0.peran',
        metode === 'SELISIH'
          ? 'Beri setiap data peran: yang dikurangi atau pengurang.'
          : 'Beri setiap data peran: pembilang atau penyebut.',
      ],
    ]
  if (peran.includes(kiri ?? '') && peran.includes(kanan ?? '')) return []
  return [
    [
      'variabel.0.peran',
      metode === 'SELISIH' ? 'Selisih memerlukan kedua peran.' : 'Rumus memerlukan pembilang dan penyebut.',
    ],
  ]
}

function periksaKategori({ metode, polaritas, kategori }: Isi): Kesalahan[] {
  if ((metode === 'KATEGORI') !== (polaritas === 'KATEGORI'))
    return [['polaritas', 'Polaritas "menurut kategori" dipakai bersama cara menghitung "kategori", dan sebaliknya.']]
  if (metode !== 'KATEGORI') return []
  const terisi = kategori.flatMap((k, ke) => (k.nama === '' ? [] : [{ ...k, ke }]))
  const salah: Kesalahan[] =
    terisi.length < 2 ? [['kategori.0.nama', 'Tulis paling sedikit dua kategori beserta skornya.']] : []
  for (const { nama, kode, ke } of terisi) {
    const sama = terisi.some((lain) => lain.ke < ke && (lain.kode || lain.nama) === (kode || nama))
    if (sama) salah.push([`kategori.${ke}.nama`, `Kategori ${nama} sudah ditulis di atasnya.`])
  }
  if (terisi.length > 1 && terisi.every(({ skor }) => Number(skor) === 0))
    salah.push(['kategori.0.skor', 'Paling sedikit satu kategori berskor lebih dari nol.'])
  return salah
}

function periksaEkspresi({ metode, ekspresi, satuan, variabel }: Isi): Kesalahan[] {
  if (metode !== 'RUMUS')
    return ekspresi === ''
      ? []
      : [
          [
            'ekspresi',
            'Rumus sendiri hanya dipakai bila cara menghitungnya "rumus sendiri". Kosongkan, atau ubah caranya.',
          ],
        ]
  const { masalah } = periksaRumus(ekspresi, { variabel: kodeVariabel(variabel), satuan })
  return masalah.length === 0 ? [] : [['ekspresi', masalah.join(' ')]]
}

function periksaLain(isi: Isi): Kesalahan[] {
  const salah: Kesalahan[] = []
  if (isi.aturanNol === 'SERATUS' && isi.polaritas !== 'MAKS')
    salah.push(['aturanNol', 'Aturan ini hanya untuk "makin tinggi makin baik".'])
  if (isi.bobot !== null && (Number(isi.bobot) <= 0 || Number(isi.bobot) > 1000))
    salah.push(['bobot', 'Bobot lebih dari 0 sampai 1000.'])
  if (isi.buktiWajib && isi.aturanBukti === '')
    salah.push(['aturanBukti', 'Tulis apa yang dianggap bukti, misalnya: register pengaduan.'])
  const standar = [isi.standarNilai, isi.standarSumber, isi.standarTahun]
  if (standar.some(Boolean) && !standar.every(Boolean))
    salah.push(['standarNilai', 'Standar nasional ditulis lengkap: nilai, sumber, dan tahunnya.'])
  if (isi.standarTahun !== '' && !/^(19|20)\d\d$/.test(isi.standarTahun))
    salah.push(['standarTahun', 'Tulis tahun empat angka, misalnya 2024.'])
  return salah
}
