type Sumber = () => Date

const sumberAsli: Sumber = () => new Date()
let sumber = sumberAsli

/**
 * The only clock of the application: everything that asks for the time asks here, so that a test can set it.
 * `atur` replaces the clock (tests only), `pulihkan` gives back the machine's.
 */
export const jam = {
  sekarang: (): Date => sumber(),
  atur: (pengganti: Sumber): void => {
    sumber = pengganti
  },
  pulihkan: (): void => {
    sumber = sumberAsli
  },
} as const
