import type { Clerk } from '@irisflow/access';

/** The smallest count that says nothing of one person; larger ones are told in steps of as many. */
const SMALLEST = 5;

/** What somebody may be told of a count, and of what its members have in common. */
export interface Disclosure {
  readonly isExact: boolean;
  /** The smallest group that something is told of. */
  readonly smallest: number;
  count(exact: number): number | null;
}

/** What several counts that were told come to; null where there are some and none of them was told. */
export const addUp = (told: readonly (number | null)[]): number | null => {
  const sum = told.reduce<number>((all, count) => all + (count ?? 0), 0);
  return sum === 0 && told.includes(null) ? null : sum;
};

const exactly: Disclosure = { isExact: true, smallest: 1, count: (exact) => exact };

/**
 * Rounded down alike everywhere: what passed a gateway is what its ways add up to, so that exact counts beside one that is left
 * out would give it away. What is rounded is a month of one version, and no sum of it: whoever asks for two periods that
 * differ by a day, or for one version and for all, learns nothing from the difference.
 */
const roughly: Disclosure = {
  isExact: false,
  smallest: SMALLEST,
  count: (exact) => (exact > 0 && exact < SMALLEST ? null : exact - (exact % SMALLEST)),
};

/** Whoever handles the cases knows each of them; whoever draws processes does not, by that alone. */
export const disclosureFor = ({ person }: Clerk): Disclosure =>
  person.roles.includes('agent') || person.roles.includes('supervisor') ? exactly : roughly;
