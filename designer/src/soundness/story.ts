import type { SoundnessFinding } from '@irisflow/soundness';

/** What is being shown on the canvas: how a process comes to its problem. */
export interface Story {
  readonly file: string;
  readonly finding: SoundnessFinding;
}
