import type { IncidentView, InstanceView } from '@irisflow/client';
import { Button, NumberField, useFormatters } from '@irisflow/ui';
import { useMemo, useState, type ReactNode } from 'react';
import { useInstanceChanges, type Justification } from '../api/instances.ts';
import { useTexts } from '../texts/use-texts.ts';
import { elementNames } from './element-names.ts';
import { MoveStep } from './MoveStep.tsx';
import { ReasonDialog } from './ReasonDialog.tsx';

interface RetryProps {
  incident: IncidentView;
  elementName: string;
  processInstanceKey: string;
}

const Retry = ({ incident, elementName, processInstanceKey }: RetryProps) => {
  const t = useTexts();
  const { resolve } = useInstanceChanges(processInstanceKey);
  const [retries, setRetries] = useState<number | string | undefined>(1);
  const [isAsking, setAsking] = useState(false);
  const isRetriesWrong = incident.jobKey !== null && !(typeof retries === 'number' && retries >= 1 && retries <= 100);
  const { incidentKey } = incident;
  const count = incident.jobKey !== null && typeof retries === 'number' ? Math.round(retries) : undefined;
  const change = {
    ...resolve,
    mutate: (justification: Justification, options: { onSuccess: () => void }) =>
      resolve.mutate({ incidentKey, ...justification, ...(count !== undefined && { retries: count }) }, options),
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
        <Button busy={resolve.isPending} onClick={() => !isRetriesWrong && setAsking(true)}>
          {t('incident.retry')}
        </Button>
      </div>
      {isAsking && (
        <ReasonDialog
          title={t('incident.retryTitle', { element: elementName })}
          text={t('incident.retryText', { count: count ?? 1 })}
          action={t('incident.retry')}
          keep={t('dialog.cancel')}
          tone="primary"
          change={change}
          done={t('incident.retried', { element: elementName })}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
};

interface IncidentProps {
  incident: IncidentView;
  elementName: string;
  /** Whether the message may be without its values. */
  isMasked: boolean;
  /** The way on. */
  children: ReactNode;
}

const Incident = ({ incident, elementName, isMasked, children }: IncidentProps) => {
  const t = useTexts();
  const { dateTime } = useFormatters();
  return (
    <li className="incident">
      <p className="incident__title">
        {elementName} <span className="incident__type">{incident.errorType}</span>
      </p>
      <p>{incident.text[t.locale]}</p>
      <p className="incident__message" lang="en">
        {incident.message}
      </p>
      {isMasked && <p className="incident__at">{t('mask.message')}</p>}
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
  const { processInstanceKey, state, incidentList, moves } = instance;
  const movesOf = ({ elementInstanceKey: key }: IncidentView) =>
    moves.filter(({ elementInstanceKey }) => elementInstanceKey === key);
  if (incidentList.length === 0) return null;
  const isResting = state === 'suspended';
  return (
    <section className="incidents" aria-label={t('list.column.incidents')}>
      <h2>{t.plural('list.incidents', incidentList.length)}</h2>
      {!isResting && <p>{t('incident.help')}</p>}
      <ul>
        {incidentList.map((incident) => (
          <Incident
            key={incident.incidentKey}
            incident={incident}
            elementName={nameOf(incident)}
            isMasked={instance.unmaskedUntil === null && incident.message.includes('•••')}
          >
            {!isResting && (
              <Retry incident={incident} elementName={nameOf(incident)} processInstanceKey={processInstanceKey} />
            )}
            {movesOf(incident).map((move) => (
              <MoveStep key={move.elementInstanceKey} instance={instance} move={move} />
            ))}
          </Incident>
        ))}
      </ul>
    </section>
  );
};
