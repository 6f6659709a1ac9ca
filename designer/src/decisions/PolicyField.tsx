import type { DecisionChange, EditableTable } from '@irisflow/dmn';
import { PlainField } from '../app/PlainField.tsx';
import { useTexts } from '../texts/use-texts.ts';

type Policy = Pick<EditableTable, 'hitPolicy' | 'aggregation'>;

const policies = {
  unique: { hitPolicy: 'UNIQUE', aggregation: null },
  first: { hitPolicy: 'FIRST', aggregation: null },
  any: { hitPolicy: 'ANY', aggregation: null },
  priority: { hitPolicy: 'PRIORITY', aggregation: null },
  collect: { hitPolicy: 'COLLECT', aggregation: null },
  sum: { hitPolicy: 'COLLECT', aggregation: 'SUM' },
  count: { hitPolicy: 'COLLECT', aggregation: 'COUNT' },
  min: { hitPolicy: 'COLLECT', aggregation: 'MIN' },
  max: { hitPolicy: 'COLLECT', aggregation: 'MAX' },
  ruleOrder: { hitPolicy: 'RULE ORDER', aggregation: null },
  outputOrder: { hitPolicy: 'OUTPUT ORDER', aggregation: null },
} as const satisfies Record<string, Policy>;
type PolicyName = keyof typeof policies;
const names = Object.keys(policies) as PolicyName[];

export interface PolicyFieldProps {
  readonly table: EditableTable;
  readonly onChange: (change: DecisionChange) => void;
}

/** What becomes of several rules that apply, in plain words. */
export const PolicyField = ({ table, onChange }: PolicyFieldProps) => {
  const t = useTexts();
  const chosen =
    names.find(
      (name) => policies[name].hitPolicy === table.hitPolicy && policies[name].aggregation === table.aggregation,
    ) ?? 'unique';
  return (
    <PlainField label={t('decision.policy')} hint={t(`decision.policy.${chosen}.means`)}>
      <select
        className="iris-input"
        value={chosen}
        onChange={(event) => {
          const name = names.find((one) => one === event.currentTarget.value);
          if (name !== undefined) onChange({ kind: 'policy', ...policies[name] });
        }}
      >
        {names.map((name) => (
          <option key={name} value={name}>
            {t(`decision.policy.${name}`)}
          </option>
        ))}
      </select>
    </PlainField>
  );
};
