import type { ProcedureDraft, ProcedureProblem } from '@irisflow/client';
import type { DraftPort } from '../draft-state.ts';

/** A platform that agrees with everything and keeps nothing. */
export const stillPort = (draft: unknown, problems: ProcedureProblem[] = []): DraftPort => {
  const saved = { revision: 2, problems: [] };
  return {
    load: async () => draft as ProcedureDraft,
    save: async () => saved,
    changeFiles: async () => saved,
    setAside: async () => saved,
    restore: async () => ({ ...saved, content: '' }),
    lint: async () => problems,
  };
};
