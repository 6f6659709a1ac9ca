import type { Effect, Run } from '../execution/behavior.ts';
import { enqueue } from '../execution/run.ts';
import type { ElementInstance } from '../state/element-instance.ts';

/** The effect of an element that has nothing to wait for. */
export function completeAtOnce(run: Run, { key }: ElementInstance): Effect {
  return () => enqueue(run, { do: 'complete', key });
}

/** The effect of an element that waits for what it subscribed to. */
export const justWait: Effect = () => undefined;
