import type { TestCase, TestModule } from 'vitest/node';
import type { Claim, Difference, Finding, ScenarioMeta } from '../kit/claim.ts';

/** What a test said in its meta data, and whether it passed. */
export type Found<Finding> = Finding & { readonly isPassed: boolean };

/** All that the tests of a run found out. */
export interface Findings {
  readonly scenarios: readonly Found<ScenarioMeta>[];
  readonly claims: readonly Found<Claim>[];
  readonly differences: readonly Found<Difference>[];
}

/** Every test of a run, in the order of the names of their files, whichever ended first. */
export const testsOf = (modules: readonly TestModule[]): TestCase[] =>
  modules
    .toSorted((one, other) => (one.moduleId < other.moduleId ? -1 : 1))
    .flatMap(({ children }) => [...children.allTests()]);

/** What a test left with its task. */
export const findingOf = (test: TestCase): Finding => test.meta() as Finding;

/** Collects what the tests of a run left with their tasks. */
export const readFindings = (modules: readonly TestModule[]): Findings => {
  const tests = testsOf(modules);
  const found = <Kind>(pick: (finding: Finding) => Kind | undefined) =>
    tests.flatMap((test) => {
      const finding = pick(findingOf(test));
      return finding === undefined ? [] : [{ ...finding, isPassed: test.result().state === 'passed' }];
    });
  return {
    scenarios: found(({ scenario }) => scenario),
    claims: found(({ claim }) => claim),
    differences: found(({ difference }) => difference),
  };
};
