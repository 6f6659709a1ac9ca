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

/** A client as this machine has it, or the reason why it cannot be driven. */
type Found = { readonly version: string; readonly start: Start } | { readonly missing: string };

interface ForeignClient {
  readonly name: string;
  readonly find: () => Found;
}

const NOT_HERE: Found = { missing: 'not on this machine' };

const javaClient = (version: string): ForeignClient => ({
  name: 'io.camunda:camunda-client-java',
  find: () => {
    const at = path.join(folder, `classpath-${version}`);
    const settings = [`-Dclient=${version}`, `-Dmdep.outputFile=${at}`];
    const words = ['-q', '-B', '-f', path.join(programs, 'java/pom.xml'), ...settings, 'dependency:build-classpath'];
    if (!succeeds('java', ['-version']) || !succeeds('mvn', words)) return NOT_HERE;
    const drive = path.join(programs, 'java/Drive.java');
    const start: Start = ({ rest, grpc }) => {
      return ['java', '-cp', readFileSync(at, 'utf8'), drive, rest, `http://${grpc}`, folder];
    };
    return { version, start };
  },
});

interface PythonClient {
  readonly name: string;
  readonly program: string;
  readonly address: (addresses: Addresses) => string;
  /** The first version that needs fields of a line after those that the engine promises. */
  readonly tooNew: number;
}

const pythonVersion = (name: string): string =>
  spawnSync('python3', ['-c', `from importlib.metadata import version; print(version('${name}'))`], {
    encoding: 'utf8',
  }).stdout.trim();

const pythonClient = ({ name, program, address, tooNew }: PythonClient): ForeignClient => ({
  name: `Python ${name}`,
  find: () => {
    const version = pythonVersion(name);
    if (version === '') return NOT_HERE;
    if (Number.parseInt(version, 10) >= tooNew) {
      return { missing: `${version} is of a later line, pip install "${name}<${tooNew}" gives the one for 8.9` };
    }
    return {
      version,
      start: (addresses) => ['python3', path.join(programs, 'python', program), address(addresses), folder],
    };
  },
});

const clients: readonly ForeignClient[] = [
  javaClient('8.8.14'),
  javaClient('8.9.0'),
  pythonClient({
    name: 'camunda-orchestration-sdk',
    program: 'drive_sdk.py',
    address: ({ rest }) => rest,
    tooNew: 10,
  }),
  pythonClient({ name: 'pyzeebe', program: 'drive_pyzeebe.py', address: ({ grpc }) => grpc, tooNew: 5 }),
];

describe('clients of other languages, where this machine has them', () => {
  let rest: RestUnderTest;
  beforeAll(async () => {
    if (!isAsked) return;
    writeModels(folder);
    rest = await startRestUnderTest('postgres');
  });
  afterAll(async () => {
    if (isAsked) await rest.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const found = clients.map(({ name, find }) => {
    if (!isAsked) return { title: name, start: null };
    const client = find();
    return 'start' in client
      ? { title: `${name} ${client.version}`, start: client.start }
      : { title: `${name}: ${client.missing}`, start: null };
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
