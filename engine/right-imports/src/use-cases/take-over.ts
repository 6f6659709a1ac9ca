import type { Actor, Clerk } from '@irisflow/access';
import { administrationName, findCase, type Matter, noteByOffice } from '@irisflow/casework';
import { DatabaseFault, type Queryable } from '@irisflow/database';
import { CaseworkError } from '@irisflow/foundation';
import { openOnce, personOfOffice } from '@irisflow/intake';
import { organizationOfDesk } from '@irisflow/parties';
import { holdImported } from '@irisflow/quotas';
import { changeRight, importRight, type LivingRight, type RightChangeOrder } from '@irisflow/rights';
import { dayOf } from '@irisflow/calendar';
import { finding, type Finding, isError } from '../rows/finding.ts';
import { judgeRight, type JudgedRight } from '../rows/judge-right.ts';
import { readRight, type ReadRight } from '../rows/read-right.ts';
import { listRowsToDo, lockRowToDo, settleRow, type StoredRow } from '../storage/import-rows.ts';
import { findImport, type ImportRow } from '../storage/imports.ts';
import type { Surroundings } from '../surroundings.ts';
import { openCells } from './cells.ts';
import { judgingOf, standingRights } from './check-rows.ts';
import { importableThen, keysOf, requireImporter, type Importable } from './importable.ts';
import { originText } from './origin-texts.ts';

/** Rights that are taken over in one round. */
const BATCH = 50;

interface TakingOver {
  readonly actor: Actor;
  readonly clerk: Clerk;
  readonly row: ImportRow;
  readonly importable: Importable;
  readonly keys: readonly (string | null)[];
}

interface Whole extends ReadRight {
  readonly number: string;
  readonly name: string;
  readonly validFrom: string;
}

const isWhole = (read: ReadRight): read is Whole =>
  read.number !== null && read.name !== null && read.validFrom !== null;

/** One row, with what the file says in it. */
interface Taken {
  readonly taking: TakingOver;
  readonly stored: StoredRow;
  readonly read: Whole;
}

/** What the case is called that stands for what an earlier system had decided: each right has one of its own. */
const nameOf = ({ row }: TakingOver, number: string): string => `right/${row.procedure_key}/${number}`;

/** Who has the same number is the same person or company. Not within a transaction. */
const holderOf = (surroundings: Surroundings, { taking, read }: Taken): Promise<string> => {
  const { actor, clerk, row } = taking;
  const { administration } = row;
  const { name, enterpriseNumber, nationalNumber } = read;
  const language = read.language ?? clerk.person.language;
  if (enterpriseNumber !== null)
    return organizationOfDesk(surroundings, actor, { administration, enterpriseNumber, name, language });
  const reference = nameOf(taking, read.number);
  return personOfOffice(surroundings, actor, { administration, number: nationalNumber, name, language, reference });
};

/** A case without answers, process or terms that was over when the right began. */
const matterOf = ({ taking, read }: Taken, personId: string, today: string): Matter => {
  const { actor, clerk, row, importable } = taking;
  const day = read.validFrom < today ? read.validFrom : today;
  return {
    actor,
    procedure: importable.procedure,
    applicant: {
      id: personId,
      name: read.name,
      email: null,
      isEmailVerified: false,
      nationalNumber: null,
      enterpriseNumber: read.enterpriseNumber,
    },
    told: read.nationalNumber,
    data: {},
    prefill: [],
    language: read.language ?? clerk.person.language,
    channel: 'import',
    receivedOn: day,
    openedBy: clerk.person.id,
    draftId: null,
    contactId: null,
    knownAs: read.number,
    endedOn: day,
    detail: { rightImport: row.id },
  };
};

const livingOf = ({ taking, stored, read }: Taken): LivingRight => ({
  kind: taking.importable.kind.key,
  number: read.number,
  data: read.data,
  validFrom: read.validFrom,
  validTo: read.validTo,
  state: read.state ?? taking.importable.kind.states[0]?.key ?? '',
  stateSince: read.stateSince,
  reason: `${taking.row.file_name}, ${stored.line}`,
});

interface Done {
  readonly rightId: string;
  readonly caseId: string;
}

/** The case, the right with its place in quotas, and what the file says of it: all of it or nothing. */
const takeIn = async (
  surroundings: Surroundings,
  tx: Queryable,
  { taken, personId }: { readonly taken: Taken; readonly personId: string },
): Promise<Done> => {
  const { taking, read, stored } = taken;
  const { actor, clerk, row, importable } = taking;
  const { administration } = row;
  const opened = await openOnce(surroundings, tx, {
    name: { administration, reference: nameOf(taking, read.number) },
    procedureKey: importable.procedure.key,
    request: null,
    matter: async () => matterOf(taken, personId, dayOf(surroundings.clock.now())),
  });
  const found = await findCase(tx, opened.caseId);
  if (found === undefined)
    throw new CaseworkError('NOT_FOUND', `Expected the case ${opened.caseId}, but there is none`);
  await noteByOffice(surroundings, tx, {
    row: found,
    kind: 'imported',
    text: originText({ person: clerk.person.name, file: row.file_name, line: stored.line, number: read.number }),
    isPublic: false,
  });
  const voice = { actor, author: clerk.person.id, name: administrationName };
  const imported = await importRight(surroundings, { tx, row: found, voice, ...livingOf(taken) });
  await holdImported(surroundings, { tx, row: found, voice, ...imported });
  return { rightId: imported.right.id, caseId: found.id };
};

/** The changes that the differences ask for: values and the last day from today on, a state from the day of the file. */
const ordersOf = (
  { read, stored }: Taken,
  { rightId, differences }: { readonly rightId: string; readonly differences: readonly string[] },
): RightChangeOrder[] => {
  const { line } = stored;
  const reason = `CSV ${line}`;
  const names = differences.flatMap((key) => (key.startsWith('data.') ? [key.slice('data.'.length)] : []));
  const data = Object.fromEntries(names.map((name) => [name, read.data[name]]));
  return [
    ...(names.length > 0 ? [{ verb: 'change', rightId, data, reason } as const] : []),
    ...(differences.includes('valid-to') && read.validTo !== null
      ? [{ verb: 'renew', rightId, validTo: read.validTo, reason } as const]
      : []),
    ...(differences.includes('state') && read.state !== null
      ? [
          {
            verb: 'change',
            rightId,
            state: read.state,
            reason,
            ...(read.stateSince === null ? {} : { effectiveOn: read.stateSince }),
          } as const,
        ]
      : []),
  ];
};

/** Changes what somebody accepted, by the one way in which rights change. */
const amend = async (
  surroundings: Surroundings,
  tx: Queryable,
  { taken, judged }: { readonly taken: Taken; readonly judged: JudgedRight },
): Promise<Done> => {
  const { rightId, caseId, differences } = judged;
  const { actor, clerk } = taken.taking;
  const cause = caseId === null ? undefined : await findCase(tx, caseId);
  if (rightId === null || cause === undefined)
    throw new CaseworkError('NOT_FOUND', `Expected the right of line ${taken.stored.line}, but there is none`);
  const voice = { actor, author: clerk.person.id, name: administrationName };
  for (const order of ordersOf(taken, { rightId, differences }))
    await changeRight(surroundings, { tx, cause, order, voice, may: () => true });
  return { rightId, caseId: cause.id };
};

const isRunning = async (tx: Queryable, id: string): Promise<boolean> =>
  (await findImport(tx, id))?.state === 'running';

const settle = async (surroundings: Surroundings, taken: Taken, judged: JudgedRight): Promise<void> => {
  const { taking, stored } = taken;
  const key = { importId: taking.row.id, position: stored.position };
  const isNew = judged.state === 'ready';
  const personId = isNew ? await holderOf(surroundings, taken) : '';
  await surroundings.database.transaction(async (tx) => {
    const mine = await lockRowToDo(tx, key);
    if (mine === undefined || !(await isRunning(tx, key.importId))) return;
    const done = isNew
      ? await takeIn(surroundings, tx, { taken, personId })
      : await amend(surroundings, tx, { taken, judged });
    await settleRow(tx, key, { state: isNew ? 'imported' : 'changed', findings: judged.findings, ...done });
  });
};

/** What the platform refuses is told of the row; what it cannot do now is tried again. */
const refusalOf = (thrown: unknown): Finding => {
  if (thrown instanceof DatabaseFault || !(thrown instanceof CaseworkError) || thrown.status >= 500) throw thrown;
  return finding('refused', null, { reason: thrown.code });
};

/** A row is judged once more before it counts: what changed since the dry run is not taken over by an earlier word. */
const takeOver = async (surroundings: Surroundings, taking: TakingOver, stored: StoredRow): Promise<void> => {
  const { row, importable, keys } = taking;
  const key = { importId: row.id, position: stored.position };
  const read = readRight(openCells(surroundings, key, stored.sealed), { columns: importable.columns, keys });
  const numbers = read.number === null ? [] : [read.number];
  const standing = await standingRights(surroundings, { administration: row.administration, numbers });
  const right = standing.get(read.number ?? '');
  const judged = judgeRight(read, { right, line: undefined }, judgingOf(surroundings, importable));
  const fail = (findings: readonly Finding[]) => settleRow(surroundings.database, key, { state: 'failed', findings });
  const isAsSeen = judged.state === stored.state && judged.differences.join() === stored.differences.join();
  if (!isWhole(read) || !isAsSeen) {
    await fail(
      judged.findings.some(isError) ? judged.findings : [finding('refused', null, { reason: 'PREVIEW_OUTDATED' })],
    );
    return;
  }
  try {
    await settle(surroundings, { taking, stored, read }, judged);
  } catch (thrown) {
    await fail([refusalOf(thrown)]);
  }
};

/** Takes the next rights of a file over, as the person who started; answers whether some are left. */
export const takeRightsOver = async (surroundings: Surroundings, actor: Actor, row: ImportRow): Promise<boolean> => {
  const { database, outboxBell } = surroundings;
  const clerk = requireImporter(actor);
  const importable = await importableThen(surroundings, row);
  const taking = { actor, clerk, row, importable, keys: keysOf(row, importable) };
  const rows = await listRowsToDo(database, { importId: row.id, limit: BATCH });
  for (const stored of rows) {
    if (!(await isRunning(database, row.id))) return false;
    await takeOver(surroundings, taking, stored);
  }
  if (rows.length > 0) outboxBell.ring();
  return rows.length > 0;
};
