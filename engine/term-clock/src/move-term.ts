import type { Queryable } from '@irisflow/database';
import { appendAudit, job } from '@irisflow/access';
import { isOver, isToWarn } from '@irisflow/calendar';
import type { PlatformMessage } from '@irisflow/protocol';
import {
  type CaseRow,
  expireRequestsOfTerm,
  insertOutbox,
  noteByOffice,
  lockCase,
  settleRequests,
  type TimelineKind,
  timelineText,
  touchCase,
} from '@irisflow/casework';
import { escalateTasks } from '@irisflow/tasks';
import { type CaseTerm, lockTerm, termWords, updateTerm } from '@irisflow/terms';
import type { Surroundings } from './surroundings.ts';
import { decideTacitly } from './tacit-decision.ts';

interface Moved {
  readonly row: CaseRow;
  readonly term: CaseTerm;
  /** The day in Brussels. */
  readonly today: string;
}

/** What a term's expiry did, as the timeline tells it. */
interface Consequence {
  readonly kind: TimelineKind;
  readonly visibleToApplicant: boolean;
}

const forClerks = (kind: TimelineKind): Consequence => ({ kind, visibleToApplicant: false });
const forAll = (kind: TimelineKind): Consequence => ({ kind, visibleToApplicant: true });

type Effect = (surroundings: Surroundings, tx: Queryable, moved: Moved) => Promise<Consequence>;

const effects: Readonly<Record<CaseTerm['effect'], Effect>> = {
  none: async () => forClerks('termExpired'),
  tacitGrant: async (surroundings, tx, { row, term }) =>
    (await decideTacitly(surroundings, tx, { row, term, outcome: 'granted' }))
      ? forAll('tacitlyGranted')
      : forClerks('termExpired'),
  tacitRefusal: async (surroundings, tx, { row, term }) =>
    (await decideTacitly(surroundings, tx, { row, term, outcome: 'refused' }))
      ? forAll('tacitlyRefused')
      : forClerks('termExpired'),
  escalate: async (_, tx, { row }) => {
    await escalateTasks(tx, row.id);
    return forClerks('termEscalated');
  },
};

/** Whatever else it means: what was asked within this term is asked no more. */
const consequenceOf: Effect = async (surroundings, tx, moved) => {
  const { row, term } = moved;
  const requests = await expireRequestsOfTerm(tx, term.id);
  // From its last day on, whenever the clock came by.
  await settleRequests(tx, { caseId: row.id, requests, day: term.dueOn });
  const consequence = await effects[term.effect](surroundings, tx, moved);
  return requests.length > 0 && consequence.kind === 'termExpired' ? forAll('informationExpired') : consequence;
};

const note = async (
  surroundings: Surroundings,
  tx: Queryable,
  { row, term, consequence }: Moved & { consequence: Consequence },
): Promise<void> => {
  const { kind, visibleToApplicant } = consequence;
  await noteByOffice(surroundings, tx, {
    row,
    kind,
    text: timelineText(kind, termWords(term)),
    isPublic: visibleToApplicant,
  });
};

const publish = async (
  { clock }: Surroundings,
  tx: Queryable,
  { row, term, name }: Moved & { name: PlatformMessage },
): Promise<void> => {
  const { id, key, dueOn, effect } = term;
  const variables = { term: { termId: id, key, dueOn, effect, caseId: row.id } };
  await insertOutbox(tx, {
    caseId: row.id,
    message: { kind: 'publishMessage', name, key: id, variables },
    at: clock.now(),
  });
};

const audit = async (
  surroundings: Surroundings,
  tx: Queryable,
  { row, term, name }: Moved & { name: PlatformMessage },
): Promise<void> => {
  const { key, dueOn, effect } = term;
  await appendAudit(surroundings, tx, {
    actor: job('terms'),
    action: name,
    object: `case:${row.id}`,
    administration: row.administration,
    detail: { term: key, dueOn, effect },
  });
};

const expire: Effect = async (surroundings, tx, moved) => {
  // Before its effect: an end of the case meets what is still open.
  await updateTerm(tx, { ...moved.term, state: 'expired', endedOn: moved.term.dueOn });
  return consequenceOf(surroundings, tx, moved);
};

const warn: Effect = async (_, tx, { term, today }) => {
  await updateTerm(tx, { ...term, warnedOn: today });
  return forClerks('termWarned');
};

/** What the day asks of a term; null when another process has done it, or a person ended it meanwhile. */
const moveOf = ({ term, today }: Moved): { name: PlatformMessage; effect: Effect } | null => {
  if (isOver(term, today)) return { name: 'term.expired', effect: expire };
  return isToWarn(term, today) ? { name: 'term.warning', effect: warn } : null;
};

/**
 * Warns of a term or ends it, in one transaction with the message for its process; says whether it did. The state of the row
 * decides: however many clocks run and however often they are restarted, each is said once.
 */
export const moveTerm = async (
  surroundings: Surroundings,
  tx: Queryable,
  { id, caseId, today }: { id: string; caseId: string; today: string },
): Promise<boolean> => {
  // The case first, as everybody locks it.
  const row = await lockCase(tx, caseId);
  const term = await lockTerm(tx, id);
  if (row === undefined || term === undefined) return false;
  const moved: Moved = { row, term, today };
  const move = moveOf(moved);
  if (move === null) return false;
  const consequence = await move.effect(surroundings, tx, moved);
  await note(surroundings, tx, { ...moved, consequence });
  await publish(surroundings, tx, { ...moved, name: move.name });
  await touchCase(tx, { id: row.id, at: surroundings.clock.now() });
  await audit(surroundings, tx, { ...moved, name: move.name });
  return true;
};
