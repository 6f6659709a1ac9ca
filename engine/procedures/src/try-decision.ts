import { exactText } from '@irisflow/feel';
import { evaluateDecision, parseDmn, type EvaluatedDecision } from '@irisflow/dmn';
import { requireDesigner } from '@irisflow/access';
import type { UseCase } from './surroundings.ts';
import type { DecisionTrial } from './views/decision-trial.ts';

export interface Trial {
  readonly xml: string;
  readonly decisionId: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What holds a number that a browser would round is told as its JSON text. */
const viewEvaluation = ({ decisionId, decisionName, inputs, matchedRules, output, outputText }: EvaluatedDecision) => ({
  decisionId,
  decisionName,
  inputs: inputs.map(({ id, name, value, text }) => ({ id, name, value: text ?? value })),
  matchedRules: matchedRules.map(({ index, ruleId, outputs }) => ({
    index,
    ruleId,
    outputs: Object.fromEntries(outputs.map(({ name, value, text }) => [name, text ?? value])),
  })),
  output: outputText ?? output,
});

/** Evaluates a decision with values at hand, with the rules that matched; nothing is stored. */
export const tryDecision: UseCase<Trial, DecisionTrial> = async ({ clock }, actor, { xml, decisionId, variables }) => {
  requireDesigner(actor);
  const parsed = parseDmn(xml);
  if (!parsed.ok) return { ok: false, output: null, failure: parsed.problems[0]?.message ?? null, decisions: [] };
  const result = evaluateDecision(parsed.requirements, decisionId, {
    variable: (name) => (Object.hasOwn(variables, name) ? variables[name] : undefined),
    now: clock.now(),
    timeZone: 'Europe/Brussels',
  });
  return {
    ok: result.ok,
    output: result.ok ? (exactText(result.value) ?? result.output) : null,
    failure: result.ok ? null : result.message,
    decisions: result.trace.map(viewEvaluation),
  };
};
