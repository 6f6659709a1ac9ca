import type { ProcessPath } from '@irisflow/bpmn';
import type { holders } from './holders.ts';
import type { NewFolder } from './publish-folder.ts';

/** What is known of the other administration, and what the attacker may use of it. */
export interface Known {
  readonly caseId: string;
  readonly platformUrl: string;
  readonly applicantNumber: string;
}

/**
 * What came of an attack. The other administration's instances, tasks, cases and audit are compared before and after: had
 * anything of them moved, the outcome would be `THE OTHER MOVES`.
 */
export type Outcome =
  | `refused: ${string}`
  /** The attacker's own process goes on, and nothing else. */
  | 'its own alone'
  /** An incident of its own, whose message says this. */
  | `its own stops: ${string}`
  /** It waits in its own process for somebody of its own. */
  | 'its own waits'
  | 'nothing moves';

/** One element under this id; what it does is the attack. */
export type Draw = (path: ProcessPath, id: string) => ProcessPath;

export type Attack =
  /** A folder with one thing changed, which is to be published. */
  | { readonly publish: Partial<NewFolder> | Draw }
  /** What a published process does when it runs. */
  | { readonly run: (known: Known) => Draw; readonly waits?: boolean }
  /** What the platform publishes in the attacker's name, to a copy with the same names and to whoever listens. */
  | { readonly message: string; readonly key: string }
  | { readonly signal: string }
  /** Happens by itself once the copy is published. */
  | { readonly after: 'publication'; readonly of: string };

/** Where a thing of the other administration is reached by whoever is nobody there. */
export type Holder = keyof typeof holders;

export interface Row {
  readonly what: string;
  readonly attack: Attack;
  readonly expected: Outcome;
  readonly heldBy: Holder;
}

/** Names of the other administration, as the engine knows them. */
export const theirs = (name: string): string => `brussels-housing.${name}`;

/** Nobody knows before it runs what comes of it. */
export const computed = (name: string): string => `=if caseHandle = null then null else "${name}"`;

export const row = (what: string, heldBy: Holder, attack: Attack, expected: Outcome): Row => ({
  what,
  heldBy,
  attack,
  expected,
});
export const runs = (what: string, heldBy: Holder, draw: Draw, expected: Outcome): Row =>
  row(what, heldBy, { run: () => draw, waits: expected === 'its own waits' }, expected);
export const refuses = (what: string, publish: Partial<NewFolder> | Draw, code: string): Row =>
  row(what, 'publication', { publish }, `refused: ${code}`);
export const sends = (what: string, message: string, expected: Outcome, key = 'everybody'): Row =>
  row(what, 'instance', { message, key }, expected);
