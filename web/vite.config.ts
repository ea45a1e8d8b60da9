import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

// The site is built into the jar's class path; the server serves what lies under static/.
export default defineConfig({
  plugins: [svelte()],
  build: {
    outDir: 'target/classes/static',
    emptyOutDir: true,
    target: 'es2022',
    // The map is loaded after the level, the reasons and what is due are painted.
    chunkSizeWarningLimit: 1300,
  },
  server: {
    proxy: { '/api': process.env.TRUCE_URL ?? 'http://127.0.0.1:8080' },
    fs: { allow: ['..'] },
  },
});
