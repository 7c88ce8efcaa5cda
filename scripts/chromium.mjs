// Chromium for the browser tests: the one named by TAKAR_CHROMIUM, an installed one, or Debian's.
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const PROGRAM = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
]
const LETAK = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((nama) =>
    ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'].map((sisa) =>
      join(process.env[nama] ?? '/tidak-ada', sisa),
    ),
  ),
]

/** Path of a Chromium, installed if that needs nothing but apt-get and root; or null. */
export function siapkanChromium({ lapor }) {
  const ada = cariChromium()
  if (ada || process.getuid?.() !== 0 || !cariProgram('apt-get')) return ada
  lapor('Memasang Chromium untuk uji peramban (apt-get) …')
  const pilihan = { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
  spawnSync('apt-get', ['update', '-qq'], pilihan)
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-liberation'], pilihan)
  return cariChromium()
}

function cariChromium() {
  const dipilih = process.env.TAKAR_CHROMIUM
  if (dipilih) return existsSync(dipilih) ? dipilih : null
  return PROGRAM.map(cariProgram).find(Boolean) ?? LETAK.find((letak) => existsSync(letak)) ?? null
}

function cariProgram(nama) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const letak = join(folder, nama)
    try {
      accessSync(letak, constants.X_OK)
      return letak
    } catch {
      // not in this folder
    }
  }
  return null
}
