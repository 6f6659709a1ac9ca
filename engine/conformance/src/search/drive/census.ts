import type { Content } from '../model/block.ts';
import { kindsIn } from '../model/kinds.ts';
import type { Game } from '../reference/game.ts';

/** How often something was drawn, and how its elements ended. */
interface Count {
  drawn: number;
  completed: number;
  terminated: number;
}

/** Counts what was played, so that nobody has to believe that a search has seen everything. */
export interface Census {
  readonly drawn: Map<string, Count>;
  readonly actions: Map<string, number>;
}

export const createCensus = (): Census => ({ drawn: new Map(), actions: new Map() });

export const countAction = ({ actions }: Census, action: string): void =>
  void actions.set(action, (actions.get(action) ?? 0) + 1);

/** Counts what a process contains, and what became of it. */
export const countProcess = (
  { drawn }: Census,
  process: Content,
  { completed, terminated }: Pick<Game, 'completed' | 'terminated'>,
): void => {
  for (const { kind, element } of kindsIn(process)) {
    const count = drawn.get(kind) ?? { drawn: 0, completed: 0, terminated: 0 };
    drawn.set(kind, count);
    count.drawn += 1;
    count.completed += completed.get(element) ?? 0;
    count.terminated += terminated.get(element) ?? 0;
  }
};

/** The counts as a test can leave them with its task. */
export interface CensusData {
  readonly drawn: readonly (readonly [kind: string, count: Readonly<Count>])[];
  readonly actions: readonly (readonly [action: string, count: { readonly times: number }])[];
}

export const censusAsData = ({ drawn, actions }: Census): CensusData => ({
  drawn: [...drawn],
  actions: [...actions].map(([action, times]) => [action, { times }]),
});
