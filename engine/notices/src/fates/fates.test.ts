import {
  addDays,
  legalCalendar,
  presumedArrival,
  startTerm,
  suspendTerm,
  resumeTerm,
  type TermRule,
} from '@irisflow/calendar';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { settledTerm } from '../terms/settled-term.ts';
import { type ArrivalRule, arrivalBy } from './arrival.ts';
import type { Fate, FateKind, NoticeChannel } from './fate.ts';
import { presume } from './presumption.ts';
import { paperWorkOf, standing, stateOn } from './standing.ts';

let count = 0;
const fate = (channel: NoticeChannel, kind: FateKind, day: string, more: Partial<Fate> = {}): Fate => {
  count += 1;
  const nothing = { recordedBy: null, reason: null, number: null, event: null, corrects: null };
  return { ...nothing, id: `f${count}`, channel, kind, day, recordedAt: count, source: 'office', ...more };
};
const registered = (kind: FateKind, day: string, more: Partial<Fate> = {}) => fate('registered', kind, day, more);
const post = (kind: FateKind, day: string, more: Partial<Fate> = {}) => fate('post', kind, day, more);
const arrival = (rule: ArrivalRule, fates: readonly Fate[]) => arrivalBy(rule, fates)?.day ?? null;

const kinds: readonly FateKind[] = ['sent', 'presented', 'delivered', 'unclaimed', 'refused', 'returned'];
const someDay = fc.integer({ min: 0, max: 40 }).map((days) => addDays('2026-12-01', days));
const someFate = fc
  .tuple(fc.constantFrom<NoticeChannel>('registered', 'post'), fc.constantFrom(...kinds), someDay)
  .map(([channel, kind, day]) => fate(channel, kind, day));

describe('how a letter stands', () => {
  test('trap 5: posting starts nothing that presentation starts; a letter that was fetched or refused was presented', () => {
    const sent = registered('sent', '2026-12-01');
    expect(arrival('presentation', [sent])).toBeNull();
    expect(arrival('presentation', [sent, registered('presented', '2026-12-03')])).toBe('2026-12-03');
    const fetched = [sent, registered('delivered', '2026-12-14'), registered('presented', '2026-12-03')];
    expect(arrival('presentation', fetched)).toBe('2026-12-03');
    expect(arrival('presentation', [sent, registered('refused', '2026-12-04')])).toBe('2026-12-04');
    // That nobody fetched it says nothing of the day on which it was presented.
    expect(arrival('presentation', [sent, registered('unclaimed', '2026-12-20')])).toBeNull();
    // An ordinary copy beside it is no registered letter.
    expect(arrival('presentation', [sent, post('delivered', '2026-12-02')])).toBeNull();
  });

  test('what was posted is presumed to have arrived on the third working day, once it is over, unless a fate says otherwise', () => {
    // Wednesday: Christmas and a weekend lie between.
    const sent = post('sent', '2026-12-23');
    expect(presume([sent], '2026-12-29')).toEqual({ void: [], arrived: null });
    expect(presume([sent], '2026-12-30')).toEqual({ void: [], arrived: { channel: 'post', day: '2026-12-29' } });
    for (const kind of ['delivered', 'returned'] as const)
      expect(presume([sent, post(kind, '2026-12-24')], '2027-01-30').arrived).toBeNull();
    const presumed = post('presumed', '2026-12-29', { source: 'presumption' });
    expect(presume([sent, presumed], '2026-12-31')).toEqual({ void: [], arrived: null });
    expect(arrival('presumedDelivery', [sent, presumed])).toBe('2026-12-29');
    // Known earlier, known later, never arrived.
    expect(arrival('presumedDelivery', [sent, presumed, post('delivered', '2026-12-24')])).toBe('2026-12-24');
    expect(arrival('presumedDelivery', [sent, presumed, post('delivered', '2027-01-04')])).toBe('2027-01-04');
    expect(arrival('presumedDelivery', [sent, presumed, post('returned', '2027-01-05')])).toBeNull();
    expect(arrival('delivery', [sent, presumed])).toBeNull();
  });

  test('a posting that was corrected makes another presumption', () => {
    const wrong = post('sent', '2026-12-23');
    const presumed = post('presumed', '2026-12-29', { source: 'presumption' });
    const right = post('sent', '2026-12-28', { corrects: wrong.id });
    expect(presume([wrong, presumed, right], '2027-01-05')).toEqual({
      void: [presumed],
      arrived: { channel: 'post', day: '2026-12-31' },
    });
  });

  test('availability in the e-Box counts there alone', () => {
    expect(arrival('availability', [fate('portal', 'read', '2026-12-02'), post('delivered', '2026-12-02')])).toBeNull();
    expect(arrival('availability', [fate('ebox', 'delivered', '2026-12-03')])).toBe('2026-12-03');
  });

  test('what was wrong stays and counts no more; what takes its place does', () => {
    const wrong = registered('presented', '2026-12-03');
    const right = registered('presented', '2026-12-05', { corrects: wrong.id });
    expect(stateOn([wrong, right], 'registered')).toBe(right);
    expect(arrival('presentation', [wrong, right])).toBe('2026-12-05');
    const gone = registered('annulled', '2026-12-06', { corrects: right.id });
    expect(stateOn([wrong, right, gone], 'registered')).toBeUndefined();
    expect(standing([wrong, right, gone])).toEqual([]);
  });

  test('the post room is done with an ordinary letter once it is posted, with a registered one once its end is known', () => {
    expect(paperWorkOf(['portal'], [])).toBeNull();
    expect(paperWorkOf(['post'], [])).toBe('toPost');
    expect(paperWorkOf(['post'], [post('sent', '2026-12-01')])).toBeNull();
    const sent = registered('handedOver', '2026-12-01');
    expect(paperWorkOf(['registered'], [sent])).toBe('underway');
    expect(paperWorkOf(['registered'], [sent, registered('unclaimed', '2026-12-20')])).toBeNull();
  });

  test('the order in which carriers tell changes nothing', () => {
    fc.assert(
      fc.property(fc.array(someFate, { maxLength: 8 }), fc.nat(), (fates, turn) => {
        const other = fates.map((_, index) => fates[(index + turn) % fates.length] as Fate);
        for (const rule of ['presentation', 'delivery', 'presumedDelivery', 'availability'] as const)
          expect(arrival(rule, other)).toBe(arrival(rule, fates));
        const [one, two] = [stateOn(fates, 'registered'), stateOn(other, 'registered')];
        expect([two?.kind, two?.day]).toEqual([one?.kind, one?.day]);
        expect(presume(other, '2027-02-01').arrived?.day).toBe(presume(fates, '2027-02-01').arrived?.day);
      }),
    );
  });

  test('an arrival is presumed of what was posted alone, never before the third working day is over', () => {
    fc.assert(
      fc.property(fc.array(someFate, { maxLength: 6 }), someDay, (fates, today) => {
        const { arrived } = presume(fates, today);
        if (arrived === null) return;
        const days = fates.filter(({ kind }) => kind === 'sent').map(({ day }) => presumedArrival(legalCalendar, day));
        expect(days).toContain(arrived.day);
        expect(today > arrived.day).toBe(true);
      }),
    );
  });
});

describe('the term of a letter', () => {
  const halt = { requestId: 'notice', reason: 'not arrived' };
  const rule = fc.record({
    kind: fc.constantFrom<TermRule['kind']>('calendarDays', 'workingDays', 'months'),
    length: fc.integer({ min: 1, max: 60 }),
    startsAfter: fc.constant<TermRule['startsAfter']>('presumedDelivery'),
    warnAfter: fc.constantFrom(null, 80),
  });
  const settle = (term: ReturnType<typeof startTerm>, actOn: string | null, today = '2026-12-20') =>
    settledTerm(term, { calendar: legalCalendar, actOn, today, halt });

  test('moves as if the day had been known from the start, whatever was believed between', () => {
    fc.assert(
      fc.property(rule, fc.array(fc.option(someDay, { nil: null }), { maxLength: 5 }), someDay, (of, believed, day) => {
        let term = startTerm(legalCalendar, of, '2026-12-01');
        for (const actOn of believed) term = settle(term, actOn);
        expect(settle(term, day)).toEqual(startTerm(legalCalendar, of, day));
      }),
    );
  });

  test('keeps a suspension of its case, from the day on which it began', () => {
    fc.assert(
      fc.property(rule, fc.integer({ min: 0, max: 5 }), fc.integer({ min: 1, max: 30 }), (of, before, long) => {
        const from = '2026-12-10';
        const to = addDays(from, long);
        const halted = (actOn: string) =>
          resumeTerm(
            legalCalendar,
            suspendTerm(legalCalendar, startTerm(legalCalendar, of, actOn), { day: from, reason: 'x' }),
            to,
          );
        const actOn = addDays(from, -before);
        expect(settle(halted('2026-12-04'), actOn)).toEqual(halted(actOn));
      }),
    );
  });

  test('a suspension before its letter arrived was none', () => {
    const of: TermRule = { kind: 'calendarDays', length: 30, startsAfter: 'presentation', warnAfter: null };
    const started = startTerm(legalCalendar, of, '2026-12-01');
    const halted = resumeTerm(
      legalCalendar,
      suspendTerm(legalCalendar, started, { day: '2026-12-03', reason: 'x' }),
      '2026-12-08',
    );
    expect(settle(halted, '2026-12-09')).toEqual(startTerm(legalCalendar, of, '2026-12-09'));
    // Counted from the 5th, it stood still until the 8th.
    expect(settle(halted, '2026-12-05').dueOn).toBe('2027-01-07');
  });

  test('stands still while no arrival is known, and has its whole length then', () => {
    const of: TermRule = { kind: 'calendarDays', length: 30, startsAfter: 'presumedDelivery', warnAfter: null };
    const term = settle(startTerm(legalCalendar, of, '2026-12-01'), null);
    expect(term).toMatchObject({ state: 'interrupted', daysLeft: 30 });
    expect(settle(term, null)).toBe(term);
    expect(settle({ ...term, state: 'expired' }, '2026-12-24')).toMatchObject({ state: 'expired' });
  });
});
