import type { Condition } from '@irisflow/forms';
import { useState } from 'react';
import { useTexts } from '../texts/use-texts.ts';
import type { NameChoice } from './choices-of-names.ts';
import { isComplete, type Group } from './condition.ts';
import { ConditionBuilder } from './ConditionBuilder.tsx';
import { conditionOfRule, ruleOfCondition } from './rule-condition.ts';

export interface RuleConditionProps {
  label: string;
  /** The condition of a rule of a form, or of a requirement; null where there is none. */
  value: Condition | null;
  /** Fields of the form, or of a row: see `fieldsInWords`. */
  names: readonly NameChoice[];
  onChange: (value: Condition | null) => void;
}

interface Worded {
  readonly rule: Condition | null;
  readonly condition: Group;
}

const wordedOf = (rule: Condition | null): Worded => ({ rule, condition: conditionOfRule(rule) });

const isSame = (left: Condition | null, right: Condition | null): boolean =>
  left === right || JSON.stringify(left) === JSON.stringify(right);

/** The condition of a form's rule in words; it is written when somebody changes a line and every line is complete. */
export const RuleCondition = ({ label, value, names, onChange }: RuleConditionProps) => {
  const t = useTexts();
  const [kept, setKept] = useState(() => wordedOf(value));
  const { condition } = isSame(kept.rule, value) ? kept : wordedOf(value);
  const isEmpty = condition.parts.length === 0;
  const change = (next: Group): void => {
    const isWhole = next.parts.length === 0 || isComplete(next);
    const rule = isWhole ? ruleOfCondition(next) : value;
    setKept({ rule, condition: next });
    if (!isSame(rule, value)) onChange(rule);
  };
  return (
    <div className="feel-condition">
      <ConditionBuilder label={label} condition={condition} names={names} target="rule" onChange={change} />
      {!isEmpty && !isComplete(condition) && (
        <output className="condition__problem">{t('condition.incomplete')}</output>
      )}
    </div>
  );
};
