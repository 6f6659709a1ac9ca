import type { Knowledge } from '@irisflow/names';
import { useMemo } from 'react';
import { namesInWords } from '../conditions/choices-of-names.ts';
import { FeelCondition } from '../conditions/FeelCondition.tsx';
import { useSample } from '../names/use-sample.ts';
import { useTexts } from '../texts/use-texts.ts';
import { FeelField } from './FeelField.tsx';

export interface FeelSettingProps {
  label: string;
  hint?: string;
  /** FEEL as settings write it, with a leading `=`; empty where there is none. */
  value: string;
  /** What is known where it is asked. */
  knowledge: Knowledge;
  onChange: (value: string) => void;
}

const withSign = (feel: string): string => (feel.trim() === '' ? '' : `= ${feel}`);

/** What stands before the expression itself; it stays as somebody wrote it. */
const signOf = (value: string): string => /^\s*=\s*/.exec(value)?.[0] ?? '';

/** A value of a file that is FEEL with a leading `=`, which nobody has to type. */
export const FeelSetting = ({ label, hint, value, knowledge, onChange }: FeelSettingProps) => {
  const sample = useSample(knowledge);
  return (
    <FeelField
      label={label}
      {...(hint === undefined ? {} : { hint })}
      value={value.slice(signOf(value).length)}
      knowledge={knowledge}
      sample={sample}
      onChange={(feel) => onChange(withSign(feel))}
    />
  );
};

/** The same for what is true or false: in words, and as FEEL one click away. */
export const ConditionSetting = (props: FeelSettingProps) => {
  const { label, value, knowledge, onChange } = props;
  const { locale } = useTexts();
  const names = useMemo(() => namesInWords(knowledge, locale), [knowledge, locale]);
  return (
    <FeelCondition
      label={label}
      value={value.slice(signOf(value).length)}
      names={names}
      onChange={(feel) => onChange(withSign(feel))}
      feelField={<FeelSetting {...props} />}
    />
  );
};
