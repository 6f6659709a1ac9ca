import type { ParsedFeel } from '@irisflow/feel';
import { variableNames } from '@irisflow/feel';
import type { XmlPosition } from '@irisflow/xml';

import type { DmnProblem, DmnProblemCode } from './dmn-problem.ts';
import type { Decision, DecisionLogic, DecisionRequirements, DecisionTable, Rule } from './requirements.ts';

type Positions = ReadonlyMap<string, XmlPosition>;

interface Finding {
  readonly code: DmnProblemCode;
  readonly elementId: string;
  readonly message: string;
  readonly rule?: number;
}

const toWarning = (finding: Finding, positions: Positions): DmnProblem => ({
  severity: 'warning',
  ...(positions.get(finding.elementId) ?? { line: 1, column: 1 }),
  ...finding,
});

const isCatchAll = ({ tests }: Rule): boolean => tests.every((test) => test === null);

const conditionsOf = ({ tests }: Rule): string => JSON.stringify(tests.map((test) => test?.text ?? null));

const lintUnreachable = (table: DecisionTable, elementId: string): Finding[] => {
  const catchAll = table.rules.findIndex(isCatchAll);
  if (table.hitPolicy !== 'FIRST' || catchAll < 0 || catchAll === table.rules.length - 1) return [];
  const message = `Expected every rule to be reachable, but rule ${catchAll + 1} accepts everything, so the rules after it never apply.`;
  return [{ code: 'DMN_RULE_UNREACHABLE', elementId, message, rule: catchAll + 2 }];
};

/** Only overlaps that need no solver: equal conditions, and a rule that accepts everything beside others. */
const lintOverlaps = (table: DecisionTable, elementId: string): Finding[] => {
  if (table.hitPolicy !== 'UNIQUE') return [];
  const seen = new Map<string, number>();
  return table.rules.flatMap((rule, position) => {
    const twin = seen.get(conditionsOf(rule));
    seen.set(conditionsOf(rule), position);
    const isOverlapping = twin !== undefined || (isCatchAll(rule) && table.rules.length > 1);
    if (!isOverlapping) return [];
    const other = twin === undefined ? 'every other rule' : `rule ${twin + 1}`;
    const message = `Expected at most one rule to match (UNIQUE), but rule ${position + 1} overlaps with ${other}.`;
    return [{ code: 'DMN_RULES_OVERLAP' as const, elementId, message, rule: position + 1 }];
  });
};

const lintTable = (table: DecisionTable, elementId: string): Finding[] => {
  const empty: Finding[] =
    table.rules.length === 0
      ? [{ code: 'DMN_TABLE_EMPTY', elementId, message: 'Expected the table to have rules, but it has none.' }]
      : [];
  const blank = table.inputs
    .filter(({ feel }) => feel === null)
    .map(({ id, name }): Finding => {
      const message = `Expected the column "${name}" to have an expression, but it is empty, so its value is null.`;
      return { code: 'DMN_INPUT_EMPTY', elementId: id, message };
    });
  return [...empty, ...blank, ...lintUnreachable(table, elementId), ...lintOverlaps(table, elementId)];
};

interface Use {
  readonly feel: ParsedFeel | null;
  readonly rule?: number;
}

const usesOfTable = ({ inputs, outputs, rules }: DecisionTable): Use[] => [
  ...inputs.map(({ feel }) => ({ feel })),
  ...outputs.map(({ defaultValue }) => ({ feel: defaultValue })),
  ...rules.flatMap(({ tests, outputs: values }, position) =>
    [...tests, ...values].map((feel) => ({ feel, rule: position + 1 })),
  ),
];

/** Expressions outside boxes that bind names of their own; inside those only the author can tell. */
const usesOf = (logic: DecisionLogic): Use[] => {
  switch (logic.kind) {
    case 'literal-expression':
      return [{ feel: logic.feel }];
    case 'decision-table':
      return usesOfTable(logic);
    case 'list':
      return logic.items.flatMap(usesOf);
    case 'relation':
      return logic.rows.flatMap((row) => row.flatMap(usesOf));
    case 'invocation':
      return logic.bindings.flatMap(({ value }) => usesOf(value));
    case 'conditional':
      return [logic.condition, logic.whenTrue, logic.whenFalse].flatMap(usesOf);
    case 'iteration':
      return usesOf(logic.source);
    case 'context':
    case 'function':
      return [];
  }
};

const knownNames = (requirements: DecisionRequirements, decision: Decision): ReadonlySet<string> => {
  const required = new Set([...decision.requiredDecisions, ...decision.requiredInputs, ...decision.requiredKnowledge]);
  const { decisions, inputs, knowledge, services } = requirements;
  const all = [...decisions, ...inputs, ...knowledge, ...services];
  return new Set(all.filter(({ id }) => required.has(id)).flatMap(({ id, name, variable }) => [id, name, variable]));
};

/** A file that draws no input data takes everything from the process; then every name may be right. */
const lintVariables = (requirements: DecisionRequirements, decision: Decision): Finding[] => {
  if (decision.requiredInputs.length === 0) return [];
  const known = knownNames(requirements, decision);
  const reported = new Set<string>();
  return usesOf(decision.logic).flatMap(({ feel, rule }) => {
    const names = feel === null ? [] : variableNames(feel).filter((name) => !known.has(name) && !reported.has(name));
    return names.map((name): Finding => {
      reported.add(name);
      const message = `Expected "${name}" to be a required input, decision or function of "${decision.name}", but it is none of them.`;
      return { code: 'DMN_VARIABLE_UNKNOWN', elementId: decision.id, message, ...(rule === undefined ? {} : { rule }) };
    });
  });
};

const lintDecision = (requirements: DecisionRequirements, decision: Decision): Finding[] => [
  ...(decision.logic.kind === 'decision-table' ? lintTable(decision.logic, decision.logic.id ?? decision.id) : []),
  ...lintVariables(requirements, decision),
];

/**
 * Finds what is allowed but hardly meant: empty tables, unreachable or overlapping rules, names from nowhere.
 * `positions` are those `parseDmn` answers; without them every problem stands in the first line.
 */
export const lintDmn = (requirements: DecisionRequirements, positions: Positions = new Map()): readonly DmnProblem[] =>
  requirements.decisions
    .flatMap((decision) => lintDecision(requirements, decision))
    .map((finding) => toWarning(finding, positions));
