import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '@irisflow/access';
import {
  openTestCasework,
  type TestCasework,
  givenAdministrations,
  givenStaff,
  sampleProcedure,
} from '@irisflow/platform/testing';

describe('the number of a version', () => {
  let given: TestCasework;
  let analyst: Actor;
  const key = 'rent-aid';

  beforeAll(async () => {
    given = await openTestCasework();
    await givenAdministrations(given.casework);
    analyst = await givenStaff(given.casework, { name: 'Ann', roles: ['analyst'] });
    await given.casework.procedures.importFolder(analyst, { files: sampleProcedure() });
  });
  afterAll(() => given.close());

  const procedures = () => given.casework.procedures;
  const publish = (revision: number) => procedures().publish(analyst, { key, note: '', revision });
  const save = async (content: string): Promise<number> => {
    const { revision } = await procedures().getDraft(analyst, { key });
    return (await procedures().saveFile(analyst, { key, path: 'parameters.json', content, revision })).revision;
  };
  const reserved = async () =>
    (
      await given.database.query(
        'select version, content_hash from casework.procedure_reservation where procedure_key = $1 order by version',
        [key],
      )
    ).map(({ version, content_hash: hash }) => [version, hash]);

  test('is that of the attempt that failed, when the same is published again', async () => {
    given.engine.failNext('unavailable');
    await expect(publish(1)).rejects.toMatchObject({ code: 'ENGINE_UNAVAILABLE' });
    expect(await procedures().listVersions(analyst, { key })).toEqual([]);
    expect(await publish(1)).toMatchObject({ version: 1 });
    expect(await reserved()).toHaveLength(1);
  });

  test('is never that of other content, which waits until the first can no longer arrive', async () => {
    const first = await save('[]');
    given.engine.failNext('uncertain');
    await expect(publish(first)).rejects.toMatchObject({ code: 'ENGINE_UNAVAILABLE' });
    const second = await save('[ ]');
    await expect(publish(second)).rejects.toMatchObject({ code: 'PROCEDURE_BUSY', status: 409 });
    given.clock.set(new Date(given.clock.now() + 61_000).toISOString());
    expect(await publish(second)).toMatchObject({ version: 3 });
    expect(new Set((await reserved()).map(([, hash]) => hash)).size).toBe(3);
  });

  test('is one for two who publish the same at the same moment', async () => {
    const revision = await save('[  ]');
    const published = await Promise.all([publish(revision), publish(revision)]);
    expect(published.map(({ version }) => version)).toEqual([4, 4]);
    expect(await procedures().listVersions(analyst, { key })).toHaveLength(3);
  });

  test('a version from before names were qualified is published anew, with its names', async () => {
    await given.database.transaction(async (tx) => {
      await tx.query('alter table casework.procedure_version disable trigger procedure_version_is_final');
      await tx.query('update casework.procedure_version set qualified = false');
      await tx.query('alter table casework.procedure_version enable trigger procedure_version_is_final');
    });
    const { revision } = await procedures().getDraft(analyst, { key });
    expect(await publish(revision)).toMatchObject({ version: 5 });
    expect(await publish(revision)).toMatchObject({ version: 5 });
  });
});
