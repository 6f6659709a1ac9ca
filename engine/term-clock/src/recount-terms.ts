import {
  actingFor,
  type Actor,
  apartCasesOf,
  appendAudit,
  type Clerk,
  requireStaff,
  requireWhole,
} from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import { CaseworkError, requireReason } from '@irisflow/foundation';
import { noteByOffice, lockCase, timelineText, touchCase } from '@irisflow/casework';
import { recountWords, updateTerm } from '@irisflow/terms';
import { lockOpenTerm } from './storage/open-terms.ts';
import type { Surroundings, UseCase } from './surroundings.ts';
import type { RecountPreview, RecountedTerm } from './views.ts';
import {
  findChanges,
  fingerprintOf,
  isChanged,
  countAgainBy,
  type Recounted,
  type CountAgain,
  type RecountScope,
} from './recount.ts';

const mostShown = 200;
const mostReason = 2000;

const viewChange = ({ before, after }: Recounted, today: string): RecountedTerm => ({
  termId: before.id,
  caseId: before.caseId,
  reference: before.reference,
  applicant: before.applicant,
  label: after.label,
  dueOn: before.dueOn,
  newDueOn: after.dueOn,
  daysLeft: before.daysLeft,
  newDaysLeft: after.daysLeft,
  wouldExpire: after.state === 'running' && today > after.dueOn,
});

/** Terms are counted anew for every case of an administration. */
const requireCounter = (actor: Actor): Clerk => {
  const clerk = requireStaff(actor, ['administrator', 'supervisor']);
  requireWhole(clerk);
  return clerk;
};

/** What counting the open terms of my administration anew would change, before anything does. */
export const previewRecount: UseCase<RecountScope, RecountPreview> = async (given, actor, scope) => {
  const { administration } = requireCounter(actor);
  const surroundings = actingFor(given, actor, 'terms');
  const today = dayOf(surroundings.clock.now());
  const { counted, changes } = await findChanges(surroundings, surroundings.database, { ...scope, administration });
  // Terms are counted anew for all; cases with which who asks has a conflict of interest are not shown to them.
  const apart = await apartCasesOf(given.database, actor);
  const views = changes.map((change) => viewChange(change, today));
  return {
    counted,
    changed: changes.length,
    wouldExpire: views.filter(({ wouldExpire }) => wouldExpire).length,
    items: views.filter(({ caseId }) => !apart.has(caseId)).slice(0, mostShown),
    fingerprint: fingerprintOf(changes),
  };
};

const applyOne = async (
  surroundings: Surroundings,
  { before: { id, caseId } }: Recounted,
  { recount, reason }: { recount: CountAgain; reason: string },
): Promise<boolean> =>
  surroundings.database.transaction(async (tx) => {
    const row = await lockCase(tx, caseId);
    const before = row === undefined ? undefined : await lockOpenTerm(tx, id, row);
    // It ended meanwhile.
    if (row === undefined || before === undefined) return false;
    const change: Recounted = { before, after: await recount(tx, before) };
    if (!isChanged(change)) return false;
    const at = surroundings.clock.now();
    const { after } = change;
    await updateTerm(tx, after);
    await noteByOffice(surroundings, tx, {
      row,
      kind: 'termRecounted',
      text: timelineText('termRecounted', recountWords(after, { from: before.dueOn, to: after.dueOn, reason })),
      isPublic: true,
    });
    await touchCase(tx, { id: caseId, at });
    return true;
  });

export interface Recount extends RecountScope {
  /** Of the preview that was looked at. */
  readonly fingerprint: string;
  readonly reason: string;
}

/** Counts the open terms of my administration anew, exactly as was previewed, and says so in each case. */
export const applyRecount: UseCase<Recount, { changed: number }> = async (given, actor, { fingerprint, ...asked }) => {
  const { administration } = requireCounter(actor);
  const reason = requireReason(asked.reason, mostReason);
  const surroundings = actingFor(given, actor, 'terms');
  const { database } = surroundings;
  const scope = { ...asked, administration };
  const { changes } = await findChanges(surroundings, database, scope);
  if (fingerprintOf(changes) !== fingerprint)
    throw new CaseworkError('PREVIEW_OUTDATED', 'Expected the changes that were previewed, but they are others now');
  const recount = await countAgainBy(surroundings, database, scope);
  let changed = 0;
  for (const change of changes) if (await applyOne(surroundings, change, { recount, reason })) changed += 1;
  await database.transaction((tx) =>
    appendAudit(surroundings, tx, {
      actor,
      action: 'terms.recounted',
      object: `administration:${administration}`,
      administration,
      detail: { changed, reason, rules: asked.rules, procedureKey: asked.procedureKey ?? null },
    }),
  );
  return { changed };
};
