import type { OfficeIncidents as Found } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { AppLink, useFormatters } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';

/** The cases that stand still, the longest first, each with the step that failed. */
export const OfficeIncidents = ({ found: { total, items } }: { readonly found: Found }) => {
  const t = useDeskText();
  const read = useLocalized();
  const { dateTime, number } = useFormatters();
  if (total === 0) return <p className="iris-muted">{t('board.incidents.none')}</p>;
  return (
    <>
      <ul className="desk-overdue">
        {items.map(({ incidentKey, caseId, reference, applicant, title, step, since }) => (
          <li key={incidentKey}>
            <span className="iris-muted">{dateTime(since)}</span>
            <span>
              <AppLink href={`/cases/${caseId}`}>{read(step)}</AppLink>
              <span className="desk-task__procedure">
                {applicant} · {reference}
              </span>
            </span>
            <span className="iris-muted">{read(title)}</span>
          </li>
        ))}
      </ul>
      {items.length < total && (
        <p className="iris-muted">{t('board.incidents.more', { count: number(total - items.length) })}</p>
      )}
    </>
  );
};
