import type { ExecutableProcess } from '@irisflow/bpmn';
import type { DecisionRequirements } from '@irisflow/dmn';
import type { DecisionRequirementsKey, ProcessDefinitionKey, ProcessInstanceKey } from '@irisflow/protocol';
import type { Bucket, BucketRef } from './bucket.ts';
import type { DefinitionCatalog } from './definition-catalog.ts';
import type { InstanceTree } from './instance-tree.ts';

/** What a key can name when a command has to find the tree that owns it. Timers are subscriptions. */
export type EntityNoun = 'elementInstance' | 'job' | 'userTask' | 'incident' | 'subscription';

/**
 * The loaded aggregates, behind synchronous getters. Whoever runs `decide` loads before what `destinationOf` names.
 * Only `apply` and the three `add` functions change anything.
 */
export interface EngineState {
  readonly definitions: DefinitionCatalog;
  tree(rootKey: ProcessInstanceKey): InstanceTree | undefined;
  /** Called by `apply` when a root instance is created. */
  addTree(tree: InstanceTree): void;
  /** The root of the tree that holds the entity; undefined when there is none. */
  rootOf(noun: EntityNoun, key: string): ProcessInstanceKey | undefined;
  /** The loaded bucket; a fresh empty one when nothing is stored. */
  bucket(ref: BucketRef): Bucket;
  graph(key: ProcessDefinitionKey): ExecutableProcess | undefined;
  /** Called by `decide` when a process is deployed. */
  addGraph(key: ProcessDefinitionKey, graph: ExecutableProcess): void;
  requirements(key: DecisionRequirementsKey): DecisionRequirements | undefined;
  addRequirements(key: DecisionRequirementsKey, requirements: DecisionRequirements): void;
}
