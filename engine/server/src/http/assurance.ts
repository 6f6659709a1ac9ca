export type AssuranceLevel = 'citizen' | 'staff';

/** How well the identity provider has to know people, in its own `acr` values. */
export interface Assurance {
  /** From the weakest to the strongest. */
  readonly values: readonly string[];
  /** The weakest that will do; empty where any will. */
  readonly minimum: Readonly<Record<AssuranceLevel, string>>;
}

/** The values that will do, the weakest first: a provider takes the first that it can. */
export const acceptedValues = ({ values, minimum }: Assurance, level: AssuranceLevel): readonly string[] =>
  minimum[level] === '' ? [] : values.slice(values.indexOf(minimum[level]));

/** Whether a sign-in was strong enough; one that says nothing of its strength is not. */
export const isAssured = (assurance: Assurance, level: AssuranceLevel, acr: string | null): boolean =>
  assurance.minimum[level] === '' || (acr !== null && acceptedValues(assurance, level).includes(acr));
