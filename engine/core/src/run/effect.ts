import type { ElementIndex, ExecutableElement } from '@irisflow/bpmn';
import type { FormKey, JobKind, ListenerEventType } from '@irisflow/protocol';
import type { ProcessDefinition } from '../state/definition-catalog.ts';
import type { ElementInstance } from '../state/element-instance.ts';
import type { UserTaskAttributes } from '../state/instance-tree.ts';

/** A job whose expressions are evaluated and which can be offered without failing. */
export interface JobDraft {
  readonly type: string;
  readonly retries: number;
  /** JSON text of an object. */
  readonly headers: string;
  readonly kind: JobKind;
  readonly listenerEventType: ListenerEventType;
}

/** A user task whose expressions are evaluated. */
export interface UserTaskDraft {
  readonly attributes: UserTaskAttributes;
  readonly formKey: FormKey | null;
  readonly externalFormReference: string | null;
}

/** Who catches, and on which instance the catch event is attached. */
export interface Catcher {
  readonly owner: ElementInstance;
  readonly catchElement: ExecutableElement;
}

/**
 * What an element instance does once it is active: what its expressions gave when it was activating, as data.
 * Whatever has to outlive the step is an event, and with it part of the stored instance.
 */
export type Effect =
  /** Waits for what it subscribed to. */
  | { readonly do: 'wait' }
  /** Has nothing to wait for, and leaves through all its flows. */
  | { readonly do: 'complete' }
  /** Leaves at once, through these flows alone. */
  | { readonly do: 'leave'; readonly flows: readonly number[] }
  | { readonly do: 'offerJob'; readonly job: JobDraft }
  /** The engine did the work itself. `value` is JSON text. */
  | { readonly do: 'takeResult'; readonly variable: string; readonly value: string }
  | { readonly do: 'openUserTask'; readonly task: UserTaskDraft }
  | { readonly do: 'callProcess'; readonly definition: ProcessDefinition }
  /** Starts the first path inside: where it was triggered, else at this start event. */
  | { readonly do: 'startScope'; readonly at: ElementIndex | null }
  | { readonly do: 'startLoop'; readonly size: number }
  | { readonly do: 'startAdHoc'; readonly targets: readonly ElementIndex[]; readonly job: JobDraft | null }
  /** Activates the one element for which an inner scope of an ad-hoc sub-process was made. */
  | { readonly do: 'startInner' }
  | { readonly do: 'throwError'; readonly catcher: Catcher }
  | { readonly do: 'throwEscalation'; readonly code: string; readonly catcher: Catcher | null }
  | { readonly do: 'throwSignal'; readonly name: string }
  | { readonly do: 'throwCompensation'; readonly activity: ElementIndex | null }
  | { readonly do: 'throwTerminate' }
  | { readonly do: 'throwLink'; readonly target: ElementIndex | null };

export type EffectOf<Do extends Effect['do']> = Extract<Effect, { readonly do: Do }>;

export const justWait: Effect = { do: 'wait' };

/** The effect of an element that has nothing to wait for. */
export const completeAtOnce: Effect = { do: 'complete' };
