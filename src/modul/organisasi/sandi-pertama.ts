import { randomInt } from 'node:crypto'
import { jam } from '../../inti/waktu/index.ts'

/** A first passphrase dies unused after this time. */
export const JAM_BERLAKU = 72
const JUMLAH_KATA = 4

/** Everyday words of 4–7 letters without look-alikes; about 7 bits each. */
const KATA = `
angin arang asam atap awan ayam bakau balok bambu bantal baris batik bayam beras besar biji biru bola buah bubur buku
bulan bumbu bunga busur cabai cahaya cangkir cincin cermin dahan damar danau daun dayung delima depan domba duku durian
ember emas empat fajar gading gajah galah garam gayung gelas genting gitar gula gunung hangat hijau hujan hutan ikan
jagung jambu jalan jamur jarum jati jendela jeruk kabut kaca kalung kambing kapal kapas karang kasur katak kayu kebun
kelapa kemiri kencur kentang kerang kertas ketan kipas kolam kompas kopi kotak kuali kuda kuning kunyit kupu kursi ladang
lampu langit lautan layang lemari lengkuas lidah lilin limau loket lontar madu mangga mawar meja melati merah merpati
minyak mutiara nangka nanas nenas ombak padi pagar paku palem pandan pantai papan pasar pasir payung pelangi pensil perahu
perak petai piring pisang pohon pondok pulau putih rakit rambut ranting rebab rotan rumah rumput rusa sagu salak sapu
sarung sawah sawo seruling singkong sirih sisir sore sumur sungai taman tambak tangga tanjung tarian tebing tebu telaga
teluk tembaga terong tikar timun tomat tongkat topi tulip ubin udang ungu utara waduk wajan warung wayang zaitun zamrud
`
  .trim()
  .split(/\s+/)

/** Four words and two digits from the machine's secure random numbers, to be read out or written down once. */
export function buatSandiPertama(): string {
  const kata = Array.from({ length: JUMLAH_KATA }, () => KATA[randomInt(KATA.length)])
  return `${kata.join('-')}-${randomInt(10, 100)}`
}

/** Until when a passphrase made now may be used for the first sign-in. */
export const batasSandiPertama = (): Date => new Date(jam.sekarang().getTime() + JAM_BERLAKU * 3_600_000)
