import type { IncidentView, InstanceView } from '@irisflow/client';
import { Button, NumberField, useFormatters, useToast } from '@irisflow/ui';
import { useMemo, useState } from 'react';
import { useInstanceChanges } from '../api/instances.ts';
import { Failure } from '../app/Failure.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { elementNames } from './element-names.ts';

interface IncidentProps {
  incident: IncidentView;
  elementName: string;
  processInstanceKey: string;
}

const Incident = ({ incident, elementName, processInstanceKey }: IncidentProps) => {
  const t = useTexts();
  const toast = useToast();
  const { dateTime } = useFormatters();
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
    <li className="incident">
      <p className="incident__title">
        {elementName} <span className="incident__type">{incident.errorType}</span>
      </p>
      <p className="incident__message">{incident.message}</p>
      <p className="incident__at">{dateTime(incident.createdAt)}</p>
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
    </li>
  );
};

/** What stopped the instance, and the way on: correct a variable below, then try again. */
export const IncidentList = ({ instance }: { instance: InstanceView }) => {
  const t = useTexts();
  const names = useMemo(() => elementNames(instance.xml), [instance.xml]);
  if (instance.incidentList.length === 0) return null;
  return (
    <section className="incidents" aria-label={t('list.column.incidents')}>
      <h2>{t.plural('list.incidents', instance.incidentList.length)}</h2>
      <p>{t('incident.help')}</p>
      <ul>
        {instance.incidentList.map((incident) => (
          <Incident
            key={incident.incidentKey}
            incident={incident}
            elementName={names.get(incident.elementId) ?? incident.elementId}
            processInstanceKey={instance.processInstanceKey}
          />
        ))}
      </ul>
    </section>
  );
};
