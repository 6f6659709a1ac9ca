import type { LocalizedText } from '@irisflow/client';
import { useMemo } from 'react';
import { settingsPath, type ProcedureSettings } from '../settings/procedure-file.ts';
import { useDraftJson } from './use-draft-json.ts';

/** What of the settings names something drawn. */
export type NamingSettings = Partial<Pick<ProcedureSettings, 'elements' | 'tasks' | 'process' | 'title'>>;

export type StepNames = Readonly<Record<string, LocalizedText>>;

/** What steps, flows and processes of the draft are called in each language, by their ids; the process of the cases as the procedure. */
export const stepNamesOf = ({ elements = {}, tasks = {}, process, title }: NamingSettings): StepNames => ({
  ...(process === undefined || title === undefined ? {} : { [process.id]: title }),
  ...elements,
  ...Object.fromEntries(Object.entries(tasks).map(([id, { name }]) => [id, name])),
});

const none: StepNames = {};

export const useStepNames = (): StepNames => {
  const { reading } = useDraftJson<ProcedureSettings>(settingsPath);
  return useMemo(() => (reading.ok ? stepNamesOf(reading.value) : none), [reading]);
};
