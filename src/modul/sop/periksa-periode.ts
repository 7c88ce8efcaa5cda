import { type JenisPeriode, jumlahPeriode } from '../../inti/waktu/index.ts'
import { type KesalahanSop, letakLangkah } from './baca-yaml.ts'
import type { DefinisiSop } from './definisi.ts'
import { NAMA_PERIODE } from './istilah.ts'

/** Steps of certain periods name only periods that there are, and that the SOP runs for. */
export const periksaPeriode = ({ langkah, periode }: DefinisiSop): KesalahanSop[] =>
  langkah.flatMap((l) => {
    const letak = letakLangkah(l, 'hanyaPeriode')
    return l.hanyaPeriode.flatMap(({ jenis, nomor }) => [
      ...(periode.includes(jenis) ? [] : [{ letak, pesan: `SOP ini tidak dijalankan per ${jenis}.` }]),
      ...nomor
        .filter((n) => n > jumlahPeriode(jenis))
        .map((n) => ({ letak, pesan: `${NAMA_PERIODE[jenis]} ${n} tidak ada.` })),
    ])
  })

/** Kinds of period in which there is one without any step: a siklus of it cannot be started. */
export const periodeTanpaLangkah = ({ langkah, periode }: DefinisiSop): JenisPeriode[] =>
  periode.filter((jenis) =>
    Array.from({ length: jumlahPeriode(jenis) }, (_, i) => i + 1).some((n) =>
      langkah.every(
        ({ hanyaPeriode }) =>
          hanyaPeriode.length > 0 &&
          !hanyaPeriode.some((p) => p.jenis === jenis && (p.nomor.length === 0 || p.nomor.includes(n))),
      ),
    ),
  )
