import type { ExecutableProcess } from '@irisflow/bpmn';

/** The names of the messages that the events of some processes send, sorted; null when FEEL computes one of them. */
export const sentMessages = (processes: readonly ExecutableProcess[]): readonly string[] | null => {
  const names = processes
    .flatMap(({ elements }) => elements)
    .flatMap((element) => {
      const isThrown = element.kind === 'intermediateThrowEvent' || element.kind === 'endEvent';
      if (!isThrown || element.event.kind !== 'message') return [];
      const { name } = element.event.message;
      return name.kind === 'literal' ? name.text : null;
    });
  const known = names.filter((name) => name !== null);
  return known.length < names.length ? null : [...new Set(known)].sort();
};
