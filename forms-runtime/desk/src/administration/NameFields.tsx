import type { LocalizedText } from '@irisflow/client';
import { useDeskText } from '../texts/desk-texts.ts';
import { LocalizedFields } from './LocalizedFields.tsx';

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
    <LocalizedFields
      id="name"
      label={(locale) => t(`admin.name.${locale}`)}
      missing={t('admin.name.missing')}
      text={name}
      onChange={onChange}
      asked={asked}
      maxLength={200}
    />
  );
};
