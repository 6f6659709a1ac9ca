import { useLocalized } from '@irisflow/frame';
import { useLabelled } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';
import { PointMarks } from './PointMarks.tsx';
import { useCaseChecklists } from './use-checklist.ts';

/** What was looked at in the steps of a case, by whom and when; nothing where nothing was. */
export const CaseChecklists = ({ caseId }: { readonly caseId: string }) => {
  const t = useDeskText();
  const read = useLocalized();
  const labelled = useLabelled();
  const { data: lists = [] } = useCaseChecklists(caseId);
  if (lists.length === 0) return null;
  return (
    <details className="desk-checklists">
      <summary>{t('checklist.case')}</summary>
      {lists.map(({ taskId, taskName, points }) => (
        <section key={taskId} aria-label={labelled(t('checklist'), read(taskName))}>
          <h3>{read(taskName)}</h3>
          <ul>
            {points.map((point) => (
              <li key={point.key}>
                <strong>{read(point.label)}</strong>
                {point.marks.length === 0 ? (
                  <span className="desk-line">{t('checklist.none')}</span>
                ) : (
                  <PointMarks point={point} />
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </details>
  );
};
