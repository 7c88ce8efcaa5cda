import { buatFolderData, hapusFolderData, mulaiServer, portBebas, type ServerUji } from './proses.ts'
import { bukaDalam, type DalamServer } from './proses-siklus.ts'
import { mulaiSiklusUji, sampaiLangkah } from './siklus.ts'

/** An office at work: the application on its own folder, the collection of triwulan II 2026 open for filling in. */
export type KantorUji = {
  readonly folder: string
  /** the process that serves now; a test that restarts it puts the new one here */
  server: ServerUji
  readonly dalam: DalamServer
  readonly siklusId: string
  /** with `rekap`: a second one, of June 2026, whose forms are in: at the recap (P8) */
  readonly siklusRekapId: string
  tutup(): Promise<void>
}

export async function bukaKantor({ rekap = false }: { rekap?: boolean } = {}): Promise<KantorUji> {
  const folder = await buatFolderData()
  try {
    const server = await mulaiServer(folder, await portBebas())
    const dalam = await bukaDalam(server)
    const siklusId = await mulaiSiklusUji(dalam)
    await sampaiLangkah(dalam, siklusId, 'P7')
    const siklusRekapId = rekap
      ? await mulaiSiklusUji(dalam, { periode: { jenis: 'BULAN', tahun: 2026, nomor: 6 } })
      : ''
    if (rekap) await sampaiLangkah(dalam, siklusRekapId, 'P8')
    const kantor: KantorUji = {
      folder,
      server,
      dalam,
      siklusId,
      siklusRekapId,
      async tutup() {
        await dalam.tutup()
        if (kantor.server.hidup()) await kantor.server.bunuh()
        await hapusFolderData(folder)
      },
    }
    return kantor
  } catch (sebab) {
    await hapusFolderData(folder)
    throw sebab
  }
}
