const SISI_MAKS = 1920
const MUTU = 0.82
/** Smaller pictures travel as they are. */
const MULAI_DARI = 400_000

/**
 * A photo of an office phone (5 MB) as a picture that still shows every stamp (about 300 KB): longest side 1920 pixels, JPEG,
 * turned upright. What is no photo, or does not become smaller, comes back unchanged.
 */
export async function kecilkanFoto(berkas: File): Promise<File> {
  if (!/^image\/(jpeg|png)$/.test(berkas.type) || berkas.size < MULAI_DARI) return berkas
  try {
    const gambar = await createImageBitmap(berkas)
    const skala = Math.min(1, SISI_MAKS / Math.max(gambar.width, gambar.height))
    const kanvas = document.createElement('canvas')
    kanvas.width = Math.round(gambar.width * skala)
    kanvas.height = Math.round(gambar.height * skala)
    const lukis = kanvas.getContext('2d')
    if (!lukis) return berkas
    // a transparent PNG would turn black
    lukis.fillStyle = '#fff'
    lukis.fillRect(0, 0, kanvas.width, kanvas.height)
    lukis.drawImage(gambar, 0, 0, kanvas.width, kanvas.height)
    gambar.close()
    const kecil = await new Promise<Blob | null>((jadi) => kanvas.toBlob(jadi, 'image/jpeg', MUTU))
    if (!kecil || kecil.size > berkas.size * 0.9) return berkas
    return new File([kecil], berkas.name.replace(/\.\w+$/, '.jpg'), { type: 'image/jpeg' })
  } catch {
    return berkas
  }
}
