import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [svelte()],
  test: { include: ['**/*.test.ts', '**/*.test.mjs'], testTimeout: 60_000, hookTimeout: 180_000, fileParallelism: false },
});
