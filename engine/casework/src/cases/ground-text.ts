import type { ProcedureDescription } from '@irisflow/procedures';
import type { LocalizedText } from '@irisflow/foundation';

export interface Ground {
  readonly code: string;
  readonly text?: string;
}

/** The text of a ground in every language: the procedure's, else the one that came with it. */
export const groundText = ({ grounds }: ProcedureDescription, { code, text }: Ground): LocalizedText => {
  const known = Object.hasOwn(grounds, code) ? grounds[code] : undefined;
  if (known !== undefined) return known;
  const words = text ?? code;
  return { fr: words, nl: words, en: words };
};
