import { Notice, PageHeading, Tabs } from '@irisflow/ui';
import { useState } from 'react';
import { HistoryTools } from '../app/HistoryTools.tsx';
import { JsonEditor } from '../json/JsonEditor.tsx';
import { useFindings } from '../json/use-findings.ts';
import { useTexts } from '../texts/use-texts.ts';
import { useDraftFile } from '../workspace/draft-context.ts';
import type { EditorProps } from '../workspace/editor-props.ts';
import { FileFailure } from '../workspace/FileFailure.tsx';
import { useDraftJson } from '../workspace/use-draft-json.ts';
import { AfterwardsSettings } from './AfterwardsSettings.tsx';
import { HouseholdSettings } from './HouseholdSettings.tsx';
import type { ProcedureSettings, SettingsPartProps } from './procedure-file.ts';
import { RemedySettings } from './RemedySettings.tsx';
import { RoleSettings } from './RoleSettings.tsx';
import { SettingsFacts } from './SettingsFacts.tsx';
import { SettingsLists } from './SettingsLists.tsx';
import { SettingsPage } from './SettingsPage.tsx';
import { tabOfPointer } from './tab-of-pointer.ts';

const People = (part: SettingsPartProps) => (
  <div className="iris-stack iris-stack--loose">
    <RoleSettings {...part} />
    <HouseholdSettings {...part} />
  </div>
);

const Afterwards = (part: SettingsPartProps) => (
  <div className="iris-stack iris-stack--loose">
    <RemedySettings {...part} />
    <AfterwardsSettings {...part} />
  </div>
);

/** The sheet of the procedure: what the catalog, the portal and the desk say about it. */
export const SettingsEditor = ({ path, focus }: EditorProps) => {
  const t = useTexts();
  const { reading, change, history } = useDraftJson<ProcedureSettings>(path);
  const { content, change: changeText } = useDraftFile(path);
  const findings = useFindings(path);
  const [tab, setTab] = useState(tabOfPointer(focus?.pointer));
  const [shown, setShown] = useState(focus);
  if (focus !== shown) {
    setShown(focus);
    if (focus !== null) setTab(tabOfPointer(focus.pointer));
  }
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
      <PageHeading title={t('rail.settingsFile')} actions={<HistoryTools history={history} />} />
      {focus !== null && (
        <Notice tone={focus.severity === 'error' ? 'danger' : 'warning'} title={focus.message[t.locale]} />
      )}
      <Tabs
        label={t('rail.settingsFile')}
        selected={tab}
        onSelect={setTab}
        tabs={[
          { id: 'facts', label: t('settings.facts'), content: <SettingsFacts {...part} /> },
          { id: 'lists', label: t('settings.lists'), content: <SettingsLists {...part} /> },
          { id: 'people', label: t('settings.people'), content: <People {...part} /> },
          { id: 'after', label: t('settings.afterwards'), content: <Afterwards {...part} /> },
          { id: 'page', label: t('settings.page'), content: <SettingsPage {...part} /> },
          { id: 'source', label: t('settings.source'), content: source },
        ]}
      />
    </div>
  );
};
