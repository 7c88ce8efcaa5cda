import { type Blok, type Pihak, pihakPejabat } from '../../inti/dokumen/index.ts'
import { tanggalLokal, tanggalPanjang } from '../../inti/waktu/index.ts'
import type { BahanFormulir } from './dokumen-formulir.ts'
import type { FormulirUnit } from './kueri.ts'

/** A returned form keeps when it was handed in last, but is not handed in. */
export const sudahDiserahkan = (f: FormulirUnit): f is FormulirUnit & { diserahkanPada: Date } =>
  f.status !== 'DIKEMBALIKAN' && f.diserahkanPada !== null

/** The unit head; on a form handed in the person who did, as the post held then; on a blank one also who wrote on it. */
export function tandaTangan(f: FormulirUnit, { pejabat, kecamatan, tanggal, blangko }: BahanFormulir): Blok {
  const kepala = pejabat.find((p) => p.kepalaUnit && p.unitId === f.unitId)
  const diserahkan = !blangko && sudahDiserahkan(f)
  const penyerah = diserahkan ? pejabat.find((p) => p.pegawaiId === f.penyerahId) : undefined
  const orang = diserahkan ? penyerah : kepala
  const pihak = pihakPejabat({
    tempat: kecamatan.tempat,
    tanggal: blangko
      ? '..............................'
      : tanggalPanjang(tanggalTanda(f, { tanggal, zona: kecamatan.zonaWaktu })),
    jabatan:
      diserahkan && f.jabatanPenyerah
        ? f.jabatanPenyerah.replace(/^(Plt|Plh|Pj)\. /, '')
        : (kepala?.jabatanNama ?? `Kepala ${f.unitNama}`),
    jenisPenugasan: diserahkan ? jenisDari(f.jabatanPenyerah) : kepala?.jenisPenugasan,
    nama: diserahkan && f.penyerah ? f.penyerah : (orang?.nama ?? ''),
    pangkat: orang?.pangkat,
    nip: orang?.nip,
    ...(diserahkan
      ? { tanda: { teks: f.serahKertas ? 'ditandatangani di atas kertas' : 'diserahkan dalam aplikasi' } }
      : {}),
  })
  return { jenis: 'tandaTangan', huruf: 'kecil', pihak: blangko ? [PENGISI_KERTAS, pihak] : [pihak] }
}

/** The day of a signature: that on the paper, else of handing in; of a form that is still with its unit, today. */
function tanggalTanda(f: FormulirUnit, { tanggal, zona }: { tanggal: string; zona: string }): string {
  if (!sudahDiserahkan(f)) return tanggal
  return f.serahKertas?.tanggal ?? tanggalLokal(f.diserahkanPada, zona)
}

/** Whoever fills the blank in by hand: name and date are what is recorded when it is taken over. */
const PENGISI_KERTAS: Pihak = {
  pengantar: ['Diisi tanggal ..............................'],
  jabatan: ['Yang mengisi,'],
  nama: '(......................................)',
}

function jenisDari(jabatan: string): 'DEFINITIF' | 'PLT' | 'PLH' | 'PJ' {
  const [, awalan] = /^(Plt|Plh|Pj)\. /.exec(jabatan) ?? []
  return awalan === 'Plt' ? 'PLT' : awalan === 'Plh' ? 'PLH' : awalan === 'Pj' ? 'PJ' : 'DEFINITIF'
}
