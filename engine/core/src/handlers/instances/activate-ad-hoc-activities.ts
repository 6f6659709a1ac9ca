import { elementAt } from '@irisflow/bpmn';
import type { ElementInstanceKey } from '@irisflow/protocol';
import type { AdHocActivation } from '../../command/modification-command.ts';
import { activateFromOutside, adHocChoices } from '../../elements/ad-hoc-sub-process.ts';
import type { Desk } from '../../desk/desk.ts';
import { CommandRefused } from '../../desk/failure.ts';
import { loadedGraph } from '../../modification/start-instructions.ts';
import type { ElementInstance } from '../../state/element-instance.ts';
import type { InstanceTree, ProcessInstance } from '../../state/instance-tree.ts';
import { done, type Handler } from '../../handling/handler.ts';
import { inTree, treeOf } from '../../handling/in-tree.ts';

/** Activates elements of an ad-hoc sub-process that is running. */
export const activateAdHocActivities: Handler<'activateAdHocActivities'> = (desk, command) => {
  const { tree, instance, process } = findRunning(desk, command.adHocSubProcessInstanceKey);
  checkElements(command.elements);
  const graph = loadedGraph(desk, { key: process.definitionKey, id: process.definitionId });
  const element = elementAt(graph, instance.element);
  if (element.kind !== 'adHocSubProcess') return done;
  const choices = adHocChoices(graph, element, command.elements);
  inTree(desk, tree, (run) => activateFromOutside(run, instance, { choices, remaining: command.remaining }));
  return done;
};

interface Running {
  readonly tree: InstanceTree;
  readonly instance: ElementInstance;
  readonly process: ProcessInstance;
}

const findRunning = (desk: Desk, key: ElementInstanceKey): Running => {
  const tree = treeOf(desk, 'elementInstance', key);
  const instance = tree?.elements.get(key);
  if (tree === undefined || instance?.type !== 'AD_HOC_SUB_PROCESS') {
    throw refuse('NOT_FOUND', `no ad-hoc sub-process is active with key '${key}'`);
  }
  const process = tree.instances.get(instance.processInstanceKey);
  const isEnding = instance.trigger !== null || instance.loop?.satisfied === true;
  if (process === undefined || instance.state !== 'activated' || isEnding) {
    throw refuse('INVALID_STATE', `the ad-hoc sub-process with key '${key}' is ending or not active yet`);
  }
  return { tree, instance, process };
};

const refuse = (type: 'NOT_FOUND' | 'INVALID_STATE' | 'INVALID_ARGUMENT', found: string): CommandRefused =>
  new CommandRefused(type, `Expected to activate elements of an ad-hoc sub-process, but ${found}`);

const checkElements = (elements: readonly AdHocActivation[]): void => {
  if (elements.length === 0) throw refuse('INVALID_ARGUMENT', 'no element is given');
  const ids = elements.map(({ elementId }) => elementId);
  const twice = ids.find((id, index) => ids.indexOf(id) < index);
  if (twice !== undefined) throw refuse('INVALID_ARGUMENT', `the element '${twice}' is given twice`);
};
