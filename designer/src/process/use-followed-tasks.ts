import type Modeler from 'bpmn-js/lib/Modeler';
import { useEffect, useEffectEvent } from 'react';
import { settingsPath, type ProcedureSettings } from '../settings/procedure-file.ts';
import { useDraftJson } from '../workspace/draft-json.ts';
import { followTasks, type DescribedTasks, type DrawnTasks, type Followed } from './follow-tasks.ts';
import type { FlowElement } from './modeler/neighbor.ts';

interface Registry {
  filter(keep: (element: FlowElement) => boolean): FlowElement[];
}

const isUserTask = ({ type, labelTarget }: FlowElement & { labelTarget?: unknown }): boolean =>
  type === 'bpmn:UserTask' && labelTarget === undefined;

const drawnTasks = (modeler: Modeler): DrawnTasks =>
  new Map(
    modeler
      .get<Registry>('elementRegistry')
      .filter(isUserTask)
      .map(({ businessObject, id }) => [businessObject, id]),
  );

/** Keeps what `procedure.json` says of the tasks in step with the drawing, so that no orphan stops a publication. */
export const useFollowedTasks = (modeler: Modeler | null): void => {
  const { reading, change } = useDraftJson<ProcedureSettings>(settingsPath);
  const readTasks = useEffectEvent((): DescribedTasks | null => (reading.ok ? (reading.value.tasks ?? {}) : null));
  const writeTasks = useEffectEvent((tasks: DescribedTasks) => {
    if (reading.ok && tasks !== reading.value.tasks) change({ ...reading.value, tasks: { ...tasks } });
  });
  useEffect(() => {
    if (modeler === null) return undefined;
    let before = drawnTasks(modeler);
    let left: Followed['left'] = new Map();
    const follow = (): void => {
      const after = drawnTasks(modeler);
      const tasks = readTasks();
      if (tasks !== null) {
        const followed = followTasks(before, after, { tasks, left });
        left = followed.left;
        if (JSON.stringify(followed.tasks) !== JSON.stringify(tasks)) writeTasks(followed.tasks);
      }
      before = after;
    };
    // Another text was drawn: what it lacks was not deleted here.
    const forget = (): void => {
      before = drawnTasks(modeler);
    };
    modeler.on('commandStack.changed', follow);
    modeler.on('import.done', forget);
    return () => {
      modeler.off('commandStack.changed', follow);
      modeler.off('import.done', forget);
    };
  }, [modeler]);
};
