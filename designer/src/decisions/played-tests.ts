import { parseDmn, playDecisionTest, type DecisionTest, type TestOutcome } from '@irisflow/dmn';
import { parametersAt } from '../play/sample-variables.ts';

/** A test table to be played. */
export interface TestsQuestion {
  /** The file of decisions. */
  readonly xml: string;
  /** The file of parameters; none while the procedure has no amounts. */
  readonly parameters: string | undefined;
  readonly tests: readonly DecisionTest[];
}

export interface PlayedTest {
  /** Name of the decision; its id where the file does not have it. */
  readonly decision: string;
  /** Null while the file of decisions cannot be read. */
  readonly outcome: TestOutcome | null;
}

/** Plays every line with the amounts of its day. */
export const playTests = ({ xml, parameters, tests }: TestsQuestion): PlayedTest[] => {
  const parsed = parseDmn(tests.length === 0 ? '' : xml);
  return tests.map((test) => ({
    decision:
      (parsed.ok && parsed.requirements.decisions.find(({ id }) => id === test.decision)?.name) || test.decision,
    outcome: parsed.ok ? playDecisionTest(parsed.requirements, test, parametersAt(parameters, test.on)) : null,
  }));
};
