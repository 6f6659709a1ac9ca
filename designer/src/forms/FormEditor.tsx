import { parseForm, type FormDefinition } from '@irisflow/forms';
import { Notice, PageHeading, Tabs } from '@irisflow/ui';
import { useDeferredValue, useEffect, useEffectEvent, useMemo, useState } from 'react';
import { I18nProvider as DragWords } from 'react-aria-components';
import { useVersionFiles, useVersions } from '../api/procedures.ts';
import { ToolButton } from '../app/ToolButton.tsx';
import { JsonEditor, type JsonFinding } from '../json/JsonEditor.tsx';
import { useFindings } from '../json/JsonFileEditor.tsx';
import { settingsPath, type ProcedureSettings } from '../settings/procedure-file.ts';
import { useTexts } from '../texts/use-texts.ts';
import { useDraftFile } from '../workspace/draft-context.ts';
import { useDraftJson } from '../workspace/draft-json.ts';
import type { EditorProps } from '../workspace/editor-props.ts';
import { shortName } from '../workspace/file-kinds.ts';
import { patchJson } from '../workspace/patch-json.ts';
import { ElementActionsProvider } from './actions.tsx';
import { FormEditingProvider, type FormEditing } from './editing.ts';
import { FormBuilder } from './FormBuilder.tsx';
import { FormPreview } from './FormPreview.tsx';
import { useFormHistory, type FormHistory } from './use-form-history.ts';
import './forms.css';

type FormReading = { form: FormDefinition | null; findings: readonly JsonFinding[] };

/** Reads the text as the platform will and finds its shape problems while one types. */
const useFormReading = (content: string): FormReading =>
  useMemo(() => {
    const parsed = parseForm(content);
    if (parsed.ok) return { form: parsed.form, findings: [] };
    const findings = parsed.problems.map(({ pointer, expected, found }): JsonFinding => ({
      severity: 'error',
      message: `${pointer}: ${expected} ≠ ${found}`,
      pointer,
      line: null,
    }));
    return { form: null, findings };
  }, [content]);

/** The form as the newest published version has it; null while there is none. */
const usePublishedForm = (procedureKey: string, path: string): FormDefinition | null => {
  const versions = useVersions(procedureKey).data;
  const newest = versions?.reduce((latest, { version }) => Math.max(latest, version), 0) ?? 0;
  const files = useVersionFiles(procedureKey, newest === 0 ? null : newest).data;
  return useMemo(() => {
    const content = files?.find((file) => file.path === path)?.content;
    const parsed = content === undefined ? undefined : parseForm(content);
    return parsed?.ok === true ? parsed.form : null;
  }, [files, path]);
};

const useSettings = (): Partial<ProcedureSettings> => {
  const { reading } = useDraftJson<ProcedureSettings>(settingsPath);
  return reading.ok ? reading.value : {};
};

const HistoryTools = ({ history }: { history: FormHistory }) => {
  const t = useTexts();
  return (
    <span className="toolbar">
      <ToolButton
        icon="undo"
        shortcut="Control+Z"
        label={t('process.undo')}
        isDisabled={!history.canUndo}
        onClick={history.undo}
      />
      <ToolButton
        icon="redo"
        shortcut="Control+Y"
        label={t('process.redo')}
        isDisabled={!history.canRedo}
        onClick={history.redo}
      />
    </span>
  );
};

/** What a field does by itself: a text that one types in undoes its own letters. */
const isTyping = (target: EventTarget): boolean =>
  target instanceof HTMLElement && target.closest('.cm-editor, input[type="search"]') !== null;

/** Undo and redo by keys, wherever in the editor one is. */
const useHistoryKeys = ({ undo, redo }: FormHistory): void => {
  const press = useEffectEvent((event: KeyboardEvent): void => {
    const key = event.key.toLowerCase();
    const isAsked = (event.ctrlKey || event.metaKey) && (key === 'z' || key === 'y') && event.target !== null;
    if (!isAsked || isTyping(event.target)) return;
    event.preventDefault();
    if (key === 'y' || event.shiftKey) redo();
    else undo();
  });
  useEffect(() => {
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
};

const useEditing = (
  { procedureKey, path }: EditorProps,
  form: FormDefinition | null,
  push: (form: FormDefinition, merge?: string) => void,
): FormEditing | null => {
  const [selectedId, select] = useState<string | null>(null);
  const published = usePublishedForm(procedureKey, path);
  const { tasks = {}, sources = [] } = useSettings();
  if (form === null) return null;
  const isTaskForm = Object.values(tasks).some((task) => task.form === form.key);
  return { form, edit: push, selectedId, select, published, isTaskForm, sources };
};

/** A form: built on its canvas, translated, checked, tried, or written as source. */
export const FormEditor = (props: EditorProps) => {
  const { path, focus } = props;
  const t = useTexts();
  const { content, change } = useDraftFile(path);
  const text = content ?? '';
  const reading = useFormReading(text);
  const shownForm = useDeferredValue(reading.form);
  const history = useFormHistory(text, change);
  const serverFindings = useFindings(path);
  const [tab, setTab] = useState(focus === null ? 'build' : 'source');
  const editing = useEditing(props, reading.form, (form, merge) => history.push(patchJson(text, form), merge));
  useHistoryKeys(history);
  const findings = reading.form === null ? reading.findings : serverFindings;
  const unreadable = <Notice tone="danger" title={t('form.unreadable')} />;
  const tabs = [
    {
      id: 'build',
      label: t('forms.tab.build'),
      content:
        editing === null ? (
          unreadable
        ) : (
          <FormEditingProvider value={editing}>
            <ElementActionsProvider>
              <FormBuilder />
            </ElementActionsProvider>
          </FormEditingProvider>
        ),
    },
    {
      id: 'preview',
      label: t('form.preview'),
      content: shownForm === null ? unreadable : <FormPreview form={shownForm} />,
    },
    {
      id: 'source',
      label: t('settings.source'),
      content: <JsonEditor label={t('json.source', { path })} value={text} findings={findings} onChange={change} />,
    },
  ];
  return (
    <DragWords locale={`${t.locale}-BE`}>
      <div className="form-editor">
        <PageHeading title={shortName(path)} eyebrow={t('rail.forms')} actions={<HistoryTools history={history} />} />
        <Tabs label={shortName(path)} selected={tab} onSelect={setTab} tabs={tabs} />
      </div>
    </DragWords>
  );
};
