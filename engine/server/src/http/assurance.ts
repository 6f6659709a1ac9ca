import type { AssuranceLevel } from '@irisflow/access';

/** For whom or for what a sign-in has to be strong enough. */
export type AssuranceNeed = 'citizen' | 'staff' | Exclude<AssuranceLevel, 'low'>;

/** How well the identity provider has to know people, in its own `acr` values. */
export interface Assurance {
  /** From the weakest to the strongest. */
  readonly values: readonly string[];
  /**
   * The weakest that will do; empty where none is named. Citizens and staff then come in with any, and no sign-in is
   * substantial or high.
   */
  readonly minimum: Readonly<Record<AssuranceNeed, string>>;
}

/** The values that will do, the weakest first: a provider takes the first that it can. */
export const acceptedValues = ({ values, minimum }: Assurance, need: AssuranceNeed): readonly string[] =>
  minimum[need] === '' ? [] : values.slice(values.indexOf(minimum[need]));

const isOfPeople = (need: AssuranceNeed): boolean => need === 'citizen' || need === 'staff';

/** Whether a sign-in was strong enough; one that says nothing of its strength is not. */
export const isAssured = (assurance: Assurance, need: AssuranceNeed, acr: string | null): boolean => {
  if (assurance.minimum[need] === '') return isOfPeople(need);
  return acr !== null && acceptedValues(assurance, need).includes(acr);
};

/** The strongest level that what the provider said stands for. */
export const levelOfAcr = (assurance: Assurance, acr: string | null): AssuranceLevel =>
  (['high', 'substantial'] as const).find((level) => isAssured(assurance, level, acr)) ?? 'low';
