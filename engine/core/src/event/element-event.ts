import type { ElementIndex } from '@irisflow/bpmn';
import type { ElementInstanceKey, ElementType, ProcessInstanceKey, VariableKey } from '@irisflow/protocol';

/** Which element instance an event is about, complete enough to publish it without the graph. */
export interface ElementRef {
  readonly key: ElementInstanceKey;
  readonly element: ElementIndex;
  readonly elementId: string;
  readonly elementType: ElementType;
  readonly scopeKey: ElementInstanceKey | null;
  readonly processInstanceKey: ProcessInstanceKey;
}

export type ElementTransitionKind =
  | 'elementActivated'
  | 'elementCompleted'
  | 'elementTerminating'
  | 'elementTerminated';

export type ElementEvent =
  /** `flows` lose one token each. */
  | ({ readonly kind: 'elementActivating'; readonly flows: readonly number[] } & ElementRef)
  /** `flows` are those through which it leaves, where it chose them. */
  | ({ readonly kind: 'elementCompleting'; readonly flows?: readonly number[] } & ElementRef)
  | ({ readonly kind: ElementTransitionKind } & ElementRef);

/** A value written in a scope. */
export interface VariableEvent {
  readonly kind: 'variableCreated' | 'variableUpdated';
  readonly key: VariableKey;
  readonly name: string;
  /** JSON text. */
  readonly value: string;
  readonly scopeKey: ElementInstanceKey;
  readonly processInstanceKey: ProcessInstanceKey;
}
