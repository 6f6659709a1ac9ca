import { parseBpmn } from '@irisflow/bpmn';
import type { Database } from '@irisflow/database';
import { parseDmn } from '@irisflow/dmn';
import type { DecisionRequirementsKey, ProcessDefinitionKey } from '@irisflow/protocol';
import { type DefinitionSource, loadDefinitionSource } from '../storage/load/load-definition-source.ts';
import type { LoadedState } from './loaded-state.ts';

/** Compiles deployed files again after a restart. A definition that is not stored is left out; `decide` then says so. */
export interface DefinitionLoader {
  loadGraph(key: ProcessDefinitionKey): Promise<void>;
  loadRequirements(key: DecisionRequirementsKey): Promise<void>;
}

const brokenSource = ({ resource_name: name }: DefinitionSource, reason: string) =>
  new Error(`Expected the deployed resource ${name} to compile as it did when it was deployed, but ${reason}`);

export const createDefinitionLoader = (database: Database, state: LoadedState): DefinitionLoader => ({
  loadGraph: async (key) => {
    const source = await loadDefinitionSource(database, key);
    if (source === null) return;
    const parsed = parseBpmn(source.content, { name: source.resource_name });
    if (!parsed.ok) throw brokenSource(source, parsed.problems[0]?.message ?? 'it did not');
    const graph = parsed.processes.find(({ id }) => id === source.id);
    if (graph === undefined) throw brokenSource(source, `it has no process ${source.id}`);
    state.addGraph(key, graph);
  },
  loadRequirements: async (key) => {
    const source = await loadDefinitionSource(database, key);
    if (source === null) return;
    const parsed = parseDmn(source.content);
    if (!parsed.ok) throw brokenSource(source, parsed.problems[0]?.message ?? 'it did not');
    state.addRequirements(key, parsed.requirements);
  },
});
