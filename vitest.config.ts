import { defineConfig } from 'vitest/config'
import { UrutanBerkas } from './tests/bantuan/urutan-berkas.ts'

/** Suites on a real database share one PostgreSQL for the run; lower groups finish before higher ones begin. */
const DENGAN_BASIS_DATA = { globalSetup: ['tests/bantuan/basis-data-global.ts'], hookTimeout: 120_000 }

/** Files of one worker share the modules: loading the application anew for each took most of the run. */
const BERSAMA = { isolate: false }

function suite(
  name: string,
  groupOrder: number,
  lain: { testTimeout: number; globalSetup?: string[]; isolate?: boolean },
) {
  return {
    extends: true as const,
    test: { name, include: [`tests/${name}/**/*.test.ts`], sequence: { groupOrder }, ...lain },
  }
}

export default defineConfig({
  test: {
    // three for two cores: a test of pages waits for PostgreSQL or Chromium half of its time
    maxWorkers: 3,
    sequence: { sequencer: UrutanBerkas },
    // most of what a test makes is gone at once: a larger nursery spares a tenth of the run's collections
    execArgv: ['--max-semi-space-size=64'],
    // each suite would compile the application anew
    experimental: { fsModuleCache: true },
    projects: [
      suite('unit', 0, { testTimeout: 60_000, ...BERSAMA }),
      suite('arsitektur', 0, { testTimeout: 60_000, ...BERSAMA }),
      suite('integrasi', 1, { testTimeout: 180_000, ...BERSAMA, ...DENGAN_BASIS_DATA }),
      suite('browser', 1, { testTimeout: 300_000, ...BERSAMA, ...DENGAN_BASIS_DATA }),
      suite('gangguan', 1, { testTimeout: 600_000, ...DENGAN_BASIS_DATA }),
    ],
  },
})
