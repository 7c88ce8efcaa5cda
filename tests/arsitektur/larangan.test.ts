import { describe, expect, it } from 'vitest'
import { kodePolos } from './kode-polos.ts'
import { LARANGAN, langgar } from './larangan.ts'
import { bacaPohon, berkas } from './pohon.ts'

const pohon = bacaPohon()

describe.each(LARANGAN.map((satu) => [satu.nama, satu] as const))('%s', (_nama, larangan) => {
  it('dipatuhi di seluruh proyek', () => {
    expect(langgar(larangan, pohon)).toEqual([])
  })

  it('menemukan pelanggaran', () => {
    // in a file it holds for, and not where it is allowed
    const letak =
      ['src/modul/rekap/rute.ts', 'tests/unit/rekap/rute.test.ts'].find((jalur) => larangan.di.test(jalur)) ?? ''
    expect(langgar(larangan, [berkas(letak, `const a = 1\n${larangan.contoh}\n`)])).toHaveLength(1)
    if (!larangan.mentah) expect(langgar(larangan, [berkas(letak, `// ${larangan.contoh}\n`)])).toEqual([])
  })
})

describe('kode tanpa teks dan komentar', () => {
  it('menyisakan kodenya di tempat semula', () => {
    const kode = [
      "const a = 'any' // any",
      'const b = `any @{c(any1)} any @{d(`any @{e}`)} any`',
      'const f = /any["\'/]/g.test(g) ? h / i / j : /* any */ k',
      'l = { m: `@{n}` }',
    ]
      .join('\n')
      .replaceAll('@{', '$' + '{')
    const polos = kodePolos(kode)
    expect(polos).toHaveLength(kode.length)
    expect(polos.match(/\bany\b/g)).toBeNull()
    for (const sisa of ['c(any1)', 'd(', 'e}', '.test(g)', 'h / i / j', ' k', 'n}'])
      expect(polos.indexOf(sisa), sisa).toBe(kode.indexOf(sisa))
  })
})
