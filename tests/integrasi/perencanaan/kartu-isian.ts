import type { AplikasiUji } from '../../bantuan/aplikasi.ts'

/** A card as the form sends it: percentage of complaints, of the second sasaran of Taman, in the charge of the Seksi Pelayanan. */
export async function isianKartu(uji: AplikasiUji, lain: Record<string, string> = {}): Promise<Record<string, string>> {
  const [tempat] = await uji.sql<{ sasaran: string; unit: string }>(
    `select s.id as sasaran, u.id as unit from sasaran s join kecamatan k on k.id = s.kecamatan_id
     join unit_kerja u on u.kecamatan_id = k.id and u.kode = 'seksi-pelayanan' where k.kode = 'taman' order by s.urut, s.id limit 1`,
  )
  return {
    kode: 'IKU-90',
    jenis: 'IKU',
    nama: 'Persentase surat yang dijawab tepat waktu',
    satuan: '%',
    definisi: 'Surat masuk yang dijawab paling lama lima hari kerja dibanding semua surat masuk.',
    tempat: `SASARAN:${tempat?.sasaran}`,
    unitId: tempat?.unit ?? '',
    metode: 'PERSENTASE',
    'variabel.0.nama': 'Surat yang dijawab tepat waktu',
    'variabel.0.kode': '',
    'variabel.0.satuan': 'Surat',
    'variabel.1.nama': 'Surat masuk',
    'variabel.1.kode': 'penyebut',
    'variabel.1.satuan': 'Surat',
    ekspresi: '',
    rumus: '',
    desimal: '2',
    pembulatan: 'SETENGAH_NAIK',
    polaritas: 'MAKS',
    varianMin: '2T-R',
    arah: 'MAKS',
    agregasi: 'POSISI_AKHIR',
    aturanNol: 'BAKU',
    batasCapaian: '',
    bobot: '',
    sumberData: 'Agenda surat masuk',
    frekuensi: 'TRIWULANAN',
    buktiWajib: 'ya',
    aturanBukti: 'Agenda surat masuk sampai akhir periode',
    asal: 'Contoh',
    standarNilai: '',
    standarSumber: '',
    standarTahun: '',
    'smart.0.kode': 'S',
    'smart.0.jawaban': 'YA',
    'smart.0.catatan': 'Jelas',
    'smart.1.kode': 'M',
    'smart.1.jawaban': 'TIDAK',
    'smart.1.catatan': 'Agenda belum lengkap',
    ...lain,
  }
}

/** Fields of an open card form with what stands in them, as a browser would send them; each sending gets a key of its own. */
export function isiFormulir($: import('cheerio').CheerioAPI, formulir = 'form[data-jaga]'): Record<string, string> {
  const hasil: Record<string, string> = {}
  for (const { name, value } of $(formulir).serializeArray()) hasil[name] = value
  const { kunci: _, ...isi } = hasil
  return isi
}

/** Address of the form on a page, from its action. */
export const tujuanFormulir = ($: import('cheerio').CheerioAPI): string => String($('form[data-jaga]').attr('action'))

export const idIndikator = async (uji: AplikasiUji, kode: string, kecamatan = 'taman'): Promise<string> =>
  (
    await uji.sql<{ id: string }>(
      'select i.id from indikator i join kecamatan k on k.id = i.kecamatan_id where k.kode = $2 and i.kode = $1',
      [kode, kecamatan],
    )
  )[0]?.id ?? ''
