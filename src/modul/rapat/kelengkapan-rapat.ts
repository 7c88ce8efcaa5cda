import type { Kesalahan } from '../../inti/http/index.ts'
import type { IsianRapat } from './isian.ts'
import type { IsiRapat, Keputusan, Peserta } from './kueri.ts'

type PesertaBaru = Omit<Peserta, 'id'> & { readonly id: string | null }
export type HasilGabung = Omit<IsiRapat, 'peserta'> & {
  readonly peserta: readonly PesertaBaru[]
  readonly keputusan: readonly Keputusan[]
}

/** The meeting as it will be after this form: removed participants gone, new ones at the end, empty rows dropped. Pure. */
export function gabungkan(lama: IsiRapat, isian: IsianRapat): HasilGabung {
  const { versi: _, peserta, keputusan, ...isi } = isian
  const kiriman = new Map(peserta.filter((p) => p.id !== null).map((p) => [p.id, p]))
  const tetap = lama.peserta.flatMap((p) => {
    const baru = kiriman.get(p.id)
    return baru?.hapus ? [] : [{ ...p, kehadiran: baru?.kehadiran ?? p.kehadiran }]
  })
  const tambahan = peserta
    .filter((p) => p.id === null && p.nama !== '')
    .map(({ nama, jabatan, kehadiran }) => ({ id: null, pegawaiId: null, nama, jabatan, kehadiran }))
  const nama = new Map([...tetap].flatMap((p) => (p.pegawaiId ? [[p.pegawaiId, p.nama] as const] : [])))
  return {
    ...isi,
    peserta: [...tetap, ...tambahan],
    keputusan: keputusan
      .filter((k) => k.apa !== '')
      .map((k) => ({ ...k, siapa: (k.pegawaiId ? nama.get(k.pegawaiId) : undefined) ?? k.siapa })),
  }
}

/** Errors between fields that hold for a draft too: leader, minute taker and those who carry out decisions are on the list. */
export function periksaHubungan({ peserta, pemimpinId, notulisId }: HasilGabung, isian: IsianRapat): Kesalahan {
  const terdaftar = new Set(peserta.flatMap((p) => p.pegawaiId ?? []))
  const salah: Record<string, string> = {}
  if (pemimpinId && !terdaftar.has(pemimpinId))
    salah.pemimpinId = 'Pemimpin rapat harus ada di daftar hadir. Pilih orang lain, atau jangan hapus dari daftar.'
  if (notulisId && !terdaftar.has(notulisId))
    salah.notulisId = 'Notulis harus ada di daftar hadir. Pilih orang lain, atau jangan hapus dari daftar.'
  for (const [i, k] of isian.keputusan.entries())
    if (k.pegawaiId && !terdaftar.has(k.pegawaiId))
      salah[`keputusan.${i}.pegawaiId`] =
        `Keputusan ${i + 1}: pilih orang yang ada di daftar hadir, atau tulis namanya.`
  return salah
}

/** What a meeting still lacks before its step may be finished, by field. Pure. */
export function kurangRapat(
  r: Omit<HasilGabung, 'peserta'> & { readonly peserta: readonly Pick<Peserta, 'pegawaiId' | 'kehadiran'>[] },
): Kesalahan {
  const hadir = r.peserta.filter((p) => p.kehadiran === 'HADIR')
  const adaDanHadir = (id: string | null) => id !== null && hadir.some((p) => p.pegawaiId === id)
  const syarat: [string, boolean, string][] = [
    ['tanggal', r.tanggal === null, 'Tulis tanggal rapatnya.'],
    ['tempat', r.tempat === '', 'Tulis tempat rapatnya.'],
    ['peserta', hadir.length < 2, 'Tandai paling sedikit dua peserta yang hadir.'],
    ['pemimpinId', r.pemimpinId === null, 'Pilih pemimpin rapat.'],
    ['pemimpinId', r.pemimpinId !== null && !adaDanHadir(r.pemimpinId), 'Pemimpin rapat belum ditandai hadir.'],
    ['notulisId', r.notulisId === null, 'Pilih notulis.'],
    ['notulisId', r.notulisId !== null && !adaDanHadir(r.notulisId), 'Notulis belum ditandai hadir.'],
    ['pembahasan', r.pembahasan === '', 'Tulis pembahasannya.'],
  ]
  const salah: Record<string, string> = {}
  for (const [bidang, kurang, pesan] of syarat) if (kurang) salah[bidang] ??= pesan
  return salah
}

/** Decisions without a person or a date, by field of the form (row numbers of the form as sent). */
export function kurangKeputusan(keputusan: IsianRapat['keputusan']): Kesalahan {
  const salah: Record<string, string> = {}
  for (const [i, k] of keputusan.entries()) {
    if (k.apa === '') continue
    if (k.pegawaiId === null && k.siapa === '')
      salah[`keputusan.${i}.pegawaiId`] = `Keputusan ${i + 1}: pilih siapa yang mengerjakan.`
    if (k.kapan === null) salah[`keputusan.${i}.kapan`] = `Keputusan ${i + 1}: tulis kapan harus selesai.`
  }
  return salah
}
