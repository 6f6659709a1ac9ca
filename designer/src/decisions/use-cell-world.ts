import { useMemo } from 'react';
import { namesInWords } from '../conditions/choices-of-names.ts';
import { useAnswersIn, useNameIndex } from '../names/use-name-index.ts';
import { useSample } from '../names/use-sample.ts';
import { useTexts } from '../texts/use-texts.ts';
import type { CellWorld } from './CellEditor.tsx';
import { withAnswers } from './columns.ts';

/** What a decision of a file may ask about: all that the procedure knows, and the answers of the file's other decisions. */
export const useCellWorld = (path: string): CellWorld => {
  const { locale } = useTexts();
  const index = useNameIndex();
  const answers = useAnswersIn(path);
  const knowledge = useMemo(() => withAnswers(index.everywhere(), answers), [index, answers]);
  const names = useMemo(() => namesInWords(knowledge, locale), [knowledge, locale]);
  return { knowledge, names, sample: useSample(knowledge) };
};
