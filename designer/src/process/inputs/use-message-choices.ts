import { useMemo } from 'react';
import { useDraft } from '../../workspace/draft-context.ts';
import { messageChoices } from '../../workspace/name-choices.ts';
import type { StepInput } from './step-inputs.ts';

/** The messages that the processes of the draft wait for, by their names. */
export const useMessageChoices = (): StepInput['choices'] => {
  const { files } = useDraft().state;
  return useMemo(() => messageChoices(files), [files]);
};
