import type { Net, Place } from '../net/net.ts';

/**
 * Where tokens are, as a string with one character a place, in order: a key that can be compared and looked up at once.
 * A place holds at most one token; a second one is reported instead of counted.
 */
export type Marking = string;

/** Nothing is left in the scope: it is complete. */
export const completed: Marking = '';

/** The scope was left for a catcher outside of it. */
export const left: Marking = '\uFFFF';

/** Nothing more can happen in the scope, and nothing has to. */
export const isEnd = (marking: Marking): boolean => marking === completed || marking === left;

const letter = (place: Place): string => String.fromCharCode(place);

export const placesIn = (marking: Marking): readonly Place[] =>
  marking === left ? [] : Array.from(marking, (character) => character.charCodeAt(0));

export const holds = (marking: Marking, place: Place): boolean => marking.includes(letter(place));

const without = (marking: Marking, places: readonly Place[]): Marking => {
  let rest = marking;
  for (const place of places) rest = rest.replace(letter(place), '');
  return rest;
};

const insert = (marking: Marking, place: Place): Marking => {
  const added = letter(place);
  let at = 0;
  while (at < marking.length && marking.charAt(at) < added) at += 1;
  return marking.slice(0, at) + added + marking.slice(at);
};

/** What taking and putting tokens leads to; `doubled` are the places where a second token would have come. */
export const moveTokens = (
  net: Net,
  marking: Marking,
  { takes, puts }: { readonly takes: readonly Place[]; readonly puts: readonly Place[] },
): { readonly marking: Marking; readonly doubled: readonly Place[] } => {
  let next = without(marking, takes);
  const doubled: Place[] = [];
  for (const place of puts) {
    const twins = net.places[place]?.twins ?? [];
    if (twins.some((twin) => holds(next, twin))) doubled.push(place);
    else next = insert(next, place);
  }
  return { marking: next, doubled };
};
