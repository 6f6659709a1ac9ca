import path from 'node:path';
import { run } from './run.mjs';

const vitest = path.join('node_modules', 'vitest', 'vitest.mjs');
const room = 'engine/conformance';

/** Runs a part of what the engine promises; `page` names the reporter that writes the result down, null for none. Answers the exit code. */
export const runConformance = async ({ where, page, env }) => {
  const pages = page === null ? [] : [`--reporter=./${room}/src/pages/${page}-reporter.ts`];
  const command = [vitest, 'run', '--config', `${room}/vitest.config.ts`, '--reporter=default', ...pages, where];
  const { code } = await run([process.execPath, ...command], { env });
  return code;
};
