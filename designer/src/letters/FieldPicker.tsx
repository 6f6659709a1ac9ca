import { useTexts } from '../texts/use-texts.ts';

export interface FieldPickerProps {
  fields: readonly string[];
  onPick: (piece: string) => void;
}

/** Dates and amounts are written in the letter's language, so their fields carry a format. */
const formatOf = (field: string): string => {
  if (/(On|From|To|today)$/.test(field)) return '|date';
  if (/iban/i.test(field)) return '|iban';
  return /amount/i.test(field) ? '|money' : '';
};

/** Inserts a field of the case into the text. */
export const FieldPicker = ({ fields, onPick }: FieldPickerProps) => {
  const t = useTexts();
  return (
    <select
      className="letter-block__add"
      aria-label={t('letter.field')}
      value=""
      onChange={(event) => {
        const field = event.currentTarget.value;
        if (field !== '') onPick(`{{${field}${formatOf(field)}}}`);
      }}
    >
      <option value="">{t('letter.field')}</option>
      {fields.map((field) => (
        <option key={field}>{field}</option>
      ))}
    </select>
  );
};
