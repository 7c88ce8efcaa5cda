import { daftarkanKalimat } from '../jejak-audit/index.ts'

daftarkanKalimat({
  'catatan-camat.ditulis': 'Menulis catatan Camat kepada {kepada} tentang {perihal}',
  'catatan-camat.dibaca': 'Membaca catatan Camat tentang {perihal}',
  'catatan-camat.dijawab': 'Menjawab catatan Camat tentang {perihal}',
  'catatan-camat.selesai': 'Membaca jawaban {kepada} atas catatan Camat tentang {perihal}',
  'catatan-camat.ditarik': 'Menarik catatan Camat kepada {kepada} tentang {perihal}',
})
