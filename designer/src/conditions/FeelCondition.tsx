import { Button } from '@irisflow/ui';
import { useState, type ReactNode } from 'react';
import { useTexts } from '../texts/use-texts.ts';
import type { NameChoice } from './choices-of-names.ts';
import { isComplete, type Group } from './condition.ts';
import { ConditionBuilder } from './ConditionBuilder.tsx';
import { conditionOfFeel, feelOfCondition, isReadable } from './feel-condition.ts';

export interface FeelConditionProps {
  label: string;
  /** FEEL without a leading `=`. */
  value: string;
  names: readonly NameChoice[];
  onChange: (value: string) => void;
  /** The field in which the condition is written as FEEL. */
  feelField: ReactNode;
}

interface Worded {
  /** What the words below were read from or written as. */
  text: string;
  /** Null where it cannot be said in words. */
  condition: Group | null;
}

const wordedOf = (text: string): Worded => ({ text, condition: conditionOfFeel(text) });

const isWhole = (condition: Group): boolean => condition.parts.length === 0 || isComplete(condition);

/**
 * A FEEL condition in words, and as FEEL one click away. What is only looked at stays as it is, byte for byte: FEEL is written
 * when somebody changes a line and every line is complete.
 */
export const FeelCondition = ({ label, value, names, onChange, feelField }: FeelConditionProps) => {
  const t = useTexts();
  const [isFeel, setFeel] = useState(false);
  const [kept, setKept] = useState(() => wordedOf(value));
  const { condition } = kept.text === value ? kept : wordedOf(value);
  const change = (next: Group): void => {
    const text = isWhole(next) ? feelOfCondition(next) : value;
    setKept({ text, condition: next });
    if (text !== value) onChange(text);
  };
  // What has no words is typed as FEEL until somebody asks for words: the field must not go away under the keys.
  if (condition === null && !isFeel) setFeel(true);
  const isInWords = !isFeel && condition !== null;
  return (
    <div className="feel-condition">
      {isInWords ? (
        <ConditionBuilder label={label} condition={condition} names={names} target="feel" onChange={change} />
      ) : (
        feelField
      )}
      {isInWords && !isWhole(condition) && <output className="condition__problem">{t('condition.incomplete')}</output>}
      {condition === null && isReadable(value) && <p className="condition__note">{t('condition.noWords')}</p>}
      {condition !== null && (
        <Button tone="secondary" size="small" onClick={() => setFeel(!isFeel)}>
          {t(isFeel ? 'condition.inWords' : 'condition.inFeel')}
        </Button>
      )}
    </div>
  );
};
