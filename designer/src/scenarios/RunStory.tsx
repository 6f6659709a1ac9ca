import type { ScenarioOutcome } from '@irisflow/scenarios';
import { useDifferenceText } from '../play/difference-words.ts';
import type { ProcedureFacts } from '../play/procedure-facts.ts';
import type { NameOf } from '../play/use-facts.ts';
import { useTexts } from '../texts/use-texts.ts';

export interface RunStoryProps {
  readonly outcome: ScenarioOutcome;
  readonly facts: ProcedureFacts;
  readonly nameOf: NameOf;
}

/** Where a red scenario went otherwise, in words, and the way that it took. */
export const RunStory = ({ outcome, facts, nameOf }: RunStoryProps) => {
  const t = useTexts();
  const differenceText = useDifferenceText(facts, nameOf);
  return (
    <div className="run-story">
      <ul>
        {outcome.differences.map((difference) => {
          const text = differenceText(difference);
          return <li key={text}>{text}</li>;
        })}
      </ul>
      {outcome.path.length > 0 && (
        <details>
          <summary>{t('scenario.way')}</summary>
          <ol>
            {outcome.path.map((id, index) => (
              // A way may come by one place several times.
              // oxlint-disable-next-line react/no-array-index-key
              <li key={index}>{nameOf(id)}</li>
            ))}
          </ol>
        </details>
      )}
    </div>
  );
};
