import { Checkbox, NumberField, PageHeading, Tabs, TextField } from '@irisflow/ui';
import { useState } from 'react';
import { LocalizedField } from '../app/LocalizedField.tsx';
import { JsonEditor } from '../json/JsonEditor.tsx';
import { useFindings } from '../json/JsonFileEditor.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { useDraftFile } from '../workspace/draft-context.ts';
import { useDraftJson } from '../workspace/draft-json.ts';
import type { EditorProps } from '../workspace/editor-props.ts';
import { FileFailure } from '../workspace/FileFailure.tsx';
import type { ProcedureSettings } from './procedure-file.ts';
import { SettingsLists } from './SettingsLists.tsx';

export interface SettingsPartProps {
  settings: ProcedureSettings;
  change: (part: Partial<ProcedureSettings>) => void;
}

const audiences = ['citizen', 'company'] as const;

const Facts = ({ settings, change }: SettingsPartProps) => {
  const t = useTexts();
  const contact = settings.contact ?? { name: '', email: '', phone: '' };
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
      <fieldset className="inline-set">
        <legend>{t('settings.audience')}</legend>
        {audiences.map((audience) => (
          <Checkbox
            key={audience}
            id={`audience-${audience}`}
            label={t(`audience.${audience}`)}
            optional
            value={(settings.audience ?? []).includes(audience)}
            onChange={(isChosen) =>
              change({
                audience: audiences.filter((other) =>
                  other === audience ? isChosen : (settings.audience ?? []).includes(other),
                ),
              })
            }
          />
        ))}
      </fieldset>
      <div className="form-row">
        <NumberField
          id="settings-minutes"
          inputMode="numeric"
          label={t('settings.minutes')}
          value={settings.minutes}
          onChange={(minutes) => change({ minutes: typeof minutes === 'number' ? Math.round(minutes) : 0 })}
        />
        <NumberField
          id="settings-days"
          inputMode="numeric"
          optional
          label={t('settings.decisionDays')}
          value={settings.decisionDays ?? undefined}
          onChange={(days) => change({ decisionDays: typeof days === 'number' ? Math.round(days) : null })}
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
      <h3>{t('settings.contact')}</h3>
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
    </div>
  );
};

/** The sheet of the procedure: what the catalog, the portal and the desk say about it. */
export const SettingsEditor = ({ path, focus }: EditorProps) => {
  const t = useTexts();
  const { reading, change } = useDraftJson<ProcedureSettings>(path);
  const { content, change: changeText } = useDraftFile(path);
  const findings = useFindings(path);
  const [tab, setTab] = useState(focus === null ? 'facts' : 'source');
  const source = (
    <JsonEditor label={t('json.source', { path })} value={content ?? ''} findings={findings} onChange={changeText} />
  );
  if (!reading.ok)
    return (
      <div className="editor-page editor-page--tall">
        <FileFailure path={path} failure={reading.failure} />
        {source}
      </div>
    );
  const settings = reading.value;
  const part = { settings, change: (next: Partial<ProcedureSettings>) => change({ ...settings, ...next }) };
  return (
    <div className="editor-page">
      <PageHeading title={t('rail.settingsFile')} />
      <Tabs
        label={t('rail.settingsFile')}
        selected={tab}
        onSelect={setTab}
        tabs={[
          { id: 'facts', label: t('settings.facts'), content: <Facts {...part} /> },
          { id: 'lists', label: t('settings.lists'), content: <SettingsLists {...part} /> },
          { id: 'source', label: t('settings.source'), content: source },
        ]}
      />
    </div>
  );
};
