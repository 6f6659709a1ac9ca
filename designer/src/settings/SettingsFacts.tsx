import { Checkbox, NumberField, TextField } from '@irisflow/ui';
import { LocalizedField } from '../app/LocalizedField.tsx';
import { NumberSetting } from '../app/NumberSetting.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { FilingSettings } from './FilingSettings.tsx';
import { LegalBasisSettings } from './LegalBasisSettings.tsx';
import type { SettingsPartProps } from './procedure-file.ts';

const audiences = ['citizen', 'company'] as const;

const wholeNumber = (value: number | string | undefined): number | null =>
  typeof value === 'number' ? Math.round(value) : null;

const Audience = ({ settings, change }: SettingsPartProps) => {
  const t = useTexts();
  const chosen = settings.audience ?? [];
  return (
    <fieldset className="inline-set">
      <legend>{t('settings.audience')}</legend>
      {audiences.map((audience) => (
        <Checkbox
          key={audience}
          id={`audience-${audience}`}
          label={t(`audience.${audience}`)}
          optional
          value={chosen.includes(audience)}
          onChange={(isChosen) =>
            change({ audience: audiences.filter((each) => (each === audience ? isChosen : chosen.includes(each))) })
          }
        />
      ))}
      {chosen.length === 0 && (
        <p className="iris-muted" aria-live="polite">
          {t('settings.audienceNobody')}
        </p>
      )}
    </fieldset>
  );
};

const Numbers = ({ settings, change }: SettingsPartProps) => {
  const t = useTexts();
  return (
    <div className="form-row">
      <NumberSetting
        id="settings-minutes"
        label={t('settings.minutes')}
        value={settings.minutes}
        onChange={(minutes) => change({ minutes })}
      />
      <NumberField
        id="settings-days"
        inputMode="numeric"
        optional
        label={t('settings.decisionDays')}
        value={settings.decisionDays ?? undefined}
        onChange={(days) => change({ decisionDays: wholeNumber(days) })}
      />
      <TextField
        id="settings-reference"
        code
        size="10"
        label={t('settings.reference')}
        hint={t('settings.referenceHint')}
        value={settings.reference ?? ''}
        onChange={(reference) => change({ reference })}
      />
    </div>
  );
};

const Contact = ({ settings, change }: SettingsPartProps) => {
  const t = useTexts();
  const contact = settings.contact ?? { name: '', email: '', phone: '' };
  return (
    <div className="form-row">
      <TextField
        id="contact-name"
        label={t('settings.contactName')}
        value={contact.name}
        onChange={(name) => change({ contact: { ...contact, name } })}
      />
      <TextField
        id="contact-email"
        type="email"
        label={t('settings.contactEmail')}
        value={contact.email}
        onChange={(email) => change({ contact: { ...contact, email } })}
      />
      <TextField
        id="contact-phone"
        type="tel"
        label={t('settings.contactPhone')}
        value={contact.phone}
        onChange={(phone) => change({ contact: { ...contact, phone } })}
      />
    </div>
  );
};

/** What the catalog says about the procedure. */
export const SettingsFacts = (props: SettingsPartProps) => {
  const t = useTexts();
  const { settings, change } = props;
  return (
    <div className="iris-stack">
      <LocalizedField label={t('settings.title')} value={settings.title} onChange={(title) => change({ title })} />
      <LocalizedField
        label={t('settings.summary')}
        hint={t('settings.summaryHint')}
        shape="area"
        value={settings.summary}
        onChange={(summary) => change({ summary })}
      />
      <Audience {...props} />
      <Numbers {...props} />
      <FilingSettings {...props} />
      <LegalBasisSettings {...props} />
      <h2>{t('settings.contact')}</h2>
      <Contact {...props} />
    </div>
  );
};
