import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { openTestDatabase, type TestDatabase } from '@irisflow/database/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectSentence, givenCommandLine } from '../testing/given-command-line.ts';
import type { ServerProcess } from '../testing/server-process.ts';

describe('commands on a store', () => {
  const irisflow = givenCommandLine();
  let home: string;
  let store: TestDatabase;

  beforeAll(async () => {
    home = mkdtempSync(path.join(tmpdir(), 'irisflow-commands-'));
    store = await openTestDatabase('postgres');
  });
  afterAll(async () => {
    await store.drop();
    rmSync(home, { recursive: true, force: true });
  });

  const command = (...parameters: string[]): ServerProcess => {
    if (store.location.kind !== 'postgres') throw new TypeError('Expected a PostgreSQL');
    return irisflow(parameters, { IRISFLOW_HOME: home, IRISFLOW_DATABASE_URL: store.location.url });
  };

  it.each([
    [['administration', 'add', 'x-y', '--fr', 'A', '--nl', ' ', '--en', 'A'], /^Expected the name in three/],
    [
      ['connector', 'token', 'add', '--name', 'x', '--types', 'housing.permit'],
      /^Expected a type of the platform .*, or also the administration whose key it begins with, but found "housing.permit"/,
    ],
    [
      ['connector', 'token', 'add', '--name', 'x', '--types', 'letter'],
      /^Expected a type of your own, but found "letter", which comes with the platform/,
    ],
    [['connector', 'token', 'revoke', 'nobody'], /^Expected a connector token nobody, but there is none/],
  ] as const)(
    '%o: one sentence, exit code 1',
    async (parameters, sentence) => expectSentence(command(...parameters), sentence),
    20_000,
  );

  it('fills an installation: an unknown administration is a sentence, a folder comes out as it went in', async () => {
    const example = fileURLToPath(new URL('../../../../examples/project-call', import.meta.url));
    const run = async (...parameters: string[]) => {
      const program = command(...parameters);
      return { code: await program.exit, output: program.output() };
    };

    expect(await run('procedure', 'test', example)).toMatchObject({
      code: 0,
      output: expect.stringMatching(/(\d+) of \1 scenarios passed/),
    });
    await expectSentence(
      command('procedure', 'publish', example),
      /^Expected the administration of procedure.json .* found brussels-housing.*irisflow administration add brussels-housing/,
    );
    await expectSentence(command('administration', 'add', 'x-1', '--fr', 'X'), /^Expected the name in three languages/);

    const names = ['--fr', 'Logement', '--nl', 'Huisvesting', '--en', 'Housing'];
    expect(await run('administration', 'add', 'brussels-housing', ...names)).toMatchObject({ code: 0 });
    expect(await run('session', 'end', '--all')).toMatchObject({ code: 0, output: 'Sessions that ended: 0.\n' });
    await expectSentence(
      command('session', 'end', '--issuer', 'https://idp.example', '--subject', 'x'),
      /^Expected somebody whom https:\/\/idp.example knows as x, but there is none/,
    );
    expect(await run('procedure', 'publish', example)).toMatchObject({
      code: 0,
      output: expect.stringContaining('version 1'),
    });

    const copy = path.join(home, 'project-call');
    expect(await run('procedure', 'export', copy)).toMatchObject({ code: 0 });
    const files = readdirSync(example, { recursive: true }).map(String).toSorted();
    expect(readdirSync(copy, { recursive: true }).map(String).toSorted()).toEqual(files);
    expect(readFileSync(path.join(copy, 'procedure.json'), 'utf8')).toBe(
      readFileSync(path.join(example, 'procedure.json'), 'utf8'),
    );
    await expectSentence(command('procedure', 'export', copy), /to be empty or missing/);
  }, 120_000);

  it('makes, shows and revokes the tokens of connectors of others', async () => {
    const token = async (...parameters: string[]) => {
      const program = command('connector', 'token', ...parameters);
      return { code: await program.exit, output: program.output() };
    };
    expect(await token('list')).toEqual({ code: 0, output: 'There are no connector tokens.\n' });
    const added = await token('add', '--name', 'City', '--types', 'parking, waste', '--expires', '2999-12-31');
    expect(added).toMatchObject({ code: 0, output: expect.stringMatching(/^ifc_[\w-]{43}\n/) });
    expect(added.output).toContain('It serves parking, waste for every administration, until 3000-01-01');
    await expectSentence(
      command('connector', 'token', 'add', '--name', 'x', '--types', 'nobody.x', '--administration', 'nobody'),
      /^Expected an administration of this platform, but found nobody/,
    );
    const listed = await token('list');
    const [, id = ''] =
      /^(\S+) {2}platform {2}parking,waste {2}counts until 3000\S+ {2}never used {2}City\n$/.exec(listed.output) ?? [];
    expect(id).not.toBe('');
    expect(await token('revoke', id)).toMatchObject({ code: 0 });
    expect((await token('list')).output).toContain('revoked 2');
  }, 120_000);
});
