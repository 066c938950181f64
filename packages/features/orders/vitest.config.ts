import { vitestThresholds } from '@formwork/feature';
import { defineConfig } from 'vitest/config';
import { ordersManifest } from './src/feature.manifest.ts';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    reporters: ['default', ['json', { outputFile: 'test-result.json' }]],
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      exclude: ['src/**/*.test.ts'],
      reporter: ['text-summary', 'lcov', 'json'],
      thresholds: vitestThresholds(ordersManifest),
    },
  },
});
