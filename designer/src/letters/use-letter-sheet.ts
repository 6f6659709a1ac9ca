import { ProblemError } from '@irisflow/client';
import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { previewLetter, type LetterQuestion } from '../api/trials.ts';
import { mandatoryParts, type MandatoryPart } from './letter.ts';

/** A letter as it is printed, or what it lacks of what the law wants in it. */
export interface LetterSheet {
  readonly missing: readonly MandatoryPart[];
  /** Of the PDF; null where it is refused. With something missing it is marked as a draft. */
  readonly url: string | null;
}

export interface SheetWanted extends Omit<LetterQuestion, 'asDraft'> {
  /** Whether somebody wants to see it although something is missing. */
  readonly asDraft: boolean;
}

/** What the platform found missing; null for another failure. */
const missingOf = (error: unknown): readonly MandatoryPart[] | null => {
  if (!(error instanceof ProblemError) || error.problem.code !== 'LETTER_INCOMPLETE') return null;
  const keywords = (error.problem.errors ?? []).map(({ keyword }) => keyword);
  return mandatoryParts.filter((part) => keywords.includes(part));
};

const urlOf = async (question: LetterQuestion): Promise<string> => URL.createObjectURL(await previewLetter(question));

const printed = async ({ asDraft, ...question }: SheetWanted): Promise<LetterSheet> => {
  try {
    return { missing: [], url: await urlOf(question) };
  } catch (error) {
    const missing = missingOf(error);
    if (missing === null) throw error;
    return { missing, url: asDraft ? await urlOf({ ...question, asDraft }) : null };
  }
};

/** Asks the platform to print a letter; what it printed before is given back. */
export const useLetterSheet = () => {
  const printing = useMutation({ mutationFn: printed });
  const url = printing.data?.url ?? null;
  useEffect(
    () => () => {
      if (url !== null) URL.revokeObjectURL(url);
    },
    [url],
  );
  return printing;
};
