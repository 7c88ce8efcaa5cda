/**
 * Code without its comments and with the inside of its strings and regular expressions blanked, so that a rule about code
 * does not stumble over a sentence. Places and lines stay where they were. Code inside `${…}` of a template stays.
 */
export function kodePolos(kode: string): string {
  const ada = sudah.get(kode)
  if (ada !== undefined) return ada
  const polos = bersihkan(kode)
  sudah.set(kode, polos)
  return polos
}

const sudah = new Map<string, string>()

function bersihkan(kode: string): string {
  const keluar = kode.split('')
  const kosongkan = (dari: number, sampai: number) => {
    for (let ke = dari; ke < sampai; ke++) if (keluar[ke] !== '\n') keluar[ke] = ' '
  }
  /** depth of braces at which each open `${` ends */
  const templat: number[] = []
  let kurung = 0
  let ke = 0
  while (ke < kode.length) {
    const dua = kode.slice(ke, ke + 2)
    const huruf = kode[ke] ?? ''
    let akhir = ke + 1
    if (dua === '//') akhir = sampai(kode, ke, '\n')
    else if (dua === '/*') akhir = sampai(kode, ke + 2, '*/') + 2
    else if (huruf === "'" || huruf === '"') akhir = akhirTeks(kode, ke, huruf)
    else if (huruf === '/' && awalRegex(kode, ke)) akhir = akhirRegex(kode, ke)
    else if (huruf === '`' || (huruf === '}' && templat.at(-1) === kurung)) {
      if (huruf === '}') {
        templat.pop()
        kurung--
      }
      akhir = akhirPotongTemplat(kode, ke)
      if (kode.slice(akhir - 2, akhir) === '${') templat.push(++kurung)
      kosongkan(ke + 1, akhir - 1)
      ke = akhir
      continue
    } else if (huruf === '{') kurung++
    else if (huruf === '}') kurung--
    if (dua === '//' || dua === '/*') kosongkan(ke, akhir)
    else if (akhir > ke + 1) kosongkan(ke + 1, akhir - 1)
    ke = akhir
  }
  return keluar.join('')
}

const sampai = (kode: string, dari: number, tanda: string): number => {
  const letak = kode.indexOf(tanda, dari)
  return letak < 0 ? kode.length : letak
}

function akhirTeks(kode: string, mulai: number, petik: string): number {
  for (let ke = mulai + 1; ke < kode.length; ke++) {
    if (kode[ke] === '\\') ke++
    else if (kode[ke] === petik || kode[ke] === '\n') return ke + 1
  }
  return kode.length
}

function akhirPotongTemplat(kode: string, mulai: number): number {
  for (let ke = mulai + 1; ke < kode.length; ke++) {
    if (kode[ke] === '\\') ke++
    else if (kode[ke] === '`') return ke + 1
    else if (kode.startsWith('${', ke)) return ke + 2
  }
  return kode.length
}

/** A slash divides after a value and opens a regular expression after anything else. */
function awalRegex(kode: string, letak: number): boolean {
  const sebelum = kode.slice(Math.max(0, letak - 30), letak).trimEnd()
  return sebelum === '' || /[=(,:[!&|?{};>+]$|\b(return|typeof|case)$/.test(sebelum)
}

function akhirRegex(kode: string, mulai: number): number {
  let kelas = false
  for (let ke = mulai + 1; ke < kode.length && kode[ke] !== '\n'; ke++) {
    const huruf = kode[ke]
    if (huruf === '\\') ke++
    else if (huruf === '[') kelas = true
    else if (huruf === ']') kelas = false
    else if (huruf === '/' && !kelas) return ke + 1
  }
  return mulai + 1
}
