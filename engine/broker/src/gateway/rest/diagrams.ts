import { type Binding, type ExecutableProcess, parseBpmn } from '@irisflow/bpmn';
import type { Database } from '@irisflow/database';
import type { ProcessDefinitionKey } from '@irisflow/protocol';
import { loadDefinitionSource } from '../../storage/load/load-definition-source.ts';

/** What a diagram says beyond the rows of the store. */
export interface Diagram {
  /** The form with which somebody starts the process. */
  readonly startForm: { readonly formId: string; readonly binding: Binding } | null;
  /** Name of an element; its id when it has none. */
  nameOf(elementId: string): string;
}

export interface Diagrams {
  of(key: ProcessDefinitionKey): Promise<Diagram>;
}

/** Definitions never change; a house has some hundreds. */
const MAX_KNOWN = 500;

const startFormOf = (process: ExecutableProcess | undefined): Diagram['startForm'] => {
  for (const element of process?.elements ?? []) {
    // Nothing runs yet that an expression could be evaluated with.
    if (element.kind === 'startEvent' && element.formId?.kind === 'literal') {
      return { formId: element.formId.text, binding: element.formBinding };
    }
  }
  return null;
};

const toDiagram = (process: ExecutableProcess | undefined): Diagram => ({
  startForm: startFormOf(process),
  nameOf: (elementId) => {
    const index = process?.indexById.get(elementId);
    return (index === undefined ? null : process?.elements[index]?.name) ?? elementId;
  },
});

const loadDiagram = async (database: Database, key: ProcessDefinitionKey): Promise<Diagram> => {
  const source = await loadDefinitionSource(database, key);
  const parsed = source === null ? null : parseBpmn(source.content, { name: source.resource_name });
  return toDiagram(parsed?.ok === true ? parsed.processes.find(({ id }) => id === source?.id) : undefined);
};

/** Reads diagrams when they are asked for, and keeps those asked for last. */
export const createDiagrams = (database: Database): Diagrams => {
  const known = new Map<ProcessDefinitionKey, Promise<Diagram>>();
  const load = (key: ProcessDefinitionKey) => {
    const diagram = loadDiagram(database, key);
    // What failed may succeed the next time.
    diagram.catch(() => known.delete(key));
    return diagram;
  };
  return {
    of: (key) => {
      const diagram = known.get(key) ?? load(key);
      known.delete(key);
      known.set(key, diagram);
      const [oldest] = known.keys();
      if (known.size > MAX_KNOWN && oldest !== undefined) known.delete(oldest);
      return diagram;
    },
  };
};
