import type { ProcedureProblem } from '@irisflow/client';
import { useEffect, useMemo } from 'react';
import { useTexts } from '../texts/use-texts.ts';
import { controlId, placesAround } from './problem-places.ts';
import { useFileProblems } from './use-problems.ts';

/** What is wrong at a place of a file, in the reader's language; undefined where nothing is. */
export type ProblemAt = (pointer: string) => string | undefined;

export const useProblemAt = (path: string): ProblemAt => {
  const t = useTexts();
  const problems = useFileProblems(path);
  return useMemo(() => {
    const found = new Map<string, string[]>();
    for (const { pointer, message } of problems) {
      if (pointer === null) continue;
      found.set(pointer, [...(found.get(pointer) ?? []), message[t.locale]]);
    }
    return (pointer) => found.get(pointer)?.join(' ');
  }, [problems, t.locale]);
};

/** Leads whoever chose a problem in the list to the control that it is about, or to the nearest around it. */
export const useFocusedProblem = (focus: ProcedureProblem | null): void => {
  useEffect(() => {
    if (focus?.pointer === null || focus === null) return;
    const controls = placesAround(focus.pointer).map((place) => document.getElementById(controlId(place)));
    const control = controls.find((found) => found !== null);
    for (let fold = control?.closest('details'); fold; fold = fold.parentElement?.closest('details')) fold.open = true;
    control?.scrollIntoView({ block: 'center' });
    control?.focus();
  }, [focus]);
};
