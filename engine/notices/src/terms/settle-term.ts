import { dayOf, isOpenTerm } from '@irisflow/calendar';
import { type CaseRow, noteByOffice, timelineText } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { CaseworkError, type LocalizedText } from '@irisflow/foundation';
import {
  calendarOf,
  type CaseTerm,
  factsOfTerm,
  lockTerm,
  recountWords,
  startCaseTerm,
  type TermFacts,
  termWords,
  updateTerm,
} from '@irisflow/terms';
import { arrivalBy, isArrivalRule } from '../fates/arrival.ts';
import { cameTooLate, movedBecause, notArrived } from '../fates/fate-words.ts';
import type { Fate } from '../fates/fate.ts';
import { insertTermMove } from '../storage/fates.ts';
import type { NoticeRow } from '../storage/notices.ts';
import type { Surroundings } from '../surroundings.ts';
import { settledTerm } from './settled-term.ts';

/** A letter with all that became of it; the last fate is the one that was just written. */
export interface Settled {
  readonly row: CaseRow;
  readonly notice: NoticeRow;
  readonly fates: readonly Fate[];
  readonly last: Fate;
}

interface WithArrival extends Settled {
  readonly arrival: Fate | null;
}

const factsIn = async (
  { library }: Surroundings,
  tx: Queryable,
  { row, key }: { readonly row: CaseRow; readonly key: string },
): Promise<TermFacts> => {
  const { description } = await library.version(tx, row.procedure_key, row.procedure_version);
  const described = description.terms.find((term) => term.key === key);
  if (described !== undefined) return factsOfTerm(described);
  throw new CaseworkError('INPUT_INVALID', `Expected a term of ${row.procedure_key}, but found ${key.slice(0, 80)}`);
};

/** Refuses a term that does not begin with the arrival of a letter. */
export const requireArrivalTerm = async (
  surroundings: Surroundings,
  tx: Queryable,
  { row, key }: { readonly row: CaseRow; readonly key: string },
): Promise<void> => {
  const { rule } = await factsIn(surroundings, tx, { row, key });
  if (isArrivalRule(rule.startsAfter)) return;
  throw new CaseworkError(
    'INPUT_INVALID',
    `Expected a term that begins when a letter arrives, but ${key.slice(0, 80)} begins after ${rule.startsAfter}`,
  );
};

interface Moved {
  readonly term: CaseTerm;
  readonly kind: 'termStarted' | 'termRecounted' | 'termInterrupted';
  readonly words: LocalizedText;
}

/** What people are told, and which fate moved it; a target of the office is no right of the applicant. */
const noteMove = async (
  surroundings: Surroundings,
  tx: Queryable,
  { row, notice, last, arrival, moved }: WithArrival & { readonly moved: Moved },
): Promise<void> => {
  const { term, kind, words } = moved;
  const isPublic = notice.participant_id === null && !term.isServiceTarget;
  await noteByOffice(surroundings, tx, { row, kind, text: timelineText(kind, words), isPublic });
  await insertTermMove(tx, notice, {
    fateId: last.id,
    termId: term.id,
    actOn: arrival?.day ?? null,
    dueOn: term.dueOn,
    at: surroundings.clock.now(),
  });
};

const start = async (
  surroundings: Surroundings,
  tx: Queryable,
  settled: WithArrival & { readonly arrival: Fate },
): Promise<void> => {
  const { row, notice, arrival } = settled;
  const { term_key: key, term_id: id } = notice;
  if (key === null || id === null) return;
  const term = await startCaseTerm(surroundings, tx, {
    caseId: row.id,
    administration: row.administration,
    facts: await factsIn(surroundings, tx, { row, key }),
    actOn: arrival.day,
    today: dayOf(surroundings.clock.now()),
    id,
  });
  await noteMove(surroundings, tx, { ...settled, moved: { term, kind: 'termStarted', words: termWords(term) } });
};

const movedOf = ({ notice, arrival }: WithArrival, before: CaseTerm, term: CaseTerm): Moved => {
  if (arrival === null) return { term, kind: 'termInterrupted', words: notArrived(notice.subject) };
  const because = movedBecause(notice.subject, arrival.day);
  const { dueOn: from } = before;
  const texts = (['fr', 'nl', 'en'] as const).map((locale) => [
    locale,
    recountWords(term, { from, to: term.dueOn, reason: because[locale] })[locale],
  ]);
  return { term, kind: 'termRecounted', words: Object.fromEntries(texts) as LocalizedText };
};

const isSame = (one: CaseTerm, other: CaseTerm): boolean =>
  one.actOn === other.actOn && one.state === other.state && one.dueOn === other.dueOn;

const move = async (
  surroundings: Surroundings,
  tx: Queryable,
  { before, ...settled }: WithArrival & { readonly before: CaseTerm },
): Promise<void> => {
  const { row, notice, arrival } = settled;
  const after = settledTerm(before, {
    calendar: await calendarOf(tx, before),
    actOn: arrival?.day ?? null,
    today: dayOf(surroundings.clock.now()),
    halt: { requestId: notice.id, reason: notArrived(notice.subject)[row.language] },
  });
  const term: CaseTerm = { ...before, ...after };
  if (isSame(before, term)) return;
  await updateTerm(tx, term);
  await noteMove(surroundings, tx, { ...settled, moved: movedOf(settled, before, term) });
};

/** What has ended with its effects is not taken back by a clock: whoever handles the case reads that something else is known. */
const noteLate = async (surroundings: Surroundings, tx: Queryable, settled: WithArrival, term: CaseTerm) => {
  const { row, notice, arrival } = settled;
  if (term.state === 'replaced' || arrival?.day === term.actOn) return;
  const text = cameTooLate(notice.subject);
  await noteByOffice(surroundings, tx, { row, kind: 'notice.late', text, isPublic: false });
};

/** A decision that was taken may be what the letter brings: only where nothing is done with the case any more, nothing begins. */
const isOver = ({ closed_at: closedAt, status }: CaseRow): boolean =>
  closedAt !== null || status === 'withdrawn' || status === 'transferred';

/** Starts the term of a letter with its arrival, moves it when another day of arrival is known, lets it stand when none is known any more. */
export const settleTerm = async (surroundings: Surroundings, tx: Queryable, given: Settled): Promise<void> => {
  const { row, notice, fates } = given;
  const { term_key: key, term_id: id } = notice;
  if (key === null || id === null || isOver(row)) return;
  const before = await lockTerm(tx, id);
  const rule = (before ?? (await factsIn(surroundings, tx, { row, key }))).rule.startsAfter;
  if (!isArrivalRule(rule)) return;
  const arrival = arrivalBy(rule, fates);
  if (before === undefined) {
    if (arrival !== null) await start(surroundings, tx, { ...given, arrival });
  } else if (isOpenTerm(before)) await move(surroundings, tx, { ...given, arrival, before });
  else await noteLate(surroundings, tx, { ...given, arrival }, before);
};
