import {
  daysUntil,
  termNotices,
  type PlayAct,
  type PlayedCase,
  type ScenarioStep,
  type TermNotice,
} from '@irisflow/scenarios';
import { termMessage } from './message-words.ts';

/** What time will bring, and how one gets there. */
export interface Moment {
  readonly key: string;
  /** Days from now, rounded up. */
  readonly days: number;
  readonly about:
    | { readonly kind: 'timer'; readonly elementId: string }
    /** `isHeard`: the process waits for it. */
    | { readonly kind: 'term'; readonly notice: TermNotice; readonly isHeard: boolean };
  readonly acts: readonly PlayAct[];
}

const day = 86_400_000;

const wait = (days: number): PlayAct[] =>
  days === 0 ? [] : [{ kind: 'step', step: { wait: `P${days}D` } satisfies ScenarioStep }];

const timersOf = ({ waiting, now }: PlayedCase): Moment[] =>
  waiting.flatMap((each): Moment[] => {
    if (each.kind !== 'timer') return [];
    const days = Math.max(1, Math.ceil((each.dueAt - now) / day));
    return [{ key: each.key, days, about: { kind: 'timer', elementId: each.elementId }, acts: wait(days) }];
  });

const termsOf = ({ waiting, now, terms }: PlayedCase): Moment[] =>
  termNotices(terms).flatMap((notice): Moment[] => {
    const { termId, name } = notice;
    const term = terms.find(({ id }) => id === termId);
    if (term === undefined) return [];
    const isHeard = waiting.some(
      (each) => each.kind === 'message' && each.name === name && each.correlationKey === termId,
    );
    const days = daysUntil(now, notice.day);
    const said: PlayAct = { kind: 'step', step: { publish: name, key: termId, with: termMessage(term) } };
    return [{ key: `${termId} ${name}`, days, about: { kind: 'term', notice, isHeard }, acts: [...wait(days), said] }];
  });

/** What the clock brings next, the soonest first. */
export const nextMoments = (played: PlayedCase): readonly Moment[] =>
  [...timersOf(played), ...termsOf(played)].toSorted((a, b) => a.days - b.days);
