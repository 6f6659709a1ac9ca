import type { Locale, LocalizedText } from '@irisflow/client';
import { locales } from '@irisflow/ui';
import { useTexts } from '../texts/use-texts.ts';

export interface LocalizedFieldProps {
  label: string;
  hint?: string;
  value: LocalizedText | undefined;
  onChange: (value: LocalizedText) => void;
  /** `area` for texts of more than one line. */
  shape?: 'line' | 'area';
  /** `list`: the label is for screen readers only, because a heading above says it. */
  labeling?: 'shown' | 'list';
}

const blank: LocalizedText = { fr: '', nl: '', en: '' };

interface LineProps {
  locale: Locale;
  text: string;
  /** Another language has the text, this one has not. */
  isMissing: boolean;
  shape: 'line' | 'area';
  label: string;
  onChange: (text: string) => void;
}

const Line = ({ locale, text, isMissing, shape, label, onChange }: LineProps) => {
  const attributes = { className: 'iris-input', lang: locale, value: text, 'aria-label': label };
  return (
    <div className="localized__line" data-missing={isMissing}>
      <span className="localized__code" aria-hidden="true">
        {locale}
      </span>
      {shape === 'line' ? (
        <input {...attributes} onChange={(event) => onChange(event.currentTarget.value)} />
      ) : (
        <textarea {...attributes} rows={2} onChange={(event) => onChange(event.currentTarget.value)} />
      )}
    </div>
  );
};

/** One text in every language, under one label; an empty language stands out. */
export const LocalizedField = ({
  label,
  hint,
  value,
  onChange,
  shape = 'line',
  labeling = 'shown',
}: LocalizedFieldProps) => {
  const t = useTexts();
  const text = { ...blank, ...value };
  const isWrittenSomewhere = locales.some((locale) => text[locale].trim() !== '');
  return (
    <fieldset className="localized">
      <legend className={labeling === 'list' ? 'iris-visually-hidden' : 'localized__legend'}>{label}</legend>
      {hint !== undefined && <p className="localized__hint">{hint}</p>}
      {locales.map((locale) => (
        <Line
          key={locale}
          locale={locale}
          shape={shape}
          text={text[locale]}
          isMissing={text[locale].trim() === '' && isWrittenSomewhere}
          label={`${label}, ${t(`language.${locale}`)}`}
          onChange={(next) => onChange({ ...text, [locale]: next })}
        />
      ))}
    </fieldset>
  );
};
