import { NumberField } from '@irisflow/ui';
import { useState, type ComponentProps } from 'react';
import { useTexts } from '../texts/use-texts.ts';

export interface NumberSettingProps extends Omit<
  ComponentProps<typeof NumberField>,
  'value' | 'onChange' | 'optional'
> {
  readonly value: number;
  readonly onChange: (value: number) => void;
}

type Typed = number | string | undefined;

/** A number that a file always has: what is none is told, and the file keeps the one before. `numeric` takes whole numbers alone. */
export const NumberSetting = ({ value, onChange, inputMode = 'numeric', error, ...field }: NumberSettingProps) => {
  const t = useTexts();
  const [wrong, setWrong] = useState<{ readonly typed: Typed; readonly instead: number }>();
  const isWrong = wrong !== undefined && wrong.instead === value;
  const take = (typed: Typed): void => {
    const isNumber = typeof typed === 'number' && (inputMode === 'decimal' || Number.isInteger(typed));
    setWrong(isNumber ? undefined : { typed, instead: value });
    if (isNumber) onChange(typed);
  };
  return (
    <NumberField
      {...field}
      inputMode={inputMode}
      value={isWrong ? wrong.typed : value}
      onChange={take}
      error={isWrong ? t(`settings.number.${inputMode}`) : error}
    />
  );
};
