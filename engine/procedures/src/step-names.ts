import type { LocalizedText } from '@irisflow/foundation';
import type { ProcedureDescription } from './procedure-description.ts';

/** The names of steps and flows in every language, as the procedure declares them beside its drawing. */
export const stepNames = ({ elements = {}, tasks }: ProcedureDescription): Record<string, LocalizedText> => ({
  ...elements,
  ...Object.fromEntries(Object.entries(tasks).map(([id, { name }]) => [id, name])),
});
