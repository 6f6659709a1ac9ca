import { actingFor, appendAudit, type Actor, type Clerk, requireDesigner, requireWhole } from '@irisflow/access';
import { CaseworkError } from '@irisflow/foundation';
import { type FolderFile, findLatestVersion, requireOwnProcedure, requirePlayableDraft } from '@irisflow/procedures';
import type { Queryable } from '@irisflow/database';
import { restrictsAnswers } from '../collecting/version-stage.ts';
import { readRehearsal } from '../reading/view-rehearsal.ts';
import { hasMoreClosed, takeClosedCases } from '../storage/closed-cases.ts';
import { endRehearsal, insertRehearsal, lockRehearsal } from '../storage/rehearsals.ts';
import type { UseCase } from '../surroundings.ts';
import type { RehearsalAnswer, RehearsalWish } from '../views/rehearsal.ts';
import { wholeMonthsOf } from './whole-months.ts';

/** Of a period with more closed cases, the newest ones. */
const MOST_CASES = 1000;
/** What an engine runs of a draft, and what says how forms and parameters go with it. */
const playedEndings = ['.bpmn', '.dmn', '.form.json', '.codes.json', 'parameters.json', 'procedure.json'];

const playedFiles = (files: readonly FolderFile[]): FolderFile[] =>
  files
    .filter(({ path }) => playedEndings.some((ending) => path.endsWith(ending)))
    .map(({ path, content }) => ({ path, content }));

/** Whoever draws a procedure of theirs and sees all of its cases, those apart aside. */
export const requireRehearser = async (db: Queryable, actor: Actor, key: string): Promise<Clerk> => {
  await requireOwnProcedure(db, actor, key);
  const clerk = requireDesigner(actor);
  requireWhole(clerk);
  return clerk;
};

/** Begins to replay the closed cases of a period on the draft as it was saved last; whoever begins hears at once that it began. */
export const startRehearsal: UseCase<RehearsalWish & { readonly key: string }, RehearsalAnswer> = async (
  surroundings,
  actor,
  { key, parametersOn = null, ...wish },
) => {
  const { database, random, clock, rehearsalBell } = surroundings;
  const { person, administration } = await requireRehearser(database, actor, key);
  const { from, to } = wholeMonthsOf(wish);
  if ((await findLatestVersion(database, key)) === undefined)
    throw new CaseworkError('NOT_FOUND', `Expected a published version of ${key}, but there is none`);
  const { files } = await requirePlayableDraft(database, key);
  const isRestricted = await restrictsAnswers(surroundings, database, key);
  const acting = actingFor(surroundings, actor, 'rehearsals');
  const id = random.id();
  await acting.database.transaction(async (tx) => {
    const before = await lockRehearsal(tx, key);
    if (before?.state === 'running')
      throw new CaseworkError('REHEARSAL_RUNNING', `Expected no replay of ${key} to run, but one does`);
    const period = { key, from, to };
    const hasMore = await hasMoreClosed(tx, period, MOST_CASES);
    const draft = playedFiles(files);
    const at = clock.now();
    const one = { id, administration, key, from, to, parametersOn, personId: person.id, at };
    await insertRehearsal(tx, { ...one, hasMore, isRestricted, draft });
    await takeClosedCases(tx, { id, period, most: MOST_CASES });
    await appendAudit(acting, tx, {
      actor,
      action: 'rehearsal.started',
      object: `procedure:${key}`,
      administration,
      detail: { from, to, ...(parametersOn === null ? {} : { parametersOn }) },
    });
  });
  rehearsalBell.ring();
  return readRehearsal(surroundings, actor, key);
};

/** Ends one that runs; what was replayed until then stays to be read. */
export const stopRehearsal: UseCase<{ readonly key: string }, RehearsalAnswer> = async (
  surroundings,
  actor,
  { key },
) => {
  const { database, clock } = surroundings;
  const { administration } = await requireRehearser(database, actor, key);
  const acting = actingFor(surroundings, actor, 'rehearsals');
  await acting.database.transaction(async (tx) => {
    const row = await lockRehearsal(tx, key);
    if (row?.state !== 'running') return;
    await endRehearsal(tx, { id: row.id, state: 'stopped', at: clock.now() });
    await appendAudit(acting, tx, {
      actor,
      action: 'rehearsal.stopped',
      object: `procedure:${key}`,
      administration,
      detail: {},
    });
  });
  return readRehearsal(surroundings, actor, key);
};
