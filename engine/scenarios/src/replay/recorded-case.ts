import type { DescribedTerm } from '../case-terms.ts';
import type { Playable } from '../run-scenario.ts';
import type { ConnectorAnswer, Values } from '../scenario.ts';

/** A step of people as it was opened in a case. */
export interface RecordedTask {
  readonly elementId: string;
  /** When it was done, in epoch milliseconds; null where it was called off. */
  readonly at: number | null;
  /** What was given to the process. */
  readonly with: Values;
}

/** A question to a connector as it was asked in a case. */
export interface RecordedQuestion {
  readonly elementId: string;
  /** Empty where the drawing calculates it. */
  readonly type: string;
  /** What the step had for itself: at least what it gave to the connector. */
  readonly inputs: Values;
  /** Null where none came. */
  readonly answer: ConnectorAnswer | null;
}

/** What the process was told from outside. */
export interface RecordedMessage {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly name: string;
  readonly key: string;
  readonly with: Values;
}

/** A case that is decided, as it can be played once more: what it began with, and what came from people, sources and time. */
export interface RecordedCase {
  readonly given: Values;
  /** Epoch milliseconds. */
  readonly begunAt: number;
  /** Whether its process has ended; one that is decided may live on for years. */
  readonly isOver: boolean;
  /** When it ended, or until when it is known. */
  readonly endedAt: number;
  /** In the order in which they were opened. */
  readonly tasks: readonly RecordedTask[];
  /** In the order in which they were asked. */
  readonly questions: readonly RecordedQuestion[];
  /** In the order in which they came. */
  readonly messages: readonly RecordedMessage[];
}

/** What a recorded case is played on. */
export interface ReplayStage {
  readonly playable: Playable;
  readonly terms: readonly DescribedTerm[];
  /** By step of people, the paths of variables without which what was answered then is no answer here. */
  readonly asks: Readonly<Record<string, readonly string[]>>;
}
