import type { ExecutableProcess } from '@irisflow/bpmn';

/** The names of the messages that the events of some processes send, sorted; names computed by FEEL are not among them. */
export const sentMessages = (processes: readonly ExecutableProcess[]): readonly string[] => {
  const names = processes
    .flatMap(({ elements }) => elements)
    .flatMap((element) => {
      const isThrown = element.kind === 'intermediateThrowEvent' || element.kind === 'endEvent';
      if (!isThrown || element.event.kind !== 'message') return [];
      return element.event.message.name.kind === 'literal' ? element.event.message.name.text : [];
    });
  return [...new Set(names)].sort();
};
