import type { Request, RequestHandler } from 'express'
import { galat } from '../galat/index.ts'

const AMAN = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Cross-site request forgery: a browser says by Sec-Fetch-Site where a request comes from; on plain-http LAN addresses
 * it does not, then Origin must be our own host; neither → refused. (OWASP CSRF cheat sheet, "Fetch Metadata".)
 */
export const pastikanAsal: RequestHandler = (req, _res, next) => {
  if (AMAN.has(req.method)) return next()
  const situs = req.get('sec-fetch-site')
  if (situs === 'same-origin' || situs === 'none') return next()
  if (situs === undefined && asalSendiri(req.get('origin'), req.get('host'))) return next()
  throw galat.asalTidakDikenal()
}

function asalSendiri(asal: string | undefined, host: string | undefined): boolean {
  if (!asal || !host) return false
  try {
    return new URL(asal).host === host
  } catch {
    return false
  }
}

/** The own page that a form was sent from, with its query; null when the browser does not say. */
export function cariAsal(req: Request): string | null {
  const asal = req.get('referer') ?? ''
  if (!URL.canParse(asal)) return null
  const { host, pathname, search } = new URL(asal)
  return host === req.get('host') && !pathname.startsWith('//') ? `${pathname}${search}` : null
}
