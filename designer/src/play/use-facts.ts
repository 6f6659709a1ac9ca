import { nameDiagram } from '@irisflow/frame';
import { useLocale } from '@irisflow/ui';
import { useMemo } from 'react';
import { useBlocks } from '../api/procedures.ts';
import { elementNames } from '../instances/element-names.ts';
import { useDraft } from '../workspace/draft-context.ts';
import { useStepNames } from '../workspace/use-step-names.ts';
import { readFacts, type ProcedureFacts } from './procedure-facts.ts';

/** What the draft says, read again whenever a file changes. */
export const useFacts = (): ProcedureFacts => {
  const { files } = useDraft().state;
  const { data: blocks } = useBlocks();
  return useMemo(() => readFacts(files, blocks ?? null), [files, blocks]);
};

/** What people call an element: its name on a drawing, else its id. */
export type NameOf = (elementId: string) => string;

export const useElementNames = ({ playable }: ProcedureFacts): NameOf => {
  const { resources } = playable;
  const locale = useLocale();
  const translated = useStepNames();
  return useMemo(() => {
    const names = new Map(
      resources
        .filter(({ name }) => name.endsWith('.bpmn'))
        .flatMap(({ text }) => [...elementNames(nameDiagram(text, translated, locale))]),
    );
    return (id) => names.get(id) ?? id;
  }, [resources, translated, locale]);
};
