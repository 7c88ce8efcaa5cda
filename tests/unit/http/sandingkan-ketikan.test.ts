import { load } from 'cheerio'
import { describe, expect, it } from 'vitest'
import {
  bacaKetikan,
  type Ketikan,
  kalimatDiketik,
  sandingkanKetikan,
} from '../../../src/inti/http/sandingkan-ketikan.ts'

/** The page of now, the form sent to /x, and what was typed on the page of before. */
function sandingkan(isi: string, ketikan: Ketikan) {
  const hasil = sandingkanKetikan(`<h1>Halaman</h1><form method="post" action="/x?a=b">${isi}</form>`, {
    jalur: '/x',
    ketikan,
    load,
    gambar: ({ tersimpan }) => `<em>${tersimpan}</em>`,
  })
  if (!hasil) throw new Error('formulirnya tidak ditemukan')
  const $ = load(hasil.html)
  return {
    ...hasil,
    $,
    nilai: (nama: string) => $(`[name="${nama}"]`).val(),
    kini: $('em')
      .get()
      .map((satu) => $(satu).text()),
  }
}

describe('satu isian yang lain daripada yang tersimpan', () => {
  it('teks dan paragraf: ketikan tetap di kotaknya, yang tersimpan di sampingnya', () => {
    const { nilai, kini, beda } = sandingkan(
      '<label for="a">Nama</label><input id="a" name="nama" value="Budi"><label for="b">Catatan <span class="isian__wajib">*</span></label><textarea id="b" name="catatan">\nsatu\ndua</textarea><input name="tetap" value="sama">',
      { nama: 'Bambang', catatan: 'satu\r\ntiga', tetap: 'sama' },
    )
    expect([nilai('nama'), nilai('catatan'), nilai('tetap')]).toEqual(['Bambang', 'satu\ntiga', 'sama'])
    expect(kini).toEqual(['Budi', 'satu\ndua'])
    expect(beda.map(({ id, label }) => [id, label])).toEqual([
      ['a', 'Nama'],
      ['b', 'Catatan'],
    ])
  })

  it('jeda baris dan spasi di tepi bukan perbedaan; yang tersimpan kosong disebut kosong', () => {
    const { kini } = sandingkan('<textarea name="a">x\ny</textarea><input name="b" value="">', {
      a: ' x\r\ny ',
      b: 'baru',
    })
    expect(kini).toEqual(['(kosong)'])
  })

  it('alasan perubahan milik kiriman ini: kembali ke kotaknya tanpa perbandingan', () => {
    const { nilai, kini } = sandingkan('<textarea name="alasan"></textarea>', { alasan: 'Salah ketik.' })
    expect([nilai('alasan'), kini]).toEqual(['Salah ketik.', []])
  })

  it('pilihan disebut dengan kata-katanya; pilihan yang sudah tidak ada tidak dipaksakan', () => {
    const pilih = '<select name="s"><option value="1" selected>Satu</option><option value="2">Dua</option></select>'
    const dua = sandingkan(pilih, { s: '2' })
    expect([dua.nilai('s'), dua.kini]).toEqual(['2', ['Satu']])
    const hilang = sandingkan(pilih, { s: '9' })
    expect([hilang.nilai('s'), hilang.kini]).toEqual(['1', []])
  })

  it('centang dan pilihan bulat kembali seperti dikirim; tiap perbedaan disebut sekali', () => {
    const { $, kini, beda } = sandingkan(
      '<input type="checkbox" name="c" value="a" checked><input type="checkbox" name="c" value="b"><fieldset><legend>Cara <span class="isian__wajib">*</span></legend><div class="form-check"><input type="radio" id="r1" name="r" value="1" checked><label for="r1">Satu</label></div><div class="form-check"><input type="radio" id="r2" name="r" value="2"><label for="r2">Dua</label></div></fieldset>',
      { c: 'b', r: '2' },
    )
    expect(
      $(':checked')
        .get()
        .map((satu) => $(satu).attr('value')),
    ).toEqual(['b', '2'])
    expect(kini).toEqual(['dicentang', 'tidak dicentang', 'Satu'])
    expect([beda.at(-1)?.label, $('#r1').next().is('label')]).toEqual(['Cara', true])
  })

  it('penanda tersembunyi tetap yang sekarang, jadi kiriman berikutnya memakai versi yang benar', () => {
    const { nilai, beda } = sandingkan(
      '<input type="hidden" name="versi" value="4"><input type="hidden" name="kunci" value="baru"><input name="a" value="1">',
      { versi: '3', kunci: 'lama', a: '2' },
    )
    expect([nilai('versi'), nilai('kunci'), beda.length]).toEqual(['4', 'baru', 1])
  })

  it('ketikan yang berisi tanda HTML tetap teks', () => {
    const { $, nilai } = sandingkan('<input name="a" value="1"><textarea name="b">x</textarea>', {
      a: '"><script>alert(1)</script>',
      b: '</textarea><script>alert(2)</script>',
    })
    expect($('script')).toHaveLength(0)
    expect([nilai('a'), nilai('b')]).toEqual(['"><script>alert(1)</script>', '</textarea><script>alert(2)</script>'])
  })
})

describe('baris tabel', () => {
  const baris = (ke: number, id: string, teks: string) =>
    `<input type="hidden" name="b.${ke}.id" value="${id}"><input name="b.${ke}.teks" value="${teks}">`

  it('dikenali dari penandanya, bukan dari letaknya: sisipan orang lain tidak menggeser ketikan', () => {
    const { nilai, kini } = sandingkan(
      baris(0, 'sisipan', 'dari orang lain') + baris(1, 'p', 'lama p') + baris(2, 'q', 'lama q') + baris(3, '', ''),
      {
        'b.0.id': 'p',
        'b.0.teks': 'baru p',
        'b.1.id': 'q',
        'b.1.teks': 'lama q',
        'b.2.id': '',
        'b.2.teks': 'baris baru saya',
      },
    )
    expect([0, 1, 2, 3].map((ke) => nilai(`b.${ke}.teks`))).toEqual([
      'dari orang lain',
      'baru p',
      'lama q',
      'baris baru saya',
    ])
    expect(kini).toEqual(['lama p', '(kosong)'])
  })

  it('ketikan pada baris yang sudah dihapus orang lain disebut, tidak hilang', () => {
    const { tersisa } = sandingkan(baris(0, 'q', 'lama q'), {
      'b.0.id': 'p',
      'b.0.teks': 'uraian yang panjang',
      'b.1.id': 'q',
      'b.1.teks': 'lama q',
    })
    expect(tersisa).toEqual(['uraian yang panjang'])
  })
})

describe('formulir yang dimaksud', () => {
  it('dikenali juga dari alamat tombolnya; yang paling banyak isiannya dipilih', () => {
    const hasil = sandingkanKetikan(
      '<form action="/x"><input name="lain"></form><form action="/y"><input name="a" value="1"><button formaction="/x">Selesai</button></form>',
      { jalur: '/x', ketikan: { a: '2' }, load, gambar: () => '' },
    )
    expect(hasil?.beda).toHaveLength(1)
  })

  it('tidak ada lagi: tidak ada yang disandingkan', () => {
    expect(sandingkanKetikan('<p>Selesai.</p>', { jalur: '/x', ketikan: {}, load, gambar: () => '' })).toBeNull()
  })
})

it('kalimat yang diketik: tanpa kunci, penanda, kata sandi, dan kode pendek', () => {
  expect(
    kalimatDiketik({
      kunci: 'a b',
      sandiBaru: 'rahasia sekali ya',
      unitId: '6f1c2d34-0000-4000-8000-123456789abc',
      jenis: 'LIBUR_DAERAH',
      alasan: ' Angkanya keliru. ',
      catatan: ['', 'dua kata'],
    }),
  ).toEqual(['Angkanya keliru.', 'dua kata'])
})

it('badan yang aneh bukan ketikan: benda bersarang, angka, dan badan yang tidak ada', () => {
  expect(bacaKetikan({ a: 'x', b: ['y', { z: 1 }], c: { d: 'e f' }, g: 1 })).toEqual({ a: ['x'], b: ['y'] })
  expect([bacaKetikan(undefined), bacaKetikan(null)]).toEqual([{}, {}])
  expect(
    kalimatDiketik(bacaKetikan(Object.assign(Object.create(null), { a: 'dua kata', b: { c: 'tiga kata lain' } }))),
  ).toEqual(['dua kata'])
})
