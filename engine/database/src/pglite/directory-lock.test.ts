import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockDirectory } from './directory-lock.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'irisflow-lock-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const lockFile = () => join(dir, 'irisflow.lock');

test('a second opener is told who holds the folder', () => {
  const unlock = lockDirectory(dir);
  expect(() => lockDirectory(dir)).toThrow(`process ${process.pid} holds it`);
  unlock();
  lockDirectory(dir)();
  expect(readdirSync(dir)).toEqual([]);
});

test('a lock of another running process is respected however old it is', () => {
  const holder = spawn('sleep', ['30']);
  writeFileSync(lockFile(), JSON.stringify({ pid: holder.pid, startTime: null }));
  expect(() => lockDirectory(dir)).toThrow(`process ${holder.pid} holds it`);
  holder.kill('SIGKILL');
});

test('a lock of a process that ended is taken over', async () => {
  const holder = spawn('true');
  await new Promise((resolve) => {
    holder.once('exit', resolve);
  });
  writeFileSync(lockFile(), JSON.stringify({ pid: holder.pid, startTime: '1' }));
  const unlock = lockDirectory(dir);
  expect(existsSync(lockFile())).toBe(true);
  unlock();
});

test('a reused process id is not taken for the holder', () => {
  writeFileSync(lockFile(), JSON.stringify({ pid: process.pid, startTime: '1' }));
  lockDirectory(dir)();
  expect(existsSync(lockFile())).toBe(false);
});

test('a folder that cannot be written is named', () => {
  const blocked = join(dir, 'file');
  writeFileSync(blocked, '');
  chmodSync(blocked, 0o400);
  expect(() => lockDirectory(join(blocked, 'data'))).toThrow(/Expected to write to the data folder .*file\/data, but/);
});
