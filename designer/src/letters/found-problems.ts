import type { Locale, ProcedureProblem } from '@irisflow/client';
import type { Letter } from './letter.ts';
import { feelOf } from './page/page-words.ts';

const valueAt = (value: unknown, pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .reduce<unknown>(
      (inner, key) =>
        typeof inner === 'object' && inner !== null ? (inner as Readonly<Record<string, unknown>>)[key] : undefined,
      value,
    );

/** The members of parts that hold an expression. */
const expressionMembers = ['path', 'when', 'each', 'rows', 'value'] as const;

/** What the platform found of the expressions of one language, by the expression: a part that has moved since keeps its problem. */
export const foundIn = (
  letter: Letter,
  language: Locale,
  { problems, reader }: { problems: readonly ProcedureProblem[]; reader: Locale },
): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  for (const { pointer, message } of problems) {
    if (pointer?.startsWith(`/body/${language}/`) !== true) continue;
    const part = valueAt(letter, pointer) as Readonly<Record<string, unknown>> | null | undefined;
    const expression = expressionMembers
      .map((member) => part?.[member])
      .find((value): value is string => typeof value === 'string');
    // The answer is about the last save; meanwhile something else may stand at its place.
    if (expression === undefined || !message.en.includes(feelOf(expression))) continue;
    found.set(feelOf(expression), message[reader]);
  }
  return found;
};
