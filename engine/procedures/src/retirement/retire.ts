import { type Actor, actorReference, appendAudit, requireDesigner } from '@irisflow/access';
import { addDays, dayOf } from '@irisflow/calendar';
import type { Queryable } from '@irisflow/database';
import { CaseworkError, isoOf, requireReason } from '@irisflow/foundation';
import { requireNotOnItsWay } from '../publication/reserve-version.ts';
import { isRequestedBy } from '../requested-by.ts';
import { authorOf, requireOwnProcedure } from '../require-procedure.ts';
import { countRunningCases, findUsableVersion, lockProcedureDraft } from '../storage/procedures.ts';
import {
  approveRetirementRow,
  askBackRow,
  dropBackRow,
  endRetirementRow,
  findRetirement,
  findRetirementRow,
  insertRetirement,
  type RetirementRow,
  takeRetirement,
} from '../storage/retirements.ts';
import { callOffRow, lockScheduled } from '../storage/scheduled-publications.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { Retirement, RetirementPage } from '../views/retirement.ts';
import { findUses } from './find-uses.ts';
import { viewRetirement, waitsFor } from './view-retirement.ts';

export interface RetirementPlan {
  readonly key: string;
  /** The first day on which nobody begins, and the last one on which what was begun before is filed. */
  readonly closesOn: string;
  readonly draftsUntil: string;
  /** Another procedure, or a web address, or neither. */
  readonly replacedBy: string | null;
  readonly replacedUrl: string | null;
  readonly contactEmail: string | null;
  readonly contactPhone: string | null;
  readonly reason: string;
}

/** Nobody plans further: who would look. */
const MOST_AHEAD_DAYS = 5 * 366;

const wrong = (pointer: string, detail: string): CaseworkError =>
  new CaseworkError('INPUT_INVALID', detail, { errors: [{ pointer, keyword: 'range' }] });

const requireDays = ({ closesOn, draftsUntil }: RetirementPlan, today: string): void => {
  const last = addDays(today, MOST_AHEAD_DAYS);
  if (closesOn < today || closesOn > last)
    throw wrong('/closesOn', `Expected a day from ${today} to ${last}, but found ${closesOn}`);
  if (draftsUntil < closesOn || draftsUntil > last)
    throw wrong('/draftsUntil', `Expected a day from ${closesOn} to ${last}, but found ${draftsUntil}`);
};

const isWeb = (text: string): boolean =>
  text.length <= 500 && /^https?:\/\/[^\s/?#@]+\.[^\s@]+$/.test(text) && URL.canParse(text);

/** A page that everybody may read, and a procedure that takes new cases itself. */
const requireReplacement = async (db: Queryable, plan: RetirementPlan): Promise<void> => {
  const { key, replacedBy, replacedUrl } = plan;
  if (replacedBy !== null && replacedUrl !== null)
    throw wrong('/replacedUrl', 'Expected a procedure or a web address instead, but found both');
  if (replacedUrl !== null && !isWeb(replacedUrl))
    throw wrong('/replacedUrl', `Expected a web address, but found ${replacedUrl.slice(0, 80)}`);
  if (replacedBy === null) return;
  const isThere = replacedBy !== key && (await findUsableVersion(db, replacedBy)) !== undefined;
  if (!isThere || (await findRetirement(db, replacedBy)) !== undefined)
    throw wrong(
      '/replacedBy',
      `Expected another published procedure that goes on, but found ${replacedBy.slice(0, 80)}`,
    );
};

const isEmail = (text: string): boolean => text.length <= 254 && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);

const requireContact = ({ contactEmail, contactPhone }: RetirementPlan): void => {
  if (contactEmail !== null && !isEmail(contactEmail))
    throw wrong('/contactEmail', `Expected an address of mail, but found ${contactEmail.slice(0, 80)}`);
  if (contactPhone !== null && (contactPhone.trim() === '' || contactPhone.length > 40))
    throw wrong('/contactPhone', 'Expected a number of telephone of 1 to 40 characters');
};

/** What stands, with nobody else at it, nobody filing and nothing going live until the transaction ends. */
const lockStanding = async (tx: Queryable, actor: Actor, key: string): Promise<RetirementRow | undefined> => {
  await requireOwnProcedure(tx, actor, key);
  // Whoever publishes or makes live locks the draft first.
  await lockProcedureDraft(tx, key);
  await takeRetirement(tx, key);
  return findRetirementRow(tx, key);
};

const requireStanding = async (tx: Queryable, actor: Actor, key: string): Promise<RetirementRow> => {
  const row = await lockStanding(tx, actor, key);
  if (row !== undefined) return row;
  throw new CaseworkError('NOT_FOUND', `Expected ${key} to end or to have ended, but it goes on`);
};

interface Said {
  readonly actor: Actor;
  readonly row: Pick<RetirementRow, 'procedure_key' | 'administration'>;
  readonly action: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

const note = (surroundings: Surroundings, tx: Queryable, { actor, row, action, detail }: Said) =>
  appendAudit(surroundings, tx, {
    actor,
    action,
    object: `procedure:${row.procedure_key}`,
    administration: row.administration,
    detail,
  });

const view = async (surroundings: Surroundings, tx: Queryable, actor: Actor, key: string): Promise<Retirement> => {
  const row = await findRetirementRow(tx, key);
  if (row === undefined) throw new CaseworkError('NOT_FOUND', `Expected ${key} to end, but it goes on`);
  return viewRetirement(surroundings, tx, { actor, row });
};

/** How a procedure ends, what would miss it, and how many cases of it run. */
export const getRetirement: UseCase<{ key: string }, RetirementPage> = async (surroundings, actor, { key }) => {
  const { database } = surroundings;
  await requireOwnProcedure(database, actor, key);
  const { administration } = requireDesigner(actor);
  const row = await findRetirementRow(database, key);
  return {
    retirement: row === undefined ? null : await viewRetirement(surroundings, database, { actor, row }),
    uses: await findUses(database, { key, administration }),
    running: (await countRunningCases(database, administration)).get(key) ?? 0,
  };
};

const insert = async (
  surroundings: Surroundings,
  tx: Queryable,
  { actor, plan }: { readonly actor: Actor; readonly plan: RetirementPlan },
): Promise<void> => {
  const { clock, random } = surroundings;
  const { administration } = requireDesigner(actor);
  const { key, closesOn, draftsUntil, replacedBy, replacedUrl } = plan;
  const reason = requireReason(plan.reason);
  const isAdded = await insertRetirement(tx, {
    ...plan,
    id: random.id(),
    administration,
    reason,
    at: clock.now(),
    by: authorOf(actor),
    requestedBy: actorReference(actor),
  });
  if (!isAdded) throw new CaseworkError('RETIREMENT_STANDS', `Expected ${key} to go on, but its end is set already`);
  await note(surroundings, tx, {
    actor,
    row: { procedure_key: key, administration },
    action: 'procedure.retirementAsked',
    detail: { closesOn, draftsUntil, replacement: replacedBy ?? replacedUrl, reason },
  });
};

/** Asks for the end of a procedure. Nothing of it holds before somebody else approved it. */
export const askRetirement: UseCase<RetirementPlan, Retirement> = async (surroundings, actor, plan) => {
  const { database, clock } = surroundings;
  const { key } = plan;
  requireReason(plan.reason);
  requireDays(plan, dayOf(clock.now()));
  requireContact(plan);
  return database.transaction(async (tx) => {
    await lockStanding(tx, actor, key);
    if ((await findUsableVersion(tx, key)) === undefined)
      throw new CaseworkError('NOT_FOUND', `Expected a published version of ${key}, but there is none`);
    await requireReplacement(tx, plan);
    await insert(surroundings, tx, { actor, plan });
    return view(surroundings, tx, actor, key);
  });
};

/** What was to go live does not: nobody would begin under it. */
const callOffScheduled = async (
  surroundings: Surroundings,
  tx: Queryable,
  { actor, row }: { readonly actor: Actor; readonly row: RetirementRow },
): Promise<void> => {
  const { procedure_key: key, reason } = row;
  const scheduled = await lockScheduled(tx, key);
  if (scheduled === undefined) return;
  const at = surroundings.clock.now();
  await requireNotOnItsWay(tx, { key, contentHash: scheduled.content_hash, now: at });
  await callOffRow(tx, { id: scheduled.id, at: isoOf(at), by: authorOf(actor), reason });
  await note(surroundings, tx, {
    actor,
    row,
    action: 'procedure.scheduleCalledOff',
    detail: { goesLiveAt: isoOf(+new Date(scheduled.goes_live_at)), reason },
  });
};

export interface SeenRetirement {
  readonly key: string;
  /** As whoever approves saw it. */
  readonly id: string;
  readonly approves: 'end' | 'return';
}

const requireSomebodyElse = async (tx: Queryable, actor: Actor, row: RetirementRow): Promise<void> => {
  const waiting = waitsFor(row);
  if (waiting !== null && (await isRequestedBy(tx, waiting, actor)))
    throw new CaseworkError(
      'FOUR_EYES',
      `Expected somebody else than who asked to approve it for ${row.procedure_key}`,
    );
};

const requireSeen = (row: RetirementRow, { id, approves }: SeenRetirement): void => {
  const waits = row.back_reason !== null ? 'return' : row.approved_at === null ? 'end' : null;
  if (row.id === id && waits === approves) return;
  throw new CaseworkError(
    'STALE_REVISION',
    `Expected to approve what waits for ${row.procedure_key} now, but it is another thing`,
  );
};

type Approved = { readonly actor: Actor; readonly row: RetirementRow };

/** A day that went by while nobody approved would have let people begin who were never told. */
const approveEnd = async (surroundings: Surroundings, tx: Queryable, { actor, row }: Approved): Promise<void> => {
  const at = surroundings.clock.now();
  if (row.closes_on < dayOf(at))
    throw wrong('/closesOn', `Expected an end from ${dayOf(at)} on, but it was set for ${row.closes_on}`);
  await callOffScheduled(surroundings, tx, { actor, row });
  await approveRetirementRow(tx, { id: row.id, at, by: authorOf(actor) });
  await note(surroundings, tx, {
    actor,
    row,
    action: 'procedure.retirementApproved',
    detail: { closesOn: row.closes_on, draftsUntil: row.drafts_until, requestedBy: row.requested_by },
  });
};

const approveReturn = async (surroundings: Surroundings, tx: Queryable, { actor, row }: Approved): Promise<void> => {
  const reason = row.back_reason ?? '';
  await endRetirementRow(tx, { id: row.id, at: surroundings.clock.now(), by: authorOf(actor), reason });
  await note(surroundings, tx, {
    actor,
    row,
    action: 'procedure.returned',
    detail: { requestedBy: row.back_requested_by, reason },
  });
};

/** Approves an end or a return, by somebody else than who asked for it; from then on it holds. */
export const approveRetirement: UseCase<SeenRetirement, RetirementPage> = async (surroundings, actor, seen) => {
  const { key, approves } = seen;
  await surroundings.database.transaction(async (tx) => {
    const row = await requireStanding(tx, actor, key);
    requireSeen(row, seen);
    await requireSomebodyElse(tx, actor, row);
    const approve = approves === 'end' ? approveEnd : approveReturn;
    await approve(surroundings, tx, { actor, row });
  });
  return getRetirement(surroundings, actor, { key });
};

/** Asks that a procedure that ends or has ended goes on after all; somebody else approves that too. */
export const askReturn: UseCase<{ key: string; reason: string }, Retirement> = async (surroundings, actor, asked) => {
  const { database, clock } = surroundings;
  const { key } = asked;
  const reason = requireReason(asked.reason);
  return database.transaction(async (tx) => {
    const row = await requireStanding(tx, actor, key);
    if (row.approved_at === null || row.back_reason !== null)
      throw new CaseworkError(
        'RETIREMENT_WAITS',
        `Expected nothing of ${key} to wait for approval, but something does`,
      );
    await askBackRow(tx, {
      id: row.id,
      at: clock.now(),
      by: authorOf(actor),
      requestedBy: actorReference(actor),
      reason,
    });
    await note(surroundings, tx, { actor, row, action: 'procedure.returnAsked', detail: { reason } });
    return view(surroundings, tx, actor, key);
  });
};

/** Takes back what waits for approval: a procedure that was to end goes on, one that was to come back stays ended. */
export const withdrawRetirement: UseCase<{ key: string; reason: string }, void> = async (
  surroundings,
  actor,
  asked,
) => {
  const { database, clock } = surroundings;
  const { key } = asked;
  const reason = requireReason(asked.reason);
  await database.transaction(async (tx) => {
    const row = await requireStanding(tx, actor, key);
    if (waitsFor(row) === null)
      throw new CaseworkError('NOT_FOUND', `Expected something of ${key} to wait for approval, but nothing does`);
    if (row.back_reason === null)
      await endRetirementRow(tx, { id: row.id, at: clock.now(), by: authorOf(actor), reason });
    else await dropBackRow(tx, row.id);
    const action = row.back_reason === null ? 'procedure.retirementWithdrawn' : 'procedure.returnWithdrawn';
    await note(surroundings, tx, { actor, row, action, detail: { reason } });
  });
};
