import type { SubscriptionKey } from '@irisflow/protocol';
import type { ElementIndex, ElementKind, ExecutableElement } from '@irisflow/bpmn';
import type { ElementInstance } from '../state/element-instance.ts';
import type { InstanceTree, VariableWrite } from '../state/instance-tree.ts';
import type { Step } from '../state/step.ts';
import type { Desk } from '../desk/desk.ts';
import type { Effect } from './effect.ts';

/** The work of one command inside one tree. */
export interface Run {
  readonly desk: Desk;
  readonly tree: InstanceTree;
  /** Work still to do, first in first out. */
  readonly queue: Step[];
  /** How often in a row this work has used up the budget of a command before. */
  readonly rounds: number;
  /** Steps of FEEL that this command has taken: they use up its budget too. */
  spent: number;
  /** Variables written since conditions were last asked. */
  readonly writes: VariableWrite[];
  /** Conditional subscriptions to ask whatever changed: they have just opened, or failed before. */
  readonly opened: Set<SubscriptionKey>;
  /** Conditional subscriptions that were triggered during this command: each is at most once. */
  readonly triggered: Set<SubscriptionKey>;
  /** What is special about an element; the instance tells the body of a loop from what it repeats. */
  behaviorOf(element: ExecutableElement, instance: ElementInstance | null): ElementBehavior<ExecutableElement>;
  /** Does what an instance does once it is active. */
  perform(run: Run, instance: ElementInstance, effect: Effect): void;
}

/** How an element instance inside a scope ended. */
export type Ending = 'completed' | 'terminated';

export interface EndedChild {
  readonly child: ElementInstance;
  readonly ending: Ending;
}

/**
 * What is special about one kind of element. The life they all share is told here and lived in `execute-element`:
 *
 * 1. A token arrives (`join` says whether it is enough) or an event fires, and the instance is *activating*:
 *    input mappings, start listeners, then `activate` evaluates every expression of the element and `catches` names the
 *    events to listen to. Nothing is opened before all of that succeeded; a failure is an incident and the instance waits.
 * 2. Subscriptions open, except those of a scope that need what its start event maps; the instance is *activated*, and what `activate` returned is done: `perform` reads it, data and no code.
 * 3. Something completes it: *completing*, with the flows that it chose, if it chose any; output mappings, end listeners, `beforeCompleted`, subscriptions close,
 *    *completed*, and tokens leave on the outgoing flows.
 * 4. Or something interrupts it: *terminating*, its work and subscriptions are withdrawn, everything inside ends first,
 *    *terminated*, and the event that interrupted goes on.
 */
export interface ElementBehavior<Element extends ExecutableElement> {
  /** The flows that lose a token when the element activates; null keeps the arrived token waiting. Default: the flow itself. */
  readonly join?: (element: Element, tokens: ReadonlyMap<number, number>, flow: number) => readonly number[] | null;
  /** The event elements, besides boundary events, that can be triggered while the instance is active. Default: none. */
  readonly catches?: (run: Run, element: Element, instance: ElementInstance) => readonly ElementIndex[];
  /** The same of a scope, for those that open only once its start event has completed. Default: none. */
  readonly catchesInside?: (run: Run, element: Element, instance: ElementInstance) => readonly ElementIndex[];
  readonly activate: (run: Run, element: Element, instance: ElementInstance) => Effect;
  /** The flows through which it leaves; asked where `activate` chose them and nothing remembers. Default: all of them. */
  readonly choose?: (run: Run, element: Element, instance: ElementInstance) => readonly number[];
  /** May still throw an incident; the instance then stays completing. */
  readonly beforeCompleted?: (run: Run, element: Element, instance: ElementInstance) => void;
  /** Withdraws work that only this kind knows. Jobs, user tasks, subscriptions and incidents are withdrawn already. */
  readonly onTerminating?: (run: Run, element: Element, instance: ElementInstance) => void;
  /** Something directly inside ended and nothing took its place. Default: the scope completes when it is empty. */
  readonly childEnded?: (run: Run, element: Element, scope: ElementInstance, ended: EndedChild) => void;
}

/** The element type of a kind. */
export type ElementOf<Kind extends ElementKind> = ExecutableElement extends infer Element
  ? Element extends { readonly kind: infer Kinds }
    ? Kind extends Kinds
      ? Element
      : never
    : never
  : never;

/** One behavior per kind: leaving one out does not compile. */
export type Behaviors = {
  readonly [Kind in ElementKind]: ElementBehavior<ElementOf<Kind> & ExecutableElement>;
};
