import type { Severity } from '@irisflow/bpmn';

import type { SoundnessCode } from './soundness-codes.ts';

/** What moved a token, in the words of a story. */
export type StepKind =
  /** The process, or a sub-process, began at a start event. */
  | 'started'
  /** Somebody or something finished an activity. */
  | 'done'
  /** What an event waited for has happened. */
  | 'happened'
  /** An event of the model was thrown. */
  | 'thrown'
  /** A gateway chose some of its ways. */
  | 'chosen'
  /** A token became several. */
  | 'forked'
  /** Several tokens became one. */
  | 'joined'
  /** A token went on without anything else happening. */
  | 'passed'
  /** A path ended. */
  | 'ended'
  /** An end event ended everything in its scope. */
  | 'terminated';

/** One step of a path through the model. Ids are those of the modeler. */
export interface SoundnessStep {
  readonly kind: StepKind;
  readonly elementId: string;
  /** The sequence flows that tokens were put on. */
  readonly flowIds: readonly string[];
  /** Where tokens are after the step: an id of an active element or of a sequence flow, once a token. */
  readonly tokens: readonly string[];
}

/** Something that can go wrong in a model. */
export interface SoundnessFinding {
  readonly code: SoundnessCode;
  readonly severity: Severity;
  /** The culprit. */
  readonly elementId: string;
  /** Everything concerned, the culprit first. */
  readonly elementIds: readonly string[];
  /** What the texts of every language fill in beside the names of the elements. */
  readonly params: Readonly<Record<string, string>>;
  /** How it comes to that, from the start; empty when no path leads there. */
  readonly path: readonly SoundnessStep[];
}

export interface SoundnessReport {
  /** The gravest first, then in document order. */
  readonly findings: readonly SoundnessFinding[];
  /** False when the analysis gave up before it had seen every state: what it did not find may exist all the same. */
  readonly isComplete: boolean;
  /** How many different states were explored. */
  readonly states: number;
  /** The ids of the scopes, the process among them, that were not explored to the end. */
  readonly unfinished: readonly string[];
}

export interface SoundnessOptions {
  /** The most states that may be explored; the default is enough for several hundred elements. */
  readonly budget?: number;
  /** The names of the messages that may arrive. Without it any message may. */
  readonly messages?: readonly string[];
}
