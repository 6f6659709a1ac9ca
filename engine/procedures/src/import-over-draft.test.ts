import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '@irisflow/access';
import type { ProcedureDraft } from './views/procedure.ts';
import {
  zipOf,
  openTestCasework,
  type TestCasework,
  givenAdministrations,
  givenStaff,
  sampleProcedure,
} from '@irisflow/platform/testing';

const key = 'rent-aid';
const zip = (files: readonly { path: string; content: string }[]) =>
  zipOf(files.map(({ path, content }) => ({ name: path, content })));

describe('importing over a draft', () => {
  let given: TestCasework;
  let analyst: Actor;
  const archive = zip([
    ...sampleProcedure().filter(({ path }) => path !== 'parameters.json'),
    { path: 'extra.form.json', content: '{}' },
  ]);
  const procedures = () => given.casework.procedures;
  const draft = () => procedures().getDraft(analyst, { key });
  const said = ({ files }: ProcedureDraft) => files.map(({ path, content }) => ({ path, content }));

  beforeAll(async () => {
    given = await openTestCasework();
    await givenAdministrations(given.casework);
    analyst = await givenStaff(given.casework, { name: 'Ann', roles: ['analyst'] });
    await procedures().importArchive(analyst, { archive: zip(sampleProcedure()) });
    await procedures().saveFile(analyst, { key, path: 'parameters.json', content: '[]', revision: 1 });
  });
  afterAll(() => given.close());

  test('is shown first, file by file, and changes nothing', async () => {
    const before = await draft();
    expect(await procedures().previewImport(analyst, { archive })).toMatchObject({
      key,
      draft: { revision: 2, updatedBy: 'Ann', isUnpublished: true },
      changes: [
        { path: 'extra.form.json', kind: 'added' },
        { path: 'parameters.json', kind: 'removed' },
      ],
    });
    expect(await draft()).toEqual(before);
  });

  test.each([undefined, 1])('is refused when it names revision %s and the draft is further', async (replaces) => {
    await expect(procedures().importArchive(analyst, { archive, replaces })).rejects.toMatchObject({
      code: 'STALE_REVISION',
    });
  });

  test('keeps what it replaced, which can be brought back, and so can what that replaced', async () => {
    const before = await draft();

    const imported = await procedures().importArchive(analyst, { archive, replaces: 2 });
    expect(imported.files.map(({ path }) => path)).not.toContain('parameters.json');
    const restored = await procedures().restoreDraft(analyst, { key, revision: imported.revision });
    expect(said(restored)).toEqual(said(before));
    const again = await procedures().restoreDraft(analyst, { key, revision: restored.revision });
    expect(said(again)).toEqual(said(imported));

    await expect(procedures().restoreDraft(analyst, { key, revision: 1 })).rejects.toMatchObject({
      code: 'STALE_REVISION',
    });
  });

  test('of another administration under a key of its own is shown, asked and taken back in the same way', async () => {
    const stranger = await givenStaff(given.casework, { name: 'Eve', roles: ['analyst'], administration: 'taxi' });
    const ride = 'ride-aid';
    const first = await procedures().previewImport(stranger, { archive, key: ride });
    expect(first).toMatchObject({ key: ride, draft: null });
    await procedures().importArchive(stranger, { archive: zip(sampleProcedure()), key: ride });

    const { draft: seen, changes } = await procedures().previewImport(stranger, { archive, key: ride });
    expect(changes).toEqual([
      { path: 'extra.form.json', kind: 'added' },
      { path: 'parameters.json', kind: 'removed' },
    ]);
    await expect(procedures().importArchive(stranger, { archive, key: ride })).rejects.toMatchObject({
      code: 'STALE_REVISION',
    });
    const replaces = seen?.revision;
    const imported = await procedures().importArchive(stranger, { archive, key: ride, replaces });
    const restored = await procedures().restoreDraft(stranger, { key: ride, revision: imported.revision });
    expect(restored.files.map(({ path }) => path)).toContain('parameters.json');

    await expect(procedures().previewImport(stranger, { archive, key: 'Ride aid' })).rejects.toMatchObject({
      code: 'INPUT_INVALID',
    });
  });

  test('of another administration is not even shown', async () => {
    const stranger = await givenStaff(given.casework, { name: 'Tom', roles: ['analyst'], administration: 'taxi' });
    await expect(procedures().previewImport(stranger, { archive })).rejects.toMatchObject({ code: 'PROCEDURE_EXISTS' });
    await expect(procedures().restoreDraft(stranger, { key, revision: 2 })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
