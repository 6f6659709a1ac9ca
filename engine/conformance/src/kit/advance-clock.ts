import { bpmnProcess } from '@irisflow/bpmn';
import type { TestClock } from '@irisflow/broker/testing';
import type { Commands } from './commands.ts';
import type { World } from './world.ts';

const PROBE = 'due_probe';

const probe = bpmnProcess(PROBE)
  .start()
  .catchEvent('due', { event: { timer: { duration: 'PT0S' } } })
  .end()
  .toXml();

/** What falls due is done in order, so a timer of this moment fires after all that was due before. */
export const advanceThrough = (
  clock: TestClock,
  { deploy, run }: Pick<Commands, 'deploy' | 'run'>,
): World['advance'] => {
  let isDeployed = false;
  return async (milliseconds) => {
    if (!isDeployed) await deploy(probe);
    isDeployed = true;
    clock.advance(milliseconds);
    await run(PROBE);
  };
};
