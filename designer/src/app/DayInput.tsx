import { useFormatters } from '@irisflow/ui';
import { useState } from 'react';
import { parseDay } from './parse-day.ts';

export interface DayInputProps {
  label: string;
  /** `YYYY-MM-DD`, or null for no day. */
  value: string | null;
  /** `required`: an empty field is wrong. */
  presence: 'required' | 'optional';
  onChange: (day: string | null) => void;
}

/** A day as Belgians write it, 31/12/2026. The browser's own date field follows the browser's language, not ours. */
export const DayInput = ({ label, value, presence, onChange }: DayInputProps) => {
  const { date } = useFormatters();
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? (value === null || value === '' ? '' : date(value));
  const isEmpty = text.trim() === '';
  const isWrong = isEmpty ? presence === 'required' : parseDay(text) === null;
  return (
    <input
      className="iris-input day-input"
      inputMode="numeric"
      placeholder="31/12/2026"
      aria-label={label}
      aria-invalid={isWrong || undefined}
      value={text}
      onChange={(event) => {
        const next = event.currentTarget.value;
        setTyped(next);
        const day = parseDay(next);
        if (day !== null) onChange(day);
        else if (next.trim() === '' && presence === 'optional') onChange(null);
      }}
      onBlur={() => {
        if (!isWrong) setTyped(null);
      }}
    />
  );
};
