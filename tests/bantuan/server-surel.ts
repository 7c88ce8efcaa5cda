import type { AddressInfo, Socket } from 'node:net'
import { SMTPServer } from 'smtp-server'

export type SuratMasuk = { readonly kepada: string; readonly mentah: string }
export type ServerSurel = {
  /** for TAKAR_SMTP */
  readonly url: string
  readonly surat: SuratMasuk[]
  /** addresses that are refused for good (550) or for now (450) */
  readonly tolak: Map<string, number>
  /** milliseconds before a message is accepted */
  lambat: number
  /** cuts the line instead of answering: to the address (then nothing was sent), or to the whole message (which it keeps) */
  putus: 'alamat' | 'isi' | null
  mati(): Promise<void>
  hidup(): Promise<void>
}

/** A real SMTP server on a free port of 127.0.0.1, with an account; can be stopped and started again on the same port. */
export async function bukaServerSurel(): Promise<ServerSurel> {
  const surat: SuratMasuk[] = []
  const tolak = new Map<string, number>()
  let port = 0
  let server: SMTPServer | undefined
  const sambungan = new Set<Socket>()
  const hasil: ServerSurel & { url: string } = { surat, tolak, lambat: 0, putus: null, url: '', mati, hidup }
  const putuskan = () => {
    for (const satu of sambungan) satu.destroy()
  }
  async function hidup(): Promise<void> {
    server = new SMTPServer({
      authOptional: false,
      allowInsecureAuth: true,
      disabledCommands: ['STARTTLS'],
      logger: false,
      onAuth: ({ username, password }, _sesi, jawab) =>
        username === 'takar' && password === 'mangga manis'
          ? jawab(null, { user: username })
          : jawab(new Error('salah sandi')),
      onRcptTo: ({ address }, _sesi, jawab) => {
        if (hasil.putus === 'alamat') return putuskan()
        const kode = tolak.get(address)
        jawab(kode ? Object.assign(new Error('kotak surat tidak ada'), { responseCode: kode }) : null)
      },
      onData: (aliran, sesi, jawab) => {
        const potongan: Buffer[] = []
        aliran.on('data', (satu: Buffer) => potongan.push(satu))
        aliran.on('end', () =>
          setTimeout(() => {
            const mentah = Buffer.concat(potongan).toString('utf8')
            for (const { address } of sesi.envelope.rcptTo) surat.push({ kepada: address, mentah })
            if (hasil.putus === 'isi') putuskan()
            else jawab(null)
          }, hasil.lambat),
        )
      },
    })
    server.on('error', () => {})
    server.server.on('connection', (satu: Socket) => {
      sambungan.add(satu)
      satu.on('close', () => sambungan.delete(satu))
    })
    await new Promise<void>((ya) => server?.listen(port, '127.0.0.1', ya))
    port = (server.server.address() as AddressInfo).port
  }
  async function mati(): Promise<void> {
    await new Promise<void>((ya) => (server ? server.close(() => ya()) : ya()))
    server = undefined
  }
  await hidup()
  hasil.url = `smtp://takar:${encodeURIComponent('mangga manis')}@127.0.0.1:${port}`
  return hasil
}
