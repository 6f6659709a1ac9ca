import { chmodSync, cpSync, lstatSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from './index.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'irisflow-private-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const walk = (path: string): string[] =>
  lstatSync(path).isDirectory() ? [path, ...readdirSync(path).flatMap((name) => walk(join(path, name)))] : [path];

/** Paths that somebody else may read, write or enter. */
const openToOthers = (path: string): string[] =>
  walk(path).filter((one) => !lstatSync(one).isSymbolicLink() && (lstatSync(one).mode & 0o077) !== 0);

const use = async (store: string): Promise<void> => {
  const database = await openDatabase({ kind: 'pglite', dir: store });
  await database.query('create table note (n int, text text); create index note_n on note (n)');
  await database.query(`insert into note select n, repeat('x', 3000) from generate_series(1, 2000) n`);
  await database.query('vacuum full note');
  await database.query('checkpoint');
  expect(openToOthers(store)).toEqual([]);
  await database.query('drop table note');
  await database.close();
};

describe.skipIf(process.platform === 'win32')('an embedded store', () => {
  test('has nothing that others may read, while it is used and afterwards', async () => {
    const umask = process.umask(0);
    try {
      await use(join(dir, 'store'));
    } finally {
      process.umask(umask);
    }
    expect(openToOthers(join(dir, 'store'))).toEqual([]);
  });

  test('of before is tightened when it is opened; what a link names is left alone', async () => {
    const outside = join(dir, 'outside');
    writeFileSync(outside, '');
    chmodSync(outside, 0o644);
    await use(join(dir, 'first'));
    cpSync(join(dir, 'first'), join(dir, 'second'), { recursive: true });
    for (const path of walk(join(dir, 'second'))) chmodSync(path, lstatSync(path).isDirectory() ? 0o755 : 0o666);
    symlinkSync(outside, join(dir, 'second', 'link'));

    await use(join(dir, 'second'));

    expect(openToOthers(join(dir, 'second'))).toEqual([]);
    expect(lstatSync(outside).mode & 0o777).toBe(0o644);
  });
});
