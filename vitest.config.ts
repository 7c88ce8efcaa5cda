import { defineConfig } from 'vitest/config'

/** Suites on a real database share one PostgreSQL for the run; lower groups finish before higher ones begin. */
const DENGAN_BASIS_DATA = { globalSetup: ['tests/bantuan/basis-data-global.ts'], hookTimeout: 120_000 }

/** Files of one worker share the modules: loading the application anew for each took most of the run. */
const BERSAMA = { isolate: false }

function suite(
  name: string,
  groupOrder: number,
  lain: { testTimeout: number; maxWorkers?: number; globalSetup?: string[]; isolate?: boolean },
) {
  return {
    extends: true as const,
    test: { name, include: [`tests/${name}/**/*.test.ts`], sequence: { groupOrder }, ...lain },
  }
}

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      suite('unit', 0, { testTimeout: 20_000, ...BERSAMA }),
      suite('arsitektur', 0, { testTimeout: 30_000, ...BERSAMA }),
      suite('integrasi', 1, { testTimeout: 60_000, ...BERSAMA, ...DENGAN_BASIS_DATA }),
      suite('browser', 2, { testTimeout: 300_000, ...DENGAN_BASIS_DATA }),
      suite('gangguan', 3, { testTimeout: 600_000, maxWorkers: 1, ...DENGAN_BASIS_DATA }),
    ],
  },
})
