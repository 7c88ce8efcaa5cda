import { defineConfig } from 'vitest/config'

/** Suites on a real database share one PostgreSQL for the run; lower groups finish before higher ones begin. */
const DENGAN_BASIS_DATA = { globalSetup: ['tests/bantuan/basis-data-global.ts'], hookTimeout: 120_000 }

function suite(
  name: string,
  groupOrder: number,
  lain: { testTimeout: number; maxWorkers?: number; globalSetup?: string[] },
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
      suite('unit', 0, { testTimeout: 20_000 }),
      suite('arsitektur', 0, { testTimeout: 30_000 }),
      suite('integrasi', 1, { testTimeout: 60_000, ...DENGAN_BASIS_DATA }),
      suite('browser', 2, { testTimeout: 300_000, ...DENGAN_BASIS_DATA }),
      suite('gangguan', 3, { testTimeout: 600_000, maxWorkers: 1, ...DENGAN_BASIS_DATA }),
    ],
  },
})
