import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.{test,spec}.{ts,tsx}'],
    exclude: ['**/node_modules/**', 'test/soak/**'],
    pool: 'forks',
    maxWorkers: 2,
    globalSetup: './test/setup.ts',
    sequence: { shuffle: true },
    testTimeout: 20_000,
    hookTimeout: 60_000,
    reporters: ['default', './test/reporter.ts'],
  },
});
