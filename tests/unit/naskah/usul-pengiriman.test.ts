import { describe, expect, it } from 'vitest'
import { isianPengiriman, isianPenyelesaian } from '../../../src/modul/naskah/isian-pengiriman.ts'
import { usulButir, usulKepada } from '../../../src/modul/naskah/usul-pengiriman.ts'

const dokumen = (jenis: string, judul: string, urut: number) => ({
  id: judul,
  jenis,
  judul,
  nomor: '',
  putaran: 1,
  urut,
})

describe('usul surat pengantar', () => {
  it('yang ditandatangani dikirim, bukan rancangannya; judulnya tanpa cara menandatangani', () => {
    const daftar = [
      dokumen('INSTRUKSI', 'Instruksi', 1),
      dokumen('NASKAH', 'Data Capaian', 2),
      dokumen('NASKAH_BERTANDA', 'Data Capaian (ditandatangani)', 3),
    ]
    expect(usulButir(daftar).map((b) => b.naskah)).toEqual(['Data Capaian'])
    expect(usulButir(daftar.slice(0, 2)).map((b) => b.naskah)).toEqual(['Data Capaian'])
    expect(usulButir(daftar.slice(0, 1)).map((b) => b.naskah)).toEqual(['Instruksi'])
    expect(usulButir([])).toEqual([])
  })

  it('kepada Bupati, atau Wali Kota di kota', () => {
    expect(usulKepada({ kabupaten: 'Kabupaten Pemalang' })).toBe('Bupati Pemalang')
    expect(usulKepada({ kabupaten: 'Kota Metro' })).toBe('Wali Kota Metro')
  })
})

describe('yang harus ada sebelum pengiriman selesai', () => {
  const SURAT = {
    versi: '1',
    tanggal: '2026-07-06',
    kepada: 'Bupati',
    penandatanganId: '00000000-0000-4000-8000-000000000001',
    'butir.0.naskah': 'Laporan',
    dikirimTanggal: '2026-07-06',
  }
  const kurang = (isi: Record<string, string>, adaBukti = false) => {
    const hasil = isianPenyelesaian('2026-07-07', adaBukti).safeParse({ ...SURAT, ...isi })
    return hasil.success ? [] : [...new Set(hasil.error.issues.map((i) => i.path.join('.')))]
  }

  it.each([
    ['diantar tanpa nama penerima', { cara: 'DIANTAR' }, ['penerima']],
    ['diantar dengan nama penerima', { cara: 'DIANTAR', penerima: 'Sari' }, []],
    ['lewat pos tanpa resi, penerima, atau berkas', { cara: 'POS' }, ['rujukan']],
    ['lewat pos dengan resi', { cara: 'POS', rujukan: 'R-1' }, []],
    ['tanpa cara', { rujukan: 'R-1' }, ['cara']],
    [
      'dikirim sebelum tanggal surat',
      { cara: 'SUREL', rujukan: 'a@b', dikirimTanggal: '2026-07-05' },
      ['dikirimTanggal'],
    ],
    ['dikirim besok', { cara: 'SUREL', rujukan: 'a@b', dikirimTanggal: '2026-07-08' }, ['dikirimTanggal']],
    [
      'diterima sebelum dikirim',
      { cara: 'SRIKANDI', rujukan: '9', diterimaTanggal: '2026-07-05' },
      ['diterimaTanggal'],
    ],
    ['tanpa naskah', { cara: 'DIANTAR', penerima: 'Sari', 'butir.0.naskah': '' }, ['butir.0.naskah']],
  ])('%s', (_, isi, harap) => {
    expect(kurang(isi as Record<string, string>)).toEqual(harap)
  })

  it('berkas bukti menggantikan resi', () => {
    expect(kurang({ cara: 'POS' }, true)).toEqual([])
  })

  it('rancangan boleh bolong; baris kosong dan yang ditandai hapus tidak ikut', () => {
    const hasil = isianPengiriman.parse({
      versi: '1',
      'butir.0.naskah': 'A',
      'butir.0.hapus': 'ya',
      'butir.1.naskah': 'B',
      'butir.2.naskah': '',
    })
    expect(hasil.butir).toEqual([{ naskah: 'B', banyaknya: '', keterangan: '' }])
    expect([hasil.cara, hasil.penandatanganId]).toEqual([null, null])
  })
})
