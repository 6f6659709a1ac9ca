import { dayOf } from '@irisflow/calendar';
import { calendarOf, factsOfTerm } from '@irisflow/terms';
import { judgeBatch, type Judging, type Known } from '../rows/judge-batch.ts';
import { readRow, type ReadCase, type Reading } from '../rows/read-row.ts';
import type { TermOfProcedure } from '../rows/term-due.ts';
import {
  casesByName,
  casesOfNumbers,
  linesOfNumbers,
  linesOfReferences,
  listRowsIn,
  writeJudged,
} from '../storage/import-rows.ts';
import { lockImport, type ImportRow } from '../storage/imports.ts';
import type { Surroundings } from '../surroundings.ts';
import type { ImportSettings } from '../views/case-import.ts';
import { openCells } from './cells.ts';
import { importableThen, type Importable } from './importable.ts';
import { nameOfImported } from './names.ts';

/** Rows that are judged together. */
const BATCH = 250;

export const readingOf = ({ form, columns }: Importable, settings: ImportSettings): Reading => ({
  form,
  columns: settings.columns.map((key) => columns.find((column) => column.key === key) ?? null),
  marks: settings.marks,
  language: settings.language,
});

const decisionTerm = 'decision';

/** The term of the decision, where cases are to be counted from the day on which they came in. */
const termOf = async (
  { database }: Surroundings,
  { procedure }: Importable,
  settings: ImportSettings,
): Promise<TermOfProcedure | null> => {
  const described = procedure.description.terms.find(({ key }) => key === decisionTerm);
  if (described === undefined || settings.mode !== 'start' || !settings.termsFromReceipt) return null;
  if ((described.startsAfter ?? 'receipt') !== 'receipt') return null;
  const facts = factsOfTerm(described);
  const { administration } = procedure;
  return { facts, calendar: await calendarOf(database, { administration, calendar: facts.calendar }) };
};

const defined = <T>(values: readonly (T | null)[]): T[] => values.filter((value) => value !== null);

/** As who brought it, within the walls of their administration. */
const knownOf = async (
  { database, numbers }: Surroundings,
  row: ImportRow,
  read: readonly ReadCase[],
): Promise<Known> => {
  const { administration, procedure_key: procedureKey, id: importId } = row;
  const references = defined(read.map(({ reference }) => reference));
  const indexes = defined(read.map(({ nationalNumber: number }) => (number === null ? null : numbers.index(number))));
  const names = references.map((reference) => nameOfImported(procedureKey, reference));
  const byName = await casesByName(database, { administration, names });
  return {
    imported: new Map(
      references.flatMap((reference): [string, string][] => {
        const caseId = byName.get(nameOfImported(procedureKey, reference));
        return caseId === undefined ? [] : [[reference, caseId]];
      }),
    ),
    ofNumber: await casesOfNumbers(database, { administration, procedureKey, numbers: indexes }),
    lineOfReference: await linesOfReferences(database, { importId, values: references }),
    lineOfNumber: await linesOfNumbers(database, { importId, values: indexes }),
  };
};

/** Judges the next rows of a file; answers whether some are left. What another dry run overtook is not written. */
export const checkRows = async (surroundings: Surroundings, row: ImportRow): Promise<boolean> => {
  const { database, clock, numbers } = surroundings;
  const { id: importId, settings } = row;
  const stored = settings === null ? [] : await listRowsIn(database, { importId, state: 'waiting', limit: BATCH });
  if (settings === null || stored.length === 0) return false;
  const importable = await importableThen(surroundings, row);
  const today = dayOf(clock.now());
  const reading = readingOf(importable, settings);
  const rows = stored.map(({ position, line, sealed }) => ({
    position,
    line,
    cells: openCells(surroundings, { importId, position }, sealed),
  }));
  const judging: Judging = {
    reading,
    columns: importable.columns,
    today,
    term: await termOf(surroundings, importable, settings),
    indexOf: (number) => numbers.index(number),
  };
  const known = await knownOf(
    surroundings,
    row,
    rows.map(({ cells }) => readRow(cells, reading, today)),
  );
  const judged = judgeBatch(rows, known, judging);
  await database.transaction(async (tx) => {
    const now = await lockImport(tx, importId);
    if (now?.revision === row.revision && now.state === 'checking') await writeJudged(tx, importId, judged);
  });
  return true;
};
