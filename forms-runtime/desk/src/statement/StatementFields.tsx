import { DateField, localeNames, locales, TextArea } from '@irisflow/ui';
import { Section } from '../app/Section.tsx';
import { MAX_TEXT, type StatementDraft, textFields, type wrongIn } from './statement-draft.ts';
import { useStatementText } from './statement-texts.ts';

export interface StatementFieldsProps {
  readonly draft: StatementDraft;
  readonly onChange: (draft: StatementDraft) => void;
  /** Once it was asked for, what is wrong. */
  readonly wrong: ReturnType<typeof wrongIn>;
}

/** What an administration says, each text in every language of the platform. */
export const StatementFields = ({ draft, onChange, wrong }: StatementFieldsProps) => {
  const t = useStatementText();
  const errorAt = (id: string) => {
    const why = wrong.get(id);
    return why === undefined ? {} : { error: t(`wrong.${why}`) };
  };
  return (
    <>
      {textFields.map((field) => (
        <Section key={field} id={`${field}-title`} title={t(field)}>
          <p className="iris-muted iris-prose">{t(`${field}.hint`)}</p>
          {locales.map((locale) => (
            <TextArea
              key={locale}
              id={`${field}-${locale}`}
              label={t('in', { what: t(field), language: localeNames[locale] })}
              value={draft[field][locale]}
              maxLength={MAX_TEXT}
              onChange={(text) => onChange({ ...draft, [field]: { ...draft[field], [locale]: text } })}
              {...errorAt(`${field}-${locale}`)}
            />
          ))}
        </Section>
      ))}
      <DateField
        id="reviewedOn"
        label={t('reviewedOn')}
        hint={t('reviewedOn.hint')}
        value={draft.reviewedOn}
        onChange={(reviewedOn) => onChange({ ...draft, reviewedOn })}
        {...errorAt('reviewedOn')}
      />
    </>
  );
};
