import { appendAudit, requireStaff } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import { CaseworkError, instantOf, isoOf } from '@irisflow/foundation';
import { listDeclaredSources } from '../authorizations/list-declared-sources.ts';
import {
  endPaperSourceRow,
  insertPaperSource,
  listPaperSourceRows,
  type PaperSourceRow,
} from '../storage/paper-sources.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { PaperSourceView } from '../views/authorization.ts';

const viewPaperSource = (row: PaperSourceRow): PaperSourceView => ({
  sourceKey: row.source_key,
  reason: row.reason,
  since: instantOf(row.since),
  setBy: row.set_by,
  validUntil: row.valid_on,
});

const holdsOn =
  (day: string) =>
  ({ valid_on: last }: PaperSourceRow): boolean =>
    last === null || last >= day;

/** The sources that the administrator's administration does not ask today. */
export const listPaperSources: UseCase<Record<string, never>, PaperSourceView[]> = async (
  { database, clock },
  actor,
) => {
  const { administration } = requireStaff(actor, ['administrator']);
  const rows = await listPaperSourceRows(database, administration);
  return rows.filter(holdsOn(dayOf(clock.now()))).map(viewPaperSource);
};

export interface OnPaper {
  readonly sourceKey: string;
  /** In the administrator's words; the auditor reads it. */
  readonly reason: string;
  /** The last day; without one it lasts until it is ended. */
  readonly validUntil?: string | null;
}

const requireSaid = ({ clock }: Surroundings, { reason, validUntil }: OnPaper): void => {
  if (reason.trim() === '') throw new CaseworkError('INPUT_INVALID', 'Expected a reason, but it is empty');
  if (typeof validUntil === 'string' && validUntil < dayOf(clock.now()))
    throw new CaseworkError('INPUT_INVALID', `Expected a last day that is still to come, but ${validUntil} is over`);
};

/**
 * Has what a source would say proven on paper, for every procedure of the administration and at once: forms are not filled
 * from it, and the steps that ask it go on as they do where it may not be asked. What stood before ends at the same moment.
 */
export const askOnPaper: UseCase<OnPaper, PaperSourceView> = async (surroundings, actor, wanted) => {
  const { person, administration } = requireStaff(actor, ['administrator']);
  const { sourceKey, reason, validUntil = null } = wanted;
  requireSaid(surroundings, wanted);
  const declared = await listDeclaredSources(surroundings, actor, {});
  if (!declared.some(({ sources }) => sources.some(({ key }) => key === sourceKey)))
    throw new CaseworkError('NOT_FOUND', `Expected a source ${sourceKey} of a procedure, but none declares it`);
  const { database, clock, random } = surroundings;
  return database.transaction(async (tx) => {
    const at = isoOf(clock.now());
    await endPaperSourceRow(tx, { administration, sourceKey, at, by: person.name });
    const row = { id: random.id(), administration, sourceKey, reason, since: at, by: person.name, validUntil };
    if (!(await insertPaperSource(tx, row)))
      throw new CaseworkError('STALE_REVISION', `Expected to put ${sourceKey} on paper, but somebody did so meanwhile`);
    await appendAudit(surroundings, tx, {
      actor,
      action: 'source.onPaper',
      object: `administration:${administration}`,
      administration,
      detail: { source: sourceKey, reason, until: validUntil },
    });
    return { sourceKey, reason, since: at, setBy: person.name, validUntil };
  });
};

/** Has a source that is on paper asked again, at once. */
export const askAutomatically: UseCase<{ sourceKey: string }, void> = async (surroundings, actor, { sourceKey }) => {
  const { person, administration } = requireStaff(actor, ['administrator']);
  const { database, clock } = surroundings;
  await database.transaction(async (tx) => {
    const ended = await endPaperSourceRow(tx, {
      administration,
      sourceKey,
      at: isoOf(clock.now()),
      by: person.name,
    });
    if (ended === undefined)
      throw new CaseworkError('NOT_FOUND', `Expected ${sourceKey} to be on paper, but it is not`);
    await appendAudit(surroundings, tx, {
      actor,
      action: 'source.automatic',
      object: `administration:${administration}`,
      administration,
      detail: { source: sourceKey },
    });
  });
};
