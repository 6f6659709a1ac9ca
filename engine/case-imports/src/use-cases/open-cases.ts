import { type Actor, type Clerk } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import { noteByOffice, type Matter } from '@irisflow/casework';
import { DatabaseFault, type Queryable } from '@irisflow/database';
import { CaseworkError, type LocalizedText } from '@irisflow/foundation';
import { openOnce, personOfOffice } from '@irisflow/intake';
import { checkRow, type CheckedCase } from '../rows/judge-batch.ts';
import { isError, type Finding } from '../rows/finding.ts';
import type { Reading } from '../rows/read-row.ts';
import { listRowsIn, lockReadyRow, settleRow, type StoredRow } from '../storage/import-rows.ts';
import { findImport, type ImportRow } from '../storage/imports.ts';
import type { Surroundings } from '../surroundings.ts';
import type { ImportSettings } from '../views/case-import.ts';
import { openCells } from './cells.ts';
import { readingOf } from './check-rows.ts';
import { importableThen, requireImporter, type Importable } from './importable.ts';
import { nameOfImported } from './names.ts';

/** Cases that are opened in one round. */
const BATCH = 50;

interface Opening {
  readonly actor: Actor;
  readonly clerk: Clerk;
  readonly row: ImportRow;
  readonly settings: ImportSettings;
  readonly importable: Importable;
  readonly reading: Reading;
  readonly today: string;
}

interface Whole extends CheckedCase {
  readonly reference: string;
  readonly receivedOn: string;
  readonly name: string;
}

const isWhole = (one: CheckedCase): one is Whole =>
  one.reference !== null && one.receivedOn !== null && one.name !== null && !one.findings.some(isError);

const matterOf = (opening: Opening, one: Whole, personId: string): Matter => {
  const { actor, clerk, row, settings, importable, today } = opening;
  const { mode, termsFromReceipt } = settings;
  return {
    actor,
    procedure: importable.procedure,
    applicant: { id: personId, name: one.name, email: one.email, isEmailVerified: false, nationalNumber: null },
    told: one.nationalNumber,
    data: one.judged.data,
    prefill: [],
    language: one.language,
    channel: 'import',
    receivedOn: one.receivedOn,
    termsFrom: termsFromReceipt ? one.receivedOn : today,
    openedBy: clerk.person.id,
    draftId: null,
    contactId: null,
    knownAs: one.reference,
    ...(mode === 'close' && { endedOn: one.closedOn ?? today }),
    detail: { import: row.id, mode },
  };
};

/** Who took it over, and where it stood. */
const originText = ({ clerk, row }: Opening, { reference }: Whole, line: number): LocalizedText => ({
  fr: `Repris par ${clerk.person.name} du fichier ${row.file_name}, ligne ${line}. Référence d’origine : ${reference}`,
  nl: `Overgenomen door ${clerk.person.name} uit het bestand ${row.file_name}, regel ${line}. Oorspronkelijke referentie: ${reference}`,
  en: `Taken over by ${clerk.person.name} from the file ${row.file_name}, line ${line}. Original reference: ${reference}`,
});

const noteOrigin = (
  surroundings: Surroundings,
  tx: Queryable,
  { opening, one, line, caseId }: { opening: Opening; one: Whole; line: number; caseId: string },
) =>
  noteByOffice(surroundings, tx, {
    row: { id: caseId, administration: opening.row.administration },
    kind: 'imported',
    text: originText(opening, one, line),
    isPublic: false,
  });

const isRunning = async (tx: Queryable, id: string): Promise<boolean> =>
  (await findImport(tx, id))?.state === 'running';

/** The case and what the file says of it, in one transaction: a process that dies has done both or neither. */
const openCase = async (
  surroundings: Surroundings,
  opening: Opening,
  { stored, one }: { stored: StoredRow; one: Whole },
): Promise<void> => {
  const { actor, row, importable } = opening;
  const { administration, id: importId } = row;
  const { reference, nationalNumber: number, name, language } = one;
  const { position, line } = stored;
  const personId = await personOfOffice(surroundings, actor, {
    administration,
    number,
    name,
    language,
    reference: nameOfImported(row.procedure_key, reference),
  });
  await surroundings.database.transaction(async (tx) => {
    const mine = await lockReadyRow(tx, { importId, position });
    if (mine === undefined || !(await isRunning(tx, importId))) return;
    const opened = await openOnce(surroundings, tx, {
      name: { administration, reference: nameOfImported(row.procedure_key, reference) },
      procedureKey: importable.procedure.key,
      // Whatever else the file says of it meanwhile: it is the same case.
      request: null,
      matter: async () => matterOf(opening, one, personId),
    });
    if (opened.isNew) await noteOrigin(surroundings, tx, { opening, one, line, caseId: opened.caseId });
    await settleRow(
      tx,
      { importId, position },
      { state: opened.isNew ? 'imported' : 'known', caseId: opened.caseId, findings: mine.findings },
    );
  });
};

/** What the platform refuses is told of the row; what it cannot do now is tried again. */
const refusalOf = (thrown: unknown): Finding => {
  if (thrown instanceof DatabaseFault || !(thrown instanceof CaseworkError) || thrown.status >= 500) throw thrown;
  return { code: 'refused', key: null, params: { reason: thrown.code } };
};

const takeOver = async (surroundings: Surroundings, opening: Opening, stored: StoredRow): Promise<void> => {
  const { row, importable, reading, today } = opening;
  const key = { importId: row.id, position: stored.position };
  const one = checkRow(openCells(surroundings, key, stored.sealed), { reading, columns: importable.columns, today });
  const fail = (findings: readonly Finding[]) =>
    settleRow(surroundings.database, key, { state: 'failed', caseId: null, findings });
  if (!isWhole(one)) {
    await fail(one.findings);
    return;
  }
  try {
    await openCase(surroundings, opening, { stored, one });
  } catch (thrown) {
    await fail([refusalOf(thrown)]);
  }
};

/** Opens the next cases of a file, as the person who started; answers whether some are left. */
export const openReadyCases = async (surroundings: Surroundings, actor: Actor, row: ImportRow): Promise<boolean> => {
  const { database, clock, outboxBell } = surroundings;
  const { id: importId, settings } = row;
  const clerk = requireImporter(actor);
  if (settings === null) return false;
  const importable = await importableThen(surroundings, row);
  const opening = {
    actor,
    clerk,
    row,
    settings,
    importable,
    reading: readingOf(importable, settings),
    today: dayOf(clock.now()),
  };
  const rows = await listRowsIn(database, { importId, state: 'ready', limit: BATCH });
  for (const stored of rows) {
    if (!(await isRunning(database, importId))) return false;
    await takeOver(surroundings, opening, stored);
  }
  if (settings.mode === 'start' && rows.length > 0) outboxBell.ring();
  return rows.length > 0;
};
