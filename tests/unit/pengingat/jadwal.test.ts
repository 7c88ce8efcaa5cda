import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  adalahHariKerja,
  JAM_KERJA_BAKU,
  type Kalender,
  tambahHari,
  tanggalLokal,
} from '../../../src/inti/waktu/index.ts'
import {
  bolehSekarang,
  posisiHari,
  putaranSekarang,
  waktunyaDiingatkan,
  waktunyaDilaporkan,
} from '../../../src/modul/pengingat/jadwal.ts'
import { SETELAN_BAKU } from '../../../src/modul/pengingat/setelan.ts'

// 17 August 2026 is a Monday; Tuesday the 25th (Maulid) is off too
const kalender: Kalender = {
  libur: new Set(['2026-08-17', '2026-08-25']),
  jamKerja: JAM_KERJA_BAKU,
  zona: 'Asia/Jakarta',
}
const saat = { setelan: SETELAN_BAKU, kalender }
const sehari = (hari: string) => ({ hari, sesudah: tambahHari(hari, -1) })
const wib = (tanggal: string, jam: string) => new Date(`${tanggal}T${jam}:00+07:00`)
/** Days of August on which a task of this tenggat is reminded of, when the office works every day. */
const hariDiingatkan = (tenggat: string) =>
  Array.from({ length: 31 }, (_, ke) => tambahHari('2026-08-01', ke)).filter((hari) =>
    waktunyaDiingatkan(tenggat, sehari(hari), saat),
  )

describe('hari pengingat', () => {
  it('3 dan 1 hari kerja sebelum, pada harinya, lalu terlambat 1 hari kerja dan tiap 2 hari kerja', () => {
    expect(hariDiingatkan('2026-08-06')).toEqual([
      '2026-08-03',
      '2026-08-05',
      '2026-08-06',
      '2026-08-07',
      '2026-08-11',
      '2026-08-13',
      '2026-08-18',
      '2026-08-20',
      '2026-08-24',
      '2026-08-27',
      '2026-08-31',
    ])
  })

  it('tenggat pada hari libur: hari kerja terakhir sebelumnya adalah harinya', () => {
    // Monday 17 August is off: Friday the 14th is the day, Tuesday the 18th one working day late
    expect(hariDiingatkan('2026-08-17').slice(0, 4)).toEqual(['2026-08-11', '2026-08-13', '2026-08-14', '2026-08-18'])
    expect(posisiHari('2026-08-14', '2026-08-17', kalender)).toBe(0)
    expect(posisiHari('2026-08-18', '2026-08-17', kalender)).toBe(1)
    // looked at on the Sunday after a Friday: late, not due today
    expect(posisiHari('2026-08-09', '2026-08-07', kalender)).toBe(1)
  })

  it('kepala unit sesudah 1 hari kerja, Sekcam sesudah 3 hari kerja, lalu berulang; 0 berarti tidak pernah', () => {
    const lapor = (hari: string, sesudah: number) =>
      waktunyaDilaporkan('2026-08-06', sehari(hari), { ...saat, sesudah })
    expect(['2026-08-06', '2026-08-07', '2026-08-10', '2026-08-11'].map((h) => lapor(h, 1))).toEqual([
      false,
      true,
      false,
      true,
    ])
    expect(['2026-08-07', '2026-08-10', '2026-08-11', '2026-08-13'].map((h) => lapor(h, 3))).toEqual([
      false,
      false,
      true,
      true,
    ])
    expect(lapor('2026-08-11', 0)).toBe(false)
  })

  it('komputer mati beberapa hari: hari yang terlewat masuk satu putaran', () => {
    // reminded last on Monday; "3 days before" was on Tuesday
    const putaran = putaranSekarang(wib('2026-08-05', '08:00'), { ...saat, terakhir: '2026-08-03' })
    expect(putaran).toEqual({ hari: '2026-08-05', sesudah: '2026-08-03' })
    expect(putaran && waktunyaDiingatkan('2026-08-07', putaran, saat)).toBe(true)
    expect(waktunyaDiingatkan('2026-08-07', sehari('2026-08-05'), saat)).toBe(false)
  })

  it('hanya pada jam pengingat hari kerja', () => {
    const boleh = (tanggal: string, jam: string) => bolehSekarang(wib(tanggal, jam), SETELAN_BAKU, kalender)
    expect([boleh('2026-08-06', '07:29'), boleh('2026-08-06', '07:30')]).toEqual([false, true])
    expect([boleh('2026-08-06', '15:59'), boleh('2026-08-06', '16:00')]).toEqual([true, false])
    expect([boleh('2026-08-08', '10:00'), boleh('2026-08-17', '10:00')]).toEqual([false, false])
  })

  it('dimatikan: tidak pernah; sudah hari ini atau jam komputer mundur: tidak lagi', () => {
    const kini = wib('2026-08-06', '10:00')
    expect(putaranSekarang(kini, { ...saat, terakhir: null })).toEqual(sehari('2026-08-06'))
    expect(putaranSekarang(kini, { kalender, setelan: { ...SETELAN_BAKU, aktif: false }, terakhir: null })).toBeNull()
    for (const terakhir of ['2026-08-06', '2026-08-07']) expect(putaranSekarang(kini, { ...saat, terakhir })).toBeNull()
  })
})

describe('hukum', () => {
  const menit = fc.integer({ min: 0, max: 60 * 24 * 60 })
  const setelan = fc.record({
    mulai: fc.constantFrom('06:00', '07:30', '09:00'),
    selesai: fc.constantFrom('12:00', '16:00', '23:59'),
    libur: fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 20 }),
  })

  it('kapan pun jam melihat, tidak pernah dua putaran sehari dan tidak pernah pada hari libur', () => {
    fc.assert(
      fc.property(fc.array(menit, { maxLength: 300 }), setelan, (lihat, { mulai, selesai, libur }) => {
        const kal = { ...kalender, libur: new Set(libur.map((n) => tambahHari('2026-08-01', n))) }
        const atur = { ...SETELAN_BAKU, jamMulai: mulai, jamSelesai: selesai }
        const dibuat: string[] = []
        let terakhir: string | null = null
        for (const m of [...lihat].sort((a, b) => a - b)) {
          const kini = new Date(Date.UTC(2026, 7, 1) + m * 60_000)
          const putaran = putaranSekarang(kini, { setelan: atur, kalender: kal, terakhir })
          if (!putaran) continue
          expect(putaran.hari).toBe(tanggalLokal(kini, kal.zona))
          expect(putaran.sesudah < putaran.hari).toBe(true)
          expect(adalahHariKerja(putaran.hari, kal)).toBe(true)
          dibuat.push(putaran.hari)
          terakhir = putaran.hari
        }
        expect(new Set(dibuat).size).toBe(dibuat.length)
      }),
    )
  })

  it('hari mana pun yang terlewat, satu putaran mengingatkan persis yang akan diingatkan hari demi hari', () => {
    const hari = fc.integer({ min: 0, max: 40 })
    fc.assert(
      fc.property(hari, hari, hari, (a, b, t) => {
        const [dari, sampai] = [Math.min(a, b), Math.max(a, b) + 1].map((n) => tambahHari('2026-08-01', n))
        const tenggat = tambahHari('2026-08-01', t)
        if (!dari || !sampai) return
        const satuSatu: boolean[] = []
        for (let h = tambahHari(dari, 1); h <= sampai; h = tambahHari(h, 1))
          satuSatu.push(waktunyaDiingatkan(tenggat, sehari(h), saat))
        expect(waktunyaDiingatkan(tenggat, { hari: sampai, sesudah: dari }, saat)).toBe(satuSatu.includes(true))
      }),
    )
  })
})
