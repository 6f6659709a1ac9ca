import { isWithin, listConflicted } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import {
  findWorklistRows,
  keptApart,
  readDeeds,
  rightsOf,
  separateRight,
  separationOf,
  type WorklistRow,
  procedureOfTask,
} from '@irisflow/tasks';
import { listPowersIn, type Power } from '@irisflow/delegations';
import type { Queryable } from '@irisflow/database';
import { languageNeeded, type ProcedureDescription } from '@irisflow/procedures';
import { listColleagues, type ColleagueRow } from './storage/workload.ts';
import type { Surroundings } from './surroundings.ts';
import type { CandidateBar } from './views/absence.ts';

/** A task with what decides who may have it. */
export interface TaskToGive {
  readonly row: WorklistRow;
  /** Who did what this one is kept apart from, or had it done in their name. */
  readonly barred: ReadonlySet<string>;
  /** Who has a conflict of interest with its case. */
  readonly apart: ReadonlySet<string>;
  /** In which language who does it has to work; null where anybody may. */
  readonly needs: 'fr' | 'nl' | null;
}

/** A colleague, with what they may do in the name of others. */
export interface Candidate extends ColleagueRow {
  readonly powers: readonly Power[];
}

/** Everybody who works in an administration, for its tasks of today. */
export const readCandidates = async (
  db: Queryable,
  office: { readonly administration: string; readonly today: string },
): Promise<Candidate[]> => {
  const powers = await listPowersIn(db, office);
  return (await listColleagues(db, office)).map((row) => ({ ...row, powers: powers.get(row.id) ?? [] }));
};

/** Tasks in the order of their ids, each with the people who may not do it because of what they did before. */
export const readTasks = async (
  surroundings: Surroundings,
  db: Queryable,
  ids: readonly string[],
): Promise<TaskToGive[]> => {
  if (ids.length === 0) return [];
  const rows = await findWorklistRows(db, { ids, today: dayOf(surroundings.clock.now()) });
  const caseIds = [...new Set(rows.map((row) => row.case_id))];
  const described: { readonly row: WorklistRow; readonly description: ProcedureDescription }[] = [];
  for (const row of rows.toSorted((left, right) => ids.indexOf(left.id) - ids.indexOf(right.id)))
    described.push({
      row,
      description: (await procedureOfTask(surroundings, db, { task: row, row })).description,
    });
  const separations = described.map(({ row, description }) => separationOf(description, row.element_id));
  const deeds = await readDeeds(db, caseIds, separations);
  const conflicted = await listConflicted(db, caseIds);
  return described.map(({ row, description }) => ({
    row,
    barred: keptApart(deeds, { caseId: row.case_id, separation: separationOf(description, row.element_id) }),
    apart: new Set(conflicted.filter(({ caseId }) => caseId === row.case_id).map(({ personId }) => personId)),
    needs: languageNeeded(description, { elementId: row.element_id, language: row.language }),
  }));
};

/** Why a colleague cannot have a task; null when they can. */
export const barOfCandidate = (
  { row, barred, apart, needs }: TaskToGive,
  colleague: Candidate,
): CandidateBar | null => {
  const rights = rightsOf(colleague, colleague.powers, { task: row, procedureKey: row.procedure_key });
  if (rights.length === 0) return 'role';
  const kind = { procedureKey: row.procedure_key, language: row.language, commune: row.commune };
  if (!isWithin(colleague.reach ?? undefined, kind)) return 'reach';
  if (apart.has(colleague.id)) return 'conflict';
  if (separateRight(colleague, rights, barred) === undefined) return 'fourEyes';
  if (colleague.absent_until !== null) return 'absent';
  return needs === null || colleague.language === needs ? null : 'language';
};

export const speaks = ({ row }: TaskToGive, colleague: Candidate): boolean => colleague.language === row.language;
