import type { World } from '../../kit/world.ts';
import { comeToRest } from '../drive/come-to-rest.ts';
import { observe } from '../drive/observe.ts';

/** How an instance that nobody has planned went on. */
export interface Wandering {
  readonly end: 'completed' | 'canceled' | 'refused';
  readonly steps: readonly string[];
}

/** Longer than any single command may take, in milliseconds. */
const LIMIT = 5_000;

const INVALID_ARGUMENT = 3;

const timed = async <Result>(title: string, steps: string[], work: Promise<Result>): Promise<Result> => {
  steps.push(title);
  const before = performance.now();
  const result = await work;
  const took = performance.now() - before;
  if (took > LIMIT) throw new Error(`Expected "${title}" to take at most ${LIMIT} ms, but it took ${Math.round(took)}`);
  return result;
};

/** Deploys and starts; null when the model is refused, which must name a problem. */
const begin = async (world: World, { stamp, xml, steps, variables }: Journey): Promise<string | null> => {
  try {
    await timed('deploy', steps, world.deploy(xml));
  } catch (thrown) {
    const { code, details } = await world.refusal(Promise.reject(thrown));
    if (code === INVALID_ARGUMENT && details.includes('.bpmn')) return null;
    throw new Error(`Expected INVALID_ARGUMENT that names the file, but found ${code}: ${details}`, { cause: thrown });
  }
  return timed('create', steps, world.create(stamp, variables));
};

interface Journey {
  readonly stamp: string;
  readonly xml: string;
  readonly variables: Readonly<Record<string, number>>;
  readonly steps: string[];
}

const HOUR = 3_600_000;

/** Where tokens multiply, each hour doubles them: that grows beyond any patience, and shows nothing new. */
const CROWD = 60;

/** Completes something, or lets an hour pass. */
const step = async (world: World, { steps }: Journey, which: number, rootKey: string): Promise<void> => {
  const { open } = await observe(world, rootKey);
  if (open.length > CROWD) return;
  const work = open.filter(({ kind, detail }) => kind === 'task' || detail === 'activatable');
  const found = work[which % Math.max(1, work.length)];
  if (found === undefined || which % 5 === 0) {
    steps.push('an hour passes');
    world.clock.advance(HOUR);
    await comeToRest(world, rootKey);
  } else if (found.kind === 'task') {
    await timed(`complete ${found.element}`, steps, world.rest.ask('POST', `/user-tasks/${found.key}/completion`, {}));
  } else {
    const variables = JSON.stringify({ [`c${which % 3}`]: which % 4 });
    const request = { jobKey: found.key, variables };
    await timed(`complete ${found.element} ${variables}`, steps, world.raw.call('CompleteJob', request));
  }
};

/** Walks through a model without knowing where it leads, and cancels what does not end. */
export const wander = async (world: World, journey: Journey, ways: readonly number[]): Promise<Wandering> => {
  const { steps } = journey;
  const rootKey = await begin(world, journey);
  if (rootKey === null) return { end: 'refused', steps };
  for (const which of ways) {
    if ((await world.state(rootKey)) !== 'ACTIVE') break;
    await step(world, journey, which, rootKey);
  }
  if ((await world.state(rootKey)) !== 'ACTIVE') return { end: 'completed', steps };
  await timed('cancel', steps, world.raw.call('CancelProcessInstance', { processInstanceKey: rootKey }));
  await world.reaches(rootKey, 'TERMINATED');
  const { open } = await observe(world, rootKey);
  if (open.length > 0) throw new Error(`Expected nothing to be left after a cancel, but found ${JSON.stringify(open)}`);
  return { end: 'canceled', steps };
};
