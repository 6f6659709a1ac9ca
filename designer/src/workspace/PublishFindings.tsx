import { endlessCodes } from '@irisflow/soundness';
import { AppLink, Notice, Spinner, TextArea } from '@irisflow/ui';
import { useEffect, useRef } from 'react';
import { useRedTests } from '../decisions/use-red-tests.ts';
import { useElementNames, useFacts } from '../play/use-facts.ts';
import { RunStory } from '../scenarios/RunStory.tsx';
import { useRuns } from '../scenarios/use-runs.ts';
import { useTexts } from '../texts/use-texts.ts';
import { useDraft } from './draft-context.ts';
import { workspacePaths } from './paths.ts';
import { useProblems } from './use-problems.ts';

/** Plays the scenarios of the draft once it is saved, and gathers ways that never end. */
export const useAgainst = (isSaved: boolean) => {
  const { draft } = useDraft().state;
  const facts = useFacts();
  const runs = useRuns(draft.key, facts);
  const problems = useProblems();
  const asked = useRef(false);
  const { isReady, run } = runs;
  useEffect(() => {
    if (!isSaved || !isReady || asked.current) return;
    asked.current = true;
    run();
  });
  const paths = problems.filter(({ code }) => endlessCodes.includes(code));
  const red = facts.scenarios.filter(({ path, scenario }) => scenario === null || runs.runs.get(path)?.state === 'red');
  const left = facts.scenarios.filter(({ path, scenario }) => scenario !== null && !runs.runs.has(path));
  const tests = useRedTests();
  const isPlaying = !isReady || runs.isRunning || left.length > 0;
  return { facts, runs, red, tests: tests ?? [], paths, isChecking: isPlaying || tests === null };
};

export interface PublishFindingsProps {
  readonly against: ReturnType<typeof useAgainst>;
  readonly needsReason: boolean;
  readonly reason: string;
  readonly onReason: (reason: string) => void;
}

/** Lines of test tables that do not come out as they say, each a click from its table. */
const RedTests = ({ tests }: Pick<ReturnType<typeof useAgainst>, 'tests'>) => {
  const t = useTexts();
  const { draft } = useDraft().state;
  if (tests.length === 0) return null;
  return (
    <Notice tone="danger" title={t.plural('publish.redTests', tests.length)}>
      <ul>
        {tests.map(({ file, line, decision }) => (
          <li key={`${file} ${line}`}>
            <AppLink href={workspacePaths(draft.key).file(file)}>
              {t('publish.redTest', { decision, line: `${line}` })}
            </AppLink>
          </li>
        ))}
      </ul>
    </Notice>
  );
};

/** Red scenarios, red tests and ways that never end, each with its story, and the reason that answers for publishing all the same. */
export const PublishFindings = ({ against, needsReason, reason, onReason }: PublishFindingsProps) => {
  const t = useTexts();
  const { draft } = useDraft().state;
  const { facts, runs, red, tests, paths, isChecking } = against;
  const nameOf = useElementNames(facts);
  const root = workspacePaths(draft.key);
  return (
    <>
      {isChecking && (
        <p>
          <Spinner /> {t('publish.playing')}
        </p>
      )}
      {!isChecking && red.length === 0 && facts.scenarios.length > 0 && (
        <Notice tone="success" title={t.plural('publish.allGreen', facts.scenarios.length)} />
      )}
      {red.length > 0 && (
        <Notice tone="danger" title={t.plural('publish.red', red.length)}>
          <ul>
            {red.map(({ path, scenario }) => {
              const run = runs.runs.get(path);
              return (
                <li key={path}>
                  <AppLink href={root.file(path)}>{scenario?.title ?? path}</AppLink>
                  {run !== undefined && 'outcome' in run && (
                    <RunStory outcome={run.outcome} facts={facts} nameOf={nameOf} />
                  )}
                </li>
              );
            })}
          </ul>
        </Notice>
      )}
      <RedTests tests={tests} />
      {paths.length > 0 && (
        <Notice tone="danger" title={t.plural('publish.paths', paths.length)}>
          <ul>
            {paths.map(({ file, code, elementId, message }) => (
              <li key={`${file} ${code} ${elementId}`}>
                <AppLink href={root.file(file)}>{message[t.locale]}</AppLink>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {needsReason && (
        <TextArea
          id="publish-reason"
          label={t('publish.reason')}
          hint={t('publish.reasonHint')}
          rows={3}
          maxLength={2000}
          value={reason}
          onChange={onReason}
        />
      )}
    </>
  );
};
