import { elementAt, flowAt, type ElementIndex, type ExecutableProcess } from '@irisflow/bpmn';

import { predecessorsIn } from './predecessors.ts';

/** For each incoming flow of an inclusive join: the elements from which a token can reach it without passing the join. */
export const sendersOf = (graph: ExecutableProcess, join: ElementIndex): readonly ReadonlySet<ElementIndex>[] => {
  const before = predecessorsIn(graph);
  return elementAt(graph, join).incoming.map((flow) => {
    const senders = new Set([flowAt(graph, flow).source]);
    senders.delete(join);
    for (const sender of senders) for (const source of before(sender)) if (source !== join) senders.add(source);
    return senders;
  });
};
