import { dayOf } from '@irisflow/calendar';
import { listRightsOfNumbers } from '@irisflow/rights';
import { judgeRight, type Judging, type StandingRight } from '../rows/judge-right.ts';
import { readRight, type ReadRight } from '../rows/read-right.ts';
import { linesOfNumbers, listWaitingRows, writeJudged, type JudgedRow } from '../storage/import-rows.ts';
import { lockImport, type ImportRow } from '../storage/imports.ts';
import { holdersOf } from '../storage/standing.ts';
import type { Surroundings } from '../surroundings.ts';
import { openCells } from './cells.ts';
import { importableThen, keysOf, type Importable } from './importable.ts';

/** Rows that are judged together. */
const BATCH = 500;

export const judgingOf = ({ numbers, clock }: Surroundings, { procedure, kind }: Importable): Judging => ({
  procedureKey: procedure.key,
  kind,
  today: dayOf(clock.now()),
  indexOf: (number) => numbers.index(number),
});

/** The rights that have these numbers, with how their holders are known. */
export const standingRights = async (
  { database, clock }: Pick<Surroundings, 'database' | 'clock'>,
  { administration, numbers }: { readonly administration: string; readonly numbers: readonly string[] },
): Promise<ReadonlyMap<string, StandingRight>> => {
  const rights = await listRightsOfNumbers(database, { administration, numbers, day: dayOf(clock.now()) });
  const holders = await holdersOf(
    database,
    rights.map(({ id }) => id),
  );
  return new Map(
    rights.map((right) => {
      const { index = null, enterprise = null } = holders.get(right.id) ?? {};
      return [right.number, { ...right, holderIndex: index, holderEnterprise: enterprise }];
    }),
  );
};

interface ToJudge {
  readonly position: number;
  readonly line: number;
  readonly read: ReadRight;
}

const judgeAll = async (
  surroundings: Surroundings,
  row: ImportRow,
  { rows, judging }: { readonly rows: readonly ToJudge[]; readonly judging: Judging },
): Promise<JudgedRow[]> => {
  const { database } = surroundings;
  const numbers = rows.flatMap(({ read }) => read.number ?? []);
  const standing = await standingRights(surroundings, { administration: row.administration, numbers });
  const lines = new Map(await linesOfNumbers(database, { importId: row.id, numbers }));
  return rows.map(({ position, line, read }) => {
    const { number } = read;
    const above = number === null ? undefined : lines.get(number);
    if (number !== null && above === undefined) lines.set(number, line);
    const right = number === null ? undefined : standing.get(number);
    return { position, ...judgeRight(read, { right, line: above }, judging) };
  });
};

/** Judges the next rows of a file; answers whether some are left. What another dry run overtook is not written. */
export const checkRows = async (surroundings: Surroundings, row: ImportRow): Promise<boolean> => {
  const { database } = surroundings;
  const { id: importId } = row;
  const stored = await listWaitingRows(database, { importId, limit: BATCH });
  if (stored.length === 0) return false;
  const importable = await importableThen(surroundings, row);
  const reading = { columns: importable.columns, keys: keysOf(row, importable) };
  const rows = stored.map(({ position, line, sealed }) => ({
    position,
    line,
    read: readRight(openCells(surroundings, { importId, position }, sealed), reading),
  }));
  const judged = await judgeAll(surroundings, row, { rows, judging: judgingOf(surroundings, importable) });
  await database.transaction(async (tx) => {
    const now = await lockImport(tx, importId);
    if (now?.revision === row.revision && now.state === 'checking') await writeJudged(tx, importId, judged);
  });
  return true;
};
