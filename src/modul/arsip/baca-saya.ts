import type { BarisSiklus } from '../siklus/index.ts'

/** What the archive is and how to check it without the application; lies in every package. */
export const teksBacaSaya = (siklus: BarisSiklus, instansi: string): string => `ARSIP ${siklus.namaSop.toUpperCase()}
${siklus.namaPeriode}
${instansi}

Isi paket ini:
  lembar-sop.pdf   lembar SOP dengan keadaan akhir dan waktu setiap langkah
  dokumen/   dokumen keluaran setiap langkah SOP (PDF), menurut urutan langkah
  percakapan.pdf, catatan-camat.pdf   tanya jawab di baris formulir dan catatan Camat, bila ada
  data/      data lengkap: isi.json, siklus.json, sop.json (versi SOP yang dijalankan),
             riwayat.json (siapa melakukan apa, kapan), jejak-audit.json, dan rekap (Excel)
  bukti/     berkas bukti dan lampiran, menurut unit
  MANIFEST.sha256   sidik SHA-256 setiap berkas di atas

Memeriksa keutuhan tanpa aplikasi Takar:
  Linux    : sha256sum -c MANIFEST.sha256
  macOS    : shasum -a 256 -c MANIFEST.sha256
  Windows  : Get-FileHash "nama berkas" -Algorithm SHA256  (bandingkan dengan MANIFEST.sha256)
Jika satu huruf saja berubah, sidiknya berbeda.
`
