import { zipSync, strToU8 } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '@irisflow/access';
import { noEnd, withEnd } from '@irisflow/scenarios';
import {
  openTestCasework,
  type TestCasework,
  anonymous,
  givenAdministrations,
  givenCitizen,
  givenStaff,
  system,
  sampleProcedure,
} from '@irisflow/platform/testing';

const notAuthorized = { file: 'procedure.json', code: 'SOURCE_NOT_AUTHORIZED', severity: 'warning' };

describe('procedures', () => {
  let given: TestCasework;
  let analyst: Actor;

  beforeAll(async () => {
    given = await openTestCasework();
    await givenAdministrations(given.casework);
    analyst = await givenStaff(given.casework, { name: 'Ann', roles: ['analyst'] });
  });
  afterAll(() => given.close());

  const procedures = () => given.casework.procedures;
  const refused = (code: string) => expect.objectContaining({ code });

  test('an imported folder is a draft without errors, and unpublished; its source is not authorized yet', async () => {
    const draft = await procedures().importFolder(analyst, { files: sampleProcedure() });
    expect(draft).toMatchObject({ key: 'rent-aid', revision: 1, basedOnVersion: null, changed: true });
    expect(draft.title.nl).toBe('Huursteun');
    expect((await procedures().lintDraft(analyst, { key: 'rent-aid' })).problems).toMatchObject([notAuthorized]);
    await expect(procedures().getProcedure(anonymous, { key: 'rent-aid' })).rejects.toEqual(refused('NOT_FOUND'));
  });

  test('publishing deploys and makes a version; the same content again makes none', async () => {
    const first = await procedures().publish(analyst, { key: 'rent-aid', note: 'first', revision: 1 });
    expect(first).toMatchObject({ version: 1, publishedBy: 'Ann', note: 'first', running: 0 });
    const again = await procedures().publish(analyst, { key: 'rent-aid', note: 'again', revision: 1 });
    expect(again).toEqual(first);
    expect(await procedures().listVersions(analyst, { key: 'rent-aid' })).toHaveLength(1);
    expect(await procedures().listCatalog(anonymous, {})).toMatchObject([{ key: 'rent-aid', version: 1 }]);
    expect(await procedures().getProcedure(anonymous, { key: 'rent-aid' })).toMatchObject({ decisionDays: 60 });
  });

  test('saving needs the revision one saw, and answers what is wrong now', async () => {
    const broken = { key: 'rent-aid', path: 'validate.form.json', content: '{', revision: 1 };
    const saved = await procedures().saveFile(analyst, broken);
    expect(saved.revision).toBe(2);
    expect(saved.problems).toMatchObject([
      { file: 'validate.form.json', code: 'JSON_UNREADABLE', severity: 'error' },
      notAuthorized,
    ]);
    await expect(procedures().saveFile(analyst, broken)).rejects.toEqual(refused('STALE_REVISION'));
    await expect(procedures().publish(analyst, { key: 'rent-aid', note: '', revision: 2 })).rejects.toMatchObject({
      code: 'PROCEDURE_INVALID',
      status: 422,
      problems: [{ file: 'validate.form.json' }],
    });
  });

  test('discarding goes back to the published version', async () => {
    const draft = await procedures().discardDraft(analyst, { key: 'rent-aid' });
    expect(draft).toMatchObject({ basedOnVersion: 1, changed: false, revision: 3 });
    expect(await procedures().listProcedures(analyst, {})).toMatchObject([
      { key: 'rent-aid', publishedVersion: 1, draftChanged: false, running: 0, incidents: 0 },
    ]);
  });

  test('a change is published as the next version, and the first stays as it was', async () => {
    const before = await procedures().getVersion(analyst, { key: 'rent-aid', version: 1 });
    await procedures().saveFile(analyst, { key: 'rent-aid', path: 'parameters.json', content: '[]', revision: 3 });
    expect(await procedures().publish(analyst, { key: 'rent-aid', note: '', revision: 4 })).toMatchObject({
      version: 2,
    });
    expect(await procedures().getVersion(analyst, { key: 'rent-aid', version: 1 })).toEqual(before);
    await expect(given.database.query('delete from casework.procedure_version_file')).rejects.toThrow(
      /stay as they were/,
    );
  });

  test('other administrations and citizens see nothing of it', async () => {
    const stranger = await givenStaff(given.casework, { name: 'Tom', roles: ['analyst'], administration: 'taxi' });
    await expect(procedures().getDraft(stranger, { key: 'rent-aid' })).rejects.toEqual(refused('NOT_FOUND'));
    await expect(procedures().importFolder(stranger, { files: sampleProcedure() })).rejects.toEqual(
      refused('PROCEDURE_EXISTS'),
    );
    const citizen = await givenCitizen(given.casework);
    await expect(procedures().listProcedures(citizen, {})).rejects.toEqual(refused('FORBIDDEN'));
  });

  test('a new procedure starts without errors, and a copy takes its files', async () => {
    const blank = await procedures().createProcedure(analyst, { key: 'parking', title: 'Parking' });
    expect((await procedures().lintDraft(analyst, { key: 'parking' })).problems).toEqual([]);
    expect(blank.files.map(({ path }) => path)).toContain('parking.bpmn');
    const copy = await procedures().createProcedure(analyst, { key: 'rent-aid-2', title: 'Copy', copyOf: 'rent-aid' });
    expect(copy.title.fr).toBe('Copy');
    await expect(procedures().createProcedure(analyst, { key: 'parking', title: 'x' })).rejects.toEqual(
      refused('PROCEDURE_EXISTS'),
    );
  });

  test('an exported archive comes back in as it went out', async () => {
    const { bytes, fileName } = await procedures().exportArchive(analyst, { key: 'rent-aid' });
    expect(fileName).toBe('rent-aid.zip');
    const before = await procedures().getDraft(analyst, { key: 'rent-aid' });
    const after = await procedures().importArchive(analyst, { archive: bytes, replaces: before.revision });
    expect(after.files).toEqual(before.files);
  });

  test('a process in another encoding is read as it declares, and kept as UTF-8', async () => {
    const { files } = await procedures().getDraft(analyst, { key: 'rent-aid' });
    const latin1 = (content: string) =>
      Uint8Array.from(content.replace('encoding="UTF-8"', 'encoding="ISO-8859-1"'), (each) => each.charCodeAt(0));
    const entries = files.map(({ path, content }) => {
      const isProcess = path.endsWith('.bpmn');
      return [
        path,
        isProcess ? latin1(content.replace(/<bpmn:process /, '$&name="Délai" ')) : strToU8(content),
      ] as const;
    });
    const { key } = await procedures().importArchive(analyst, {
      archive: zipSync(Object.fromEntries(entries)),
      key: 'rent-aid-latin',
    });
    const draft = await procedures().getDraft(analyst, { key });
    const process = draft.files.find(({ path }) => path.endsWith('.bpmn'))?.content ?? '';
    expect(process).toContain('encoding="UTF-8"');
    expect(process).toContain('name="Délai"');
  });

  test.each([
    ['a name outside the folder', { '../procedure.json': strToU8('{}') }],
    ['a stranger', { 'procedure.json': strToU8('{}'), 'run.exe': strToU8('MZ') }],
    ['a bomb', { 'procedure.json': new Uint8Array(40 * 1024 * 1024) }],
  ])('an archive with %s is refused', async (_, entries) => {
    await expect(procedures().importArchive(analyst, { archive: zipSync(entries) })).rejects.toEqual(
      refused('ARCHIVE_INVALID'),
    );
  });

  test('a folder whose key another administration has is imported under another one, and is theirs', async () => {
    const stranger = await givenStaff(given.casework, { name: 'Tom', roles: ['analyst'], administration: 'taxi' });
    const { bytes } = await procedures().exportArchive(analyst, { key: 'rent-aid' });
    const draft = await procedures().importArchive(stranger, { archive: bytes, key: 'ride-aid' });
    expect(draft.key).toBe('ride-aid');
    expect(JSON.parse(draft.files.find(({ path }) => path === 'procedure.json')?.content ?? '')).toMatchObject({
      key: 'ride-aid',
      administration: 'taxi',
      process: { id: 'rent-aid' },
    });
    await expect(procedures().importArchive(stranger, { archive: bytes, key: 'Ride aid' })).rejects.toEqual(
      refused('INPUT_INVALID'),
    );
    await expect(procedures().importArchive(stranger, { archive: bytes, key: 'parking' })).rejects.toEqual(
      refused('PROCEDURE_EXISTS'),
    );
  });

  test('the prefix of references belongs to the administration that published it first', async () => {
    const stranger = await givenStaff(given.casework, { name: 'Tom', roles: ['analyst'], administration: 'taxi' });
    const published = await procedures()
      .publish(stranger, { key: 'ride-aid', note: '', revision: 1 })
      .catch((thrown: unknown) => thrown);
    expect(published).toMatchObject({
      code: 'PROCEDURE_INVALID',
      problems: [{ file: 'procedure.json', code: 'REFERENCE_TAKEN', pointer: '/reference' }],
    });
    const { problems } = await procedures().lintDraft(stranger, { key: 'ride-aid' });
    expect(problems[0]?.message.nl).toBe('Een andere administratie gebruikt al referenties die met “BH-RA” beginnen.');
  });

  test('what nobody applies for is in the catalog of staff alone', async () => {
    const files = sampleProcedure().map((file) =>
      file.path === 'procedure.json'
        ? { ...file, content: JSON.stringify({ ...(JSON.parse(file.content) as object), audience: [] }) }
        : file,
    );
    const { revision } = await procedures().importFolder(analyst, { files, replaces: 5 });
    await procedures().publish(analyst, { key: 'rent-aid', note: 'of the office', revision });
    const citizen = await givenCitizen(given.casework);
    const draft = { procedureKey: 'rent-aid', language: 'fr' } as const;

    expect(await procedures().listCatalog(anonymous, {})).toEqual([]);
    expect(await procedures().listCatalog(citizen, {})).toEqual([]);
    expect(await procedures().listCatalog(analyst, {})).toMatchObject([{ key: 'rent-aid', audience: [] }]);
    await expect(procedures().getProcedure(citizen, { key: 'rent-aid' })).rejects.toEqual(refused('NOT_FOUND'));
    await expect(given.casework.applications.createDraft(citizen, draft)).rejects.toEqual(refused('NOT_FOUND'));
  });

  test('a red scenario is found by the platform itself: publishing needs a reason, which stays with the version', async () => {
    const { revision } = await procedures().getDraft(analyst, { key: 'rent-aid' });
    const started = { title: 'everything is granted at once', given: { submittedOn: '2026-11-25' } };
    const scenario = withEnd({ ...started, answers: {}, when: [] }, { ...noEnd, rests: ['end'] });
    const path = 'tests/at-once.scenario.json';
    const saved = await procedures().saveFile(analyst, {
      key: 'rent-aid',
      path,
      content: JSON.stringify(scenario),
      revision,
    });
    const publication = { key: 'rent-aid', note: '', revision: saved.revision };

    await expect(procedures().publish(analyst, publication)).rejects.toMatchObject({
      code: 'PUBLICATION_NEEDS_REASON',
      errors: [{ pointer: `/${path}`, keyword: 'scenario' }],
    });

    const exception = {
      reason: 'The law begins tomorrow.',
      findings: [{ kind: 'scenario', file: path, title: scenario.title }],
    };
    const published = await procedures().publish(analyst, { ...publication, reason: ` ${exception.reason} ` });
    expect(published).toMatchObject({ exception });
    expect((await procedures().listVersions(analyst, { key: 'rent-aid' }))[0]).toEqual(published);
  });

  test('what is no archive is refused', async () => {
    await expect(procedures().importArchive(system, { archive: strToU8('no zip') })).rejects.toEqual(
      refused('ARCHIVE_INVALID'),
    );
  });
});
