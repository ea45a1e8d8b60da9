import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type Plugin } from 'vite';

/** Every browser that runs the page reads woff2: the older form of each font stays out of the bundle. */
const woff2Only: Plugin = {
  name: 'woff2-only',
  enforce: 'pre',
  transform: (code, id) => (id.includes('@fontsource') && id.endsWith('.css') ? code.replace(/,\s*url\([^)]*\.woff\) format\('woff'\)/g, '') : null),
};

// The site is built into the jar's class path; the server serves what lies under static/.
export default defineConfig({
  plugins: [woff2Only, svelte()],
  // Its package exports only the whole; the map needs one family of symbols.
  resolve: { alias: { 'milsymbol/parts': fileURLToPath(new URL('node_modules/milsymbol/index.mjs', import.meta.url)) } },
  worker: { format: 'es' },
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
