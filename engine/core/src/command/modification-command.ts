import type { ElementInstanceKey, ProcessDefinitionKey, ProcessInstanceKey } from '@irisflow/protocol';

/** An element of an ad-hoc sub-process to activate, with JSON text of the variables of its scope. */
export interface AdHocActivation {
  readonly elementId: string;
  readonly variables: string;
}

/** Activates elements of a running ad-hoc sub-process from outside. */
export interface ActivateAdHocActivitiesCommand {
  readonly kind: 'activateAdHocActivities';
  readonly adHocSubProcessInstanceKey: ElementInstanceKey;
  readonly elements: readonly AdHocActivation[];
  /** Whether what runs in it already is terminated. */
  readonly remaining: 'keep' | 'cancel';
}

export interface ActivateInstruction {
  readonly elementId: string;
  readonly ancestorKey: ElementInstanceKey | null;
  readonly variables: readonly { readonly variables: string; readonly scopeId: string }[];
}

/** One element instance, or all instances of an element, of which the outermost count. */
export type InstanceChoice =
  | { readonly by: 'key'; readonly key: ElementInstanceKey }
  | { readonly by: 'element'; readonly elementId: string };

/**
 * Where a move activates its target. `source`: in the scope of what moves.
 * `inferred`: in the nearest scope that is around what moves and around the target.
 */
export type MoveScope =
  | { readonly kind: 'given'; readonly ancestorKey: ElementInstanceKey | null }
  | { readonly kind: 'source' }
  | { readonly kind: 'inferred' };

/** Each chosen instance ends, and the target is activated as often. */
export interface MoveInstruction {
  readonly source: InstanceChoice;
  readonly targetElementId: string;
  readonly scope: MoveScope;
  readonly variables: ActivateInstruction['variables'];
}

export interface ModifyInstanceCommand {
  readonly kind: 'modifyInstance';
  readonly processInstanceKey: ProcessInstanceKey;
  readonly activate: readonly ActivateInstruction[];
  readonly move: readonly MoveInstruction[];
  readonly terminate: readonly InstanceChoice[];
}

export interface MigrateInstanceCommand {
  readonly kind: 'migrateInstance';
  readonly processInstanceKey: ProcessInstanceKey;
  readonly targetDefinitionKey: ProcessDefinitionKey;
  readonly mappings: readonly { readonly sourceElementId: string; readonly targetElementId: string }[];
}

/** What operators move by hand. */
export type ModificationCommand = ActivateAdHocActivitiesCommand | ModifyInstanceCommand | MigrateInstanceCommand;
