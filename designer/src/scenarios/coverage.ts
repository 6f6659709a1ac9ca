import { coverProcedure, type ProcessCoverage } from '@irisflow/scenarios';
import type { ElementCount } from '@irisflow/client';
import type { ProcedureFacts } from '../play/procedure-facts.ts';
import type { ScenarioRuns } from './scenario-runs.ts';

/** What the scenarios that were played reach of the drawings of the draft; blocks are the platform’s own. */
export const coverageOf = (
  { playable }: ProcedureFacts,
  runs: ScenarioRuns,
  own: ReadonlySet<string>,
): readonly ProcessCoverage[] =>
  coverProcedure(
    playable.resources.filter(({ name }) => own.has(name)),
    [...runs.values()].flatMap((run) => ('outcome' in run ? [run.outcome.footprint] : [])),
  );

/** Elements and ways out of gateways that some scenario takes, of all of them, in whole percent. */
export const percentOf = (coverage: readonly ProcessCoverage[]): number => {
  const all = coverage.flatMap(({ elements, choices }) => [...elements, ...choices]);
  const reached = all.filter(({ scenarios }) => scenarios > 0);
  return all.length === 0 ? 0 : Math.floor((reached.length / all.length) * 100);
};

export const countsOf = ({ elements }: ProcessCoverage): ElementCount[] =>
  elements.map(({ id, scenarios }) => ({
    elementId: id,
    active: 0,
    completed: scenarios,
    canceled: 0,
    incidents: 0,
  }));

export const missedIn = ({ elements }: ProcessCoverage): readonly string[] =>
  elements.flatMap(({ id, scenarios }) => (scenarios === 0 ? [id] : []));
