import { defineConfig } from 'prisma/config'

// `prisma generate` looks for a schema engine it does not use and would download it; any existing file will do.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= import.meta.filename

export default defineConfig({
  schema: 'prisma/schema',
  migrations: { path: 'prisma/migrations' },
  // only for `prisma migrate`; the application applies its migrations itself
  ...(process.env.DATABASE_URL ? { datasource: { url: process.env.DATABASE_URL } } : {}),
})
