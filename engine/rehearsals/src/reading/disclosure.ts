import type { Clerk } from '@irisflow/access';

/** The smallest group that says nothing of one person; larger ones are told in steps of as many. */
const SMALLEST = 5;

/** What somebody may be told of how cases would end. */
export interface Disclosure {
  readonly isExact: boolean;
  /** Null for so few that they would tell of somebody. */
  readonly count: (exact: number) => number | null;
}

const exactly: Disclosure = { isExact: true, count: (exact) => exact };

/** Rounded down alike everywhere: what is left out cannot be calculated from a sum, because no sum is exact. */
const roughly: Disclosure = {
  isExact: false,
  count: (exact) => (exact > 0 && exact < SMALLEST ? null : exact - (exact % SMALLEST)),
};

/**
 * Whoever handles the cases knows each of them. Where the application form restricts answers they are told in large groups too: a
 * draft can be drawn so that it parts by an answer which they would have to say a reason to see.
 */
export const disclosureFor = ({ person }: Clerk, { isRestricted }: { readonly isRestricted: boolean }): Disclosure =>
  !isRestricted && (person.roles.includes('agent') || person.roles.includes('supervisor')) ? exactly : roughly;
