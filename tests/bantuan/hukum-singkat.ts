import * as fc from 'fast-check'

/**
 * A mutation run repeats the laws thousands of times: fewer samples each, or it takes hours. The same samples every time, so that
 * a score does not change by chance; the first counter-example is enough.
 */
fc.configureGlobal({ numRuns: 30, seed: 20261129, endOnFailure: true })
