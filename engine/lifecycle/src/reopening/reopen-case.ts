import { type Actor, appendAudit, type Clerk, isAccountOf } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import {
  type CaseRow,
  findCase,
  hasEnded,
  insertOutbox,
  noteByOffice,
  lockCase,
  moveCase,
  recordOpening,
  reopenCaseRow,
  requireClerkCase,
} from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { askEngine } from '@irisflow/engine-client';
import { CaseworkError, isoOf, requireSaid } from '@irisflow/foundation';
import { factsOfTerm, startCaseTerm } from '@irisflow/terms';
import { endReopening, insertReopening, listReopenings } from '../storage/reopenings.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { CaseReopenings, ReopeningGround } from '../views/reopening.ts';
import { requireProcessEnded, requireReopenable } from './require-reopenable.ts';
import { reopeningTexts } from './reopening-texts.ts';
import { viewReopenings } from './view-reopenings.ts';

export const MAX_REASON = 2000;

interface Reopened {
  readonly row: CaseRow;
  readonly ground: ReopeningGround;
  readonly reason: string;
  readonly terms: readonly string[];
}

/** The terms that the procedure names begin anew today: what runs from an act runs from this one. */
const beginTerms = async (surroundings: Surroundings, tx: Queryable, { row, terms }: Reopened): Promise<void> => {
  const { description } = await surroundings.library.version(tx, row.procedure_key, row.procedure_version);
  const today = dayOf(surroundings.clock.now());
  for (const described of description.terms.filter(({ key }) => terms.includes(key)))
    await startCaseTerm(surroundings, tx, {
      caseId: row.id,
      administration: row.administration,
      facts: factsOfTerm(described),
      actOn: today,
      today,
    });
};

/** The case goes on under the version that it has, with a new run of the process that this names. */
const reopen = async (surroundings: Surroundings, tx: Queryable, reopened: Reopened): Promise<void> => {
  const { row, ground, reason } = reopened;
  const at = surroundings.clock.now();
  await reopenCaseRow(tx, { id: row.id, at });
  const open = (await findCase(tx, row.id)) ?? row;
  await moveCase(surroundings, tx, open, 'inInstruction');
  await beginTerms(surroundings, tx, reopened);
  await noteByOffice(surroundings, tx, {
    row,
    kind: 'reopened',
    text: reopeningTexts.done(ground, reason),
    isPublic: true,
  });
  await insertOutbox(tx, { caseId: row.id, message: { kind: 'startProcess' }, at });
};

/** The case, locked, after the engine said that its process is over; another process since then is another closure. */
const lockClosed = async (tx: Queryable, actor: Actor, seen: CaseRow): Promise<{ clerk: Clerk; row: CaseRow }> => {
  await lockCase(tx, seen.id);
  const found = await requireClerkCase(tx, actor, seen.id);
  if (found.row.process_instance_key === seen.process_instance_key || !hasEnded(found.row)) return found;
  throw new CaseworkError('CASE_NOT_CLOSED', `Expected case ${seen.id} as it was a moment ago, but it went on`);
};

export interface ReopenCase {
  readonly caseId: string;
  readonly ground: ReopeningGround;
  readonly reason: string;
}

/** Whoever pressed twice has it once. */
const isSaidAlready = async (tx: Queryable, { clerk, row }: { clerk: Clerk; row: CaseRow }, wanted: ReopenCase) => {
  const [last] = await listReopenings(tx, row.id);
  const isOfNow = last?.state === 'proposed' || (last?.state === 'done' && !hasEnded(row));
  return (
    isOfNow && last.proposed_by === clerk.person.id && last.ground === wanted.ground && last.reason === wanted.reason
  );
};

/** Reopens a closed case, or proposes to where a second person has to approve it. */
export const reopenCase: UseCase<ReopenCase, CaseReopenings> = async (surroundings, actor, input) => {
  const reason = requireSaid(input.reason, { what: 'a reason', pointer: '/reason', most: MAX_REASON });
  const wanted = { ...input, reason };
  const { database, clock, random, outboxBell } = surroundings;
  const { row: seen } = await requireClerkCase(database, actor, input.caseId);
  await askEngine(requireProcessEnded(surroundings, seen));
  const view = await database.transaction(async (tx) => {
    const { clerk, row } = await lockClosed(tx, actor, seen);
    if (await isSaidAlready(tx, { clerk, row }, wanted)) return viewReopenings(surroundings, tx, { clerk, row });
    const { fourEyes = false, terms = [] } = await requireReopenable(surroundings, tx, { clerk, row, ...wanted });
    const { administration } = row;
    await insertReopening(tx, {
      id: random.id(),
      caseId: row.id,
      administration,
      ground: wanted.ground,
      reason,
      state: fourEyes ? 'proposed' : 'done',
      personId: clerk.person.id,
      at: isoOf(clock.now()),
      closedAt: row.closed_at ?? row.updated_at,
    });
    if (fourEyes)
      await noteByOffice(surroundings, tx, {
        row,
        kind: 'reopeningProposed',
        text: reopeningTexts.proposed(reason),
        isPublic: false,
      });
    else await reopen(surroundings, tx, { row, ground: wanted.ground, reason, terms });
    await appendAudit(surroundings, tx, {
      actor,
      action: fourEyes ? 'reopening.proposed' : 'case.reopened',
      object: `case:${row.id}`,
      administration,
      detail: { ground: wanted.ground },
    });
    await recordOpening(surroundings, tx, { clerk, row });
    return viewReopenings(surroundings, tx, { clerk, row: (await findCase(tx, row.id)) ?? row });
  });
  outboxBell.ring();
  return view;
};

export interface DecideReopening {
  readonly caseId: string;
  readonly reopeningId: string;
  readonly isApproved: boolean;
  /** Why it is refused; nothing where it is approved. */
  readonly reason: string;
}

/** Approves what a colleague proposed, or refuses it: never who proposed it. */
export const decideReopening: UseCase<DecideReopening, CaseReopenings> = async (surroundings, actor, input) => {
  const { isApproved } = input;
  const refusal = isApproved
    ? null
    : requireSaid(input.reason, { what: 'a reason', pointer: '/reason', most: MAX_REASON });
  const { database, clock, outboxBell } = surroundings;
  const { row: seen } = await requireClerkCase(database, actor, input.caseId);
  if (isApproved) await askEngine(requireProcessEnded(surroundings, seen));
  const view = await database.transaction(async (tx) => {
    const { clerk, row } = await lockClosed(tx, actor, seen);
    const proposed = (await listReopenings(tx, row.id)).find(({ id }) => id === input.reopeningId);
    if (proposed?.state !== 'proposed')
      throw new CaseworkError('NOT_FOUND', `Expected a proposal to reopen ${row.id}, but there is none`);
    if (await isAccountOf(tx, proposed.proposed_by, clerk.person))
      throw new CaseworkError('FOUR_EYES', 'Expected somebody else than who proposed it, but found the same person');
    const { ground, reason } = proposed;
    await endReopening(tx, {
      id: proposed.id,
      state: isApproved ? 'done' : 'refused',
      by: clerk.person.id,
      at: isoOf(clock.now()),
      refusal,
    });
    const { terms = [] } = await requireReopenable(surroundings, tx, {
      clerk,
      row,
      // Refused it goes nowhere, whatever runs.
      ground: isApproved ? ground : 'appeal',
    });
    if (refusal === null) await reopen(surroundings, tx, { row, ground, reason, terms });
    else
      await noteByOffice(surroundings, tx, {
        row,
        kind: 'reopeningRefused',
        text: reopeningTexts.refused(refusal),
        isPublic: false,
      });
    await appendAudit(surroundings, tx, {
      actor,
      action: isApproved ? 'case.reopened' : 'reopening.refused',
      object: `case:${row.id}`,
      administration: row.administration,
      detail: { ground, reopening: proposed.id },
    });
    await recordOpening(surroundings, tx, { clerk, row });
    return viewReopenings(surroundings, tx, { clerk, row: (await findCase(tx, row.id)) ?? row });
  });
  outboxBell.ring();
  return view;
};
