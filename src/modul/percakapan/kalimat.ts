import { daftarkanKalimat } from '../jejak-audit/index.ts'

daftarkanKalimat({
  'percakapan.ditanya': 'Bertanya kepada {tujuan} tentang {nama} ({unit})',
  'percakapan.dijawab': 'Menulis dalam percakapan tentang {nama} ({unit})',
  'percakapan.ditarik': 'Menarik pesannya dalam percakapan tentang {nama} ({unit})',
  'percakapan.diselesaikan': 'Menandai selesai pertanyaan tentang {nama} ({unit})',
})
