import type { LocalizedText } from '@irisflow/client';
import { numberReadings } from '@irisflow/texts';
import { formattersFor, locales } from '@irisflow/ui';
import { useId, useState, type ReactNode } from 'react';
import { LocalizedField } from '../../app/LocalizedField.tsx';
import { PlainField } from '../../app/PlainField.tsx';
import { useTexts } from '../../texts/use-texts.ts';
import type { Texts } from '../edit/texts.ts';

export interface SectionProps {
  readonly title: string;
  readonly isOpen?: boolean;
  readonly children: ReactNode;
}

/** A part of the panel that opens and closes; what is closed is not drawn. */
export const Section = ({ title, isOpen = false, children }: SectionProps) => {
  const [opened, setOpened] = useState(isOpen);
  const [seen, setSeen] = useState(isOpen);
  if (seen !== isOpen) {
    // Another element has something to say here.
    setSeen(isOpen);
    if (isOpen) setOpened(true);
  }
  return (
    <details className="panel-section" open={opened} onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary className="panel-section__title">{title}</summary>
      {opened && <div className="panel-section__body">{children}</div>}
    </details>
  );
};

export interface PickProps<T extends string> {
  readonly label: string;
  readonly hint?: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly text: string }[];
  readonly onChange: (value: T) => void;
}

/** One of a few values. */
export const Pick = <T extends string>({ label, hint, value, options, onChange }: PickProps<T>) => (
  <PlainField label={label} {...(hint !== undefined && { hint })}>
    <select
      className="iris-input"
      value={value}
      onChange={(event) => {
        const chosen = options.find((option) => option.value === event.currentTarget.value);
        if (chosen !== undefined) onChange(chosen.value);
      }}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.text}
        </option>
      ))}
    </select>
  </PlainField>
);

export interface TickProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
  readonly isDisabled?: boolean;
}

export const Tick = ({ label, hint, value, onChange, isDisabled = false }: TickProps) => {
  const id = useId();
  return (
    <div className="panel-tick">
      <label>
        <input
          type="checkbox"
          checked={value}
          disabled={isDisabled}
          aria-describedby={hint === undefined ? undefined : id}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        <span>{label}</span>
      </label>
      {hint !== undefined && (
        <p id={id} className="plain-field__hint">
          {hint}
        </p>
      )}
    </div>
  );
};

export interface WholeProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: number | undefined;
  /** `whole`: no decimals. */
  readonly kind?: 'whole' | 'decimal';
  readonly least?: number;
  readonly onChange: (value: number | undefined) => void;
}

/** The number that a text means; undefined where it means none or two. */
const numberIn = (text: string, { kind = 'whole', least = -Infinity }: Partial<WholeProps>): number | undefined => {
  const readings = numberReadings(text).filter(
    (reading) => reading >= least && (kind === 'decimal' || Number.isInteger(reading)),
  );
  return readings.length === 1 ? readings[0] : undefined;
};

/** A number that may be left out. What is none stays in the field, marked, and changes nothing. */
export const NumberInput = ({ label, hint, value, kind = 'whole', least, onChange }: WholeProps) => {
  const t = useTexts();
  const [typed, setTyped] = useState<string | null>(null);
  const written = value === undefined ? '' : formattersFor(t.locale).number(value);
  const rules = { kind, ...(least !== undefined && { least }) };
  const isWrong = typed !== null && typed.trim() !== '' && numberIn(typed, rules) === undefined;
  const change = (text: string): void => {
    setTyped(text);
    const meant = numberIn(text, rules);
    if (text.trim() === '' || meant !== undefined) onChange(text.trim() === '' ? undefined : meant);
  };
  const told = isWrong ? t('forms.number.wrong') : hint;
  return (
    <PlainField label={label} {...(told !== undefined && { hint: told })}>
      <input
        className="iris-input"
        inputMode={kind === 'whole' ? 'numeric' : 'decimal'}
        value={typed ?? written}
        aria-invalid={isWrong}
        onChange={(event) => change(event.currentTarget.value)}
        onBlur={() => setTyped(null)}
      />
    </PlainField>
  );
};

export interface LineProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly isWrong?: boolean;
  readonly onChange: (value: string) => void;
}

/** One line of text. */
export const Line = ({ label, hint, value, isWrong = false, onChange }: LineProps) => (
  <PlainField label={label} {...(hint !== undefined && { hint })}>
    <input
      className="iris-input"
      spellCheck={false}
      value={value}
      aria-invalid={isWrong}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  </PlainField>
);

export interface WordsProps {
  readonly label: string;
  readonly hint?: string;
  readonly texts: Texts;
  readonly shape?: 'line' | 'area';
  readonly labeling?: 'shown' | 'list';
  readonly onChange: (texts: Texts) => void;
}

/** A text in the languages of the screens; what another language of the form says stays. */
export const Words = ({ texts, onChange, ...field }: WordsProps) => (
  <LocalizedField
    {...field}
    value={Object.fromEntries(locales.map((locale) => [locale, texts[locale] ?? ''])) as LocalizedText}
    onChange={(next) =>
      onChange(
        Object.fromEntries(
          locales.filter((locale) => next[locale] !== (texts[locale] ?? '')).map((locale) => [locale, next[locale]]),
        ),
      )
    }
  />
);
