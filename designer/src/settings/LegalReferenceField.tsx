import type { LocalizedText } from '@irisflow/client';
import { LocalizedField } from '../app/LocalizedField.tsx';
import { useTexts } from '../texts/use-texts.ts';
import type { LegalReference } from './procedure-file.ts';

/** One text alone is the same in every language until somebody writes another. */
const inEachLanguage = (reference: LegalReference): LocalizedText =>
  typeof reference === 'string'
    ? { fr: reference, nl: reference, en: reference }
    : { fr: reference.fr ?? '', nl: reference.nl ?? '', en: reference.en ?? '' };

interface LegalReferenceFieldProps {
  readonly value: LegalReference;
  readonly onChange: (reference: LocalizedText) => void;
}

/** By which law, in every language: a letter never mixes two. */
export const LegalReferenceField = ({ value, onChange }: LegalReferenceFieldProps) => {
  const t = useTexts();
  return <LocalizedField label={t('settings.legalRef')} value={inEachLanguage(value)} onChange={onChange} />;
};
