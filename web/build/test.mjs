// Runs one part of the tests (unit or e2e) and writes JUnit XML to $TRUCE_RESULTS, where ./check counts it.
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';

const part = process.argv[2] ?? 'unit';
const results = process.env.TRUCE_RESULTS ?? 'target';
mkdirSync(results, { recursive: true });
const vitest = spawn(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', '--config', 'vitest.config.ts', '--dir', part === 'e2e' ? 'e2e' : 'src',
    '--reporter=default', '--reporter=junit', `--outputFile.junit=${results}/web-${part}.xml`],
  { stdio: 'inherit', env: { ...process.env, ...(process.env.BASE_URL ? { TRUCE_URL: process.env.BASE_URL } : {}) } },
);
vitest.on('exit', (code) => process.exit(code ?? 1));
