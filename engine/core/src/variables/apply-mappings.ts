import type { Mapping } from '@irisflow/bpmn';
import { contextOf, evaluateExpression, type Value } from '../expression/evaluate-expression.ts';
import { IncidentError } from '../execution/failure.ts';
import type { Run } from '../execution/behavior.ts';
import type { ElementInstance } from '../state/element-instance.ts';
import { findVariable } from './read-variables.ts';
import { propagate, writeLocal } from './write-variables.ts';

/** Input mappings create variables of the element instance; later mappings see the targets of earlier ones. */
export function applyInputs(run: Run, mappings: readonly Mapping[], instance: ElementInstance): void {
  if (mappings.length === 0) return;
  const targets = new Map<string, Value>();
  for (const mapping of mappings) mapInto(targets, mapping, readMapping(run, mapping, instance, targets));
  for (const [name, value] of targets) writeLocal(run, instance, name, JSON.stringify(value));
}

/** Output mappings are evaluated inside and written from the flow scope upward; nothing else leaves. */
export function applyOutputs(
  run: Run,
  mappings: readonly Mapping[],
  places: { from: ElementInstance; to: ElementInstance },
): void {
  const targets = new Map<string, Value>();
  for (const mapping of mappings) {
    const [name = ''] = mapping.target;
    if (mapping.target.length > 1 && !targets.has(name)) {
      const existing = findVariable(run.tree, places.to.key, name);
      if (existing !== undefined) targets.set(name, JSON.parse(existing.value) as Value);
    }
    mapInto(targets, mapping, readMapping(run, mapping, places.from, targets));
  }
  for (const [name, value] of targets) propagate(run, places.to, name, JSON.stringify(value));
}

function readMapping(run: Run, mapping: Mapping, scope: ElementInstance, seen: ReadonlyMap<string, Value>): Value {
  try {
    return evaluateExpression(mapping.source, contextOf(run, scope.key, seen)).value;
  } catch (failure) {
    if (failure instanceof IncidentError) throw new IncidentError('IO_MAPPING_ERROR', failure.message);
    throw failure;
  }
}

/** Puts the value at the dotted path of the target, inside copies of the objects on the way. */
function mapInto(targets: Map<string, Value>, { target }: Mapping, value: Value): void {
  const [name = '', ...path] = target;
  targets.set(name, valueAt(targets.get(name), path, value));
}

function valueAt(existing: Value | undefined, path: readonly string[], value: Value): Value {
  const [head, ...rest] = path;
  if (head === undefined) return value;
  const members = isObject(existing) ? Object.entries(existing) : [];
  const inner = members.find(([name]) => name === head)?.[1];
  return Object.fromEntries([...members.filter(([name]) => name !== head), [head, valueAt(inner, rest, value)]]);
}

function isObject(value: Value | undefined): value is { readonly [name: string]: Value } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
