import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type RestUnderTest, startRestUnderTest } from '@irisflow/broker/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeModels } from './drive-models.ts';

/** Only `npm run clients` looks for clients of other languages: they are no part of this repository. */
const isAsked = process.env['IRISFLOW_CLIENTS'] === '1';
const programs = fileURLToPath(new URL('../../clients/', import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'irisflow-clients-'));

const succeeds = (command: string, words: readonly string[]): boolean =>
  spawnSync(command, [...words], { stdio: 'ignore' }).status === 0;

interface Addresses {
  readonly rest: string;
  readonly grpc: string;
}

/** How a program that drives the engine is started. */
type Start = (addresses: Addresses) => readonly [command: string, ...words: string[]];

interface ForeignClient {
  readonly name: string;
  /** Null where this machine does not have the client. */
  readonly find: () => Start | null;
}

const javaClient = (version: string): ForeignClient => ({
  name: `io.camunda:camunda-client-java ${version}`,
  find: () => {
    const at = path.join(folder, `classpath-${version}`);
    const settings = [`-Dclient=${version}`, `-Dmdep.outputFile=${at}`];
    const words = ['-q', '-B', '-f', path.join(programs, 'java/pom.xml'), ...settings, 'dependency:build-classpath'];
    if (!succeeds('java', ['-version']) || !succeeds('mvn', words)) return null;
    const drive = path.join(programs, 'java/Drive.java');
    return ({ rest, grpc }) => ['java', '-cp', readFileSync(at, 'utf8'), drive, rest, `http://${grpc}`, folder];
  },
});

const pythonClient = (module: string, program: string, address: (addresses: Addresses) => string): ForeignClient => ({
  name: `Python ${module}`,
  find: () =>
    succeeds('python3', ['-c', `import ${module}`])
      ? (addresses) => ['python3', path.join(programs, 'python', program), address(addresses), folder]
      : null,
});

const clients: readonly ForeignClient[] = [
  javaClient('8.8.14'),
  javaClient('8.9.0'),
  pythonClient('camunda_orchestration_sdk', 'drive_sdk.py', ({ rest }) => rest),
  pythonClient('pyzeebe', 'drive_pyzeebe.py', ({ grpc }) => grpc),
];

describe('clients of other languages, where this machine has them', () => {
  let rest: RestUnderTest;
  beforeAll(async () => {
    if (!isAsked) return;
    writeModels(folder);
    rest = await startRestUnderTest('postgres');
  }, 60_000);
  afterAll(async () => {
    if (isAsked) await rest.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const found = clients.map(({ name, find }) => {
    const start = isAsked ? find() : null;
    return { start, title: start === null && isAsked ? `${name}: not on this machine` : name };
  });

  test.for(found)('$title', { timeout: 120_000 }, async ({ start }, { skip }) => {
    if (start === null) return skip();
    const addresses = { rest: rest.url.replace(/\/v2$/, ''), grpc: rest.engine.broker.grpcAddress };
    const [command, ...words] = start(addresses);
    const { stdout } = await promisify(execFile)(command, words);
    expect(stdout).toContain('ok ');
    expect(rest.engine.failures).toEqual([]);
  });
});
