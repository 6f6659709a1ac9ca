import { parseForm, withCodeLists, type FormDefinition } from '@irisflow/forms';
import { Notice, PageHeading, Tabs } from '@irisflow/ui';
import { useDeferredValue, useMemo, useState, type ReactNode } from 'react';
import { I18nProvider as DragWords } from 'react-aria-components';
import { HistoryTools } from '../app/HistoryTools.tsx';
import { useHistoryKeys } from '../app/use-history-keys.ts';
import { JsonEditor, type JsonFinding } from '../json/JsonEditor.tsx';
import { useFindings } from '../json/use-findings.ts';
import { useCodeLists } from '../codes/use-code-lists.ts';
import { settingsPath, type ProcedureSettings } from '../settings/procedure-file.ts';
import { useTexts } from '../texts/use-texts.ts';
import { useDraftFile, useFileHistory } from '../workspace/draft-context.ts';
import { useDraftJson } from '../workspace/use-draft-json.ts';
import type { EditorProps } from '../workspace/editor-props.ts';
import { useFileTitle } from '../workspace/use-file-titles.ts';
import { useNameChoices } from '../workspace/use-name-choices.ts';
import { usePublishedFile } from '../workspace/use-published-file.ts';
import { patchJson } from '../workspace/patch-json.ts';
import { ElementActionsProvider } from './actions.tsx';
import { ChecksTab } from './checks/ChecksTab.tsx';
import { elementOf } from './edit/quality.ts';
import { FormEditingProvider, type FormEditing } from './editing.ts';
import { FormBuilder } from './FormBuilder.tsx';
import { FormPreview } from './preview/FormPreview.tsx';
import { TranslationsTab } from './translations/TranslationsTab.tsx';
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
  const content = usePublishedFile(procedureKey, path);
  return useMemo(() => {
    const parsed = content === undefined ? null : parseForm(content);
    return parsed?.ok === true ? parsed.form : null;
  }, [content]);
};

const useSettings = (): Partial<ProcedureSettings> => {
  const { reading } = useDraftJson<ProcedureSettings>(settingsPath);
  return reading.ok ? reading.value : {};
};

/** What a field does by itself: a text that one types in undoes its own letters. */
const typing = '.cm-editor, input[type="search"]';

/** The key of the text at a place of the file; undefined where no text stands. */
const textKeyAt = (pointer: string | null | undefined): string | undefined =>
  /^\/translations\/[a-z]+\/([^/]+)$/.exec(pointer ?? '')?.[1];

/** The element that a chosen problem is about. */
const chosenBy = (form: FormDefinition, focus: EditorProps['focus']): string | null =>
  [focus?.elementId, focus?.pointer, textKeyAt(focus?.pointer)].reduce<string | null>(
    (found, subject) => found ?? (subject ? elementOf(form, subject) : null),
    null,
  );

const useEditing = (
  { procedureKey, path, focus }: EditorProps,
  form: FormDefinition | null,
  push: (form: FormDefinition, merge?: string) => void,
): FormEditing | null => {
  const [selectedId, select] = useState<string | null>(() => (form === null ? null : chosenBy(form, focus)));
  const published = usePublishedForm(procedureKey, path);
  const settings = useSettings();
  const { tasks = {}, sources = [] } = settings;
  const lists = useCodeLists();
  const codeLists = useNameChoices('codes');
  const filled = useMemo(() => form && withCodeLists(form, lists), [form, lists]);
  if (form === null || filled === null) return null;
  const taskForms = Object.values(tasks).flatMap((task) => task.form ?? []);
  const isTaskForm = taskForms.includes(form.key);
  const described = settings.application?.form === form.key ? settings : null;
  const shown = { form, filled, published, codeLists, sources, described };
  return { ...shown, edit: push, selectedId, select, isTaskForm, taskForms };
};

/** What can be done with the form, to all inside; a form that cannot be read has its source alone. */
const MaybeEditing = ({ editing, children }: { editing: FormEditing | null; children: ReactNode }) =>
  editing === null ? (
    children
  ) : (
    <FormEditingProvider value={editing}>
      <ElementActionsProvider>{children}</ElementActionsProvider>
    </FormEditingProvider>
  );

/** A form: built on its canvas, translated, checked, tried, or written as source. */
export const FormEditor = (props: EditorProps) => {
  const { path, focus } = props;
  const t = useTexts();
  const { content, change } = useDraftFile(path);
  const text = content ?? '';
  const reading = useFormReading(text);
  const history = useFileHistory(path);
  const serverFindings = useFindings(path);
  const [tab, setTab] = useState(
    focus === null || (reading.form !== null && chosenBy(reading.form, focus) !== null) ? 'build' : 'source',
  );
  const [seen, setSeen] = useState(focus);
  const editing = useEditing(props, reading.form, (form, merge) => history.push(patchJson(text, form), merge));
  const shown = useDeferredValue(editing?.filled);
  useHistoryKeys(history, { taken: typing, place: 'document' });
  if (seen !== focus) {
    // Somebody chose another problem of this file.
    setSeen(focus);
    const chosen = reading.form === null ? null : chosenBy(reading.form, focus);
    setTab(chosen === null ? 'source' : 'build');
    editing?.select(chosen);
  }
  const title = useFileTitle(path);
  const findings = reading.form === null ? reading.findings : serverFindings;
  const unreadable = <Notice tone="danger" title={t('form.unreadable')} />;
  const onGo = (elementId: string): void => {
    editing?.select(elementId);
    setTab('build');
  };
  const tabs = [
    { id: 'build', label: t('forms.tab.build'), content: <FormBuilder /> },
    { id: 'translations', label: t('forms.tab.translations'), content: <TranslationsTab onGo={onGo} /> },
    { id: 'checks', label: t('forms.tab.checks'), content: <ChecksTab onGo={onGo} /> },
    { id: 'preview', label: t('form.preview'), content: shown !== undefined && <FormPreview form={shown} /> },
  ].map((one) => ({ ...one, content: editing === null ? unreadable : one.content }));
  const source = {
    id: 'source',
    label: t('settings.source'),
    content: <JsonEditor label={t('json.source', { path })} value={text} findings={findings} onChange={change} />,
  };
  return (
    <DragWords locale={`${t.locale}-BE`}>
      <div className="form-editor">
        <PageHeading title={title} eyebrow={t('rail.forms')} actions={<HistoryTools hasKeys history={history} />} />
        <MaybeEditing editing={editing}>
          <Tabs label={title} selected={tab} onSelect={setTab} tabs={[...tabs, source]} />
        </MaybeEditing>
      </div>
    </DragWords>
  );
};
