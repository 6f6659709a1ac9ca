import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openHomeFolder, readGeneratedSecrets, storeFolder } from './home-folder.ts';

const modeOf = (file: string): string => (statSync(file).mode & 0o777).toString(8);

describe.skipIf(process.platform === 'win32')('the home folder', () => {
  let parent: string;
  beforeEach(() => {
    parent = mkdtempSync(path.join(tmpdir(), 'irisflow-home-folder-'));
  });
  afterEach(() => rmSync(parent, { recursive: true, force: true }));

  it('is made for its owner alone, and so are its secrets, whatever the umask', () => {
    const home = path.join(parent, 'new');
    const umask = process.umask(0);
    try {
      openHomeFolder(home);
      readGeneratedSecrets(home);
    } finally {
      process.umask(umask);
    }
    expect([modeOf(home), modeOf(path.join(home, 'secrets.json'))]).toEqual(['700', '600']);
  });

  it('of an older version is tightened with what is in it', () => {
    const file = path.join(storeFolder(parent), 'pgdata', 'base');
    mkdirSync(path.dirname(file), { recursive: true });
    for (const name of [file, path.join(parent, 'secrets.json')]) writeFileSync(name, '{}');
    for (const name of [file, path.join(parent, 'secrets.json')]) chmodSync(name, 0o666);
    chmodSync(parent, 0o755);

    openHomeFolder(parent);

    expect([modeOf(parent), modeOf(path.dirname(file)), modeOf(file)]).toEqual(['700', '700', '600']);
    expect(modeOf(path.join(parent, 'secrets.json'))).toBe('600');
  });

  it('that others use too keeps its own mode, and their files theirs', () => {
    writeFileSync(path.join(parent, 'of-others'), '');
    chmodSync(path.join(parent, 'of-others'), 0o644);
    chmodSync(parent, 0o755);

    openHomeFolder(parent);
    readGeneratedSecrets(parent);

    expect([modeOf(parent), modeOf(path.join(parent, 'of-others'))]).toEqual(['755', '644']);
    expect(modeOf(path.join(parent, 'secrets.json'))).toBe('600');
  });
});
