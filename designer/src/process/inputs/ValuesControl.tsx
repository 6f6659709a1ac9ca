import type { Knowledge } from '@irisflow/names';
import { useMemo } from 'react';
import { ToolButton } from '../../app/ToolButton.tsx';
import { freeKey } from '../../app/free-key.ts';
import { namesInWords } from '../../conditions/choices-of-names.ts';
import { NamePicker } from '../../conditions/NamePicker.tsx';
import { useTexts } from '../../texts/use-texts.ts';
import type { NamedValue } from './input-source.ts';

export interface ValuesControlProps {
  readonly values: readonly NamedValue[];
  /** What is known where the step begins. */
  readonly knowledge: Knowledge;
  readonly onChange: (values: readonly NamedValue[]) => void;
}

/** A value is read by the last part of its name, unless another one is already. */
const keyOf = (name: string, values: readonly NamedValue[]): string => {
  const taken = values.map(({ key }) => key);
  const last = name.split('.').at(-1) ?? name;
  return taken.includes(last) ? freeKey(last, taken) : last;
};

/** Several values of the case, each chosen by its name in words. */
export const ValuesControl = ({ values, knowledge, onChange }: ValuesControlProps) => {
  const t = useTexts();
  const names = useMemo(() => namesInWords(knowledge, t.locale), [knowledge, t.locale]);
  const labelOf = (name: string): string => names.find((known) => known.name === name)?.label ?? name;
  return (
    <>
      {values.length > 0 && (
        <ul className="step-input__values">
          {values.map(({ key, name }) => (
            <li key={key}>
              <span>{labelOf(name)}</span>
              <ToolButton
                icon="trash"
                label={t('input.values.remove', { name: labelOf(name) })}
                onClick={() => onChange(values.filter((value) => value.key !== key))}
              />
            </li>
          ))}
        </ul>
      )}
      <NamePicker
        label={t('input.values.add')}
        name=""
        names={names.filter(({ name }) => values.every((value) => value.name !== name))}
        onChange={(name) => {
          if (name !== '') onChange([...values, { key: keyOf(name, values), name }]);
        }}
      />
    </>
  );
};
