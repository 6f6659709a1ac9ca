import type { PlayAct, PlayedScript } from '@irisflow/scenarios';

/** A case that is played, with what was taken back. */
export interface PlayHistory {
  /** Null before it begins. */
  readonly script: PlayedScript | null;
  readonly undone: readonly PlayAct[];
}

export const noHistory: PlayHistory = { script: null, undone: [] };

export const beginning = (script: PlayedScript): PlayHistory => ({ script, undone: [] });

const withActs = ({ script }: PlayHistory, acts: readonly PlayAct[], undone: readonly PlayAct[]): PlayHistory =>
  script === null ? noHistory : { script: { ...script, acts }, undone };

export const afterActs = (history: PlayHistory, ...acts: readonly PlayAct[]): PlayHistory =>
  withActs(history, [...(history.script?.acts ?? []), ...acts], []);

export const canUndo = ({ script }: PlayHistory): boolean => script !== null && script.acts.length > 0;

/** One act less. */
export const undone = (history: PlayHistory): PlayHistory => {
  const acts = history.script?.acts ?? [];
  const last = acts.at(-1);
  return last === undefined ? history : withActs(history, acts.slice(0, -1), [last, ...history.undone]);
};

export const redone = (history: PlayHistory): PlayHistory => {
  const [next, ...rest] = history.undone;
  return next === undefined ? history : withActs(history, [...(history.script?.acts ?? []), next], rest);
};

/** Goes back to where a connector answered by itself, and asks what it answers instead. */
export const askedAt = (history: PlayHistory, elementId: string, act: number): PlayHistory => {
  const { script } = history;
  if (script === null) return history;
  const asked = [...script.asked.filter((id) => id !== elementId), elementId];
  const before = script.acts.slice(0, act + 1).filter((each) => each.kind === 'step' || each.elementId !== elementId);
  return { script: { ...script, asked, acts: before }, undone: [] };
};
