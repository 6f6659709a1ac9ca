import type { Change, EngineState } from '@irisflow/core';
import { bucketEffects } from './bucket-effects.ts';
import { definitionEffects } from './definition-effects.ts';
import { type Effect, NO_EFFECT } from './effect.ts';
import { treeEffects } from './tree-effects.ts';

/** One function of each table, for whichever event. */
type AnyEffectOf = (event: unknown, after: unknown) => Effect;

const effectsIn = <Event extends { readonly kind: string }>(
  events: readonly Event[],
  table: { readonly [Kind in Event['kind']]: unknown },
  after: unknown,
): Effect[] => {
  const effects: Effect[] = [];
  for (const event of events) {
    const effect = (table[event.kind as Event['kind']] as AnyEffectOf)(event, after);
    if (effect !== NO_EFFECT) effects.push(effect);
  }
  return effects;
};

/** What a change means to index, clock and job market, in order; the state is as the command left it. */
export const effectsOf = (change: Change, after: Pick<EngineState, 'tree' | 'definitions'>): Effect[] => {
  if (change.aggregate === 'bucket') return effectsIn(change.events, bucketEffects, change.ref);
  if (change.aggregate === 'definitions') return effectsIn(change.events, definitionEffects, after.definitions);
  const tree = after.tree(change.rootKey);
  return tree === undefined ? [] : effectsIn(change.events, treeEffects, tree);
};
