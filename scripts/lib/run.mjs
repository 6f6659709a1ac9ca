import { spawn } from 'node:child_process';
import { root } from './root.mjs';

/**
 * Runs a command in the repository and resolves to its exit code and output.
 * @param {string[]} command
 * @param {{ quiet?: boolean, env?: Record<string, string | undefined>, cwd?: string }} [options]
 */
export const run = ([file, ...parameters], { quiet = false, env = {}, cwd = root } = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(file, parameters, {
      cwd,
      env: { ...process.env, ...env },
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    });
    let output = '';
    const keep = (chunk) => {
      output += chunk;
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code: code ?? (signal === null ? 1 : 128), output }));
  });

/** Runs a command that must succeed; otherwise prints what it said and throws. */
export const runOrFail = async (command, options) => {
  const result = await run(command, options);
  if (result.code !== 0) {
    process.stderr.write(result.output);
    throw new Error(`Expected "${command.join(' ')}" to succeed, but it ended with ${result.code}.`);
  }
  return result;
};
