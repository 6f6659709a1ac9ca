import { toJson } from '@irisflow/feel';
import type { FeelContext } from '@irisflow/feel';

import { deepFreeze } from '../deep-freeze.ts';
import type { DecisionRequirements } from '../requirements.ts';
import type { DecisionResult } from './decision-result.ts';
import { FailedDecision, runDecision, runService } from './decision-run.ts';
import type { DecisionRun } from './decision-run.ts';

/** Ten times what one expression may spend: a decision has many. */
const DEFAULT_FUEL = 10_000_000;

const start = (requirements: DecisionRequirements, context: FeelContext): DecisionRun => ({
  requirements,
  evaluation: {
    now: context.now,
    timeZone: context.timeZone ?? 'UTC',
    random: context.random ?? null,
    fuel: context.fuel ?? DEFAULT_FUEL,
    warnings: [],
  },
  variable: context.variable,
  results: new Map(),
  functions: new Map(),
  imported: new Map(),
  trace: [],
});

const settleRun = (run: DecisionRun, evaluate: () => unknown, { onSpent }: FeelContext): DecisionResult => {
  const { fuel } = run.evaluation;
  try {
    const value = evaluate();
    return Object.freeze({ ok: true, output: deepFreeze(toJson(value)), value, trace: deepFreeze(run.trace) });
  } catch (error) {
    if (!(error instanceof FailedDecision)) throw error;
    return deepFreeze({
      ok: false,
      failedDecisionId: error.decision.id,
      message: error.message,
      trace: run.trace,
    });
  } finally {
    onSpent?.(fuel - run.evaluation.fuel);
  }
};

/**
 * Evaluates a decision after everything it requires, each once, or a decision service for its inputs. Answers the
 * result as JSON with the story of every decision, or which decision failed and why; never throws for what a model can
 * do wrong.
 */
export const evaluateDecision = (
  requirements: DecisionRequirements,
  decisionId: string,
  context: FeelContext,
): DecisionResult => {
  const run = start(requirements, context);
  const service = requirements.services.find(({ id }) => id === decisionId);
  if (service !== undefined) return settleRun(run, () => runService(run, service), context);
  if (requirements.decisions.some(({ id }) => id === decisionId)) {
    return settleRun(run, () => runDecision(run, decisionId), context);
  }
  const message = `Expected a decision "${decisionId}" in "${requirements.name}", but there is none.`;
  return { ok: false, failedDecisionId: decisionId, message, trace: [] };
};
