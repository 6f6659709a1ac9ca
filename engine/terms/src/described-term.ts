import type { TermRule } from '@irisflow/calendar';
import { legalText, type TermDescription } from '@irisflow/procedures';
import type { CaseTerm } from './storage/terms.ts';

export type TermFacts = Pick<
  CaseTerm,
  'key' | 'label' | 'legalRef' | 'binds' | 'isServiceTarget' | 'calendar' | 'effect'
> & {
  readonly rule: TermRule;
};

/** A term as its procedure describes it, with what is left out there. */
export const factsOfTerm = (described: TermDescription): TermFacts => {
  const { key, label, legalRef, kind, length, startsAfter, warnAfter, binds, calendar, onExpiry, serviceTarget } =
    described;
  return {
    key,
    label,
    legalRef: legalText(legalRef),
    rule: { kind, length, startsAfter: startsAfter ?? 'receipt', warnAfter: warnAfter ?? null },
    binds: binds ?? 'administration',
    isServiceTarget: serviceTarget ?? false,
    calendar: calendar ?? 'legal',
    effect: onExpiry ?? 'none',
  };
};
