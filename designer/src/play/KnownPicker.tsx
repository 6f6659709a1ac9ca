import { Select } from '@irisflow/ui';
import { useId, useState } from 'react';
import { useTexts } from '../texts/use-texts.ts';
import type { Known } from './known-answers.ts';

export interface KnownPickerProps<Value> {
  readonly known: readonly Known<Value>[];
  readonly onPick: (value: Value) => void;
}

/** Fills a form as a scenario of the procedure does. */
export const KnownPicker = <Value,>({ known, onPick }: KnownPickerProps<Value>) => {
  const t = useTexts();
  const id = useId();
  const [index, setIndex] = useState<string>();
  if (known.length === 0) return null;
  return (
    <Select
      id={id}
      label={t('play.asIn')}
      optional
      value={index}
      placeholder={t('play.byHand')}
      options={known.map(({ title }, place) => ({ value: String(place), label: title }))}
      onChange={(next) => {
        setIndex(next);
        const picked = known[Number(next ?? -1)];
        if (picked !== undefined) onPick(picked.value);
      }}
    />
  );
};
