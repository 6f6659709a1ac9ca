import type { ElementIndex, ExecutableProcess } from '@irisflow/bpmn';

import type { StepKind } from '../report.ts';

/**
 * The tokens of one scope as a net: places where a token can rest, and what can move it on.
 * Data is left out: a gateway may choose whatever it could choose with some data.
 */
export type Place = number;

export interface PlaceContent {
  /** The element that is active, or that the flow leads to. */
  readonly element: ElementIndex;
  /** The flow that the token waits on; null when the element is active. */
  readonly flow: number | null;
  /** All places of the same element or flow: a second token in any of them is one too many. */
  readonly twins: readonly Place[];
}

/** One of the ways on from an element: tokens on some of its flows. */
export interface Branch {
  readonly flows: readonly number[];
  readonly puts: readonly Place[];
}

/** What a move means to the scope: it goes on, everything in it ends, or it is left for a catcher outside. */
export type MoveOutcome = 'goesOn' | 'ends' | 'leaves';

export interface Move extends Branch {
  readonly kind: StepKind;
  readonly outcome: MoveOutcome;
  /** Who moves. */
  readonly element: ElementIndex;
  /** Everything that the token passes, the mover included. */
  readonly passes: readonly ElementIndex[];
  readonly takes: readonly Place[];
  /** Does not happen while a token is in one of these: one reminder at a time shows what two would. */
  readonly unless?: ReadonlySet<Place>;
}

/** A gateway that waits for tokens of several flows. */
export interface Join {
  readonly kind: 'parallel' | 'inclusive';
  readonly element: ElementIndex;
  readonly inputs: readonly Place[];
  readonly branches: readonly Branch[];
  /** For each input of an inclusive join: the elements from which a token could still come over that flow. */
  readonly senders: readonly ReadonlySet<ElementIndex>[];
}

export interface Net {
  readonly graph: ExecutableProcess;
  readonly scope: ElementIndex;
  readonly places: readonly PlaceContent[];
  /** The moves that need no other token, by place. */
  readonly moves: readonly (readonly Move[])[];
  /** The join that a place is an input of, by place. */
  readonly joins: readonly (Join | null)[];
  /** How the scope can begin; each is a state of its own. */
  readonly starts: readonly Move[];
}
