import type { CaseSummary } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { useFormatters, VisuallyHidden } from '@irisflow/ui';
import { Link } from 'wouter';
import { useDeskText } from '../texts/desk-texts.ts';
import { RemainingDays } from '../worklist/RemainingDays.tsx';
import { CaseLanguage } from './CaseLanguage.tsx';
import { CaseStatusTag } from './CaseStatusTag.tsx';

const Term = ({ term }: Pick<CaseSummary, 'term'>) => {
  const t = useDeskText();
  if (term?.state === 'suspended' || term?.state === 'interrupted')
    return <span className="iris-muted">{t(`term.${term.state}`)}</span>;
  if (term === null || term.state === 'met') return <span className="iris-muted">{t('due.none')}</span>;
  return <RemainingDays days={term.remainingDays} dueOn={term.dueOn} kind={term.kind} />;
};

/** One case of the list. */
export const CaseRow = ({ item }: { readonly item: CaseSummary }) => {
  const t = useDeskText();
  const read = useLocalized();
  const { date } = useFormatters();
  return (
    <tr className="desk-task" data-row-id={item.id}>
      <td className="desk-task__due">
        <Term term={item.term} />
      </td>
      <th scope="row" className="desk-task__name">
        <Link href={`/cases/${item.id}`} data-row-link>
          {item.applicant}
          <VisuallyHidden>, {item.reference}</VisuallyHidden>
        </Link>
        <span className="desk-task__procedure">{read(item.title)}</span>
      </th>
      <td className="desk-task__applicant">
        <span className="desk-reference">{item.reference}</span>
        <span className="iris-muted">{t('case.submitted', { date: date(item.submittedAt) })}</span>
      </td>
      <td className="desk-task__language">
        <CaseLanguage language={item.language} />
      </td>
      <td>
        <CaseStatusTag standing={item} />
      </td>
    </tr>
  );
};
