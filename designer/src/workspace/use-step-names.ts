import type { LocalizedText } from '@irisflow/client';
import { useMemo } from 'react';
import { settingsPath, type ProcedureSettings } from '../settings/procedure-file.ts';
import { useDraftJson } from './use-draft-json.ts';

export type StepNames = Readonly<Record<string, LocalizedText>>;

/** What steps and flows of the draft are called in each language, by the ids of their elements. */
export const stepNamesOf = ({
  elements = {},
  tasks = {},
}: Pick<ProcedureSettings, 'elements' | 'tasks'>): StepNames => ({
  ...elements,
  ...Object.fromEntries(Object.entries(tasks).map(([id, { name }]) => [id, name])),
});

const none: StepNames = {};

export const useStepNames = (): StepNames => {
  const { reading } = useDraftJson<ProcedureSettings>(settingsPath);
  return useMemo(() => (reading.ok ? stepNamesOf(reading.value) : none), [reading]);
};
