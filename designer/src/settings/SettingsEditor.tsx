import { PageHeading, Tabs } from '@irisflow/ui';
import { useState } from 'react';
import { JsonEditor } from '../json/JsonEditor.tsx';
import { useFindings } from '../json/JsonFileEditor.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { useDraftFile } from '../workspace/draft-context.ts';
import { useDraftJson } from '../workspace/use-draft-json.ts';
import type { EditorProps } from '../workspace/editor-props.ts';
import { FileFailure } from '../workspace/FileFailure.tsx';
import type { ProcedureSettings, SettingsPartProps } from './procedure-file.ts';
import { SettingsFacts } from './SettingsFacts.tsx';
import { SettingsLists } from './SettingsLists.tsx';
import { SettingsPage } from './SettingsPage.tsx';

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
  const part: SettingsPartProps = { settings, change: (next) => change({ ...settings, ...next }) };
  return (
    <div className="editor-page">
      <PageHeading title={t('rail.settingsFile')} />
      <Tabs
        label={t('rail.settingsFile')}
        selected={tab}
        onSelect={setTab}
        tabs={[
          { id: 'facts', label: t('settings.facts'), content: <SettingsFacts {...part} /> },
          { id: 'lists', label: t('settings.lists'), content: <SettingsLists {...part} /> },
          { id: 'page', label: t('settings.page'), content: <SettingsPage {...part} /> },
          { id: 'source', label: t('settings.source'), content: source },
        ]}
      />
    </div>
  );
};
