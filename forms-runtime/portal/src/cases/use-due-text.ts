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

/** A legal term in words, or nothing when no term is open. */
export const useDueText = (term: TermView | null, status: CaseStatus): DueText | undefined => {
  const t = usePortalText();
  const read = useLocalized();
  const { longDate } = useFormatters();
  if (term === null || term.state === 'met' || hasEnded(status)) return undefined;
  const date = longDate(term.dueOn);
  if (term.state === 'suspended')
    return { title: t('case.due.suspended'), text: t('case.due.suspended.text'), tone: 'waiting' };
  const isDecision = term.key === DECISION;
  const label = read(term.label);
  if (term.state === 'expired')
    return isDecision
      ? { title: t('case.due.expired', { date }), text: t('case.due.expired.text'), tone: 'late' }
      : { title: t('case.due.other', { label, date }), tone: 'late' };
  return {
    title: isDecision ? t('case.due', { date }) : t('case.due.other', { label, date }),
    text: term.remainingDays === 0 ? t('case.due.today') : t.plural('case.due.left', term.remainingDays),
    tone: 'normal',
  };
};
