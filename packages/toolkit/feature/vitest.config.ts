import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    reporters: ['default', ['json', { outputFile: 'test-result.json' }]],
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      exclude: ['src/**/*.test.ts', 'src/type-tests/**'],
      reporter: ['text-summary', 'lcov', 'json'],
      thresholds: { statements: 100, branches: 100, functions: 100, lines: 100 },
    },
  },
});
