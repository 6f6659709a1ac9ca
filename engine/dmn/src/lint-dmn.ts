import type { ParsedFeel } from '@irisflow/feel';
import { variableNames } from '@irisflow/feel';
import type { XmlPosition } from '@irisflow/xml';

import { dmnProblemAt } from './dmn-problem.ts';
import type { DmnFinding, DmnProblem } from './dmn-problem.ts';
import type { Decision, DecisionLogic, DecisionRequirements, DecisionTable, Rule } from './requirements.ts';

type Positions = ReadonlyMap<string, XmlPosition>;

interface Finding extends DmnFinding {
  readonly elementId: string;
}

const isCatchAll = ({ tests }: Rule): boolean => tests.every((test) => test === null);

const conditionsOf = ({ tests }: Rule): string => JSON.stringify(tests.map((test) => test?.text ?? null));

const lintUnreachable = (table: DecisionTable, elementId: string): Finding[] => {
  const catchAll = table.rules.findIndex(isCatchAll);
  if (table.hitPolicy !== 'FIRST' || catchAll < 0 || catchAll === table.rules.length - 1) return [];
  const params = { catchAll: catchAll + 1 };
  return [{ code: 'DMN_RULE_UNREACHABLE', elementId, params, rule: catchAll + 2 }];
};

/** Only overlaps that need no solver: equal conditions, and a rule that accepts everything beside others. */
const lintOverlaps = (table: DecisionTable, elementId: string): Finding[] => {
  if (table.hitPolicy !== 'UNIQUE') return [];
  const seen = new Map<string, number>();
  return table.rules.flatMap((current, position): Finding[] => {
    const twin = seen.get(conditionsOf(current));
    seen.set(conditionsOf(current), position);
    const rule = position + 1;
    if (twin !== undefined) {
      return [{ code: 'DMN_RULES_OVERLAP', elementId, params: { rule, other: twin + 1 }, rule }];
    }
    if (!isCatchAll(current) || table.rules.length === 1) return [];
    return [{ code: 'DMN_RULE_OVERLAPS_ALL', elementId, params: { rule }, rule }];
  });
};

/** Without an order of values all rules rank the same, so that the first ones of the table come first. */
const lintPriorities = ({ hitPolicy, outputs }: DecisionTable, elementId: string): Finding[] => {
  const isOrdered = hitPolicy === 'PRIORITY' || hitPolicy === 'OUTPUT ORDER';
  const hasOrder = outputs.some(({ priorities }) => priorities.length > 0);
  return isOrdered && !hasOrder ? [{ code: 'DMN_OUTPUT_VALUES_MISSING', elementId, params: { hitPolicy } }] : [];
};

const lintTable = (table: DecisionTable, elementId: string): Finding[] => {
  const empty: Finding[] = table.rules.length === 0 ? [{ code: 'DMN_TABLE_EMPTY', elementId }] : [];
  const blank = table.inputs
    .filter(({ feel }) => feel === null)
    .map(({ id, name }): Finding => ({ code: 'DMN_INPUT_EMPTY', elementId: id, params: { name } }));
  return [
    ...empty,
    ...blank,
    ...lintPriorities(table, elementId),
    ...lintUnreachable(table, elementId),
    ...lintOverlaps(table, elementId),
  ];
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
  const { decisions, inputs, knowledge, services, imports } = requirements;
  const all = [...decisions, ...inputs, ...knowledge, ...services].filter(({ id }) => required.has(id));
  const own = all.flatMap(({ id, name, variable }) => [id, name, variable]);
  return new Set([...own, ...imports.map(({ name }) => name)]);
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
      return { code: 'DMN_VARIABLE_UNKNOWN', elementId: decision.id, params: { name, decision: decision.name }, rule };
    });
  });
};

/** What is allowed and fails when it runs. */
const lintRemarks = ({ id, logic }: Decision): Finding[] =>
  usesOf(logic).flatMap(({ feel, rule }) =>
    (feel?.remarks ?? []).map((remark): Finding => {
      const params = { expression: feel?.text.slice(0, 80) ?? '', position: remark.offset + 1 };
      return { code: 'DMN_FEEL_FAILS', elementId: id, params, rule, feel: remark };
    }),
  );

const lintDecision = (requirements: DecisionRequirements, decision: Decision): Finding[] => [
  ...(decision.logic.kind === 'decision-table' ? lintTable(decision.logic, decision.logic.id ?? decision.id) : []),
  ...lintVariables(requirements, decision),
  ...lintRemarks(decision),
];

/**
 * Finds what is allowed but hardly meant: empty tables, unreachable or overlapping rules, names from nowhere.
 * `positions` are those `parseDmn` answers; without them every problem stands in the first line.
 */
export const lintDmn = (requirements: DecisionRequirements, positions: Positions = new Map()): readonly DmnProblem[] =>
  requirements.decisions
    .flatMap((decision) => lintDecision(requirements, decision))
    .map(({ elementId, ...finding }) => dmnProblemAt(finding, elementId, positions));
