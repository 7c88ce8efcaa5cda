import { expect, test } from 'vitest'
import { urutKedudukan } from '../../../src/modul/organisasi/kedudukan-tim.ts'

test('Tim SAKIP diurutkan menurut siapa yang sehari-hari memimpin; pengarah dan penanggung jawab paling akhir', () => {
  const sk = ['Pengarah', 'Penanggung Jawab', 'Anggota', 'Sekretaris', 'Wakil Ketua', 'KETUA', 'Bidang pendataan']
  expect([...sk].sort((a, b) => urutKedudukan(a) - urutKedudukan(b))).toEqual([
    'KETUA',
    'Wakil Ketua',
    'Sekretaris',
    'Anggota',
    'Bidang pendataan',
    'Pengarah',
    'Penanggung Jawab',
  ])
  expect(urutKedudukan('Koordinator')).toBe(urutKedudukan('Ketua Tim'))
})
