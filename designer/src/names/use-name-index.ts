import { indexNames, type NameIndex } from '@irisflow/names';
import { useDeferredValue, useMemo } from 'react';
import { useBlocks } from '../api/procedures.ts';
import { useDraft } from '../workspace/draft-context.ts';
import { readParts } from './read-parts.ts';

const noBlocks: ReadonlyMap<string, string> = new Map();

/** What is known where in the draft as it is now. Only below the workspace. */
export const useNameIndex = (): NameIndex => {
  const { files } = useDraft().state;
  // Typing goes before knowing: the index may be a keystroke late.
  const settled = useDeferredValue(files);
  const { data } = useBlocks();
  const blocks = useMemo(
    () => (data === undefined ? noBlocks : new Map(data.map(({ id, process }) => [`${id}.bpmn`, process]))),
    [data],
  );
  return useMemo(() => indexNames(readParts(settled, blocks)), [settled, blocks]);
};
