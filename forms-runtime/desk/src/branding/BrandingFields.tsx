import { useLocalized } from '@irisflow/frame';
import { localeNames, locales, TextArea, TextField } from '@irisflow/ui';
import { Section } from '../app/Section.tsx';
import { AccentField } from './AccentField.tsx';
import type { TextField as TextName } from './branding-draft.ts';
import { useBrandingText } from './branding-texts.ts';
import { type BrandingFieldsProps, useFieldError } from './branding-field.ts';
import { LogoField } from './LogoField.tsx';

interface TextsProps extends BrandingFieldsProps {
  readonly field: TextName;
  readonly lines?: number;
}

const Texts = ({ field, lines, draft, onChange, wrong }: TextsProps) => {
  const t = useBrandingText();
  const errorAt = useFieldError(wrong);
  return locales.map((locale) => {
    const about = {
      id: `${field}-${locale}`,
      label: t('in', { what: t(field), language: localeNames[locale] }),
      value: draft[field][locale],
      onChange: (text: string) => onChange({ ...draft, [field]: { ...draft[field], [locale]: text } }),
      ...errorAt(`${field}-${locale}`),
    };
    return lines === undefined ? (
      <TextField key={locale} {...about} maxLength={70} />
    ) : (
      <TextArea key={locale} {...about} rows={lines} />
    );
  });
};

/** All that an administration may give itself. Its name is not among it: nobody gives themselves the name of others. */
export const BrandingFields = (fields: BrandingFieldsProps) => {
  const t = useBrandingText();
  const read = useLocalized();
  const { branding, draft, onChange, wrong } = fields;
  const errorAt = useFieldError(wrong);
  return (
    <>
      <Section id="look-title" title={t('look')}>
        <p className="iris-prose">
          <strong className="desk-branding__name">{read(branding.administration.name)}</strong>
          <br />
          <span className="iris-muted">{t('name.hint')}</span>
        </p>
        <LogoField {...fields} />
        <AccentField {...fields} />
      </Section>
      <Section id="mails-title" title={t('mails')}>
        <p className="iris-muted iris-prose">{t('mails.hint')}</p>
        <Texts {...fields} field="senderName" />
        <TextField
          id="replyTo"
          type="email"
          label={t('replyTo')}
          hint={t('replyTo.hint')}
          value={draft.replyTo}
          maxLength={254}
          onChange={(replyTo) => onChange({ ...draft, replyTo })}
          {...errorAt('replyTo')}
        />
      </Section>
      <Section id="letters-title" title={t('letters')}>
        <p className="iris-muted iris-prose">{t('letters.hint')}</p>
        <Texts {...fields} field="letterAddress" lines={4} />
        <Texts {...fields} field="letterFooter" lines={2} />
      </Section>
    </>
  );
};
