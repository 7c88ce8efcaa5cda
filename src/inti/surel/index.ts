import { createTransport, type Transporter } from 'nodemailer'

/** Where mail goes out: address of the SMTP server with its account, and the sender as the reader sees it. */
export type SetelanSmtp = { readonly smtp: string; readonly pengirim: string }
export type PesanSurel = {
  /** the same for every attempt of one message: it becomes the Message-ID, by which mail servers know a repetition */
  readonly kunci: string
  readonly kepada: string
  readonly perihal: string
  readonly teks: string
  readonly html: string
}
export type HasilKirim =
  | { readonly jenis: 'terkirim' }
  /**
   * `tetap`: the server refused this very message or address; another try would end the same. `mungkinSampai`: the whole message
   * was handed over and no answer came; the server may have kept it
   */
  | { readonly jenis: 'gagal'; readonly alasan: string; readonly tetap: boolean; readonly mungkinSampai: boolean }
/** Hands messages to the SMTP server, one at a time; never throws. */
export type Pengirim = { kirim(pesan: PesanSurel): Promise<HasilKirim>; tutup(): void }

/** An attempt ends within this time, whatever the server does. */
const BATAS_MS = 30_000

/** Opens nothing yet: each message has a connection of its own, so that a server that was away is simply asked again. */
export function bukaPengirim({ smtp, pengirim }: SetelanSmtp): Pengirim {
  const angkut = createTransport({
    url: smtp,
    connectionTimeout: BATAS_MS / 3,
    greetingTimeout: BATAS_MS / 3,
    socketTimeout: BATAS_MS / 2,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const habisDibaca = catatHabisDibaca(angkut)
  const ranah = /@([^\s>@]+)/.exec(pengirim)?.[1] ?? 'takar.invalid'
  return {
    async kirim({ kunci, kepada, perihal, teks, html }) {
      const messageId = `<${kunci}@${ranah}>`
      habisDibaca.delete(messageId)
      try {
        await angkut.sendMail({
          from: pengirim,
          to: { name: '', address: kepada },
          subject: perihal,
          text: teks,
          html,
          messageId,
          // so that absence notes and the like do not answer
          headers: { 'Auto-Submitted': 'auto-generated' },
        })
        return { jenis: 'terkirim' }
      } catch (sebab) {
        return jelaskanGagal(sebab, { terkirimUtuh: habisDibaca.has(messageId) })
      } finally {
        habisDibaca.delete(messageId)
      }
    },
    tutup: () => angkut.close(),
  }
}

/** Message-IDs of which the last byte went to the server: from there on only its answer tells whether it has them. */
function catatHabisDibaca(angkut: Pick<Transporter, 'use'>): Set<string> {
  const habis = new Set<string>()
  angkut.use('stream', (surat, lanjut) => {
    surat.message.processFunc((isi) => isi.once('end', () => habis.add(String(surat.data.messageId))))
    lanjut()
  })
  return habis
}

type GalatSmtp = { code?: string; command?: string; responseCode?: number; response?: string; message?: string }

/** What the admin reads about a failed attempt. Exported for its test. */
export function jelaskanGagal(
  sebab: unknown,
  { terkirimUtuh }: { terkirimUtuh: boolean },
): Extract<HasilKirim, { jenis: 'gagal' }> {
  const { code = '', command = '', responseCode = 0, response = '', message = '' } = (sebab ?? {}) as GalatSmtp
  const jawaban = (response || message).replace(/\s+/g, ' ').slice(0, 200)
  const tetap = responseCode >= 500 && /^(RCPT TO|DATA)/.test(command)
  const gagal = (alasan: string) => ({ jenis: 'gagal', tetap, mungkinSampai: false, alasan }) as const
  if (tetap && command === 'RCPT TO') return gagal(`Alamatnya ditolak server surel (${jawaban}).`)
  if (tetap) return gagal(`Isinya ditolak server surel (${jawaban}).`)
  if (code === 'EAUTH') return gagal(`Server surel menolak nama atau sandi akun pengirim (${jawaban}).`)
  if (responseCode > 0) return gagal(`Server surel belum menerima (${jawaban}).`)
  if (terkirimUtuh)
    return {
      ...gagal(
        `Server surel menerima isinya tetapi tidak menjawab (${code || jawaban}); surelnya mungkin sudah sampai.`,
      ),
      mungkinSampai: true,
    }
  return gagal(`Server surel tidak dapat dihubungi (${code || jawaban}).`)
}
