import type { DecisionTrial } from '@irisflow/client';
import { useLocale } from '@irisflow/ui';
import { useEffect, useMemo, useState, type RefObject } from 'react';
import { useTexts } from '../texts/use-texts.ts';
import { useDraftFile } from '../workspace/draft-context.ts';
import type { EditorProps } from '../workspace/editor-props.ts';
import { FileFailure } from '../workspace/FileFailure.tsx';
import { readDecisions } from './read-decisions.ts';
import { TrialPanel } from './TrialPanel.tsx';
import { useDmnEditor } from './use-dmn-editor.ts';
import './decisions.css';

const matchedClass = 'is-matched';

/** Marks the rows of the rules that matched; rows carry the rule's id in their cells. */
const useMatchedRules = (
  hostRef: RefObject<HTMLDivElement | null>,
  trial: DecisionTrial | null,
  view: unknown,
): void => {
  useEffect(() => {
    const host = hostRef.current;
    if (host === null) return;
    const ids = new Set(trial?.decisions.flatMap((decision) => decision.matchedRules.map((rule) => rule.ruleId)) ?? []);
    for (const cell of host.querySelectorAll('[data-row-id]'))
      cell.classList.toggle(matchedClass, ids.has(cell.getAttribute('data-row-id') ?? ''));
  }, [hostRef, trial, view]);
};

/** The DMN editor with a trial beside it. */
export const DecisionEditor = ({ path }: EditorProps) => {
  const t = useTexts();
  const locale = useLocale();
  const { content, change } = useDraftFile(path);
  const xml = content ?? '';
  const editor = useDmnEditor({ xml, locale, onChange: change });
  const decisions = useMemo(() => readDecisions(xml), [xml]);
  const [trial, setTrial] = useState<DecisionTrial | null>(null);
  useMatchedRules(editor.hostRef, trial, editor.active);
  const activeId = editor.active?.element.id;
  const decisionId = decisions.find((decision) => decision.id === activeId)?.id ?? decisions[0]?.id;

  return (
    <div className="decision-editor">
      <div className="decision-editor__views" role="group" aria-label={t('decision.views')}>
        {editor.views
          .filter((view) => view.type !== 'boxedExpression')
          .map((view) => (
            <button
              key={`${view.type} ${view.element.id}`}
              type="button"
              className="view-button"
              aria-pressed={view.element.id === activeId}
              onClick={() => editor.open(view)}
            >
              {view.type === 'drd' ? t('decision.overview') : (view.element.name ?? view.element.id)}
            </button>
          ))}
      </div>
      <div className="decision-editor__host" ref={editor.hostRef} />
      {decisionId !== undefined && (
        <TrialPanel key={decisionId} xml={xml} decisions={decisions} decisionId={decisionId} onTrial={setTrial} />
      )}
      {editor.failure !== null && <FileFailure path={path} failure={editor.failure} />}
    </div>
  );
};
