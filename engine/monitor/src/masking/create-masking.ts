import type { EngineVariable, Variables } from '@irisflow/engine-client';
import { foldText } from '@irisflow/foundation';
import { isPlatformVariable } from './platform-variables.ts';
import { handlesOf, valueOf } from './handles-of.ts';
import { harmlessNames } from './harmless-names.ts';
import type { KnownWords } from './mask-text.ts';
import type { IsHarmlessName } from './shape-of.ts';
import { foldedWordsOf, wordsOf } from './words-of.ts';

/** What decides which part of one instance is shown. */
export interface Masking {
  readonly handles: readonly string[];
  readonly words: KnownWords;
  readonly isHarmlessName: IsHarmlessName;
  readonly isHarmlessVariable: (name: string, value: unknown) => boolean;
}

interface Seen {
  readonly variables: readonly EngineVariable[];
  readonly files: readonly { readonly content: string }[];
  readonly platform: Variables;
}

const identifier = /^[A-Za-z_][A-Za-z0-9_]*$/;
const longNumber = /\d{4}/;

/**
 * Names are shown when the platform gave them or the published procedure writes them, and nobody in this instance is
 * called so; everything else is masked.
 */
export const createMasking = ({ variables, files, platform }: Seen): Masking => {
  const isHarmlessVariable = (name: string, value: unknown): boolean => isPlatformVariable(name, value, platform);
  const secret = variables.filter(({ name, value }) => !isHarmlessVariable(name, valueOf(value)));
  const values = new Set(secret.flatMap(({ value }) => foldedWordsOf(valueOf(value))));
  const published = new Set(files.flatMap(({ content }) => wordsOf(content)));
  const isHarmlessName: IsHarmlessName = (name) =>
    harmlessNames.has(name) ||
    (identifier.test(name) && !longNumber.test(name) && published.has(name) && !values.has(foldText(name)));
  return { handles: handlesOf(variables), words: { published, values }, isHarmlessName, isHarmlessVariable };
};
