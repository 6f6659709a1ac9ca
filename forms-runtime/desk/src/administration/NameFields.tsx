import type { LocalizedText } from '@irisflow/client';
import { locales, TextField } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';

export const noName: LocalizedText = { fr: '', nl: '', en: '' };

/** A name without spaces around it. */
export const trimmed = ({ fr, nl, en }: LocalizedText): LocalizedText => ({
  fr: fr.trim(),
  nl: nl.trim(),
  en: en.trim(),
});

export const isComplete = (name: LocalizedText): boolean => locales.every((locale) => name[locale].trim() !== '');

export interface NameFieldsProps {
  readonly name: LocalizedText;
  readonly onChange: (name: LocalizedText) => void;
  /** Whether empty ones are marked. */
  readonly asked: boolean;
}

/** A name in every language of the platform. */
export const NameFields = ({ name, onChange, asked }: NameFieldsProps) => {
  const t = useDeskText();
  return (
    <>
      {locales.map((locale) => (
        <TextField
          key={locale}
          id={`name-${locale}`}
          label={t(`admin.name.${locale}`)}
          value={name[locale]}
          onChange={(value) => onChange({ ...name, [locale]: value })}
          {...(asked && name[locale].trim() === '' && { error: t('admin.name.missing') })}
        />
      ))}
    </>
  );
};
