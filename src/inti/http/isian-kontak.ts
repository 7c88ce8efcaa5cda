import { bacaTelepon } from '../telepon.ts'
import { teksBebas } from './isian.ts'

const atauNull = (s: string): string | null => (s === '' ? null : s)

/** An optional e-mail address: empty becomes null. */
export const surelBebas = () =>
  teksBebas(150)
    .refine(
      (s) => s === '' || /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+$/.test(s),
      'Tulis alamat surel seperti nama@contoh.go.id.',
    )
    .transform(atauNull)

/** An optional phone number, kept as it was typed; empty becomes null. */
export const teleponBebas = () =>
  teksBebas(30)
    .superRefine((s, konteks) => {
      const hasil = bacaTelepon(s)
      if (hasil.jenis === 'salah') konteks.addIssue({ code: 'custom', message: hasil.pesan })
    })
    .transform(atauNull)
