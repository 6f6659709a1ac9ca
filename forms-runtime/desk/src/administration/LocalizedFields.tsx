import type { LocalizedText } from '@irisflow/client';
import { locales, TextField, type Locale } from '@irisflow/ui';

export const noText: LocalizedText = { fr: '', nl: '', en: '' };

/** A text without spaces around it. */
export const trimmed = ({ fr, nl, en }: LocalizedText): LocalizedText => ({
  fr: fr.trim(),
  nl: nl.trim(),
  en: en.trim(),
});

export const isComplete = (text: LocalizedText): boolean => locales.every((locale) => text[locale].trim() !== '');

export interface LocalizedFieldsProps {
  /** What the ids of the fields begin with. */
  readonly id: string;
  readonly label: (locale: Locale) => string;
  /** What is said at an empty one, once asked. */
  readonly missing: string;
  readonly text: LocalizedText;
  readonly onChange: (text: LocalizedText) => void;
  readonly asked: boolean;
  readonly maxLength?: number;
}

/** One text in every language of the platform. */
export const LocalizedFields = ({ id, label, missing, text, onChange, asked, maxLength }: LocalizedFieldsProps) => (
  <>
    {locales.map((locale) => (
      <TextField
        key={locale}
        id={`${id}-${locale}`}
        label={label(locale)}
        value={text[locale]}
        {...(maxLength !== undefined && { maxLength })}
        onChange={(value) => onChange({ ...text, [locale]: value })}
        {...(asked && text[locale].trim() === '' && { error: missing })}
      />
    ))}
  </>
);
