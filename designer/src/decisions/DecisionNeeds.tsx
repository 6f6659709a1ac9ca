import type { DecisionChange, EditableDecision } from '@irisflow/dmn';
import { useTexts } from '../texts/use-texts.ts';

export interface DecisionNeedsProps {
  readonly decision: EditableDecision;
  readonly decisions: readonly EditableDecision[];
  readonly onChange: (change: DecisionChange) => void;
}

/** Decisions that a decision needs, directly or through others. */
const neededBy = (
  id: string,
  decisions: readonly EditableDecision[],
  seen = new Set<string>(),
): ReadonlySet<string> => {
  for (const other of decisions.find((one) => one.id === id)?.requires ?? []) {
    if (seen.has(other)) continue;
    seen.add(other);
    neededBy(other, decisions, seen);
  }
  return seen;
};

/** Which other decisions of the file a decision takes its values from, and which take theirs from it. */
export const DecisionNeeds = ({ decision, decisions, onChange }: DecisionNeedsProps) => {
  const t = useTexts();
  const others = decisions.filter(({ id }) => id !== decision.id);
  if (others.length === 0) return null;
  const users = others.filter(({ requires }) => requires.includes(decision.id));
  return (
    <section aria-labelledby="decision-needs" className="decision-needs">
      <h2 id="decision-needs" className="panel-title">
        {t('decision.needs')}
      </h2>
      <fieldset className="inline-set">
        <legend>{t('decision.needsHint')}</legend>
        {others.map(({ id, name }) => (
          <label key={id}>
            <input
              type="checkbox"
              checked={decision.requires.includes(id)}
              // A decision cannot need what needs it.
              disabled={neededBy(id, decisions).has(decision.id)}
              onChange={(event) => onChange({ kind: 'require', id, isRequired: event.currentTarget.checked })}
            />
            {name}
          </label>
        ))}
      </fieldset>
      {users.length > 0 && <p>{t('decision.usedBy', { names: users.map(({ name }) => name).join(', ') })}</p>}
    </section>
  );
};
