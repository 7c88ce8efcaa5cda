import { pemilik } from './simpanan-titipan.ts'
import { tambah } from './unsur.ts'

/** Who waits for the answer of the open dialog. */
const menunggu = new Set<(masuk: boolean) => void>()

/**
 * The session has ended while the page was open: sign in here and go on, nothing typed is touched. `selesai` hears whether
 * the person signed in, or put it off; one dialog answers everybody who waits.
 */
export function mintaMasuk(selesai: (masuk: boolean) => void): void {
  const terbuka = menunggu.size > 0
  menunggu.add(selesai)
  if (terbuka) return
  const { dialog, formulir, salah } = susunDialog()
  formulir.addEventListener('submit', (kejadian) => {
    kejadian.preventDefault()
    void masuk(formulir).then((gagal) => {
      salah.textContent = gagal
      if (!gagal) dialog.close('masuk')
    })
  })
  dialog.addEventListener('close', () => {
    const berhasil = dialog.returnValue === 'masuk'
    dialog.remove()
    const semua = [...menunggu]
    menunggu.clear()
    for (const satu of semua) satu(berhasil)
  })
  dialog.showModal()
}

function susunDialog() {
  const dialog = document.createElement('dialog')
  dialog.setAttribute('aria-labelledby', 'masuk-lagi')
  const formulir = tambah(dialog, 'form', { className: 'konfirmasi__isi', noValidate: true, method: 'post' })
  tambah(formulir, 'h2', { id: 'masuk-lagi', textContent: 'Sesi Anda habis' })
  const siapa = document.querySelector('.atas__orang strong')?.textContent ?? ''
  tambah(formulir, 'p', {
    textContent: `Masuk lagi${siapa ? ` sebagai ${siapa}` : ''} untuk meneruskan. Yang sudah Anda ketik tetap ada.`,
  })
  const salah = tambah(formulir, 'p', { className: 'isian__salah' })
  salah.setAttribute('role', 'alert')
  kotak(formulir, { nama: 'nama', label: 'Nama pengguna atau NIP', jenis: 'text', isi: 'username' })
  kotak(formulir, { nama: 'sandi', label: 'Sandi', jenis: 'password', isi: 'current-password' })
  const baris = tambah(formulir, 'div', { className: 'tombol-baris' })
  tambah(baris, 'button', { className: 'btn btn-primary', textContent: 'Masuk' })
  const nanti = tambah(baris, 'button', { className: 'btn btn-link', type: 'button', textContent: 'Nanti' })
  nanti.addEventListener('click', () => dialog.close())
  document.body.append(dialog)
  return { dialog, formulir, salah }
}

function kotak(
  formulir: HTMLFormElement,
  { nama, label, jenis, isi }: { nama: string; label: string; jenis: string; isi: AutoFill },
): void {
  const bungkus = tambah(formulir, 'div', { className: 'isian' })
  tambah(bungkus, 'label', { className: 'form-label', htmlFor: `masuk-lagi-${nama}`, textContent: label })
  const id = `masuk-lagi-${nama}`
  tambah(bungkus, 'input', { className: 'form-control', id, name: nama, type: jenis, autocomplete: isi })
}

/** The sentence of a refusal, '' when signed in. Somebody else's page is loaded anew: it is not theirs. */
async function masuk(formulir: HTMLFormElement): Promise<string> {
  const isi = new FormData(formulir)
  const badan = new URLSearchParams({ nama: String(isi.get('nama')), sandi: String(isi.get('sandi')) })
  try {
    const balasan = await fetch('/masuk', { method: 'POST', body: badan, headers: { Accept: 'application/json' } })
    const { akun, pesan } = (await balasan.json()) as { akun?: string; pesan?: string }
    if (!balasan.ok) return pesan ?? 'Belum dapat masuk. Coba lagi.'
    if (akun === pemilik()) return ''
    location.reload()
    return 'Anda masuk sebagai orang lain. Halaman dimuat ulang.'
  } catch {
    return 'Tidak ada sambungan. Coba lagi sebentar lagi.'
  }
}
