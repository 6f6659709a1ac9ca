import type { Expression, Mapping } from '@irisflow/bpmn';
import { isKind, jsonText, parseVariable, variableNames } from '@irisflow/feel';
import { contextOf, evaluateExpression, type Value } from '../expression/evaluate-expression.ts';
import { textContext } from '../expression/text-context.ts';
import { IncidentError } from '../desk/failure.ts';
import type { Run } from '../run/behavior.ts';
import type { ElementInstance } from '../state/element-instance.ts';
import { findVariable } from '../variables/read-variables.ts';
import { propagate, writeLocal } from '../variables/write-variables.ts';

/** JSON text of each target so far. */
type Targets = Map<string, string>;

/** Input mappings create variables of the element instance; later mappings see the targets of earlier ones. */
export const applyInputs = (run: Run, mappings: readonly Mapping[], instance: ElementInstance): void => {
  if (mappings.length === 0) return;
  const targets: Targets = new Map();
  for (const mapping of mappings) mapInto(targets, mapping, readMapping(run, mapping, instance, targets));
  for (const [name, text] of targets) writeLocal(run, instance, name, text);
};

/** Output mappings are evaluated inside and written from the flow scope upward; nothing else leaves. */
export const applyOutputs = (
  run: Run,
  mappings: readonly Mapping[],
  places: { from: ElementInstance; to: ElementInstance },
): void => {
  const targets: Targets = new Map();
  for (const mapping of mappings) {
    const [name = ''] = mapping.target;
    if (mapping.target.length > 1 && !targets.has(name)) {
      const existing = findVariable(run.tree, places.to.key, name);
      if (existing !== undefined) targets.set(name, existing.value);
    }
    mapInto(targets, mapping, readMapping(run, mapping, places.from, targets));
  }
  for (const [name, text] of targets) propagate(run, places.to, name, text);
};

/** JSON text of the source. What only names a variable is handed on as it is written, with all digits of its numbers. */
const readMapping = (run: Run, { source }: Mapping, scope: ElementInstance, seen: Targets): string => {
  const name = namedBy(source);
  const known = name === null ? undefined : (seen.get(name) ?? findVariable(run.tree, scope.key, name)?.value);
  if (known !== undefined) return known;
  const outer = contextOf(run, scope.key);
  const inner = textContext([...seen], outer);
  try {
    const variable = (asked: string) => (seen.has(asked) ? inner : outer).variable(asked);
    return jsonText(evaluateExpression(source, { ...outer, variable }).value);
  } catch (failure) {
    if (failure instanceof IncidentError)
      throw new IncidentError('IO_MAPPING_ERROR', failure.message, failure.warnings);
    throw failure;
  }
};

/** The variable that the expression consists of; null when it says more. */
const namedBy = (source: Expression): string | null => {
  if (source.kind === 'literal') return null;
  const [name, another] = variableNames(source.feel);
  return another === undefined && name === source.source.trim() ? name : null;
};

/** Puts the value at the dotted path of the target, inside copies of the objects on the way. */
const mapInto = (targets: Targets, { target }: Mapping, text: string): void => {
  const [name = '', ...path] = target;
  if (path.length === 0) {
    targets.set(name, text);
    return;
  }
  const existing = targets.get(name);
  const outer = existing === undefined ? undefined : parseVariable(existing);
  targets.set(name, jsonText(valueAt(outer, path, parseVariable(text))));
};

const valueAt = (existing: Value | undefined, path: readonly string[], value: Value): Value => {
  const [head, ...rest] = path;
  if (head === undefined) return value;
  const members = isKind(existing, 'context') ? Object.entries(existing) : [];
  const inner = members.find(([name]) => name === head)?.[1];
  return Object.fromEntries([...members.filter(([name]) => name !== head), [head, valueAt(inner, rest, value)]]);
};
