import { mkdtempSync, chmodSync } from 'node:fs'
import { siapkanBasisData } from '../src/inti/basis-data/siapkan.ts'
import { isiBeban, DATA_PENUH } from './data.ts'
const folder = mkdtempSync('/tmp/takar-bench-')
chmodSync(folder, 0o711)
const siap = await siapkanBasisData({ urlBasisData: null, urlAplikasi: null, folderData: folder })
const t = Date.now()
try {
console.log(await isiBeban(siap, DATA_PENUH, (x) => console.log(Date.now() - t, x)), Date.now() - t, folder)
} finally { await siap.matikan() }
