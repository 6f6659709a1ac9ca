import type { Actor } from '@irisflow/access';
import { usualStore } from '@irisflow/database/testing';
import { makeNationalNumber } from '@irisflow/identifiers';
import {
  connectorOf,
  givenAdministrations,
  givenPublished,
  givenStaff,
  obligationFolder,
  openTestCasework,
  quotaFolder,
  system,
  type TestCasework,
} from '@irisflow/platform/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkRightImports } from './index.ts';
import type { RightControls, RightImportView, RightRowKind } from './views/right-import.ts';

const header =
  'number;holder-name;holder-national-number;holder-enterprise-number;valid-from;valid-to;state;state-since;place;fee;data.goods';

interface Cells {
  readonly name?: string;
  readonly person?: string;
  readonly company?: string;
  readonly from?: string;
  readonly to?: string;
  readonly state?: string;
  readonly since?: string;
  readonly place?: string;
  readonly fee?: string;
}

const anybody = makeNationalNumber({ year: 1985, month: 3, day: 4, serial: 12 });

const row = (number: string, more: Cells = {}): string =>
  [
    number,
    more.name ?? 'Noor Verlinden',
    more.person ?? (more.company === undefined ? anybody : ''),
    more.company ?? '',
    more.from ?? '01/06/2019',
    more.to ?? '31/05/2030',
    more.state ?? '',
    more.since ?? '',
    more.place ?? 'Jourdan',
    more.fee ?? '1.250,50',
    'pain|fleurs',
  ].join(';');

const folder = [
  ...quotaFolder([{ value: 2, validFrom: '2026-01-01', validTo: null }]),
  ...obligationFolder({ opensDaysBefore: 20 }).filter(({ path }) => path.startsWith('turnover.')),
];
const refused = (code: string) => expect.objectContaining({ code });

describe('living rights of an earlier system', () => {
  let given: TestCasework;
  let chief: Actor;
  let second: Actor;
  let agent: Actor;
  let elsewhere: Actor;

  beforeAll(async () => {
    given = await openTestCasework({ kind: usualStore });
    await givenAdministrations(given.casework);
    await givenPublished(given.casework, folder);
    const staff = (name: string, roles: readonly ('supervisor' | 'agent')[], administration = 'housing') =>
      givenStaff(given.casework, { name, roles, administration });
    chief = await staff('Chloé', ['supervisor']);
    second = await staff('Omar', ['supervisor']);
    agent = await staff('Agnès', ['agent']);
    elsewhere = await staff('Tom', ['supervisor'], 'taxi');
  });
  afterAll(() => given.close());

  const room = () => given.casework.rightImports;
  const upload = (text: string | Buffer, actor = chief) =>
    room().uploadRightImport(actor, {
      procedureKey: 'rent-aid',
      kind: 'stall',
      name: 'vieux droits.csv',
      content: (async function* () {
        yield Buffer.from(text);
      })(),
    });
  const fileOf = (...rows: readonly string[]) => upload([header, ...rows].join('\r\n'));
  const workOff = async () => {
    while ((await room().workOff(system, {})) > 0);
  };
  const read = ({ id }: RightImportView, actor = chief) => room().getRightImport(actor, { importId: id });
  const checked = async (file: RightImportView): Promise<RightImportView> => {
    await room().checkRightImport(chief, { importId: file.id });
    await workOff();
    return read(file);
  };
  const taken = async (file: RightImportView, controls: Partial<RightControls> = {}): Promise<RightImportView> => {
    const { id: importId, revision, rows } = await checked(file);
    if ((await read(file)).controls === null)
      await room().noteControls(chief, { importId, controls: { rights: rows, states: {}, amounts: {}, ...controls } });
    await room().startRightImport(chief, { importId, revision });
    await workOff();
    return read(file);
  };
  const rowsOf = async ({ id }: RightImportView, kind: RightRowKind, actor = chief) =>
    (await room().listRightImportRows(actor, { importId: id, kind, after: 0 })).items;
  const found = async (file: RightImportView, kind: RightRowKind) =>
    (await rowsOf(file, kind)).map(({ line, findings }) => [
      line,
      ...findings.map((one) => `${one.label?.en ?? ''}: ${one.code}: ${one.found ?? ''}`),
    ]);
  const rightOf = async (number: string) => {
    const { items } = await given.casework.rights.listRights(chief, { search: number });
    return given.casework.rights.getRight(chief, { rightId: items.find((one) => one.number === number)?.id ?? '' });
  };
  const count = async (table: string) => (await given.database.query(`select 1 from casework.${table}`)).length;
  const told = async (rightId: string) => {
    await given.casework.outbox.drain(system, {});
    return given.engine.messages.filter(({ correlationKey }) => correlationKey === rightId);
  };

  test('a dry run names cell, expected and found, and writes nothing', async () => {
    const before = await count('granted_right');
    const file = await fileOf(
      row('A/1'),
      row('A/2', { from: '13/31/2020', fee: 'beaucoup', state: 'peut-être' }),
      row('A/3', { person: '85.00.00-997.13' }),
      row('A/4', { person: '', company: '0401.234.567' }),
      row('A/5', { person: '' }),
      row('A/6', { to: '2018-01-01', since: '2018-01-01' }),
      row('A/7', { since: '2099-01-01', fee: '1.200' }),
      row('A/1'),
      row('', { name: '' }),
      `${row('A/9')};;too;many`,
      row('A/11', { from: '31/02/2020', to: '29/02/2023' }),
      row('A/10', { place: 'x'.repeat(61), person: '8,5E+10' }),
    );
    expect(file).toMatchObject({ state: 'uploaded', rows: 12, recognized: Array(11).fill(expect.anything()) });
    const view = await checked(file);
    expect(view).toMatchObject({ state: 'checked', counts: { ready: 1, wrong: 11, waiting: 0 } });
    expect(await found(view, 'wrong')).toEqual([
      [3, 'Valid since: date: 13/31/2020', 'State: choice: peut-être', 'Fee: money: beaucoup'],
      [4, 'National number of the holder: format: 85.00.00-997.13'],
      [5, 'Enterprise number of the holder: format: 0401.234.567'],
      [6, 'Name of the holder: unknownHolder: Noor Verlinden'],
      [7, 'Last day: endsBefore: 2018-01-01', 'In that state since: stateBefore: 2018-01-01'],
      [8, 'Fee: ambiguous: 1.200', 'In that state since: toCome: 2099-01-01'],
      [9, 'Number of the right: twice: A/1'],
      [10, 'Number of the right: missing: ', 'Name of the holder: missing: '],
      [11, ': cells: '],
      [12, 'Valid since: date: 31/02/2020', 'Last day: date: 29/02/2023'],
      [13, 'National number of the holder: scientific: 8,5E+10', 'Place: rule: '.concat('x'.repeat(61))],
    ]);
    expect(await count('granted_right')).toBe(before);
    // whoever did not bring the file reads what is wrong, and no number of a person
    const [, other] = await rowsOf(view, 'wrong', second);
    expect(other?.findings[0]?.found).toBeNull();
  });

  test.each([
    ['no UTF-8', Buffer.from([...Buffer.from('number;name\nA1;'), 0xe9, 0x0a]), 'IMPORT_NOT_CSV'],
    ['UTF-16', Buffer.from('\ufeffnumber;holder-name\nA1;Noor\n', 'utf16le'), 'IMPORT_NOT_CSV'],
    ['an open quote', 'number;name\nA1;"Noor\nB2;x\n', 'IMPORT_CSV_BROKEN'],
    ['a header alone', 'number;name\n\n', 'IMPORT_EMPTY'],
    ['more than 120 columns', `${'x;'.repeat(121)}\ny\n`, 'IMPORT_TOO_LARGE'],
    ['a row of delimiters without an end', `${';'.repeat(3_000_000)}\nx\n`, 'IMPORT_CSV_BROKEN'],
  ])('%s is refused, and nothing of it is kept', async (_what, content, code) => {
    await expect(upload(content)).rejects.toEqual(refused(code));
    const left = await given.database.query(
      `select 1 from casework.right_import i join casework.right_import_row r on r.import_id = i.id
        where i.state = 'receiving' and r.sealed is not null`,
    );
    expect(left).toEqual([]);
    expect((await room().listRightImports(chief, {})).every(({ rows }) => rows > 0)).toBe(true);
  });

  test('a hundred megabytes are refused after the first twenty-five of them', async () => {
    const line = Buffer.from(`${row('A/1')}\r\n`.repeat(1000));
    let sent = 0;
    const content = (async function* () {
      yield Buffer.from(`${header}\r\n`);
      while (sent < 100_000_000) {
        sent += line.length;
        yield line;
      }
    })();
    await expect(
      room().uploadRightImport(chief, { procedureKey: 'rent-aid', kind: 'stall', name: 'large.csv', content }),
    ).rejects.toEqual(refused('IMPORT_TOO_LARGE'));
    expect(sent).toBeLessThan(27_000_000);
    expect((await room().listRightImports(chief, {})).every(({ fileName }) => fileName !== 'large.csv')).toBe(true);
  });

  test('what would be a formula stays the words that it is, and no report makes one of it', async () => {
    const formula = "=cmd|' /C calc'!A0";
    const file = await checked(await fileOf(row('F/1', { name: formula, place: '@SUM(1)', fee: '=1+1' })));
    expect(await found(file, 'wrong')).toEqual([[2, 'Fee: money: =1+1']]);
    const report = await room().downloadRightReport(chief, { importId: file.id });
    expect(report).toContain(`'${formula}`);
    expect(report).not.toMatch(/(?:^|;)"?[=@]/m);
  });

  test('a right keeps its number, its days and its state; a process begins with it, numbers go on above, and no letter leaves', async () => {
    const view = await taken(
      await fileOf(
        row('ST-2026-00041', { from: '2026-03-01', fee: '120' }),
        row('VERG/2011/7', {
          state: 'Suspendu',
          since: '2025-02-01',
          company: '0401.574.852',
          name: 'Boulangerie SRL',
        }),
        row('VERG/2011/8', { state: 'withdrawn', since: '2021-01-01' }),
        row('VERG/2011/9', { to: '2020-01-01' }),
      ),
    );
    expect(view).toMatchObject({ state: 'finished', counts: { imported: 4, failed: 0 } });
    expect(await rightOf('ST-2026-00041')).toMatchObject({
      standing: 'valid',
      validFrom: '2026-03-01',
      validTo: '2030-05-31',
      holder: 'Noor Verlinden',
      values: [{ name: 'place' }, { name: 'fee', value: { fr: '120.00' } }, { name: 'goods' }],
      history: [{ act: 'imported', effectiveOn: '2026-03-01', author: 'Chloé', reason: 'vieux droits.csv, 2' }],
    });
    const suspended = await rightOf('VERG/2011/7');
    expect(suspended).toMatchObject({
      holder: 'Boulangerie SRL',
      standing: 'suspended',
      history: [
        { effectiveOn: '2025-02-01', state: { key: 'suspended' } },
        { effectiveOn: '2019-06-01', state: { key: 'active' } },
      ],
    });
    // as it was then
    const then = await given.casework.rights.getRight(chief, { rightId: suspended.id, on: '2024-01-01' });
    expect(then.state.key).toBe('active');
    // at the state in which it stands; what is over begins nothing
    expect(await told(suspended.id)).toMatchObject([
      { name: 'housing.rent-aid.right.activated', variables: { right: { act: 'imported', state: 'suspended' } } },
    ]);
    expect(await told((await rightOf('VERG/2011/8')).id)).toEqual([]);
    expect(await told((await rightOf('VERG/2011/9')).id)).toEqual([]);
    expect(given.mails).toEqual([]);
    // the next one that is granted here
    const { caseId } = await rightOf('ST-2026-00041');
    const granted = { idempotencyKey: 'next', action: 'grant', kind: 'stall', data: { place: 'Jourdan' } } as const;
    const next = await given.casework.caseStore.changeRight(connectorOf(caseId), granted);
    expect(next.number).toBe('ST-2026-00042');
  });

  test('holders are parties without doubles: by their number, whatever they are called', async () => {
    const person = makeNationalNumber({ year: 1990, month: 1, day: 2, serial: 7 });
    await taken(
      await fileOf(
        row('P/1', { person, name: 'Ada Maes' }),
        row('P/2', { person, name: 'MAES Ada' }),
        row('P/3', { company: '0403170701', name: 'Solar NV' }),
        row('P/4', { company: 'BE 0403.170.701', name: 'SOLAR' }),
      ),
    );
    const parties = await given.database.query<{ person_id: string }>(
      `select distinct r.person_id from casework.granted_right r where r.number like 'P/%'`,
    );
    expect(parties).toHaveLength(2);
  });

  test('quotas count them, beyond the ceiling too, and obligations lie on them from today on', async () => {
    await taken(await fileOf(...[1, 2, 3].map((n) => row(`Q/${n}`, { place: 'Flagey' }))));
    const [quota] = await given.casework.quotas.listQuotas(chief, {});
    expect(quota).toMatchObject({ quotaKey: 'flagey', ceiling: 2, held: 3 });
    const { id: rightId, caseId } = await rightOf('Q/1');
    const start = { idempotencyKey: 'duty', action: 'start', obligation: 'turnover', rightId } as const;
    await given.casework.caseStore.changeObligation(connectorOf(caseId), start);
    await given.casework.obligations.watch(system, {});
    const [duty] = await given.casework.obligations.listObligations(chief, { rightId });
    // Of seven years nothing is asked any more.
    expect(duty?.occurrences.every(({ day }) => day >= '2026-11-25')).toBe(true);
  });

  test('what the earlier system says is typed in before, compared to the cent, and confirmed by a second person', async () => {
    const file = await fileOf(
      row('R/1', { fee: '100,10' }),
      row('R/2', { fee: '0,95', state: 'suspended' }),
      row('R/3', { person: '' }),
    );
    const { id: importId, revision } = await checked(file);
    await expect(room().startRightImport(chief, { importId, revision })).rejects.toEqual(refused('INPUT_INVALID'));
    const controls = { rights: 3, states: { active: 2, suspended: 1 }, amounts: { fee: '1351.55' } };
    await expect(
      room().noteControls(chief, { importId, controls: { ...controls, states: { gone: 1 } } }),
    ).rejects.toEqual(refused('INPUT_INVALID'));
    const view = await taken(file, controls);
    expect(view.reconciliation).toMatchObject({
      rights: { file: 3, stands: 2, control: 3, isEqual: false },
      states: [
        { state: { key: 'active' }, file: 2, stands: 1, control: 2, isEqual: false },
        { state: { key: 'suspended' }, file: 1, stands: 1, control: 1, isEqual: true },
        { state: { key: 'withdrawn' }, file: 0, stands: 0, control: null, isEqual: true },
      ],
      amounts: [{ field: 'fee', file: '1351.55', stands: '101.05', control: '1351.55', isEqual: false }],
      leftOut: [{ code: 'unknownHolder', rows: 1, line: 4 }],
      isEqual: false,
    });
    // nobody fits it afterwards, nobody confirms their own, and a difference needs a word
    await expect(room().noteControls(chief, { importId, controls })).rejects.toEqual(refused('IMPORT_STATE'));
    await expect(room().confirmRightImport(chief, { importId, remark: 'x' })).rejects.toEqual(refused('FOUR_EYES'));
    await expect(room().confirmRightImport(second, { importId })).rejects.toEqual(refused('INPUT_INVALID'));
    const confirmed = await room().confirmRightImport(second, { importId, remark: 'Ligne 4 : sans numéro' });
    expect(confirmed).toMatchObject({ state: 'confirmed', confirmedBy: { name: 'Omar' } });
    // what is confirmed stays as it was, whatever becomes of the rights
    const { id: rightId, caseId } = await rightOf('R/1');
    const lower = { idempotencyKey: 'later', action: 'change', rightId, data: { fee: '1.00' } } as const;
    await given.casework.caseStore.changeRight(connectorOf(caseId), lower);
    expect((await read(view)).reconciliation).toEqual(confirmed.reconciliation);
    const csv = await room().downloadReconciliation(second, { importId });
    expect(csv).toContain('"1351.55";"101.05";"1351.55"');
  });

  test('a newer file shows what is otherwise, and changes only what somebody accepts', async () => {
    await taken(await fileOf(row('N/1', { fee: '10' }), row('N/2', { fee: '10' }), row('N/3'), row('N/4')));
    const again = await checked(
      await fileOf(
        row('N/1', { fee: '12', to: '31/12/2031', state: 'suspended', since: '2026-10-01' }),
        row('N/2', { fee: '20' }),
        row('N/3'),
        row('N/4', { from: '2020-01-01' }),
        row('N/5'),
        row('ST-2026-00041', {
          from: '2026-03-01',
          fee: '120',
          person: makeNationalNumber({ year: 1970, month: 1, day: 1, serial: 3 }),
        }),
      ),
    );
    expect(again.counts).toMatchObject({ differs: 2, same: 1, ready: 1, wrong: 2 });
    expect(await found(again, 'wrong')).toEqual([
      [5, 'Valid since: otherBegin: 2020-01-01'],
      [7, 'Name of the holder: otherHolder: Noor Verlinden'],
    ]);
    const [first] = await rowsOf(again, 'differs');
    expect(first?.differences.map(({ label, here, file }) => [label.en, here.en, file.en])).toEqual([
      ['State', 'Running', 'Suspended'],
      ['Last day', '2030-05-31', '2031-12-31'],
      ['Fee', '10.00', '12.00'],
    ]);
    await room().acceptDifferences(chief, { importId: again.id, accept: 'file', positions: [1] });
    const done = await taken(await read(again)).catch((thrown: unknown) => thrown);
    // another dry run forgets what was accepted before: it is accepted anew
    expect(done).toMatchObject({ counts: { imported: 1, differs: 2 } });
    expect((await rightOf('N/1')).state.key).toBe('active');
  });

  test('accepted differences change the right by the ways in which rights change', async () => {
    const file = await checked(
      await fileOf(
        row('N/1', { fee: '12', to: '31/12/2031', state: 'suspended', since: '2026-10-01' }),
        row('N/2', { fee: '20' }),
      ),
    );
    const { id: importId, revision } = file;
    await room().noteControls(chief, { importId, controls: { rights: 2, states: {}, amounts: {} } });
    await room().acceptDifferences(chief, { importId, accept: 'file', positions: [1] });
    await room().startRightImport(chief, { importId, revision });
    await workOff();
    expect(await read(file)).toMatchObject({ state: 'finished', counts: { changed: 1, differs: 1 } });
    const changed = await rightOf('N/1');
    expect(changed).toMatchObject({ state: { key: 'suspended' }, validTo: '2031-12-31' });
    expect(changed.values.find(({ name }) => name === 'fee')?.value.fr).toBe('12.00');
    expect((await rightOf('N/2')).values.find(({ name }) => name === 'fee')?.value.fr).toBe('10.00');
    expect(await checkRightImports(given.database)).toEqual([]);
  });

  test('is for supervisors of the administration; others find nothing, and the walls say so too', async () => {
    const file = await fileOf(row('W/1'));
    const importId = file.id;
    await expect(room().listRightImports(agent, {})).rejects.toEqual(refused('FORBIDDEN'));
    await expect(room().getRightImport(elsewhere, { importId })).rejects.toEqual(refused('NOT_FOUND'));
    await expect(room().checkRightImport(elsewhere, { importId })).rejects.toEqual(refused('NOT_FOUND'));
    await expect(room().eraseRightImport(elsewhere, { importId })).rejects.toEqual(refused('NOT_FOUND'));
    await room().eraseRightImport(chief, { importId });
    await expect(room().checkRightImport(chief, { importId })).rejects.toEqual(refused('IMPORT_ERASED'));
  });

  test('rests while processes have to catch up with what was taken over', async () => {
    const file = await checked(await fileOf(row('B/1')));
    const { id: importId, revision } = file;
    await room().noteControls(chief, { importId, controls: { rights: 1, states: {}, amounts: {} } });
    await room().startRightImport(chief, { importId, revision });
    const { caseId } = await rightOf('N/1');
    await given.database.query(
      `insert into casework.outbox (case_id, kind, message, state, next_at, created_at)
       select $1, 'giveHandle', '{"kind":"giveHandle"}'::jsonb, 'waiting', now() + interval '1 day', now() from generate_series(1, 1000)`,
      [caseId],
    );
    expect(await room().workOff(system, {})).toBe(0);
    expect(await read(file)).toMatchObject({ state: 'running', counts: { ready: 1 } });
    await given.database.query(`delete from casework.outbox where kind = 'giveHandle'`);
    given.clock.set('2026-11-25T09:00:02Z');
    await workOff();
    expect(await read(file)).toMatchObject({ state: 'finished', counts: { imported: 1 } });
  });
});
