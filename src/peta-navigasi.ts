import type { EntriNavigasi } from './inti/http/kerangka.ts'
import { PERAN_KANTOR, type Pelaku, type Peran, punyaPeran } from './inti/pelaku.ts'

/** `juga`: other addresses that lie under the entry */
type Entri = Omit<EntriNavigasi, 'aktif'> & { readonly untuk: readonly Peran[]; readonly juga?: string }
const KANTOR: readonly Peran[] = PERAN_KANTOR

/** The rail: at most seven entries, by role. */
const ENTRI: readonly Entri[] = [
  { teks: 'Tugas Saya', alamat: '/', ikon: 'tugas', untuk: [...KANTOR, 'ADMIN'] },
  {
    teks: 'Dasbor',
    alamat: '/dasbor',
    juga: '/lkjip',
    ikon: 'dasbor',
    untuk: ['CAMAT', 'SEKCAM', 'TIM_SAKIP', 'KASI', 'PENGAMAT'],
  },
  { teks: 'Siklus', alamat: '/siklus', ikon: 'siklus', untuk: KANTOR },
  { teks: 'Perencanaan', alamat: '/perencanaan', ikon: 'sasaran', untuk: KANTOR },
  { teks: 'SOP', alamat: '/sop', ikon: 'sop', untuk: [...KANTOR, 'ADMIN'] },
  { teks: 'Arsip', alamat: '/arsip', ikon: 'arsip', untuk: KANTOR },
  { teks: 'Kantor', alamat: '/organisasi', ikon: 'kantor', untuk: ['ADMIN'] },
  { teks: 'Kalender', alamat: '/kalender', ikon: 'kalender', untuk: ['ADMIN'] },
  { teks: 'Cadangan', alamat: '/cadangan', ikon: 'berkas', untuk: ['ADMIN'] },
  {
    teks: 'Jejak Audit',
    alamat: '/jejak-audit',
    ikon: 'jejak',
    untuk: ['CAMAT', 'SEKCAM', 'TIM_SAKIP', 'PENGAMAT', 'ADMIN'],
  },
]

/** Entries of the rail for this person; the one whose address the page lies under is marked. */
export const navigasi = (pelaku: Pelaku, jalur: string): EntriNavigasi[] =>
  ENTRI.filter((e) => punyaPeran(pelaku, e.untuk))
    .slice(0, 7)
    .map(({ teks, alamat, ikon, juga }) => ({
      teks,
      alamat,
      ikon,
      aktif:
        alamat === '/' ? jalur === '/' : jalur.startsWith(alamat) || (juga !== undefined && jalur.startsWith(juga)),
    }))
