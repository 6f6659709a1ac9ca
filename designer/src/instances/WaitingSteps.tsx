import type { InstanceView } from '@irisflow/client';
import { useTexts } from '../texts/use-texts.ts';
import { MoveStep, useStepNames } from './MoveStep.tsx';

/** Where an instance waits for something that may never come: whoever may move it moves it on. */
export const WaitingSteps = ({ instance }: { readonly instance: InstanceView }) => {
  const t = useTexts();
  const nameOf = useStepNames(instance);
  const still = new Set(instance.incidentList.map(({ elementInstanceKey }) => elementInstanceKey));
  const waiting = instance.moves.filter(({ elementInstanceKey }) => !still.has(elementInstanceKey));
  if (waiting.length === 0) return null;
  return (
    <section aria-labelledby="waiting-steps">
      <h2 id="waiting-steps">{t('stepMove.waiting')}</h2>
      <ul className="waiting-steps">
        {waiting.map((move) => (
          <li key={move.elementInstanceKey} className="iris-row">
            <span>{nameOf(move.elementId, move.kind)}</span>
            <MoveStep instance={instance} move={move} />
          </li>
        ))}
      </ul>
    </section>
  );
};
