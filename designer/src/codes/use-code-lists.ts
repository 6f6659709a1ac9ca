import type { CodeList } from '@irisflow/forms';
import { useMemo } from 'react';
import { useDraft } from '../workspace/draft-context.ts';
import { codeListsIn } from './code-lists-in.ts';

/** The code lists of the draft, by their keys. */
export const useCodeLists = (): ReadonlyMap<string, CodeList> => {
  const { files } = useDraft().state;
  return useMemo(() => codeListsIn(files), [files]);
};
