import type { CaseStatus, TermView } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { useFormatters } from '@irisflow/ui';
import { usePortalText } from '../texts/portal-texts.ts';
import { hasEnded } from './sort-cases.ts';

/** The key under which procedures keep the term that ends with a decision. */
const DECISION = 'decision';

export interface DueText {
  readonly title: string;
  readonly text?: string;
  readonly tone: 'normal' | 'waiting' | 'late';
}

type Say = ReturnType<typeof usePortalText>;

const leftOf = (t: Say, { remainingDays, kind }: TermView): string => {
  if (remainingDays === 0) return t('case.due.today');
  return t.plural(kind === 'workingDays' ? 'case.due.left.working' : 'case.due.left', remainingDays);
};

/** What the law says of silence; nothing when it says nothing. */
const effectOf = (t: Say, { effect }: TermView): readonly string[] =>
  effect === 'tacitGrant' || effect === 'tacitRefusal' ? [t(`case.due.${effect}`)] : [];

/** A legal term in words, or nothing when no term is open. */
export const useDueText = (term: TermView | null, status: CaseStatus): DueText | undefined => {
  const t = usePortalText();
  const read = useLocalized();
  const { longDate } = useFormatters();
  if (term === null || term.state === 'met' || term.state === 'replaced' || hasEnded(status)) return undefined;
  const date = longDate(term.dueOn);
  if (term.state === 'suspended' || term.state === 'interrupted')
    return { title: t(`case.due.${term.state}`), text: t(`case.due.${term.state}.text`), tone: 'waiting' };
  const isDecision = term.key === DECISION;
  const label = read(term.label);
  if (term.state === 'expired')
    return isDecision
      ? { title: t('case.due.expired', { date }), text: t('case.due.expired.text'), tone: 'late' }
      : { title: t('case.due.other', { label, date }), tone: 'late' };
  return {
    title: isDecision ? t('case.due', { date }) : t('case.due.other', { label, date }),
    text: [leftOf(t, term), ...effectOf(t, term)].join(' '),
    tone: 'normal',
  };
};
