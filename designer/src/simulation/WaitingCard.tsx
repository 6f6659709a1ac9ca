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
      return <>{waiting.message}</>;
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
      <p className="waiting__detail">
        <Detail waiting={waiting} />
      </p>
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
