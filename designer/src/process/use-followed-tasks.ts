import type Modeler from 'bpmn-js/lib/Modeler';
import type { LocalizedText } from '@irisflow/client';
import { useEffect, useEffectEvent } from 'react';
import { settingsPath, type ProcedureSettings } from '../settings/procedure-file.ts';
import { useDraftJson } from '../workspace/use-draft-json.ts';
import { followNames, followTasks } from './follow-tasks.ts';
import type { DescribedTasks, DrawnTasks, Followed, LeftNames } from './follow-tasks.ts';
import type { FlowElement } from './modeler/neighbor.ts';

interface Registry {
  filter(keep: (element: FlowElement) => boolean): FlowElement[];
}

const isUserTask = ({ type, labelTarget }: FlowElement): boolean =>
  type === 'bpmn:UserTask' && labelTarget === undefined;

interface Drawn {
  readonly tasks: DrawnTasks;
  /** Steps and flows of every kind. */
  readonly all: DrawnTasks;
}

const drawnOn = (modeler: Modeler): Drawn => {
  const registry = modeler.get<Registry>('elementRegistry');
  const matching = (keep: (element: FlowElement) => boolean): DrawnTasks =>
    new Map(registry.filter(keep).map(({ businessObject, id }) => [businessObject, id]));
  return { tasks: matching(isUserTask), all: matching(({ labelTarget }) => labelTarget === undefined) };
};

interface Described {
  readonly tasks: DescribedTasks;
  readonly elements: NonNullable<ProcedureSettings['elements']>;
}

/** Keeps what `procedure.json` says of the steps in step with the drawing, so that no orphan stops a publication. */
export const useFollowedTasks = (modeler: Modeler | null): void => {
  const { reading, change } = useDraftJson<ProcedureSettings>(settingsPath);
  const read = useEffectEvent((): Described | null =>
    reading.ok ? { tasks: reading.value.tasks ?? {}, elements: reading.value.elements ?? {} } : null,
  );
  const write = useEffectEvent(({ tasks, elements }: Described) => {
    if (!reading.ok) return;
    const isNamed = reading.value.elements !== undefined || Object.keys(elements).length > 0;
    change({ ...reading.value, tasks: { ...tasks }, ...(isNamed ? { elements: { ...elements } } : {}) });
  });
  useEffect(() => {
    if (modeler === null) return undefined;
    let before = drawnOn(modeler);
    let left: Followed['left'] = new Map();
    let leftNames: LeftNames<LocalizedText> = new Map();
    const follow = (): void => {
      const after = drawnOn(modeler);
      const described = read();
      if (described !== null) {
        const followed = followTasks(before.tasks, after.tasks, { tasks: described.tasks, left });
        const named = followNames(before.all, after.all, { names: described.elements, left: leftNames });
        left = followed.left;
        leftNames = named.left;
        const next = { tasks: followed.tasks, elements: named.names };
        if (JSON.stringify(next) !== JSON.stringify(described)) write(next);
      }
      before = after;
    };
    // Another text was drawn: what it lacks was not deleted here.
    const forget = (): void => {
      before = drawnOn(modeler);
    };
    modeler.on('commandStack.changed', follow);
    modeler.on('import.done', forget);
    return () => {
      modeler.off('commandStack.changed', follow);
      modeler.off('import.done', forget);
    };
  }, [modeler]);
};
