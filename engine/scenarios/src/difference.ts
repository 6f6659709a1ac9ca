/** Where a scenario went otherwise than it says. Elements are told by their ids. */
export type Difference =
  | { readonly kind: 'incident'; readonly elementId: string; readonly type: string; readonly message: string }
  | {
      readonly kind: 'notReached';
      /** What is left of the expected path, in order. */
      readonly missed: readonly string[];
      /** The last element of the expected path that completed; null for none. */
      readonly after: string | null;
      /** What completed after it instead, in order. */
      readonly instead: readonly string[];
    }
  | { readonly kind: 'entered'; readonly elements: readonly string[] }
  | { readonly kind: 'rests'; readonly expected: readonly string[]; readonly found: readonly string[] }
  | { readonly kind: 'variable'; readonly name: string; readonly expected: unknown; readonly found: unknown }
  | { readonly kind: 'letters'; readonly missing: readonly string[]; readonly unexpected: readonly string[] }
  | { readonly kind: 'status'; readonly expected: string; readonly found: string | null }
  /** A step could not be taken: nobody waits for it. `step` counts from 1. */
  | {
      readonly kind: 'noTask';
      readonly step: number;
      readonly elementId: string;
      readonly open: readonly string[];
    }
  /** It made jobs without end. */
  | { readonly kind: 'restless'; readonly rounds: number }
  /** It could not be played at all, in the engine's words. */
  | { readonly kind: 'broken'; readonly message: string };

const list = (items: readonly string[]): string => (items.length === 0 ? 'none' : items.join(', '));

type Teller<Kind extends Difference['kind']> = (difference: Extract<Difference, { readonly kind: Kind }>) => string;

const tellers: { readonly [Kind in Difference['kind']]: Teller<Kind> } = {
  incident: ({ elementId, type, message }) => `Expected no incident, but found ${type} at ${elementId}: ${message}.`,
  notReached: ({ missed, after, instead }) =>
    `Expected to reach ${list(missed)} in this order, but after ${after ?? 'the start'} the path was ${list(instead)}.`,
  entered: ({ elements }) => `Expected never to enter ${list(elements)}, but the path did.`,
  rests: ({ expected, found }) => `Expected to rest at ${list(expected)}, but it rests at ${list(found)}.`,
  variable: ({ name, expected, found }) =>
    `Expected ${name} to hold ${JSON.stringify(expected)}, but it is ${JSON.stringify(found)}.`,
  letters: ({ missing, unexpected }) =>
    `Expected other letters: missing are ${list(missing)}, not expected were ${list(unexpected)}.`,
  status: ({ expected, found }) => `Expected the status ${expected}, but it is ${found ?? 'none'}.`,
  noTask: ({ step, elementId, open }) =>
    `Expected a user task at "${elementId}" for step ${step}, but the open ones are: ${list(open)}.`,
  restless: ({ rounds }) => `Expected the process to rest, but it still made jobs after ${rounds} rounds.`,
  broken: ({ message }) => message,
};

/** A difference as a sentence for who runs scenarios in a terminal. */
export const differenceText = (difference: Difference): string =>
  (tellers[difference.kind] as (difference: Difference) => string)(difference);

/** Thrown where a scenario cannot go on. */
export class ScenarioStop extends Error {
  readonly difference: Difference;

  constructor(difference: Difference, story: string) {
    super(`${differenceText(difference)}\n${story}`);
    this.name = 'ScenarioStop';
    this.difference = difference;
  }
}
