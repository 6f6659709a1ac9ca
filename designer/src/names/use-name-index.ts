import type { DecisionRequirements } from '@irisflow/dmn';
import {
  decisionNames,
  indexNames,
  letterNames,
  type Knowledge,
  type KnownName,
  type NameIndex,
  type ProcedureParts,
} from '@irisflow/names';
import { useDeferredValue, useMemo } from 'react';
import { useBlocks } from '../api/procedures.ts';
import { useDraft } from '../workspace/draft-context.ts';
import { readParts } from './read-parts.ts';

const noBlocks: ReadonlyMap<string, string> = new Map();

interface Named {
  readonly parts: ProcedureParts;
  readonly index: NameIndex;
}

/** The draft as it is now, with what is known where in it. Only below the workspace. */
const useNamedParts = (): Named => {
  const { files } = useDraft().state;
  // Typing goes before knowing: the index may be a keystroke late.
  const settled = useDeferredValue(files);
  const { data } = useBlocks();
  const blocks = useMemo(
    () => (data === undefined ? noBlocks : new Map(data.map(({ id, process }) => [`${id}.bpmn`, process]))),
    [data],
  );
  return useMemo(() => {
    const parts = readParts(settled, blocks);
    return { parts, index: indexNames(parts) };
  }, [settled, blocks]);
};

export const useNameIndex = (): NameIndex => useNamedParts().index;

/** What a letter may mention, by its key. */
export const useLetterNames = (key: string): Knowledge => {
  const { parts, index } = useNamedParts();
  return useMemo(() => letterNames(parts, index, key), [parts, index, key]);
};

/** What is known before a task, in whichever process it is drawn. */
export const useTaskNames = (id: string): Knowledge => {
  const index = useNameIndex();
  return useMemo(() => index.at({ id }), [index, id]);
};

/** The decisions of one file as they were compiled for the names; null while the file cannot be read. */
export const useRequirements = (path: string): DecisionRequirements | null => {
  const { parts } = useNamedParts();
  return parts.decisions.find((file) => file.path === path)?.requirements ?? null;
};

/** Answers of the decisions of one file, by the names under which others of the file read them. */
export const useAnswersIn = (path: string): readonly KnownName[] => {
  const { parts } = useNamedParts();
  return useMemo(() => {
    const decisions = parts.decisions.find((file) => file.path === path)?.requirements.decisions ?? [];
    return decisions.flatMap(({ id, name, variable }) => {
      const result = decisionNames(parts, id).names.get('result');
      return result === undefined ? [] : [{ ...result, name: variable, label: { fr: name, nl: name, en: name } }];
    });
  }, [parts, path]);
};

/** What is known of the answer of a decision. */
export const useDecisionNames = (id: string): Knowledge => {
  const { parts } = useNamedParts();
  return useMemo(() => decisionNames(parts, id), [parts, id]);
};
