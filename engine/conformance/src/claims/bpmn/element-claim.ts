import type { Claim } from '../../kit/claim.ts';

/** One element of the notation: a model that has it, and the scenarios that show it at work. */
export interface ElementClaim {
  readonly element: string;
  readonly outcome: Claim['outcome'];
  readonly model: string;
  readonly shownBy: readonly number[];
}

export interface ElementGroup {
  readonly group: string;
  readonly claims: readonly ElementClaim[];
}

export const works = (element: string, model: string, ...shownBy: readonly number[]): ElementClaim => ({
  element,
  outcome: 'works',
  model,
  shownBy,
});

/** Deploys and says something to the reader only, as the notation wants it. */
export const drawn = (element: string, model: string): ElementClaim => ({
  element,
  outcome: 'drawn',
  model,
  shownBy: [],
});

export const refused = (element: string, model: string): ElementClaim => ({
  element,
  outcome: 'refused',
  model,
  shownBy: [],
});
