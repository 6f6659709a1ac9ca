import { withEnd, type Scenario, type ScenarioStep } from '@irisflow/scenarios';
import { Button, Notice, PageHeading, TextField } from '@irisflow/ui';
import { useMemo } from 'react';
import { useElementNames, useFacts, type NameOf } from '../play/use-facts.ts';
import { readScenario, type ProcedureFacts } from '../play/procedure-facts.ts';
import { GroupFields } from '../play/ValueFields.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { useDraftFile } from '../workspace/draft-context.ts';
import type { EditorProps } from '../workspace/editor-props.ts';
import { AnswersEditor } from './AnswersEditor.tsx';
import { ClaimsEditor } from './ClaimsEditor.tsx';
import { drawnParts, type DrawnParts } from './drawn-parts.ts';
import { moved, removed, replaced } from './edit-list.ts';
import { RunStory } from './RunStory.tsx';
import { RunTag } from './ScenarioListPage.tsx';
import { StepEditor } from './StepEditor.tsx';
import { useRuns } from './use-runs.ts';
import './scenarios.css';

interface PartProps {
  readonly scenario: Scenario;
  readonly facts: ProcedureFacts;
  readonly drawn: DrawnParts;
  readonly nameOf: NameOf;
  readonly onChange: (scenario: Scenario) => void;
}

const newSteps: readonly {
  readonly kind: 'complete' | 'publish' | 'broadcast' | 'wait';
  readonly step: ScenarioStep;
}[] = [
  { kind: 'complete', step: { complete: '', with: {} } },
  { kind: 'publish', step: { publish: '', with: {} } },
  { kind: 'wait', step: { wait: 'P1D' } },
  { kind: 'broadcast', step: { broadcast: '', with: {} } },
];

const Steps = ({ scenario, onChange, ...parts }: PartProps) => {
  const t = useTexts();
  const { when } = scenario;
  const change = (steps: readonly ScenarioStep[]): void => onChange({ ...scenario, when: steps });
  const offered = newSteps.filter(({ kind }) => kind !== 'broadcast' || parts.drawn.signals.length > 0);
  return (
    <section aria-labelledby="scenario-steps">
      <h2 id="scenario-steps">{t('scenario.steps')}</h2>
      <ol className="scenario-steps">
        {when.map((step, index) => (
          <StepEditor
            // Steps are known by their place alone.
            // oxlint-disable-next-line react/no-array-index-key
            key={index}
            step={step}
            number={index + 1}
            count={when.length}
            {...parts}
            onChange={(next) => change(replaced(when, index, next))}
            onMove={(by) => change(moved(when, index, by))}
            onRemove={() => change(removed(when, index))}
          />
        ))}
      </ol>
      <div className="toolbar">
        {offered.map(({ kind, step }) => (
          <Button key={kind} tone="secondary" size="small" onClick={() => change([...when, step])}>
            {t(`step.add.${kind}`)}
          </Button>
        ))}
      </div>
    </section>
  );
};

const Parts = (props: PartProps) => {
  const t = useTexts();
  const { scenario, facts, nameOf, onChange } = props;
  return (
    <>
      <TextField
        id="scenario-title"
        label={t('scenario.title')}
        maxLength={200}
        value={scenario.title}
        onChange={(title) => onChange({ ...scenario, title })}
      />
      <details className="scenario-step">
        <summary>{t('scenario.given')}</summary>
        <GroupFields value={scenario.given} onChange={(given) => onChange({ ...scenario, given })} />
      </details>
      <section aria-labelledby="scenario-answers">
        <h2 id="scenario-answers">{t('scenario.answers')}</h2>
        <AnswersEditor
          answers={scenario.answers}
          facts={facts}
          nameOf={nameOf}
          onChange={(answers) => onChange({ ...scenario, answers })}
        />
      </section>
      <Steps {...props} />
      <section aria-labelledby="scenario-claims">
        <h2 id="scenario-claims">{t('scenario.mustBeTrue')}</h2>
        <ClaimsEditor {...props} end={scenario.then} onChange={(end) => onChange(withEnd(scenario, end))} />
      </section>
    </>
  );
};

/** A scenario in words: what is given, what sources answer, what happens, and what must be true at the end. */
export const ScenarioEditor = ({ path, procedureKey }: EditorProps) => {
  const t = useTexts();
  const { content, change } = useDraftFile(path);
  const facts = useFacts();
  const nameOf = useElementNames(facts);
  const drawn = useMemo(() => drawnParts(facts), [facts]);
  const runs = useRuns(procedureKey, facts);
  const scenario = useMemo(() => readScenario(content ?? undefined), [content]);
  const run = runs.runs.get(path);
  if (scenario === null)
    return (
      <div className="editor-page">
        <Notice tone="danger" title={t('scenario.unreadable')} />
      </div>
    );
  return (
    <div className="editor-page scenario-editor">
      <PageHeading
        title={scenario.title}
        eyebrow={t('rail.scenarios')}
        actions={
          <span className="toolbar">
            <RunTag run={run} />
            <Button busy={runs.isRunning} disabled={!runs.isReady} onClick={() => runs.run(path)}>
              {t('scenario.run')}
            </Button>
          </span>
        }
      />
      {run?.state === 'red' && <RunStory outcome={run.outcome} facts={facts} nameOf={nameOf} />}
      <Parts
        scenario={scenario}
        facts={facts}
        drawn={drawn}
        nameOf={nameOf}
        onChange={(next) => change(`${JSON.stringify(next, null, 2)}\n`)}
      />
    </div>
  );
};
