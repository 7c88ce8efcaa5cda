// What `npm run mutasi` runs against changed arithmetic: the unit tests of that arithmetic, nothing else.
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // the other tests of perencanaan load half the application and check none of this arithmetic
    include: ['tests/unit/pengukuran/**/*.test.ts', 'tests/unit/perencanaan/{periksa-kartu,rumus-kartu}.test.ts'],
    setupFiles: ['tests/bantuan/hukum-singkat.ts'],
    // a busy machine is slow, not wrong: only what never ends may time out
    testTimeout: 60_000,
    maxWorkers: 1,
    // pure functions: modules loaded once serve all test files
    isolate: false,
  },
})
