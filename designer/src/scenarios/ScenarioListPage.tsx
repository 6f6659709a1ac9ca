import { AppLink, Button, EmptyState, PageHeading, ProgressBar, Select, StatusTag } from '@irisflow/ui';
import { useMemo, useState } from 'react';
import { CountedDiagram } from '../instances/CountedDiagram.tsx';
import type { Player } from '../play/player.ts';
import type { KeptScenario, ProcedureFacts } from '../play/procedure-facts.ts';
import { useElementNames, useFacts, type NameOf } from '../play/use-facts.ts';
import { useTexts } from '../texts/use-texts.ts';
import { useDraft } from '../workspace/draft-context.ts';
import { workspacePaths } from '../workspace/paths.ts';
import { countsOf, coverageOf, missedIn, percentOf } from './coverage.ts';
import { RunStory } from './RunStory.tsx';
import type { ScenarioRun } from './scenario-runs.ts';
import { useRuns, type Runs } from './use-runs.ts';
import './scenarios.css';

export const RunTag = ({ run }: { readonly run: ScenarioRun | undefined }) => {
  const t = useTexts();
  if (run === undefined) return <StatusTag>{t('scenario.notRun')}</StatusTag>;
  const tones = { waiting: 'neutral', running: 'accent', green: 'success', red: 'danger' } as const;
  return <StatusTag tone={tones[run.state]}>{t(`scenario.${run.state}`)}</StatusTag>;
};

interface RowProps {
  readonly kept: KeptScenario;
  readonly runs: Runs;
  readonly facts: ProcedureFacts;
  readonly nameOf: NameOf;
  readonly href: string;
}

const Row = ({ kept: { path, scenario }, runs, facts, nameOf, href }: RowProps) => {
  const t = useTexts();
  const run = runs.runs.get(path);
  const title = scenario?.title ?? path;
  return (
    <li className="scenario-row">
      <div className="scenario-row__head">
        {scenario === null ? <StatusTag tone="danger">{t('scenario.unreadable')}</StatusTag> : <RunTag run={run} />}
        <AppLink href={href}>{title}</AppLink>
        {scenario !== null && (
          <Button
            tone="quiet"
            size="small"
            disabled={runs.isRunning}
            aria-label={t('scenario.runOf', { title })}
            onClick={() => runs.run(path)}
          >
            {t('scenario.run')}
          </Button>
        )}
      </div>
      {run?.state === 'red' && <RunStory outcome={run.outcome} facts={facts} nameOf={nameOf} />}
    </li>
  );
};

interface CoverageProps {
  readonly facts: ProcedureFacts;
  readonly runs: Runs;
}

/** What scenarios reach, on the drawing of each process: how many pass each place, and where none comes. */
const Coverage = ({ facts, runs: { runs } }: CoverageProps) => {
  const t = useTexts();
  const { files } = useDraft().state;
  const coverage = useMemo(() => coverageOf(facts, runs, new Set(files.keys())), [facts, runs, files]);
  const [chosen, setChosen] = useState<string>();
  const shown = coverage.find(({ processId }) => processId === chosen) ?? coverage[0];
  const xml = facts.playable.resources.find(({ text }) => text.includes(`id="${shown?.processId ?? ''}"`))?.text;
  const counts = useMemo(() => (shown === undefined ? [] : countsOf(shown)), [shown]);
  const missed = useMemo(() => (shown === undefined ? [] : missedIn(shown)), [shown]);
  if (![...runs.values()].some((run) => 'outcome' in run) || shown === undefined || xml === undefined) return null;
  const ways = shown.choices.filter(({ scenarios }) => scenarios === 0).length;
  return (
    <section aria-labelledby="coverage">
      <h2 id="coverage">{t('scenario.coverage', { percent: percentOf(coverage) })}</h2>
      {coverage.length > 1 && (
        <Select
          id="coverage-process"
          label={t('scenario.drawing')}
          optional
          value={shown.processId}
          options={coverage.map(({ processId, name }) => ({ value: processId, label: name }))}
          onChange={setChosen}
        />
      )}
      <p>
        {t.plural('scenario.missed', missed.length)} {t.plural('scenario.waysMissed', ways)}
      </p>
      <CountedDiagram label={t('scenario.drawn', { name: shown.name })} xml={xml} counts={counts} missed={missed} />
    </section>
  );
};

const Summary = ({ facts, runs: { runs, isRunning } }: CoverageProps) => {
  const t = useTexts();
  const states = [...runs.values()].map(({ state }) => state);
  const done = states.filter((state) => state === 'green' || state === 'red').length;
  if (states.length === 0) return null;
  return (
    <div aria-live="polite">
      {isRunning && facts.scenarios.length > 1 && (
        <ProgressBar label={t('scenario.progress')} value={done / facts.scenarios.length} />
      )}
      <p>
        {t('scenario.score', {
          green: states.filter((state) => state === 'green').length,
          red: states.filter((state) => state === 'red').length,
          all: facts.scenarios.length,
        })}
      </p>
    </div>
  );
};

const rank = { red: 0, running: 1, waiting: 1, green: 2 } as const;

/** The scenarios of a procedure: green and red, each with its story, and what they reach. */
export const ScenarioListPage = ({ player }: { readonly player?: Player }) => {
  const t = useTexts();
  const { draft } = useDraft().state;
  const facts = useFacts();
  const nameOf = useElementNames(facts);
  const runs = useRuns(draft.key, facts, player);
  const paths = workspacePaths(draft.key);
  const rankOf = ({ path }: KeptScenario): number => rank[runs.runs.get(path)?.state ?? 'green'];
  const sorted = runs.isRunning ? facts.scenarios : facts.scenarios.toSorted((a, b) => rankOf(a) - rankOf(b));
  return (
    <div className="editor-page">
      <PageHeading
        title={t('rail.scenarios')}
        lead={t('scenario.lead')}
        actions={
          <Button
            busy={runs.isRunning}
            disabled={!runs.isReady || facts.scenarios.length === 0}
            onClick={() => runs.run()}
          >
            {t('scenario.runAll')}
          </Button>
        }
      />
      {facts.scenarios.length === 0 ? (
        <EmptyState icon="check" title={t('scenario.none')}>
          <p>{t('scenario.noneText')}</p>
          <AppLink href={paths.simulation}>{t('rail.simulation')}</AppLink>
        </EmptyState>
      ) : (
        <div className="iris-stack">
          <Summary facts={facts} runs={runs} />
          <Coverage facts={facts} runs={runs} />
          <ul className="scenario-list">
            {sorted.map((kept) => (
              <Row key={kept.path} kept={kept} runs={runs} facts={facts} nameOf={nameOf} href={paths.file(kept.path)} />
            ))}
          </ul>
        </div>
      )}
    </div>
  );
};
