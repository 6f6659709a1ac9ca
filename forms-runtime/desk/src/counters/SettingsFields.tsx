import { useLocalized } from '@irisflow/frame';
import { Checkbox, CheckboxGroup, localeNames, locales, NumberField, TextField } from '@irisflow/ui';
import { Section } from '../app/Section.tsx';
import { LocalizedFields } from '../administration/LocalizedFields.tsx';
import { useOwnProcedures } from '../contacts/use-contacts.ts';
import { useCounterText } from './counter-texts.ts';
import { bounds, numberKeys, type SettingsDraft, weekdays, type Wrong } from './settings-draft.ts';

export interface SettingsFieldsProps {
  readonly draft: SettingsDraft;
  readonly onChange: (part: Partial<SettingsDraft>) => void;
  /** Once it was asked for, what is wrong. */
  readonly wrong: readonly Wrong[];
  readonly asked: boolean;
}

const OTHER = '';

/** A choice of something else has no key. */
const Purposes = ({ draft, onChange, wrong }: SettingsFieldsProps) => {
  const t = useCounterText();
  const read = useLocalized();
  const options = useOwnProcedures().map(({ key, title }) => ({ value: key, label: read(title) }));
  return (
    <CheckboxGroup
      id="purposes"
      label={t('purposes')}
      options={[...options, { value: OTHER, label: t('other') }]}
      value={[...draft.procedures, ...(draft.takesOther ? [OTHER] : [])]}
      onChange={(chosen) =>
        onChange({ procedures: chosen.filter((key) => key !== OTHER), takesOther: chosen.includes(OTHER) })
      }
      {...(wrong.includes('purposes') && { error: t('purposes.missing') })}
    />
  );
};

const Hours = ({ draft, onChange, wrong }: SettingsFieldsProps) => {
  const t = useCounterText();
  return (
    <Section id="hours" title={t('hours')}>
      <p className="iris-muted">
        {t('hours.hint')} {t('hours.holidays')}
      </p>
      {weekdays.map((weekday) => (
        <TextField
          key={weekday}
          id={`hours-${weekday}`}
          label={t(`weekday.${weekday}`)}
          optional
          width="half"
          value={draft.hours[weekday - 1] ?? ''}
          onChange={(text) => onChange({ hours: draft.hours.with(weekday - 1, text) })}
          {...(wrong.includes(`hours-${weekday}`) && { error: t('hours.wrong') })}
        />
      ))}
    </Section>
  );
};

const Numbers = ({ draft, onChange, wrong }: SettingsFieldsProps) => {
  const t = useCounterText();
  return numberKeys.map((key) => {
    const [from, to] = bounds[key];
    return (
      <NumberField
        key={key}
        id={key}
        label={t(key)}
        inputMode="numeric"
        width="half"
        value={draft[key]}
        onChange={(value) => onChange({ [key]: value })}
        {...(wrong.includes(key) && { error: t('number.wrong', { from: String(from), to: String(to) }) })}
      />
    );
  });
};

/** What is said of a counter. */
export const SettingsFields = (props: SettingsFieldsProps) => {
  const { draft, onChange, wrong, asked } = props;
  const t = useCounterText();
  return (
    <div className="iris-stack iris-prose">
      <LocalizedFields
        id="name"
        label={(locale) => t('name.in', { language: localeNames[locale] })}
        missing={t('missing')}
        text={draft.name}
        onChange={(name) => onChange({ name })}
        asked={asked}
        maxLength={300}
      />
      <LocalizedFields
        id="address"
        label={(locale) => t('address.in', { language: localeNames[locale] })}
        missing={t('missing')}
        text={draft.address}
        onChange={(address) => onChange({ address })}
        asked={asked}
        maxLength={300}
      />
      <Purposes {...props} />
      <Hours {...props} />
      <Numbers {...props} />
      <CheckboxGroup
        id="languages"
        label={t('languages')}
        options={locales.map((locale) => ({ value: locale, label: localeNames[locale] }))}
        value={draft.languages}
        onChange={(languages) => onChange({ languages })}
        {...(wrong.includes('languages') && { error: t('languages.missing') })}
      />
      <Checkbox
        id="isOpen"
        label={t('open')}
        optional
        value={draft.isOpen}
        onChange={(isOpen) => onChange({ isOpen })}
      />
    </div>
  );
};
