import type { Clerk } from '@irisflow/access';

/** The smallest count that says nothing of one person; larger ones are told in steps of as many. */
const SMALLEST = 5;

/** What somebody may be told of a count, and of what its members have in common. */
export interface Disclosure {
  readonly isExact: boolean;
  count(exact: number): number | null;
  /** Something about a group of this size. */
  of<T>(size: number, told: T): T | null;
}

const exactly: Disclosure = { isExact: true, count: (exact) => exact, of: (_size, told) => told };

/**
 * Rounded down alike everywhere: what passed a gateway is what its ways add up to, so that exact counts beside one that is left
 * out would give it away.
 */
const roughly: Disclosure = {
  isExact: false,
  count: (exact) => (exact > 0 && exact < SMALLEST ? null : exact - (exact % SMALLEST)),
  of: (size, told) => (size < SMALLEST ? null : told),
};

/** Whoever handles the cases knows each of them; whoever draws processes does not, by that alone. */
export const disclosureFor = ({ person }: Clerk): Disclosure =>
  person.roles.includes('agent') || person.roles.includes('supervisor') ? exactly : roughly;
