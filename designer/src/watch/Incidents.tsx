import { AppLink, Skeleton, useFormatters, useLocale } from '@irisflow/ui';
import { useProcedureIncidents } from '../api/watch.ts';
import { Failure } from '../app/Failure.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { workspacePaths } from '../workspace/paths.ts';
import '../instances/instances.css';

/** Where cases stand still: the step, what it means, what to do, and the way there. */
export const Incidents = ({ procedureKey }: { readonly procedureKey: string }) => {
  const t = useTexts();
  const locale = useLocale();
  const { dateTime } = useFormatters();
  const incidents = useProcedureIncidents(procedureKey);
  if (incidents.isPending) return <Skeleton lines={2} />;
  if (incidents.isError) return <Failure error={incidents.error} onRetry={() => void incidents.refetch()} />;
  const { total, items } = incidents.data;
  if (total === 0) return <p>{t('watch.noIncidents')}</p>;
  return (
    <>
      <p>{t.plural('list.incidents', total)}</p>
      <ul className="watch-incidents">
        {items.map(({ incidentKey, processInstanceKey, version, step, text, advice, since }) => (
          <li key={incidentKey} className="incident">
            <h3 className="incident__title">{step[locale]}</h3>
            <p>{text[locale]}</p>
            <p>
              <strong>{t('watch.whatToDo')}</strong> {advice[locale]}
            </p>
            <p className="incident__at">{t('watch.since', { at: dateTime(since), version })}</p>
            <p>
              <AppLink href={workspacePaths(procedureKey).instance(processInstanceKey)}>
                {t('watch.openInstance', { step: step[locale] })}
              </AppLink>
            </p>
          </li>
        ))}
      </ul>
      {items.length < total && <p>{t('watch.moreIncidents', { shown: items.length })}</p>}
    </>
  );
};
