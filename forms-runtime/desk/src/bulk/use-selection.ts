import { answer, platform, type TaskSummary } from '@irisflow/client';
import { usePerson } from '@irisflow/frame';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { WorklistFilters } from '../worklist/worklist-filters.ts';

/** As many tasks as the platform decides together. */
const MAX_SELECTED = 500;
const PAGE = 100;

const isSameKind = (one: TaskSummary, other: TaskSummary): boolean =>
  one.procedureKey === other.procedureKey && one.elementId === other.elementId;

/** Whether a task can be decided together with others: its author offers it, and no colleague has it. */
const isOffered = (task: TaskSummary, personId: string): boolean =>
  task.bulk && task.state === 'open' && (task.assignee === null || task.assignee.id === personId);

/** Every task of a kind that the list has, as far as they go together. */
const findMatching = async (filters: WorklistFilters, like: TaskSummary): Promise<TaskSummary[]> => {
  const found: TaskSummary[] = [];
  let cursor: string | null = null;
  do {
    const query = {
      ...filters,
      procedure: like.procedureKey,
      element: like.elementId,
      limit: PAGE,
      ...(cursor !== null && { cursor }),
    };
    const page: { items: TaskSummary[]; nextCursor: string | null } = await answer(
      platform.GET('/api/tasks', { params: { query } }),
    );
    found.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null && found.length < MAX_SELECTED);
  return found;
};

export interface Selection {
  readonly tasks: ReadonlyMap<string, TaskSummary>;
  /** Whether a task may be ticked. */
  readonly isOffered: (task: TaskSummary) => boolean;
  /** Whether it goes with what is ticked. */
  readonly fits: (task: TaskSummary) => boolean;
  readonly toggle: (task: TaskSummary) => void;
  readonly clear: () => void;
  /** Ticks all that the list has of the kind that is ticked. */
  readonly all: ReturnType<typeof useMutation<TaskSummary[], Error, TaskSummary>>;
}

/** Tasks of one kind that somebody ticks in a list. */
export const useSelection = (filters: WorklistFilters): Selection => {
  const { id: personId } = usePerson();
  const [tasks, setTasks] = useState<ReadonlyMap<string, TaskSummary>>(new Map());
  const [first] = tasks.values();
  const all = useMutation({
    mutationFn: (like: TaskSummary) => findMatching(filters, like),
    onSuccess: (found, like) => {
      const fitting = found.filter((task) => isOffered(task, personId) && isSameKind(task, like));
      setTasks((ticked) => {
        const together = new Map([...ticked, ...fitting.map((task) => [task.id, task] as const)]);
        return new Map([...together].slice(0, MAX_SELECTED));
      });
    },
  });
  const toggle = (task: TaskSummary): void =>
    setTasks((ticked) => {
      const next = new Map(ticked);
      if (!next.delete(task.id) && next.size < MAX_SELECTED) next.set(task.id, task);
      return next;
    });
  return {
    tasks,
    isOffered: (task) => isOffered(task, personId),
    fits: (task) => first === undefined || isSameKind(task, first),
    toggle,
    clear: () => setTasks(new Map()),
    all,
  };
};
