import type { ElementIndex } from '@irisflow/bpmn';
import type {
  DecisionDefinitionKey,
  DecisionRequirementsKey,
  DeploymentKey,
  FormKey,
  ProcessDefinitionKey,
  ResourceKey,
  TimerKey,
} from '@irisflow/protocol';

/** What every deployed definition has. Versions count from 1 per tenant and id and are never used twice. */
interface DefinitionCommon {
  readonly tenantId: string;
  readonly id: string;
  readonly version: number;
  readonly versionTag: string | null;
  readonly deploymentKey: DeploymentKey;
  readonly resourceName: string;
  /** Hash of the resource's bytes, as text. */
  readonly checksum: string;
}

/** A start event of a process that something outside can trigger. */
export interface StartTrigger {
  readonly kind: 'message' | 'signal' | 'conditional';
  /** Empty for a condition: nobody calls it by name. */
  readonly name: string;
  readonly element: ElementIndex;
  readonly elementId: string;
}

export interface ProcessDefinition extends DefinitionCommon {
  readonly key: ProcessDefinitionKey;
  readonly name: string | null;
  readonly startTriggers: readonly StartTrigger[];
  readonly hasNoneStart: boolean;
}

export interface DecisionRequirementsDefinition extends DefinitionCommon {
  readonly key: DecisionRequirementsKey;
  readonly name: string;
}

export interface DecisionDefinition extends DefinitionCommon {
  readonly key: DecisionDefinitionKey;
  readonly name: string;
  readonly requirementsKey: DecisionRequirementsKey;
  readonly requirementsId: string;
}

export interface FormDefinition extends DefinitionCommon {
  readonly key: FormKey;
}

export interface ResourceDefinition extends DefinitionCommon {
  readonly key: ResourceKey;
}

/** A timer that starts instances of a definition. */
export interface StartTimer {
  readonly key: TimerKey;
  readonly definitionKey: ProcessDefinitionKey;
  readonly element: ElementIndex;
  readonly elementId: string;
  /** Epoch milliseconds. */
  readonly dueAt: number;
  /** Firings left including the next one; -1 for endless. */
  readonly repetitions: number;
}

/** All versions of one kind of definition, found by key or by id. */
export interface DefinitionShelf<Definition extends DefinitionCommon & { readonly key: string }> {
  readonly byKey: Map<Definition['key'], Definition>;
  /** `tenantId` and id, as `shelfId` writes them, to the versions that still exist, oldest first. */
  readonly versions: Map<string, Definition[]>;
  /** Deleted ones, which their running instances still refer to. */
  readonly retired: Map<Definition['key'], Definition>;
  /** Highest version ever given. */
  readonly highest: Map<string, number>;
}

export type AnyDefinition =
  | ProcessDefinition
  | DecisionRequirementsDefinition
  | DecisionDefinition
  | FormDefinition
  | ResourceDefinition;

export interface DefinitionCatalog {
  readonly processes: DefinitionShelf<ProcessDefinition>;
  readonly requirements: DefinitionShelf<DecisionRequirementsDefinition>;
  readonly decisions: DefinitionShelf<DecisionDefinition>;
  readonly forms: DefinitionShelf<FormDefinition>;
  readonly resources: DefinitionShelf<ResourceDefinition>;
  readonly startTimers: Map<TimerKey, StartTimer>;
  /** `startTriggerId` to the latest versions that start on it. */
  readonly startTriggers: Map<string, Map<string, ProcessDefinition>>;
}

const createShelf = <
  Definition extends DefinitionCommon & { readonly key: string },
>(): DefinitionShelf<Definition> => ({ byKey: new Map(), versions: new Map(), retired: new Map(), highest: new Map() });

export const createCatalog = (): DefinitionCatalog => ({
  processes: createShelf(),
  requirements: createShelf(),
  decisions: createShelf(),
  forms: createShelf(),
  resources: createShelf(),
  startTimers: new Map(),
  startTriggers: new Map(),
});

/** What a shelf calls the family of versions with one id. */
export const shelfId = (tenantId: string, id: string): string => `${tenantId} ${id}`;

/** What the catalog calls a message, a signal or, without name, the conditions that start processes. */
export const startTriggerId = (kind: StartTrigger['kind'], tenantId: string, name: string): string =>
  `${kind} ${tenantId} ${name}`;
