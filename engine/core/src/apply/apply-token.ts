import type { ElementInstance } from '../state/element-instance.ts';

/** One more token waits on the flow. */
export const putToken = (scope: ElementInstance, flow: number): void => {
  scope.tokens ??= new Map();
  scope.tokens.set(flow, (scope.tokens.get(flow) ?? 0) + 1);
};

/** One token fewer waits on the flow. */
export const takeToken = (scope: ElementInstance, flow: number): void => {
  const count = scope.tokens?.get(flow);
  if (scope.tokens === null || count === undefined) return;
  if (count > 1) scope.tokens.set(flow, count - 1);
  else scope.tokens.delete(flow);
  if (scope.tokens.size === 0) scope.tokens = null;
};
