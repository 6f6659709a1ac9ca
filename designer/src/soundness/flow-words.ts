import type Modeler from 'bpmn-js/lib/Modeler';
import type { NameOf } from '@irisflow/soundness';
import type { FlowElement } from '../process/modeler/neighbor.ts';

/** What people call the flows of a diagram: their names; one without a name is called after where it leads. */
export const withFlowWords = (wordsOf: NameOf, modeler: Modeler): NameOf => {
  const registry = modeler.get<{ get(id: string): FlowElement | undefined }>('elementRegistry');
  return (id) => {
    const flow = registry.get(id);
    if (flow?.target === undefined) return wordsOf(id);
    const name = flow.businessObject.name?.replaceAll(/\s+/g, ' ').trim() ?? '';
    return name === '' ? wordsOf(flow.target.id) : name;
  };
};
