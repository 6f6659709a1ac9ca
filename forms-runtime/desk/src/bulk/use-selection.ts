import type { TaskSummary } from '@irisflow/client';
import { usePerson } from '@irisflow/frame';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { isOffered, isSameKind, MAX_SELECTED, putTicks, spanOf, type Ticked } from './ticks.ts';

export interface SelectionOptions {
  /** Names the list: where it becomes another one, nothing is ticked. */
  readonly list: string;
  /** The tasks in view, in their order. */
  readonly tasks: readonly TaskSummary[];
  /** The next page of what the list has of the kind of a task. */
  readonly findLike: (like: TaskSummary, cursor: string | null) => Promise<TaskPage>;
}

export interface TaskPage {
  readonly items: readonly TaskSummary[];
  readonly nextCursor: string | null;
}

/** What a list had of a kind, and when that was asked: another list, or one that was cleared meanwhile, does not take it. */
interface Found {
  readonly list: string;
  readonly round: number;
  readonly tasks: readonly TaskSummary[];
}

export interface Selection {
  readonly tasks: ReadonlyMap<string, TaskSummary>;
  /** Why what was ticked last stays out: it is of another kind, or there are as many as go together. */
  readonly refused: Ticked['refused'];
  /** Whether a task may be ticked. */
  readonly isOffered: (task: TaskSummary) => boolean;
  /** Whether it goes with what is ticked. */
  readonly fits: (task: TaskSummary) => boolean;
  /** Ticks or unticks a task, or ticks all from the one before to it. */
  readonly tick: (taskId: string | undefined, reach: 'one' | 'range') => void;
  readonly clear: () => void;
  /** Ticks all that the list has of the kind that is ticked. */
  readonly all: ReturnType<typeof useMutation<Found, Error, TaskSummary>>;
}

const nothing = (list: string): Ticked & { readonly list: string } => ({ list, tasks: new Map(), refused: null });

/** Tasks of one kind that somebody ticks in a list. */
export const useSelection = ({ list, tasks, findLike }: SelectionOptions): Selection => {
  const { id: personId } = usePerson();
  const [kept, setKept] = useState(() => nothing(list));
  const lastTicked = useRef<string>(undefined);
  const round = useRef(0);
  const ticked = kept.list === list ? kept : nothing(list);
  const [first] = ticked.tasks.values();
  const put = (more: readonly TaskSummary[]): void => setKept({ ...putTicks(ticked.tasks, more), list });
  const all = useMutation({
    mutationFn: async (like: TaskSummary): Promise<Found> => {
      const asked = { list, round: round.current };
      const found: TaskSummary[] = [];
      let cursor: string | null = null;
      do {
        const page: TaskPage = await findLike(like, cursor);
        found.push(...page.items.filter((task) => isOffered(task, personId) && isSameKind(task, like)));
        cursor = page.nextCursor;
      } while (cursor !== null && found.length <= MAX_SELECTED);
      return { ...asked, tasks: found };
    },
    onSuccess: (found) => {
      if (found.list === list && found.round === round.current) put(found.tasks);
    },
  });
  const tick: Selection['tick'] = (taskId, reach) => {
    const task = tasks.find(({ id }) => id === taskId);
    if (task === undefined || !isOffered(task, personId)) return;
    const anchor = lastTicked.current;
    lastTicked.current = task.id;
    if (reach === 'range' && ticked.tasks.size > 0)
      put(spanOf(tasks, anchor, task.id).filter((one) => isOffered(one, personId)));
    else if (ticked.tasks.has(task.id))
      setKept({ list, refused: null, tasks: new Map([...ticked.tasks].filter(([id]) => id !== task.id)) });
    else put([task]);
  };
  return {
    tasks: ticked.tasks,
    refused: ticked.refused,
    isOffered: (task) => isOffered(task, personId),
    fits: (task) => first === undefined || isSameKind(task, first),
    tick,
    clear: () => {
      round.current += 1;
      setKept(nothing(list));
    },
    all,
  };
};
