import type { InstanceTree } from '@irisflow/core';
import type { TestEngine } from '@irisflow/core/testing';
import type { Values } from './scenario.ts';

const treeOf = (engine: TestEngine, elementKey: string): InstanceTree | undefined =>
  [...engine.state.trees.values()].find((tree) => tree.elements.has(elementKey as never));

const localOf = (tree: InstanceTree, key: string): Values =>
  Object.fromEntries(
    [...(tree.elements.get(key as never)?.variables ?? [])].map(([name, { value }]) => [
      name,
      JSON.parse(value) as unknown,
    ]),
  );

/** What one element has for itself: what its step gives to it. */
export const localVariables = (engine: TestEngine, elementKey: string): Values => {
  const tree = treeOf(engine, elementKey);
  return tree === undefined ? {} : localOf(tree, elementKey);
};

/** What can be read at an element: its own variables before those around it. */
export const visibleVariables = (engine: TestEngine, elementKey: string): Values => {
  const tree = treeOf(engine, elementKey);
  if (tree === undefined) return {};
  const scopes: string[] = [];
  for (let key: string | null = elementKey; key !== null; key = tree.elements.get(key as never)?.scopeKey ?? null)
    scopes.unshift(key);
  return Object.assign({}, ...scopes.map((key) => localOf(tree, key))) as Values;
};
