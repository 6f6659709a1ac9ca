import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lockDirectory } from './directory-lock.ts';
import { sharedFilesystem } from './shared-filesystem.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'irisflow-lock-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const lockFile = () => join(dir, 'irisflow.lock');

test('a second opener is told who holds the folder, and may have it when it is given back', () => {
  const unlock = lockDirectory(dir);
  expect(() => lockDirectory(dir)).toThrow(`process ${process.pid} on ${hostname()} holds it`);
  unlock();
  lockDirectory(dir)();
});

test.each([
  ['of a process that runs', () => JSON.stringify({ pid: process.pid, startTime: null, nonce: 1 })],
  ['that is cut off', () => '{"pid":'],
  ['that is empty', () => ''],
])('a lock file of before %s does not block', (_which, text) => {
  writeFileSync(lockFile(), text());
  chmodSync(lockFile(), 0o644);
  const unlock = lockDirectory(dir);
  expect(() => lockDirectory(dir)).toThrow(`process ${process.pid} on`);
  expect(statSync(lockFile()).mode & 0o777).toBe(0o600);
  unlock();
});

test('a folder that cannot be written is named', () => {
  const blocked = join(dir, 'file');
  writeFileSync(blocked, '');
  expect(() => lockDirectory(join(blocked, 'data'))).toThrow(/Expected to write to the data folder .*file\/data, but/);
});

test.each([
  [0x6969, 'NFS'],
  [0xff534d42, 'CIFS'],
  [0x01021997, '9P'],
  [0x65735546, 'FUSE'],
  [0xef53, null],
  [0x58465342, null],
  [0x01021994, null],
  [0x794c7630, null],
])('a filesystem of type %i is shared beyond this machine: %s', (type, name) => {
  expect(sharedFilesystem(type)).toBe(name);
});

/** Node runs the compiled package: what holds is a process as operators start it. */
const program = `
  import(${JSON.stringify(new URL('../../dist/index.js', import.meta.url).href)})
    .then(({ openDatabase }) => openDatabase({ kind: 'pglite', dir: process.argv[1] }))
    .then(
      () => {
        process.stdout.write('leads as ' + process.pid);
        setInterval(() => undefined, 1_000);
      },
      (thrown) => {
        process.stdout.write('refused ' + thrown.code + ' ' + thrown.message);
        process.exit(0);
      },
    );
`;
const ownNamespaces = ['--pid', '--net', '--uts', '--fork', '--kill-child', '--mount-proc'];
const isPermitted = spawnSync('unshare', [...ownNamespaces, 'true']).status === 0;

describe.skipIf(!isPermitted)('two containers (skipped where unshare is not permitted)', () => {
  const children: ChildProcess[] = [];
  afterEach(() => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
  });

  const container = async (): Promise<{ child: ChildProcess; says: string }> => {
    const node = [process.execPath, '-e', program, dir];
    const child = spawn('unshare', [...ownNamespaces, ...node], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, NODE_OPTIONS: '' },
    });
    children.push(child);
    const [said] = (await once(child.stdout, 'data')) as [Buffer];
    return { child, says: said.toString() };
  };

  test('of one folder, in PID and network namespaces of their own, one leads; when it is killed the other can at once', async () => {
    const first = await container();
    expect(first.says).toBe('leads as 1');

    const second = await container();
    expect(second.says).toMatch(/^refused LOCKED Expected to open .* alone, but process 1 on .* holds it/);

    first.child.kill('SIGKILL');
    await once(first.child, 'close');
    expect(existsSync(lockFile())).toBe(true);
    const third = await container();
    expect(third.says).toBe('leads as 1');
  });
});
