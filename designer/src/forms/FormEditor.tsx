import { lintForm, parseForm, type FormDefinition } from '@irisflow/forms';
import { Notice, PageHeading, Tabs } from '@irisflow/ui';
import { useDeferredValue, useMemo, useState } from 'react';
import { ToolButton } from '../app/ToolButton.tsx';
import { JsonEditor, type JsonFinding } from '../json/JsonEditor.tsx';
import { useFindings } from '../json/JsonFileEditor.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { useDraftFile } from '../workspace/draft-context.ts';
import { writeJson } from '../workspace/draft-json.ts';
import type { EditorProps } from '../workspace/editor-props.ts';
import { shortName } from '../workspace/file-kinds.ts';
import { FormPreview } from './FormPreview.tsx';
import { StructureEditor } from './structure/StructureEditor.tsx';
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

const Completeness = ({ form }: { form: FormDefinition }) => {
  const t = useTexts();
  const missing = lintForm(form).filter((finding) => finding.code === 'FORM_TEXT_MISSING').length;
  if (missing === 0) return null;
  return <Notice tone="warning" title={t.plural('form.missingTexts', missing)} />;
};

interface StructureTabProps {
  form: FormDefinition | null;
  onChange: (form: FormDefinition) => void;
}

const StructureTab = ({ form, onChange }: StructureTabProps) => {
  const t = useTexts();
  if (form === null) return <Notice tone="danger" title={t('form.unreadable')} />;
  return (
    <>
      <Completeness form={form} />
      <StructureEditor form={form} onChange={onChange} />
    </>
  );
};

const Preview = ({ form }: { form: FormDefinition | null }) => {
  const t = useTexts();
  if (form !== null) return <FormPreview form={form} />;
  return (
    <section className="form-preview" aria-label={t('form.preview')}>
      <Notice tone="warning" title={t('form.noPreview')} />
    </section>
  );
};

const HistoryTools = ({ history }: { history: FormHistory }) => {
  const t = useTexts();
  return (
    <span className="toolbar">
      <ToolButton icon="undo" label={t('process.undo')} isDisabled={!history.canUndo} onClick={history.undo} />
      <ToolButton icon="redo" label={t('process.redo')} isDisabled={!history.canRedo} onClick={history.redo} />
    </span>
  );
};

/** A form: structure or source on the left, the form itself on the right. */
export const FormEditor = ({ path, focus }: EditorProps) => {
  const t = useTexts();
  const { content, change } = useDraftFile(path);
  const text = content ?? '';
  const reading = useFormReading(text);
  const shownForm = useDeferredValue(reading.form);
  const history = useFormHistory(text, change);
  const serverFindings = useFindings(path);
  const [tab, setTab] = useState(focus === null ? 'structure' : 'source');
  const findings = reading.form === null ? reading.findings : serverFindings;
  const tabs = [
    {
      id: 'structure',
      label: t('form.structure'),
      content: <StructureTab form={reading.form} onChange={(form) => history.push(writeJson(form))} />,
    },
    {
      id: 'source',
      label: t('settings.source'),
      content: <JsonEditor label={t('json.source', { path })} value={text} findings={findings} onChange={change} />,
    },
  ];
  return (
    <div className="split">
      <div className="split__edit editor-page">
        <PageHeading title={shortName(path)} eyebrow={t('rail.forms')} actions={<HistoryTools history={history} />} />
        <Tabs label={shortName(path)} selected={tab} onSelect={setTab} tabs={tabs} />
      </div>
      <Preview form={shownForm} />
    </div>
  );
};
