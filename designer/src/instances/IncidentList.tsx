import type { IncidentView, InstanceView } from '@irisflow/client';
import { Button, NumberField, useFormatters, useToast } from '@irisflow/ui';
import { useMemo, useState, type ReactNode } from 'react';
import { useInstanceChanges } from '../api/instances.ts';
import { Failure } from '../app/Failure.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { elementNames } from './element-names.ts';

interface RetryProps {
  incident: IncidentView;
  elementName: string;
  processInstanceKey: string;
}

const Retry = ({ incident, elementName, processInstanceKey }: RetryProps) => {
  const t = useTexts();
  const toast = useToast();
  const { resolve } = useInstanceChanges(processInstanceKey);
  const [retries, setRetries] = useState<number | string | undefined>(1);
  const isRetriesWrong = incident.jobKey !== null && !(typeof retries === 'number' && retries >= 1 && retries <= 100);
  const run = (): void => {
    if (isRetriesWrong) return;
    const { incidentKey } = incident;
    resolve.mutate(
      incident.jobKey !== null && typeof retries === 'number'
        ? { incidentKey, retries: Math.round(retries) }
        : { incidentKey },
      { onSuccess: () => toast(t('incident.retried', { element: elementName })) },
    );
  };
  return (
    <>
      <div className="form-row">
        {incident.jobKey !== null && (
          <NumberField
            id={`retries-${incident.incidentKey}`}
            inputMode="numeric"
            label={t('incident.retries')}
            value={retries}
            onChange={setRetries}
            error={isRetriesWrong ? t('incident.retriesWrong') : undefined}
          />
        )}
        <Button busy={resolve.isPending} onClick={run}>
          {t('incident.retry')}
        </Button>
      </div>
      {resolve.isError && <Failure error={resolve.error} />}
    </>
  );
};

interface IncidentProps {
  incident: IncidentView;
  elementName: string;
  /** The way on. */
  children: ReactNode;
}

const Incident = ({ incident, elementName, children }: IncidentProps) => {
  const { dateTime } = useFormatters();
  return (
    <li className="incident">
      <p className="incident__title">
        {elementName} <span className="incident__type">{incident.errorType}</span>
      </p>
      <p className="incident__message">{incident.message}</p>
      <p className="incident__at">{dateTime(incident.createdAt)}</p>
      {children}
    </li>
  );
};

/** What stopped the instance, and the way on: correct a variable below, then try again. A suspended one has to go on first. */
export const IncidentList = ({ instance }: { instance: InstanceView }) => {
  const t = useTexts();
  const names = useMemo(() => elementNames(instance.xml), [instance.xml]);
  const nameOf = ({ elementId }: IncidentView): string => names.get(elementId) ?? elementId;
  const { processInstanceKey, state, incidentList } = instance;
  if (incidentList.length === 0) return null;
  const isResting = state === 'suspended';
  return (
    <section className="incidents" aria-label={t('list.column.incidents')}>
      <h2>{t.plural('list.incidents', incidentList.length)}</h2>
      {!isResting && <p>{t('incident.help')}</p>}
      <ul>
        {incidentList.map((incident) => (
          <Incident key={incident.incidentKey} incident={incident} elementName={nameOf(incident)}>
            {!isResting && (
              <Retry incident={incident} elementName={nameOf(incident)} processInstanceKey={processInstanceKey} />
            )}
          </Incident>
        ))}
      </ul>
    </section>
  );
};
