import type { CaseView, TermView } from '@irisflow/client';
import { useFormatters } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';

type Suspension = TermView['suspensions'][number];

interface TermSuspensionsProps {
  readonly term: TermView;
  readonly requests: CaseView['informationRequests'];
}

/** When a term stood still, and why. */
export const TermSuspensions = ({ term, requests }: TermSuspensionsProps) => {
  const t = useDeskText();
  const { date } = useFormatters();
  if (term.suspensions.length === 0) return null;
  const when = ({ kind, from, to }: Suspension): string =>
    to === null
      ? t(`term.${kind}.since`, { from: date(from) })
      : t(`term.${kind}.between`, { from: date(from), to: date(to) });
  const why = ({ reason, requestId }: Suspension): string => {
    const request = requests.find(({ id }) => id === requestId);
    return request === undefined ? reason : t('term.why.request', { date: date(request.askedAt) });
  };
  return (
    <ul className="desk-suspensions">
      {term.suspensions.map((suspension) => (
        <li key={suspension.from}>
          {when(suspension)} <span className="iris-muted">{why(suspension)}</span>
        </li>
      ))}
    </ul>
  );
};
