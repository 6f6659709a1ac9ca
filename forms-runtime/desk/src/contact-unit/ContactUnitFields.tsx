import { localeNames, locales, TextArea, TextField } from '@irisflow/ui';
import type { ContactUnitDraft, Wrong } from './contact-unit-draft.ts';
import { type ContactUnitKey, contactUnitTexts, useContactUnitText } from './contact-unit-texts.ts';

export interface FieldsProps {
  readonly draft: ContactUnitDraft;
  readonly onChange: (draft: ContactUnitDraft) => void;
  readonly wrong: ReadonlyMap<string, Wrong>;
}

const isKey = (key: string): key is ContactUnitKey => Object.hasOwn(contactUnitTexts.fr, key);

/** Says what is wrong with a field. */
const useFieldError = (wrong: FieldsProps['wrong']) => {
  const t = useContactUnitText();
  return (id: string): { readonly error?: string } => {
    const one = wrong.get(id);
    if (one === undefined) return {};
    const key = `wrong.${one.keyword}`;
    return { error: isKey(key) ? t(key, { found: one.found ?? '' }) : t('wrong.other') };
  };
};

interface TextsProps extends FieldsProps {
  readonly field: 'name' | 'address' | 'hours';
}

/** One text in every language of letters. */
const Texts = ({ field, draft, onChange, wrong }: TextsProps) => {
  const t = useContactUnitText();
  const errorAt = useFieldError(wrong);
  return locales.map((locale) => {
    const about = {
      id: `${field}-${locale}`,
      label: t('in', { what: t(field), language: localeNames[locale] }),
      value: draft[field][locale],
      onChange: (text: string) => onChange({ ...draft, [field]: { ...draft[field], [locale]: text } }),
      ...errorAt(`${field}-${locale}`),
    };
    return field === 'address' ? (
      <TextArea key={locale} {...about} rows={3} />
    ) : (
      <TextField key={locale} {...about} maxLength={field === 'name' ? 100 : 120} />
    );
  });
};

/** Who is named, where they are, and when. */
export const ContactUnitFields = (fields: FieldsProps) => {
  const t = useContactUnitText();
  const { draft, onChange, wrong } = fields;
  const errorAt = useFieldError(wrong);
  return (
    <>
      <Texts {...fields} field="name" />
      <TextField
        id="person"
        label={t('person')}
        hint={t('person.hint')}
        optional
        maxLength={100}
        value={draft.person}
        onChange={(person) => onChange({ ...draft, person })}
        {...errorAt('person')}
      />
      <Texts {...fields} field="address" />
      <TextField
        id="phone"
        type="tel"
        label={t('phone')}
        maxLength={40}
        value={draft.phone}
        onChange={(phone) => onChange({ ...draft, phone })}
        {...errorAt('phone')}
      />
      <TextField
        id="email"
        type="email"
        label={t('email')}
        maxLength={254}
        value={draft.email}
        onChange={(email) => onChange({ ...draft, email })}
        {...errorAt('email')}
      />
      <Texts {...fields} field="hours" />
    </>
  );
};
