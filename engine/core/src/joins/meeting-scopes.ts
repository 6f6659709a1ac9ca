import type { Run } from '../run/behavior.ts';
import { childrenOf, completeWhenEmpty, emit } from '../run/run.ts';
import type { ElementInstance } from '../state/element-instance.ts';

/**
 * The scopes whose tokens meet at a join: a scope alone, or all inner scopes of an ad-hoc sub-process.
 * Each of those began with one activated element; a join behind several of them would wait for ever for the others.
 */
export const meetingScopes = (run: Run, scope: ElementInstance): readonly ElementInstance[] => {
  const { type, scopeKey } = scope;
  if (type !== 'AD_HOC_SUB_PROCESS_INNER_INSTANCE' || scopeKey === null) return [scope];
  return childrenOf(run.tree, scopeKey).filter((other) => other.type === type && other.state === 'activated');
};

/** How many tokens wait on each flow of these scopes. */
export const tokensOf = (scopes: readonly ElementInstance[]): ReadonlyMap<number, number> => {
  const [only, another] = scopes;
  if (another === undefined) return only?.tokens ?? new Map();
  const sum = new Map<number, number>();
  for (const { tokens } of scopes)
    for (const [flow, count] of tokens ?? []) sum.set(flow, (sum.get(flow) ?? 0) + count);
  return sum;
};

/** Brings a token on each of these flows into the scope in which the join activates; scopes that are left empty are done. */
export const gatherTokens = (run: Run, scope: ElementInstance, flows: readonly number[]): void => {
  const others = meetingScopes(run, scope).filter(({ key }) => key !== scope.key);
  for (const flow of flows) {
    if (scope.tokens?.has(flow) === true) continue;
    const from = others.find(({ tokens }) => tokens?.has(flow) === true);
    if (from === undefined) continue;
    emit(run, { kind: 'tokenMoved', flow, from: from.key, to: scope.key });
    completeWhenEmpty(run, from);
  }
};
