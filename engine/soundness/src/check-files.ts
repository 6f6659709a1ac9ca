import type { ExecutableProcess } from '@irisflow/bpmn';
import { analyzeSoundness } from './analyze-soundness.ts';
import type { SoundnessReport } from './report.ts';
import { sentMessages } from './sent-messages.ts';

/** A file as it was read: its processes, or null while it has errors. */
type ReadFile = readonly ExecutableProcess[] | null;

/**
 * Explores processes among the other files of their procedure. What may arrive is what these files and the surroundings send; any
 * message may while a file cannot be read or computes a name.
 */
export const checkAmong = (
  processes: readonly ExecutableProcess[],
  siblings: readonly ReadFile[],
  arriving: readonly string[],
): readonly SoundnessReport[] => {
  const readable = siblings.filter((file) => file !== null);
  const sent = sentMessages([...processes, ...readable.flat()]);
  const options = readable.length < siblings.length || sent === null ? {} : { messages: [...sent, ...arriving] };
  return processes.map((process) => analyzeSoundness(process, options));
};
