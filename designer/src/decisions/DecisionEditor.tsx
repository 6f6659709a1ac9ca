import type { DecisionTrial } from '@irisflow/client';
import { useLocale } from '@irisflow/ui';
import { useMemo, useState } from 'react';
import { useTexts } from '../texts/use-texts.ts';
import { useDraftFile } from '../workspace/draft-context.ts';
import type { EditorProps } from '../workspace/editor-props.ts';
import { shortName } from '../workspace/file-kinds.ts';
import { FileFailure } from '../workspace/FileFailure.tsx';
import { readDecisions } from './read-decisions.ts';
import { TrialPanel } from './TrialPanel.tsx';
import { useDmnEditor, type DmnEditor } from './use-dmn-editor.ts';
import './decisions.css';

/** Colors the rows of the rules that matched. A style rule outlives the table's own redrawing, a class would not. */
const MatchedRules = ({ trial }: { trial: DecisionTrial | null }) => {
  const ids = trial?.decisions.flatMap((decision) => decision.matchedRules.map((rule) => rule.ruleId)) ?? [];
  if (ids.length === 0) return null;
  const rows = ids.map((id) => `.decision-editor__host [data-row-id="${CSS.escape(id)}"]`).join(',');
  return <style>{`${rows} { background: var(--color-warning-soft) !important; font-weight: 700; }`}</style>;
};

const Views = ({ editor }: { editor: DmnEditor }) => {
  const t = useTexts();
  return (
    <fieldset className="decision-editor__views">
      <legend className="iris-visually-hidden">{t('decision.views')}</legend>
      {editor.views
        .filter((view) => view.type !== 'boxedExpression')
        .map((view) => (
          <button
            key={`${view.type} ${view.element.id}`}
            type="button"
            className="view-button"
            aria-pressed={view.element.id === editor.active?.element.id}
            onClick={() => editor.open(view)}
          >
            {view.type === 'drd' ? t('decision.overview') : (view.element.name ?? view.element.id)}
          </button>
        ))}
    </fieldset>
  );
};

/** The DMN editor with a trial beside it. */
export const DecisionEditor = ({ path }: EditorProps) => {
  const locale = useLocale();
  const { content, change } = useDraftFile(path);
  const xml = content ?? '';
  const { setHost, ...editor } = useDmnEditor({ xml, locale, onChange: change });
  const decisions = useMemo(() => readDecisions(xml), [xml]);
  const [trial, setTrial] = useState<DecisionTrial | null>(null);
  const activeId = editor.active?.element.id;
  const decisionId = decisions.find((decision) => decision.id === activeId)?.id ?? decisions[0]?.id;
  return (
    <div className="decision-editor">
      <h1 className="iris-visually-hidden">{shortName(path)}</h1>
      <MatchedRules trial={trial} />
      <Views editor={{ setHost, ...editor }} />
      <div className="decision-editor__host" ref={setHost} />
      {decisionId !== undefined && (
        <TrialPanel key={decisionId} xml={xml} decisions={decisions} decisionId={decisionId} onTrial={setTrial} />
      )}
      {editor.failure !== null && <FileFailure path={path} failure={editor.failure} />}
    </div>
  );
};
