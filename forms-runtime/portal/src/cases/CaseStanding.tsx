import type { CaseView } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { SummaryList, useFormatters, type LineItem } from '@irisflow/ui';
import { usePersonalText } from '../texts/personal-texts.ts';
import { hasEnded } from './sort-cases.ts';

const useItems = (view: CaseView): readonly LineItem[] => {
  const t = usePersonalText();
  const read = useLocalized();
  const { longDate } = useFormatters();
  const { steps, term, terms, awaitsApplicant, contact } = view;
  const whoHas = [contact.name, ...(contact.service === null ? [] : [read(contact.service)])].join(', ');
  const current = steps.findIndex(({ state }) => state === 'current');
  const next = current === -1 ? undefined : steps[current + 1];
  const line = (id: string, name: string, value: string | undefined): readonly LineItem[] =>
    value === undefined ? [] : [{ id, term: name, value }];
  const target = terms.find(({ isServiceTarget, state }) => isServiceTarget && state === 'running');
  const suspended =
    term === null || term.suspendedDays === 0 ? undefined : t.plural('case.standing.days', term.suspendedDays);
  return [
    ...line('with', t('case.standing.with'), awaitsApplicant ? t('case.standing.with.you') : whoHas),
    ...line('next', t('case.standing.next'), next && read(next.label)),
    ...line('target', t('case.standing.target'), target && longDate(target.dueOn)),
    ...line('suspended', t('case.standing.suspended'), suspended),
  ];
};

/** Who has the file, what comes next, what the office promised itself, and how long the term stood still; when a decision is due stands above. */
export const CaseStanding = ({ view }: { readonly view: CaseView }) => {
  const items = useItems(view);
  return hasEnded(view.status) ? null : <SummaryList items={items} />;
};
