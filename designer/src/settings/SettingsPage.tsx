import type { LocalizedText } from '@irisflow/client';
import { Checkbox, MoneyField, TextField } from '@irisflow/ui';
import { useState } from 'react';
import { LocalizedField } from '../app/LocalizedField.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { AssuranceSettings } from './AssuranceSettings.tsx';
import { EligibilitySettings } from './EligibilitySettings.tsx';
import type { SettingsPartProps } from './procedure-file.ts';
import { linesOf, wordsOfLines } from './search-word-lines.ts';
import { Topics } from './Topics.tsx';

const blank: LocalizedText = { fr: '', nl: '', en: '' };

const isWritten = (text: LocalizedText): boolean => Object.values(text).some((line) => line.trim() !== '');

const SearchWords = ({ settings, change }: SettingsPartProps) => {
  const t = useTexts();
  // What is typed keeps its blank lines until the words are read from it.
  const [typed, setTyped] = useState(() => linesOf(settings.searchWords));
  return (
    <LocalizedField
      label={t('settings.searchWords')}
      hint={t('settings.searchWordsHint')}
      shape="area"
      value={typed}
      onChange={(text) => {
        setTyped(text);
        change({ searchWords: wordsOfLines(text) });
      }}
    />
  );
};

const Cost = ({ settings, change }: SettingsPartProps) => {
  const t = useTexts();
  const { cost } = settings;
  return (
    <>
      <Checkbox
        id="settings-has-cost"
        label={t('settings.costShown')}
        optional
        value={cost !== undefined}
        onChange={(isShown) => change({ cost: isShown ? { amount: 0 } : undefined })}
      />
      {cost !== undefined && (
        <>
          <MoneyField
            id="settings-cost"
            label={t('settings.cost')}
            hint={t('settings.costHint')}
            optional
            value={cost.amount ?? undefined}
            onChange={(amount) => change({ cost: { ...cost, amount: typeof amount === 'number' ? amount : null } })}
          />
          <LocalizedField
            label={t('settings.costNote')}
            value={cost.note}
            onChange={(note) => {
              const { amount } = cost;
              change({ cost: isWritten(note) ? { amount, note } : { amount } });
            }}
          />
        </>
      )}
    </>
  );
};

const contactTexts = [
  ['capacity', 'settings.contactCapacity'],
  ['service', 'settings.contactService'],
  ['address', 'settings.contactAddress'],
] as const;

const ContactTexts = ({ settings, change }: SettingsPartProps) => {
  const t = useTexts();
  const contact = settings.contact ?? { name: '', email: '', phone: '' };
  return contactTexts.map(([name, label]) => (
    <LocalizedField
      key={name}
      label={t(label)}
      value={contact[name]}
      onChange={(text) => change({ contact: { ...contact, [name]: isWritten(text) ? text : undefined } })}
    />
  ));
};

const Counter = ({ settings, change }: SettingsPartProps) => {
  const t = useTexts();
  const { counter } = settings;
  return (
    <>
      <Checkbox
        id="settings-has-counter"
        label={t('settings.counterShown')}
        optional
        value={counter !== undefined}
        onChange={(isShown) => change({ counter: isShown ? { name: blank, address: blank, hours: blank } : undefined })}
      />
      {counter !== undefined && (
        <>
          <LocalizedField
            label={t('settings.counterName')}
            value={counter.name}
            onChange={(name) => change({ counter: { ...counter, name } })}
          />
          <LocalizedField
            label={t('settings.counterAddress')}
            value={counter.address}
            onChange={(address) => change({ counter: { ...counter, address } })}
          />
          <LocalizedField
            label={t('settings.counterHours')}
            shape="area"
            value={counter.hours}
            onChange={(hours) => change({ counter: { ...counter, hours } })}
          />
          <TextField
            id="counter-appointment"
            optional
            label={t('settings.counterAppointment')}
            value={counter.appointment ?? ''}
            onChange={(url) => change({ counter: { ...counter, appointment: url.trim() === '' ? undefined : url } })}
          />
        </>
      )}
    </>
  );
};

/** What the public page of the procedure says beside its facts: how it is found, what it takes, where one can ask or try. */
export const SettingsPage = (props: SettingsPartProps) => {
  const t = useTexts();
  return (
    <div className="iris-stack">
      <SearchWords {...props} />
      <Topics {...props} />
      <Cost {...props} />
      <h2>{t('settings.contact')}</h2>
      <ContactTexts {...props} />
      <h2>{t('settings.counter')}</h2>
      <Counter {...props} />
      <h2>{t('settings.eligibility')}</h2>
      <EligibilitySettings {...props} />
      <h2>{t('settings.assurance')}</h2>
      <AssuranceSettings {...props} />
    </div>
  );
};
