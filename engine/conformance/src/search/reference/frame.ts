import type { Code } from '../model/block.ts';

export type Value = number | null | readonly Value[];
export type Variables = Readonly<Record<string, Value>>;

/** What a token does when the block it is in has been left. */
export interface Next {
  readonly go: () => void;
  /** Whether the diagram shows a way from here to a branch on which that join still waits. */
  readonly reaches: (join: Join) => boolean;
}

/** Tokens that stand before a joining gateway, counted a branch. */
export interface Join {
  readonly id: string;
  readonly kind: 'and' | 'or';
  readonly tokens: number[];
  readonly next: Next;
  /** Whether the other one stands on a branch that comes to this one. */
  readonly isAround: (other: Join) => boolean;
}

export type WaitKind = 'job' | 'task' | 'message' | 'signal' | 'condition' | 'timer' | 'incident';

/** A reason to wait, and what happens when it is over. */
export interface Wait {
  readonly kind: WaitKind;
  readonly element: string;
  readonly owner: Frame;
  /** When it began, as a number that grows. */
  readonly order: number;
  /** Of a job its phase, of an incident its type; empty otherwise. */
  detail: string;
  /** When something happens by itself, in seconds; null: never. */
  due: number | null;
  readonly fire: (variables: Variables) => void;
  /** The incident that is about this job. */
  readonly job: Wait | null;
}

/** Somebody who catches errors or escalations. */
export interface Catcher {
  readonly on: 'error' | 'escalation';
  readonly code: Code | null;
  readonly interrupting: boolean;
  /** The event sub-process that starts, or the boundary event. */
  readonly id: string;
  readonly fire: (variables: Variables) => void;
}

/** What can be undone: the handler of a completed activity, and what completed inside it. */
export interface Undoing {
  readonly handler: string | null;
  /** The local variables of the activity when it completed; its handler sees them. */
  readonly locals: Variables;
  readonly inner: readonly Undoing[];
}

/** An element that is active: the tree of them is the state of the game. */
export interface Frame {
  readonly id: string;
  readonly parent: Frame | null;
  /** The root of a process: names are not looked for outside of it. */
  readonly isProcess: boolean;
  readonly next: Next;
  readonly variables: Map<string, Value>;
  readonly children: Set<Frame>;
  readonly waits: Set<Wait>;
  readonly joins: Map<string, Join>;
  readonly undoings: Undoing[];
  /** Event sub-processes that catch what is thrown inside. */
  readonly inside: Catcher[];
  /** Whether it is an event sub-process. */
  isHandler: boolean;
  /** Boundary events. */
  readonly boundary: Catcher[];
  /** Tokens on the move. */
  pending: number;
  /** Grows when all tokens inside are taken away. */
  epoch: number;
  life: 'active' | 'ended';
  interrupted: boolean;
  /** Asked when something inside has ended. */
  settle: () => void;
  /** Told when the frame is taken away. */
  killed: () => void;
}

export const nowhere: Next = { go: () => undefined, reaches: () => false };

export const createFrame = (id: string, parent: Frame | null, next: Next = nowhere, isProcess = false): Frame => ({
  id,
  parent,
  isProcess,
  next,
  variables: new Map(),
  children: new Set(),
  waits: new Set(),
  joins: new Map(),
  undoings: [],
  inside: [],
  isHandler: false,
  boundary: [],
  pending: 0,
  epoch: 0,
  life: 'active',
  interrupted: false,
  settle: () => undefined,
  killed: () => undefined,
});
