import { maxDecisionTests, type DecisionTest, type EditableDecision, type TestOutcome } from '@irisflow/dmn';
import { todayInBrussels } from '@irisflow/renderer';
import { Button, Notice, StatusTag } from '@irisflow/ui';
import { useMemo } from 'react';
import { DayInput } from '../app/DayInput.tsx';
import { ToolButton } from '../app/ToolButton.tsx';
import { parametersPath } from '../settings/procedure-file.ts';
import { useTexts } from '../texts/use-texts.ts';
import { useDraft, useDraftFile } from '../workspace/draft-context.ts';
import { patchJson } from '../workspace/patch-json.ts';
import type { CellWorld } from './CellEditor.tsx';
import { GivenField, useAnswerInWords } from './GivenField.tsx';
import { givenTo, noTests, testsIn, testsPathOf, valueAt, withValue } from './test-file.ts';
import { usePlayedTests } from './use-played-tests.ts';

export interface TestTableProps {
  readonly path: string;
  readonly decision: EditableDecision;
  /** All of the file: what one needs is given as well. */
  readonly decisions: readonly EditableDecision[];
  readonly world: CellWorld;
  /** The rules that apply in the line that somebody is at. */
  readonly onMatched: (rules: ReadonlySet<number>) => void;
}

/** What each line comes to; null for one that was not played yet, and while the file cannot be read. */
const useOutcomes = (path: string, tests: readonly DecisionTest[]): readonly (TestOutcome | null)[] => {
  const { files } = useDraft().state;
  const parameters = files.get(parametersPath);
  const xml = files.get(path) ?? '';
  const tables = usePlayedTests(useMemo(() => [{ xml, parameters, tests }], [xml, parameters, tests]));
  return useMemo(() => {
    const [table] = tables ?? [];
    // While lines come, go and change, each keeps what was found for a line that says the same.
    const known = new Map(
      table?.question.tests.map((test, at) => [JSON.stringify(test), table.played[at]?.outcome ?? null]),
    );
    return tests.map((test) => known.get(JSON.stringify(test)) ?? null);
  }, [tables, tests]);
};

/** One line more, and nobody could read the file any longer. */
const isFull = (tests: readonly DecisionTest[]): boolean => tests.length >= maxDecisionTests;

const tones = { green: 'success', red: 'danger', open: 'neutral' } as const;

interface LineProps {
  readonly number: number;
  readonly test: DecisionTest;
  readonly outcome: TestOutcome | null;
  readonly paths: readonly string[];
  readonly decision: EditableDecision;
  readonly world: CellWorld;
  readonly onChange: (test: DecisionTest) => void;
  /** Null where the file holds no further line. */
  readonly onCopy: (() => void) | null;
  readonly onRemove: () => void;
  readonly onEnter: () => void;
}

const Expected = ({ test, outcome, decision, onChange }: LineProps) => {
  const t = useTexts();
  const inWords = useAnswerInWords(decision);
  const { expected, ...rest } = test;
  return (
    <td>
      {expected === undefined ? t('decision.test.nothing') : inWords(expected)}
      <div className="decision-tests__accept">
        {outcome !== null && outcome.failure === null && outcome.state !== 'green' && (
          <Button tone="quiet" size="small" onClick={() => onChange({ ...rest, expected: outcome.output })}>
            {t('decision.test.accept')}
          </Button>
        )}
        {expected !== undefined && outcome?.state === 'red' && (
          <Button tone="quiet" size="small" onClick={() => onChange(rest)}>
            {t('decision.test.forget')}
          </Button>
        )}
      </div>
    </td>
  );
};

const Line = (props: LineProps) => {
  const { number, test, outcome, paths, decision, world, onChange, onCopy, onRemove, onEnter } = props;
  const t = useTexts();
  const inWords = useAnswerInWords(decision);
  return (
    <tr onFocus={onEnter} onPointerEnter={onEnter}>
      <th scope="row">{number}</th>
      <td>
        <DayInput
          label={t('decision.test.onOf', { number: `${number}` })}
          presence="required"
          value={test.on}
          onChange={(on) => on !== null && onChange({ ...test, on })}
        />
      </td>
      {paths.map((path) => (
        <td key={path}>
          <GivenField
            name={world.names.find(({ name }) => name === path) ?? null}
            value={valueAt(test.given, path)}
            onChange={(value) => onChange({ ...test, given: withValue(test.given, path, value) })}
          />
        </td>
      ))}
      <Expected {...props} />
      <td>
        {outcome !== null && (
          <>
            <StatusTag tone={tones[outcome.state]}>{t(`decision.test.${outcome.state}`)}</StatusTag>
            <div>{outcome.failure ?? inWords(outcome.output)}</div>
            {outcome.rules.length > 0 && (
              <div className="decision-tests__rule">
                {t('decision.test.rules', { rules: outcome.rules.join(', ') })}
              </div>
            )}
          </>
        )}
      </td>
      <td className="decision-tests__tools">
        {onCopy !== null && (
          <ToolButton icon="plus" label={t('decision.test.copy', { number: `${number}` })} onClick={onCopy} />
        )}
        <ToolButton icon="trash" label={t('decision.test.remove', { number: `${number}` })} onClick={onRemove} />
      </td>
    </tr>
  );
};

interface LinesProps extends TestTableProps {
  readonly tests: readonly DecisionTest[];
  readonly outcomes: readonly (TestOutcome | null)[];
  readonly paths: readonly string[];
  readonly onChange: (tests: readonly DecisionTest[]) => void;
}

const Lines = ({ tests, outcomes, paths, onChange, onMatched, ...rest }: LinesProps) => {
  const t = useTexts();
  const own = [...tests.entries()].filter(([, test]) => test.decision === rest.decision.id);
  return (
    <div className="iris-table-wrap">
      <table className="decision-tests__table">
        <caption className="iris-visually-hidden">{t('decision.tests')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('decision.test.number')}</th>
            <th scope="col">{t('decision.test.on')}</th>
            {paths.map((path) => (
              <th key={path} scope="col">
                {rest.world.names.find(({ name }) => name === path)?.label ?? path}
              </th>
            ))}
            <th scope="col">{t('decision.test.then')}</th>
            <th scope="col">{t('decision.test.result')}</th>
            <th scope="col">
              <span className="iris-visually-hidden">{t('parameter.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {own.map(([at, test], index) => (
            <Line
              key={at}
              {...rest}
              number={index + 1}
              test={test}
              outcome={outcomes[at] ?? null}
              paths={paths}
              onChange={(next) => onChange(tests.toSpliced(at, 1, next))}
              onCopy={isFull(tests) ? null : () => onChange(tests.toSpliced(at + 1, 0, test))}
              onRemove={() => onChange(tests.toSpliced(at, 1))}
              onEnter={() => onMatched(new Set(outcomes[at]?.rules ?? []))}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
};

/** The test table of a decision: what is given, what must come out, what does, and by which rule. */
export const TestTable = (props: TestTableProps) => {
  const { path, decision, decisions } = props;
  const t = useTexts();
  const testsPath = testsPathOf(path);
  const { content, change } = useDraftFile(testsPath);
  const read = useMemo(() => testsIn(content), [content]);
  const tests = (read ?? noTests).tests;
  const outcomes = useOutcomes(path, tests);
  const paths = useMemo(() => givenTo(decision, decisions), [decision, decisions]);
  const write = (next: readonly DecisionTest[]): void => {
    const file = { ...noTests, tests: next };
    change(content === null ? `${JSON.stringify(file, null, 2)}\n` : patchJson(content, file));
  };
  const own = tests
    .map((test, at) => ({ test, outcome: outcomes[at] }))
    .filter(({ test }) => test.decision === decision.id);
  const count = (state: TestOutcome['state']): string =>
    `${own.filter(({ outcome }) => outcome?.state === state).length}`;
  return (
    <section className="decision-tests" aria-labelledby="decision-tests">
      <h2 id="decision-tests" className="panel-title">
        {t('decision.tests')}
      </h2>
      <p>{t('decision.testsLead')}</p>
      {read === null && <Notice tone="danger" title={t('decision.test.unreadable', { path: testsPath })} />}
      {own.length > 0 && (
        <>
          <p aria-live="polite">{t('decision.test.score', { green: count('green'), red: count('red') })}</p>
          <Lines {...props} tests={tests} outcomes={outcomes} paths={paths} onChange={write} />
        </>
      )}
      {read !== null && !isFull(tests) && (
        <Button
          tone="secondary"
          size="small"
          icon="plus"
          onClick={() =>
            write([
              ...tests,
              { decision: decision.id, on: todayInBrussels(new Date()), given: own.at(-1)?.test.given ?? {} },
            ])
          }
        >
          {t('decision.test.add')}
        </Button>
      )}
    </section>
  );
};
