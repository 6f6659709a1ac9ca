import { useLocale } from '@irisflow/ui';
import { useMemo } from 'react';
import { useFileProblems } from '../workspace/use-problems.ts';
import type { JsonFinding } from './JsonEditor.tsx';

/** The findings of a file in the reader's language, as the JSON editor underlines them. */
export const useFindings = (path: string): JsonFinding[] => {
  const locale = useLocale();
  const problems = useFileProblems(path);
  return useMemo(
    () =>
      problems.map(({ severity, message, pointer, line }) => ({ severity, message: message[locale], pointer, line })),
    [problems, locale],
  );
};
