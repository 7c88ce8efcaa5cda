import { connect, createServer, type Socket } from 'node:net'

/** What the line did to the connections it carried. */
export type NasibJalur = { utuh: number; kirimanHilang: number; jawabanHilang: number }
export type JalurBuruk = { readonly alamat: string; readonly nasib: NasibJalur; tutup(): Promise<void> }

/**
 * A line in front of a server that loses connections: half of the lost ones before the server has the whole request, half after
 * it has answered, so that the answer is lost.
 * @param hilang 0 to 99: how many of a hundred are lost
 * @param acak a whole number from 0 up to, not including, the argument
 */
export async function bukaJalurBuruk(
  tujuan: string,
  { hilang, acak }: { hilang: number; acak: (sampai: number) => number },
): Promise<JalurBuruk> {
  const { hostname, port } = new URL(tujuan)
  const nasib: NasibJalur = { utuh: 0, kirimanHilang: 0, jawabanHilang: 0 }
  const terbuka = new Set<Socket>()
  const jalur = createServer((pemakai) => {
    const server = connect(Number(port), hostname)
    for (const satu of [pemakai, server]) {
      terbuka.add(satu)
      satu.on('error', () => {}).on('close', () => terbuka.delete(satu))
    }
    const putuskan = () => {
      pemakai.destroy()
      server.destroy()
    }
    const undian = acak(100)
    if (undian >= hilang) {
      nasib.utuh++
      pemakai.pipe(server).pipe(pemakai)
    } else if (undian % 2 === 0) {
      nasib.kirimanHilang++
      pemakai.once('data', (isi) => {
        server.write(isi.subarray(0, acak(isi.length)))
        setImmediate(putuskan)
      })
    } else {
      nasib.jawabanHilang++
      pemakai.pipe(server)
      server.once('data', putuskan)
    }
  })
  await new Promise<void>((siap) => jalur.listen(0, '127.0.0.1', siap))
  const letak = jalur.address()
  return {
    alamat: `http://127.0.0.1:${typeof letak === 'object' ? letak?.port : ''}`,
    nasib,
    async tutup() {
      for (const satu of terbuka) satu.destroy()
      await new Promise((selesai) => jalur.close(selesai))
    },
  }
}
