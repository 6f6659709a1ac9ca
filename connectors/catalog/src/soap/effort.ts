import { incident } from '@irisflow/connector-sdk';

/** Looks at an element of a description, or at a value, that any service and process of good will has fewer of. */
const MOST_LOOKS = 1_000_000;

/**
 * What one reading or writing may take. Many values of a type with many elements take the product of both, which would hold up
 * every other job of the worker: `spend` raises an incident before that.
 */
export type Effort = { readonly spend: (looks: number) => void };

export const createEffort = (what: string): Effort => {
  let spent = 0;
  return {
    spend: (looks) => {
      spent += looks;
      if (spent > MOST_LOOKS) throw incident(`Expected ${what} to hold fewer values for so large a description.`);
    },
  };
};
