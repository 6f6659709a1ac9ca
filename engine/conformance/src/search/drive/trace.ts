import type { World } from '../../kit/world.ts';
import type { Content } from '../model/block.ts';
import { drawModel, processId } from '../model/draw.ts';
import { comeToRest } from './come-to-rest.ts';
import { observe, type Open } from './observe.ts';

/** Steps after which a trace is long enough to compare. */
const LENGTH = 40;

const urgency: readonly Open['kind'][] = ['job', 'task', 'message', 'timer'];

const rankOf = ({ kind }: Open): number => urgency.indexOf(kind);

const byUrgency = (one: Open, other: Open): number =>
  rankOf(one) - rankOf(other) || (one.element < other.element ? -1 : Number(one.element > other.element));

const act = async (world: World, stamp: string, { kind, element, key }: Open): Promise<void> => {
  if (kind === 'job') await world.raw.call('CompleteJob', { jobKey: key, variables: '{}' });
  else if (kind === 'task') await world.rest.ask('POST', `/user-tasks/${key}/completion`, {});
  else if (kind === 'message') await world.publish(`${stamp}_${element}`, 'key');
};

/** Timers of the same length that began a moment apart come together, in milliseconds. */
const A_MOMENT = 30_000;

/** Lets the next timer come. */
const letTimePass = async (world: World, rootKey: string): Promise<void> => {
  const [next] = await world.rest.engine.database.query<{ due: string | null }>(
    'select min(due_at)::text as due from engine.timer where root_key = $1',
    [rootKey],
  );
  world.clock.advance(Math.max(0, Number(next?.due ?? 0) - world.clock.now()) + A_MOMENT);
  await comeToRest(world, rootKey);
};

/** What there is to do for workers and the world, one after the other, always the first by name. */
export const traceOf = async (world: World, process: Content): Promise<readonly string[]> => {
  const stamp = world.name('trace');
  await world.deploy(drawModel(process, stamp));
  const rootKey = await world.create(processId(process, stamp), { c0: 1, c1: 2, c2: 0 });
  const trace: string[] = [];
  while (trace.length < LENGTH) {
    const { open } = await observe(world, rootKey);
    const next = open.filter((one) => rankOf(one) >= 0 && one.detail !== 'failed').sort(byUrgency)[0];
    if (next === undefined) break;
    trace.push(`${next.kind} ${next.element}`);
    if (next.kind === 'timer') await letTimePass(world, rootKey);
    else await act(world, stamp, next);
  }
  return [...trace, String(await world.state(rootKey))];
};
