import { parseBpmn } from '@irisflow/bpmn';
import { platformMessages } from '@irisflow/protocol';
import { checkAmong, type SoundnessFinding } from '@irisflow/soundness';
import { drawnElements, type DrawnElements } from './element-words.ts';

/** A finding with what people call the elements of its file. */
export interface PathFinding extends SoundnessFinding {
  readonly drawn: DrawnElements;
}

/** What is known of the paths through one BPMN file. */
export interface PathReport {
  readonly findings: readonly PathFinding[];
  readonly isComplete: boolean;
  readonly states: number;
}

const processesOf = (xml: string) => {
  const parsed = parseBpmn(xml);
  return parsed.ok ? parsed.processes : null;
};

/** Explores the processes of a file among those of its procedure; null while it has errors, for then it means nothing to the engine. */
export const checkProcess = (xml: string, siblings: readonly string[] = []): PathReport | null => {
  const processes = processesOf(xml);
  if (processes === null) return null;
  const reports = checkAmong(processes, siblings.map(processesOf), platformMessages);
  const drawn = drawnElements(processes);
  return {
    findings: reports.flatMap(({ findings }) => findings.map((finding) => ({ ...finding, drawn }))),
    isComplete: reports.every(({ isComplete }) => isComplete),
    states: reports.reduce((sum, { states }) => sum + states, 0),
  };
};
