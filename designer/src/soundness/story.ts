import type { PathFinding } from './check-process.ts';

/** What is being shown on the canvas: how a process comes to its problem. */
export interface Story {
  readonly file: string;
  readonly finding: PathFinding;
}
