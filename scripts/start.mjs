// Installs, builds and starts Irisflow on this machine. Needs Node 20.20 and npm, nothing else.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { prepare } from './lib/prepare.mjs';
import { root } from './lib/root.mjs';

try {
  await prepare();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

const server = spawn(
  process.execPath,
  [path.join(root, 'engine/server/dist/program/main.js'), 'start', ...process.argv.slice(2)],
  {
    cwd: root,
    stdio: 'inherit',
  },
);
// The terminal sends Ctrl-C to the server as well; this process only waits for it to stop cleanly.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => signal === 'SIGTERM' && server.kill(signal));
server.on('close', (code) => process.exit(code ?? 0));
