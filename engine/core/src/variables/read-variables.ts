import type { ElementInstanceKey } from '@irisflow/protocol';
import type { ElementInstance, Variable } from '../state/element-instance.ts';
import type { InstanceTree } from '../state/instance-tree.ts';

/** The variable as seen from a scope: the nearest scope that has the name wins. */
export const findVariable = (tree: InstanceTree, scopeKey: ElementInstanceKey, name: string): Variable | undefined => {
  let scope = tree.elements.get(scopeKey);
  while (scope !== undefined) {
    const variable = scope.variables?.get(name);
    if (variable !== undefined) return variable;
    scope = scope.scopeKey === null ? undefined : tree.elements.get(scope.scopeKey);
  }
  return undefined;
};

/** JSON text of an object with the named variables that are visible from a scope; all of them when no names are given. */
export const visibleVariables = (
  tree: InstanceTree,
  scopeKey: ElementInstanceKey,
  names: readonly string[],
): string => {
  if (names.length > 0) {
    return joinVariables(names.map((name) => [name, findVariable(tree, scopeKey, name)?.value] as const));
  }
  const found = new Map<string, string>();
  let scope = tree.elements.get(scopeKey);
  while (scope !== undefined) {
    for (const [name, { value }] of scope.variables ?? []) if (!found.has(name)) found.set(name, value);
    scope = scope.scopeKey === null ? undefined : tree.elements.get(scope.scopeKey);
  }
  return joinVariables(found);
};

/** JSON text of an object with the variables of exactly this scope. */
export const localVariables = (scope: ElementInstance, names: readonly string[] = []): string => {
  const wanted = names.length === 0 ? null : new Set(names);
  const entries: (readonly [string, string])[] = [];
  for (const [name, { value }] of scope.variables ?? []) if (wanted?.has(name) !== false) entries.push([name, value]);
  return joinVariables(entries);
};

/** Texts are joined, never parsed: what was stored is what is handed out. */
const joinVariables = (entries: Iterable<readonly [string, string | undefined]>): string => {
  let text = '';
  for (const [name, value] of entries) {
    if (value !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(name)}:${value}`;
  }
  return `{${text}}`;
};
