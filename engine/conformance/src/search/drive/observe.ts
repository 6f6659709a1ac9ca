import type { Row, World } from '../../kit/world.ts';
import type { WaitKind } from '../reference/frame.ts';
import { type Game } from '../reference/game.ts';
import { openWaits } from '../reference/moves.ts';

/** Something open in the engine, as its read model shows it. */
export interface Open {
  readonly kind: Exclude<WaitKind, 'signal' | 'condition'>;
  readonly element: string;
  readonly detail: string;
  readonly key: string;
  /** Of an incident: the element instance it is about. */
  readonly scope: string;
  /** Of an incident about a job: the job. */
  readonly job: string | null;
}

export interface Observation {
  readonly open: readonly Open[];
  /** One line a fact, in an order that the reference can tell too. */
  readonly lines: readonly string[];
}

type Line = Open | (Omit<Open, 'kind'> & { readonly kind: 'ended' | 'instance' });

/** One query a step keeps the search fast; the same rows are what the REST API searches. */
const OBSERVE = `
  select 'job' as kind, element_id as element, phase as detail, key::text, element_key::text as scope, null as job
    from engine.job where root_key = $1 and phase <> 'ended'
  union all select 'task', element_id, '', key::text, element_key::text, null
    from engine.user_task where root_key = $1 and ended_at is null
  union all select 'message', element_id, '', key::text, element_key::text, null
    from engine.message_subscription where root_key = $1 and state = 'CREATED'
  union all select 'timer', element_id, '', key::text, element_key::text, null from engine.timer where root_key = $1
  union all select 'incident', element_id, error_type, key::text, element_key::text, job_key::text
    from engine.incident where root_key = $1 and state = 'ACTIVE'
  union all select 'ended', element_id, state, count(*)::text, '', null
    from engine.element_instance where root_key = $1 and state <> 'ACTIVE' group by element_id, state
  union all select 'instance', '', state, key::text, '', null from engine.process_instance where key = $1`;

const isOpen = (line: Line): line is Open => line.kind !== 'ended' && line.kind !== 'instance';

const byKey = (one: Open, other: Open): number => (BigInt(one.key) < BigInt(other.key) ? -1 : 1);

const lineOf = ({ kind, element, detail, key }: Line): string =>
  kind === 'ended' ? `${detail.toLowerCase()} ${element} ${key}` : `${kind} ${element} ${detail}`;

/** What the engine shows of an instance and all that it called. */
export const observe = async (world: World, rootKey: string): Promise<Observation> => {
  const found: readonly Line[] = await world.rest.engine.database.query<Line & Row>(OBSERVE, [rootKey]);
  const open = found.filter(isOpen).sort(byKey);
  const facts = found.filter((line) => !isOpen(line)).map(lineOf);
  return { open, lines: [...facts, ...open.map(lineOf)].sort() };
};

/** What the reference expects the engine to show. Who waits for a signal or a condition is not seen. */
export const expectation = (game: Game): readonly string[] => {
  const counts = (state: string, by: ReadonlyMap<string, number>) =>
    Array.from(by, ([element, count]) => `${state} ${element} ${count}`);
  return [
    ...openWaits(game)
      .filter(({ kind }) => kind !== 'signal' && kind !== 'condition')
      .map(({ kind, element, detail }) => `${kind} ${element} ${detail}`),
    ...counts('completed', game.completed),
    ...counts('terminated', game.terminated),
    `instance  ${game.isSuspended ? 'SUSPENDED' : game.outcome}`,
  ].sort();
};
