import { parseBpmn } from '@irisflow/bpmn';
import { analyzeSoundness, type SoundnessFinding } from '@irisflow/soundness';

/** What is known of the paths through one BPMN file. */
export interface PathReport {
  readonly findings: readonly SoundnessFinding[];
  readonly isComplete: boolean;
  readonly states: number;
}

/** Explores the processes of a file; null while it has errors, for then it means nothing to the engine. */
export const checkProcess = (xml: string): PathReport | null => {
  const parsed = parseBpmn(xml);
  if (!parsed.ok) return null;
  const reports = parsed.processes.map((process) => analyzeSoundness(process));
  return {
    findings: reports.flatMap(({ findings }) => findings),
    isComplete: reports.every(({ isComplete }) => isComplete),
    states: reports.reduce((sum, { states }) => sum + states, 0),
  };
};
