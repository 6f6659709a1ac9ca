import { useState } from 'react';
import { placeOf } from './letter-part.ts';
import type { PartOf } from './use-letter.ts';

export interface Typed {
  /** Undefined where the part is not being written. */
  readonly of: (part: PartOf) => string | undefined;
  /** Null once it is saved or given up. */
  readonly keep: (part: PartOf, text: string | null) => void;
  /** Whether something is being written in a language. */
  readonly isOpenIn: (language: string) => boolean;
}

/** What is being typed into parts of a letter: it outlives a look at another language. */
export const useTyped = (): Typed => {
  const [texts, setTexts] = useState<Readonly<Record<string, string | null>>>({});
  return {
    of: (part) => texts[placeOf(part)] ?? undefined,
    keep: (part, text) => setTexts((before) => ({ ...before, [placeOf(part)]: text })),
    isOpenIn: (language) =>
      Object.entries(texts).some(([place, text]) => text !== null && place.startsWith(`${language}-`)),
  };
};
