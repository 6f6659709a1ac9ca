import { parseBpmn } from '@irisflow/bpmn';
import { platformMessages } from '@irisflow/protocol';
import { analyzeSoundness, sentMessages, type SoundnessFinding, type SoundnessOptions } from '@irisflow/soundness';
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

type Parsed = ReturnType<typeof parseBpmn>;

/** What may arrive is what the procedure and the platform send; any message may while a file cannot be read or computes a name. */
const arriving = (files: readonly Parsed[]): SoundnessOptions => {
  const readable = files.filter((file) => file.ok);
  const sent = sentMessages(readable.flatMap(({ processes }) => processes));
  return readable.length < files.length || sent === null ? {} : { messages: [...sent, ...platformMessages] };
};

/** Explores the processes of a file among those of its procedure; null while it has errors, for then it means nothing to the engine. */
export const checkProcess = (xml: string, siblings: readonly string[] = []): PathReport | null => {
  const parsed = parseBpmn(xml);
  if (!parsed.ok) return null;
  const options = arriving([parsed, ...siblings.map((sibling) => parseBpmn(sibling))]);
  const reports = parsed.processes.map((process) => analyzeSoundness(process, options));
  const drawn = drawnElements(parsed.processes);
  return {
    findings: reports.flatMap(({ findings }) => findings.map((finding) => ({ ...finding, drawn }))),
    isComplete: reports.every(({ isComplete }) => isComplete),
    states: reports.reduce((sum, { states }) => sum + states, 0),
  };
};
