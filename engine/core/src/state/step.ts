import type { ElementInstanceKey } from '@irisflow/protocol';

/** One unit of follow-up work inside a tree. A step never creates what no token or element instance already accounts for. */
export type Step =
  /** A token on the sequence flow arrives at its target. */
  | { readonly do: 'enter'; readonly flow: number; readonly scopeKey: ElementInstanceKey }
  /** Goes on with the activation of an element instance. */
  | { readonly do: 'activate'; readonly key: ElementInstanceKey }
  | { readonly do: 'complete'; readonly key: ElementInstanceKey }
  | { readonly do: 'terminate'; readonly key: ElementInstanceKey }
  /** Creates the next inner instances of a multi-instance body. */
  | { readonly do: 'spawn'; readonly key: ElementInstanceKey };
