import compression from 'compression'
import type { RequestHandler } from 'express'
import helmet from 'helmet'

/** Security headers for every answer; scripts, styles and images come from our own files only. */
export const tajukAman = ({ https }: { https: boolean }): RequestHandler =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        objectSrc: ["'none'"],
      },
    },
    strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
  })

/** Pages of signed-in people are kept by no cache. */
export const tanpaSimpan: RequestHandler = (_req, res, next) => {
  res.set('Cache-Control', 'no-store')
  next()
}

/** Smaller answers for slow lines; level 4 costs little time. */
export const mampatkan = (): RequestHandler => compression({ level: 4, threshold: 1024 })
