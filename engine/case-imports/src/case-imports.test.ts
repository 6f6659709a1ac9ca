import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Actor, personOf } from '@irisflow/access';
import {
  askingRestrictedDebt,
  connectorOf,
  givenAdministrations,
  givenCitizen,
  givenPublished,
  givenStaff,
  openTestCasework,
  sampleProcedure,
  system,
  type TestCasework,
} from '@irisflow/platform/testing';
import type { CaseImportView, ImportSettings } from './views/case-import.ts';

const header =
  'reference;received-on;applicant-name;applicant-national-number;answers.lastName;rent;answers.hasLease;answers.debt';
const rowOf = (
  reference: string,
  more: Partial<Record<'received' | 'name' | 'number' | 'rent' | 'lease' | 'debt', string>> = {},
) =>
  [
    reference,
    more.received ?? '31/01/2020',
    more.name ?? 'Noor Verlinden',
    more.number ?? '',
    'Verlinden',
    more.rent ?? '700,50',
    more.lease ?? 'non',
    more.debt ?? '',
  ].join(';');

const closed = { marks: {}, language: 'nl', mode: 'close', termsFromReceipt: false } as const;
const refused = (code: string) => expect.objectContaining({ code });

describe('cases of an earlier system', () => {
  let given: TestCasework;
  let chief: Actor;
  let other: Actor;
  let agent: Actor;
  let elsewhere: Actor;

  beforeAll(async () => {
    given = await openTestCasework();
    await givenAdministrations(given.casework);
    await givenPublished(given.casework, askingRestrictedDebt(sampleProcedure()));
    const staff = (name: string, roles: readonly ('supervisor' | 'agent')[], administration = 'housing') =>
      givenStaff(given.casework, { name, roles, administration });
    chief = await staff('Chloé', ['supervisor']);
    other = await staff('Omar', ['supervisor']);
    agent = await staff('Agnès', ['agent']);
    elsewhere = await staff('Tom', ['supervisor'], 'taxi');
  });
  afterAll(() => given.close());

  const room = () => given.casework.caseImports;
  const upload = (text: string | Buffer, actor = chief) =>
    room().uploadImport(actor, {
      procedureKey: 'rent-aid',
      name: 'vieux dossiers.csv',
      content: (async function* () {
        yield Buffer.from(text);
      })(),
    });
  const fileOf = (...rows: readonly string[]) => upload([header, ...rows].join('\r\n'));
  const workOff = async () => {
    while ((await room().workOff(system, {})) > 0);
  };
  const checked = async (file: CaseImportView, how: Partial<ImportSettings> = {}): Promise<CaseImportView> => {
    const settings = { ...closed, columns: file.proposed, ...how };
    await room().checkImport(chief, { importId: file.id, settings });
    await workOff();
    return room().getImport(chief, { importId: file.id });
  };
  const started = async ({ id, revision }: CaseImportView): Promise<CaseImportView> => {
    await room().startImport(chief, { importId: id, revision });
    await workOff();
    return room().getImport(chief, { importId: id });
  };
  const rows = async (
    { id }: CaseImportView,
    kind: 'wrong' | 'warned' | 'imported' | 'known' | 'failed',
    actor = chief,
  ) => (await room().listImportedRows(actor, { importId: id, kind, after: 0 })).items;
  const file = (caseId: string | null | undefined) => given.casework.cases.getCase(chief, { caseId: caseId ?? '' });
  const caseCount = async () => (await given.database.query('select 1 from casework.case_file')).length;

  test('a file is read as its spreadsheet wrote it: marks, delimiters, quotes and line breaks', async () => {
    const written = (delimiter: string) =>
      ['\ufeffreference', '"received-on"', 'Nom du demandeur', 'Onbekend'].join(delimiter) +
      `\r\n"A;1"${delimiter}2020-01-31${delimiter}"Noor ""N""\r\nVerlinden"${delimiter}x\r\n${delimiter.repeat(3)}\r\n`;
    for (const delimiter of [';', ',', '\t']) {
      const read = await upload(written(delimiter));
      expect(read).toMatchObject({
        header: ['reference', 'received-on', 'Nom du demandeur', 'Onbekend'],
        proposed: ['reference', 'received-on', 'applicant-name', null],
        samples: [['A;1'], ['2020-01-31'], ['Noor "N"\r\nVerlinden'], ['x']],
        rows: 1,
        state: 'uploaded',
      });
    }
  });

  test.each([
    ['no UTF-8', Buffer.from([...Buffer.from('reference;name\nA1;'), 0xe9, 0x0a]), 'IMPORT_NOT_CSV'],
    ['a spreadsheet of its own kind', Buffer.from([0x50, 0x4b, 0x03, 0x04, 0xff, 0xfe]), 'IMPORT_NOT_CSV'],
    ['an open quote', 'reference;name\nA1;"Noor\nB2;x\n', 'IMPORT_CSV_BROKEN'],
    ['text after a closed quote', 'reference;name\nA1;"Noor" V\n', 'IMPORT_CSV_BROKEN'],
    ['a quote that Excel would have doubled', 'reference;name\nA1;5" nails\n', 'IMPORT_CSV_BROKEN'],
    ['a row without an end', `reference;name\nA1;"${'x\n'.repeat(1_100_000)}`, 'IMPORT_CSV_BROKEN'],
    ['a header alone', 'reference;name\n\n', 'IMPORT_EMPTY'],
    ['more than 10,000 rows', `reference\n${'x\n'.repeat(10_001)}`, 'IMPORT_TOO_LARGE'],
    ['more than 100,000 lines, be they empty', `reference\n${'\n'.repeat(200_000)}x\n`, 'IMPORT_TOO_LARGE'],
    ['more than 200 columns', `${'x;'.repeat(201)}\ny\n`, 'IMPORT_TOO_LARGE'],
    ['more than 200 columns, be they empty', `a;b\n${';'.repeat(201)}\nx;y\n`, 'IMPORT_TOO_LARGE'],
    ['a row of delimiters without an end', `${';'.repeat(3_000_000)}\nx\n`, 'IMPORT_CSV_BROKEN'],
    ['more than 20 MB', `${'x'.repeat(9000)}\n`.repeat(2400), 'IMPORT_TOO_LARGE'],
  ])('%s is refused', async (_what, content, code) => {
    await expect(upload(content)).rejects.toEqual(refused(code));
  });

  test('a dry run judges each row as a filed application, names cell, expected and found, and writes nothing', async () => {
    const before = await caseCount();
    const read = await fileOf(
      rowOf('D-1'),
      rowOf('D-2', { received: '13/31/2020', rent: 'beaucoup', lease: 'peut-être' }),
      rowOf('D-3', { received: '2026-12-24' }),
      rowOf('D-4', { rent: '99999' }),
      rowOf('D-4', { number: '85.00.00-997.13' }),
      rowOf('', { name: '' }),
      rowOf('D-7', { number: '8,5E+10' }),
      `${rowOf('D-8')};;too;many`,
    );
    const view = await checked(read);
    expect(view).toMatchObject({ state: 'checked', counts: { ready: 1, wrong: 7, waiting: 0 } });
    const found = (await rows(view, 'wrong')).map(({ line, findings }) => [
      line,
      ...findings.map((one) => `${one.label?.en ?? ''}: ${one.code}: ${one.found ?? ''}`),
    ]);
    expect(found).toEqual([
      [3, 'Date of receipt: date: 13/31/2020', 'rent: number: beaucoup', 'hasLease: boolean: peut-être'],
      [4, 'Date of receipt: toCome: 2026-12-24'],
      [5, 'rent: rule: 99999'],
      [6, 'National number of the applicant: format: 85.00.00-997.13', 'Original reference: twice: D-4'],
      [7, 'Original reference: missing: ', 'Name of the applicant: missing: '],
      [8, 'National number of the applicant: scientific: 8,5E+10'],
      [9, ': cells: '],
    ]);
    const [second] = await rows(view, 'wrong');
    expect(second?.findings[0]?.text.fr).toBe('Attendu\u00a0: une date\u00a0: 31/12/2025 ou 2025-12-31.');
    expect(await caseCount()).toBe(before);
  });

  test('1.200 is asked, by column, and read as was said', async () => {
    const read = await fileOf(rowOf('N-1', { rent: '1.200' }));
    const asked = await checked(read);
    expect(asked.problems).toMatchObject([{ code: 'ambiguous', key: 'answers.rent', rows: 1, line: 2 }]);
    const said = await started(await checked(read, { marks: { 'answers.rent': 'comma' } }));
    const [row] = await rows(said, 'imported');
    expect((await file(row?.caseId)).data).toMatchObject({ rent: 1200 });
  });

  test('a case is filed as over: its day, its old reference, who took it over; no process, no term, no mail', async () => {
    const processes = given.engine.instances.length;
    const view = await started(await checked(await fileOf(rowOf('C/2020/1'), rowOf('C/2020/2', { rent: '-5' }))));
    expect(view).toMatchObject({ state: 'finished', counts: { imported: 1, wrong: 1 } });
    const [row] = await rows(view, 'imported');
    const opened = await file(row?.caseId);
    expect(opened).toMatchObject({
      channel: 'import',
      receivedOn: '2020-01-31',
      applicant: 'Noor Verlinden',
      language: 'nl',
      status: 'closed',
      term: null,
      data: { lastName: 'Verlinden', rent: 700.5, hasLease: false },
    });
    const [origin] = opened.timeline.filter(({ kind }) => kind === 'imported');
    expect(origin).toMatchObject({ visibleToApplicant: false });
    expect(origin?.text.fr).toBe(
      'Repris par Chloé du fichier vieux dossiers.csv, ligne 2. Référence d’origine\u00a0: C/2020/1',
    );
    // the desk finds it by what it was called
    const named = await given.casework.cases.searchCases(chief, { search: 'C/2020/1' });
    expect(named.items.map(({ id }) => id)).toEqual([row?.caseId]);
    await given.casework.outbox.drain(system, {});
    expect(given.engine.instances).toHaveLength(processes);
    expect(given.mails).toEqual([]);
  });

  test('a case is started where that is asked, and its term counts from the day of receipt only if that is asked', async () => {
    const soon = rowOf('S-1', { received: '20/11/2026', number: '85000099712' });
    const today = await started(await checked(await fileOf(soon), { mode: 'start' }));
    const [first] = await rows(today, 'imported');
    expect(await file(first?.caseId)).toMatchObject({ status: 'submitted', term: { startedOn: '2026-11-25' } });

    const again = [rowOf('S-2', { received: '20/11/2026' }), rowOf('S-3', { number: '85.00.00-997.12' })];
    const from = await checked(await fileOf(...again), { mode: 'start', termsFromReceipt: true });
    // what is long past and whose person has a case is told before
    expect((await rows(from, 'warned'))[0]?.findings.map(({ code }) => code)).toEqual(['samePerson', 'termOver']);
    const counted = await started(from);
    const [second] = await rows(counted, 'imported');
    expect(await file(second?.caseId)).toMatchObject({ term: { startedOn: '2026-11-20' } });
    await given.casework.outbox.drain(system, {});
    const numbers = given.engine.instances.map(
      ({ variables }) => (variables['applicant'] as { nationalNumber?: unknown }).nationalNumber,
    );
    expect(numbers.filter((number) => number === '85000099712')).toHaveLength(2);
    expect(given.mails).toEqual([]);

    // and the number that only the form asks for is that of the applicant as well
    const answered = await upload(`${header};answers.nationalNumber\r\n${rowOf('S-4')};85.00.00-997.12`);
    const view = await checked(answered, { mode: 'start' });
    expect((await rows(view, 'warned'))[0]?.findings.map(({ code }) => code)).toEqual(['samePerson']);
    await started(view);
    await given.casework.outbox.drain(system, {});
    expect(given.engine.instances.at(-1)?.variables['applicant']).toMatchObject({ nationalNumber: '85000099712' });
  });

  test('what the process of an imported case writes by itself stays with the office until somebody there has worked on it', async () => {
    const view = await started(await checked(await fileOf(rowOf('Q-1')), { mode: 'start' }));
    const caseId = (await rows(view, 'imported'))[0]?.caseId ?? '';
    const order = { template: 'grant', channel: ['portal', 'email'], values: { amount: 100 } };
    const write = (idempotencyKey: string) =>
      given.casework.caseStore.createLetter(connectorOf(caseId), { idempotencyKey, ...order });
    expect(await write('ack')).toMatchObject({ isMailed: false });
    expect(await file(caseId)).toMatchObject({
      letters: [{ channels: [] }],
      documents: [{ visibleToApplicant: false }],
    });
    expect((await file(caseId)).timeline[0]).toMatchObject({ kind: 'letterHeld', visibleToApplicant: false });

    // when somebody has completed a task of it, its letters go as those of any case
    await given.database.query(
      `insert into casework.task (id, administration, case_id, process_instance_key, element_id, state, candidate_groups, priority,
         created_at, ended_at, completed_by)
       select '900', f.administration, f.id, '1', 'instruct', 'completed', '{agent}', 50, now(), now(), p.id
         from casework.case_file f, casework.person p where f.id = $1 and p.name = 'Agnès'`,
      [caseId],
    );
    await write('decision');
    const { letters } = await file(caseId);
    expect(letters.filter(({ channels }) => channels.length > 0)).toHaveLength(1);
    expect(letters).toHaveLength(2);
  });

  test('the same file again opens nothing twice, and says which cases it has already', async () => {
    const first = await started(await checked(await fileOf(rowOf('T-1'), rowOf('T-2'))));
    const before = await caseCount();
    const again = await checked(await fileOf(rowOf('T-1', { name: 'Other' }), rowOf('T-2'), rowOf('T-3')));
    expect(again.counts).toMatchObject({ known: 2, ready: 1 });
    expect((await rows(again, 'known'))[0]?.caseId).toBe((await rows(first, 'imported'))[0]?.caseId);
    await started(again);
    expect(await caseCount()).toBe(before + 1);
  });

  test('what says of whom and which stands in one line, and shows something', async () => {
    const [quoted, hidden] = ['"Noor\r\nBcc:\tVerlinden\u202e"', '\u200b'];
    const read = await checked(await fileOf(rowOf('L1', { name: quoted }), rowOf('L2', { name: hidden })));
    expect(await rows(read, 'wrong')).toMatchObject([{ reference: 'L2', findings: [{ code: 'missing' }] }]);
    const [row] = await rows(await started(read), 'imported');
    expect((await file(row?.caseId)).applicant).toBe('Noor Bcc: Verlinden');
  });

  test('two references that look the same are the same', async () => {
    const read = await checked(await fileOf(rowOf('I-1'), rowOf('I\u200b-1\u00ad')));
    expect(await rows(read, 'wrong')).toMatchObject([{ findings: [{ code: 'twice' }] }]);
  });

  test('a file stops with what is left where rules of access bound meanwhile who started it', async () => {
    const read = await checked(await fileOf(rowOf('B1')));
    await room().startImport(chief, { importId: read.id, revision: read.revision });
    const administrator = await givenStaff(given.casework, { name: 'Alma', roles: ['administrator'] });
    const { id: ruleId } = await given.casework.people.saveAccessRule(administrator, {
      administration: 'housing',
      rule: {
        name: { fr: 'Peu', nl: 'Weinig', en: 'Few' },
        groups: [],
        people: [personOf(chief).id],
        procedures: ['rent-aid'],
        languages: null,
        communes: null,
        showsDocuments: true,
      },
    });
    await workOff();
    await given.casework.people.removeAccessRule(administrator, { administration: 'housing', ruleId });
    expect(await room().getImport(chief, { importId: read.id })).toMatchObject({
      state: 'stopped',
      counts: { ready: 1, imported: 0 },
    });
  });

  test('two files at once, two processes at once, and one that died: each case once', async () => {
    const before = await caseCount();
    const many = Array.from({ length: 60 }, (_, index) => rowOf(`P-${index}`));
    const [one, two] = [await checked(await fileOf(...many)), await checked(await fileOf(...many))];
    for (const { id, revision } of [one, two]) await room().startImport(chief, { importId: id, revision });
    await Promise.all([room().workOff(system, {}), room().workOff(system, {}), room().workOff(system, {})]);
    // a process took a file and died: nobody has it until its time is over
    await given.database.query(`update casework.case_import set next_at = $1 where id = $2`, [
      '2026-11-25T09:02:00Z',
      one.id,
    ]);
    await workOff();
    given.clock.set('2026-11-25T09:03:00.000Z');
    await workOff();
    given.clock.set('2026-11-25T09:00:00.000Z');
    const counts = await Promise.all(
      [one, two].map(async ({ id }) => (await room().getImport(chief, { importId: id })).counts),
    );
    expect(counts.map(({ imported, known }) => imported + known)).toEqual([60, 60]);
    expect(await caseCount()).toBe(before + 60);
  });

  test('a restricted answer lands in its own place, and stands nowhere in the open', async () => {
    const secret = '4711,47';
    const read = await fileOf(rowOf('R-1', { debt: secret }), rowOf('R-2', { debt: 'secret-4711' }));
    const view = await started(await checked(read));
    const [row] = await rows(view, 'imported');
    expect((await file(row?.caseId)).data).not.toHaveProperty('debt');
    const apart = await given.database.query<{ value: unknown }>(
      'select value from casework.restricted_answer where case_id = $1',
      [row?.caseId],
    );
    expect(apart.map(({ value }) => value)).toEqual([4711.47]);
    const [stored] = await given.database.query<{ all: string }>(
      'select string_agg(r::text, $2) as all from casework.case_import_row r where import_id = $1',
      [view.id, ' '],
    );
    expect(stored?.all).not.toContain('4711');
    // who brought the file reads what they brought; a colleague does not
    expect((await rows(view, 'wrong'))[0]?.findings[0]?.found).toBe('secret-4711');
    expect((await rows(view, 'wrong', other))[0]?.findings[0]?.found).toBeNull();
    expect(await room().downloadReport(chief, { importId: view.id, kind: null })).toContain(secret);
    expect(await room().downloadReport(other, { importId: view.id, kind: null })).not.toContain('4711');
    expect((await room().getImport(other, { importId: view.id })).samples.at(-1)).toEqual([]);
  });

  test('a report says what is wrong beside each row, holds no formula, and can be corrected and uploaded', async () => {
    const view = await checked(await fileOf(rowOf('F-1', { name: '"=HYPERLINK(""http://evil"")"', rent: 'x' })));
    const report = await room().downloadReport(chief, { importId: view.id, kind: 'wrong' });
    expect(report).toContain(`"'=HYPERLINK(""http://evil"")"`);
    expect(report).toContain('"2";"à corriger";"";"rent: Attendu\u00a0: un nombre\u00a0: 1250,50."');
    const again = await started(await checked(await upload(report.replace('"x"', '"12"'))));
    const [row] = await rows(again, 'imported');
    expect((await file(row?.caseId)).applicant).toBe('=HYPERLINK("http://evil")');
  });

  test('a template explains its columns and is read back as an empty file', async () => {
    const template = await room().downloadTemplate(chief, { procedureKey: 'rent-aid' });
    expect(template.split('\r\n')[0]).toContain('"reference";"received-on";"applicant-name"');
    expect(template).toContain('un nombre\u00a0: 1250,50 · obligatoire');
    await expect(upload(template)).rejects.toEqual(refused('IMPORT_EMPTY'));
    expect(await upload(`${template}A-1;2020-01-31;Noor`)).toMatchObject({ rows: 1 });
  });

  test('nothing starts without a dry run that was seen, on the form of today, by somebody who may', async () => {
    const view = await checked(await fileOf(rowOf('W-1')));
    const start = { importId: view.id, revision: view.revision };
    await expect(room().startImport(chief, { ...start, revision: 0 })).rejects.toEqual(refused('PREVIEW_OUTDATED'));
    await expect(room().startImport(agent, start)).rejects.toEqual(refused('FORBIDDEN'));
    await expect(room().startImport(elsewhere, start)).rejects.toEqual(refused('NOT_FOUND'));
    await expect(room().getImport(elsewhere, { importId: view.id })).rejects.toEqual(refused('NOT_FOUND'));
    const settings = { ...closed, columns: view.proposed.map(() => null) };
    await expect(room().checkImport(chief, { importId: view.id, settings })).rejects.toEqual(refused('INPUT_INVALID'));
    // whoever lost the role meanwhile opens nothing more
    await room().startImport(chief, start);
    await given.database.query(`update casework.person set roles = '{agent}' where name = 'Chloé'`);
    await workOff();
    await given.database.query(`update casework.person set roles = '{supervisor}' where name = 'Chloé'`);
    expect(await room().getImport(chief, { importId: view.id })).toMatchObject({
      state: 'stopped',
      counts: { ready: 1 },
    });
    await given.casework.caseImports.startImport(chief, start);
    expect(await room().stopImport(chief, { importId: view.id })).toMatchObject({ state: 'stopped' });
    await expect(room().stopImport(chief, { importId: view.id })).rejects.toEqual(refused('IMPORT_STATE'));
  });

  test('uploaded rows are erased in time, or at once; what came of them stays', async () => {
    const view = await started(await checked(await fileOf(rowOf('E-1'), rowOf('E-2', { rent: 'x' }))));
    given.clock.set('2026-12-24T09:00:00.000Z');
    await room().sweep(system, {});
    expect((await rows(view, 'wrong'))[0]?.findings).toHaveLength(1);
    given.clock.set('2026-12-26T09:00:00.000Z');
    await room().sweep(system, {});
    given.clock.set('2026-11-25T09:00:00.000Z');
    const erased = await room().getImport(chief, { importId: view.id });
    expect(erased).toMatchObject({ counts: { imported: 1, wrong: 1 }, problems: [] });
    expect(erased.erasedAt).not.toBeNull();
    const left = await given.database.query(
      'select 1 from casework.case_import_row where import_id = $1 and (sealed is not null or reference is not null)',
      [view.id],
    );
    expect(left).toEqual([]);
    await expect(
      room().checkImport(chief, { importId: view.id, settings: { ...closed, columns: view.proposed } }),
    ).rejects.toEqual(refused('IMPORT_ERASED'));
    const fresh = await fileOf(rowOf('E-9'));
    expect((await room().eraseImport(chief, { importId: fresh.id })).erasedAt).not.toBeNull();
    expect((await room().getImport(chief, { importId: fresh.id })).samples.flat()).toEqual([]);
  });

  test('a person of an imported case finds it where their number is known', async () => {
    const citizen = await givenCitizen(given.casework, 'Léa');
    const draft = await given.casework.applications.createDraft(citizen, { procedureKey: 'rent-aid', language: 'fr' });
    const data = { ...draft.data, lastName: 'Léa', rent: 1, hasLease: false };
    const { caseId } = await given.casework.applications.submit(citizen, { draftId: draft.id, data, language: 'fr' });
    expect((await given.casework.cases.getMyCase(citizen, { caseId })).id).toBe(caseId);
    const view = await started(await checked(await fileOf(rowOf('L-1', { number: '85000099712' }))));
    const [row] = await rows(view, 'imported');
    const mine = await given.casework.cases.getMyCase(citizen, { caseId: row?.caseId ?? '' });
    expect(mine.timeline.map(({ text }) => text.fr)).toEqual([
      'L’administration a repris ce dossier de son ancien système.',
    ]);
  });
});
