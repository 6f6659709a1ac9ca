import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeSealFile } from '@irisflow/signatures/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSeals, sealWarnings, strangeSeals } from './open-seals.ts';

const DAY = 24 * 3600 * 1000;
const file = makeSealFile({ holder: 'Bruxelles Logement', days: 90 });

describe('the folder of seals', () => {
  let folder: string;
  const write = (name: string, content: Buffer | string) => writeFileSync(path.join(folder, name), content);
  const open = () => openSeals({ seals: folder });

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'irisflow-seals-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('has one for each administration that seals, and none is none', async () => {
    expect(await openSeals({ seals: '' })).toEqual(new Map());
    expect(await open()).toEqual(new Map());
    write('brussels-housing.p12', file.bytes);
    // As editors and shells write it.
    write('brussels-housing.passphrase', `${file.passphrase}\n`);
    write('readme.txt', 'Renew in spring.');
    const seals = await open();
    expect([...seals.keys()]).toEqual(['brussels-housing']);
    expect(strangeSeals(seals, ['brussels-housing', 'brussels-mobility'])).toEqual([]);
    expect(strangeSeals(seals, ['bruxelles-logement'])).toEqual([
      expect.stringMatching(/brussels-housing\.p12 .* none is called so/),
    ]);
    expect(sealWarnings(seals, Date.now() + DAY)).toEqual([]);
    expect(sealWarnings(seals, Date.now() + 70 * DAY)).toEqual([
      expect.stringMatching(/^Renew the certificate of Bruxelles Logement/),
    ]);
    expect(sealWarnings(seals, Date.now() + 91 * DAY)).toEqual([
      expect.stringMatching(/it ended on .*: these letters wait/),
    ]);
    expect(sealWarnings(seals, Date.now() - DAY)).toEqual([expect.stringMatching(/but it begins on/)]);
  });

  it.each([
    ['no passphrase beside it', () => undefined, /the passphrase of a seal in .*housing\.passphrase/],
    ['another passphrase', () => write('housing.passphrase', 'another'), /Expected the passphrase of the file/],
    ['another file', () => [write('housing.passphrase', file.passphrase), write('housing.p12', 'x')], /PKCS #12/],
  ])('with %s stops the start with a sentence', async (_what, damage, expected) => {
    write('housing.p12', file.bytes);
    damage();
    await expect(open()).rejects.toThrow(expected);
    await expect(open()).rejects.toMatchObject({ name: 'ConfigError' });
  });

  it('that is not there stops the start', async () => {
    await expect(openSeals({ seals: path.join(folder, 'none') })).rejects.toThrow(
      /IRISFLOW_SEALS to be a readable folder/,
    );
  });
});
