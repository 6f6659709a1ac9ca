import { feelMessage } from '@irisflow/feel';
import type { Values } from '@irisflow/core/testing';
import { Button, useFormatters } from '@irisflow/ui';
import { useTexts } from '../texts/use-texts.ts';
import type { SimulationStep, Waiting } from './run-simulation.ts';
import { VariablesForm } from './VariablesForm.tsx';

export interface WaitingCardProps {
  waiting: Waiting;
  elementName: string;
  onStep: (step: SimulationStep) => void;
}

type OfKind<Kind extends Waiting['kind']> = Extract<Waiting, { kind: Kind }>;

/** Why it stopped, in the reader's language where FEEL knows the reason; the engine's own words are one click away. */
const IncidentReasons = ({ incident: { warnings, message } }: { incident: OfKind<'incident'> }) => {
  const t = useTexts();
  if (warnings.length === 0) return <>{message}</>;
  return (
    <>
      {warnings.map((warning) => (
        <p key={`${warning.offset} ${warning.message}`}>
          {warning.offset !== null && t('simulation.incident.at', { position: warning.offset + 1 })}{' '}
          {feelMessage(warning, t.locale)}
        </p>
      ))}
      <details>
        <summary>{t('simulation.incident.message')}</summary>
        {message}
      </details>
    </>
  );
};

const Detail = ({ waiting }: { waiting: Waiting }) => {
  const { dateTime } = useFormatters();
  switch (waiting.kind) {
    case 'job':
      return <code>{waiting.type}</code>;
    case 'message':
      return <code>{waiting.name}</code>;
    case 'timer':
      return <>{dateTime(new Date(waiting.dueAt))}</>;
    case 'incident':
      return <IncidentReasons incident={waiting} />;
    case 'task':
      return null;
  }
};

const stepOf = (waiting: Exclude<Waiting, OfKind<'timer'>>, variables: Values): SimulationStep =>
  waiting.kind === 'message'
    ? { kind: 'message', name: waiting.name, correlationKey: waiting.correlationKey, variables }
    : { kind: waiting.kind, key: waiting.key, variables };

/** One thing the instance waits for, with the way to let it happen. */
export const WaitingCard = ({ waiting, elementName, onStep }: WaitingCardProps) => {
  const t = useTexts();
  return (
    <li className={`waiting waiting--${waiting.kind}`}>
      <p className="waiting__kind">{t(`simulation.${waiting.kind}`)}</p>
      <p className="waiting__name">{elementName}</p>
      <div className="waiting__detail">
        <Detail waiting={waiting} />
      </div>
      {waiting.kind === 'timer' ? (
        <Button size="small" onClick={() => onStep({ kind: 'timer', dueAt: waiting.dueAt })}>
          {t('simulation.timer.act')}
        </Button>
      ) : (
        <VariablesForm
          label={t('simulation.result')}
          sample={waiting.kind === 'job' && waiting.result !== null ? { [waiting.result]: {} } : {}}
          rows={3}
          action={t(`simulation.${waiting.kind}.act`)}
          onSubmit={(variables) => onStep(stepOf(waiting, variables))}
        />
      )}
    </li>
  );
};
