import { createHash } from 'node:crypto'
import type { Request } from 'express'

/**
 * Idempotency key of a request: the form's own random key together with address and content. The same form sent twice
 * is one change; a form corrected after "back" is a new one (its `versi` then decides). Null for forms without a key.
 * @param berkas SHA-256 of uploaded files: another file under the same words is another form
 */
export function kunciPermintaan(req: Request, berkas: readonly string[] = []): string | null {
  const badan = req.body as Record<string, unknown> | undefined
  const kunci = badan?.kunci
  if (typeof kunci !== 'string' || kunci === '' || kunci.length > 64) return null
  return createHash('sha256')
    .update(`${req.originalUrl}\n${JSON.stringify(badan)}\n${berkas.join()}`)
    .digest('hex')
}
