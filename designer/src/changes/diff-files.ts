import type { ProcedureFile } from '@irisflow/client';
import { diffProcess, type ElementChange } from './diff-process.ts';

export interface FileChange {
  path: string;
  kind: 'added' | 'removed' | 'changed';
  /** Its text on the new side, or on the old one where it is gone. */
  content: string;
  /** Lines only on the new and only on the old side. */
  linesAdded: number;
  linesRemoved: number;
  /** For a process: what changed in the model. Empty when only the drawing moved. */
  elements: readonly ElementChange[];
}

type Files = ReadonlyMap<string, string>;

/** JSON is compared by meaning, so that a save which only re-indents is no change. */
const normalized = (path: string, content: string): string => {
  if (!path.endsWith('.json')) return content.replaceAll('\r\n', '\n').trim();
  try {
    return JSON.stringify(JSON.parse(content), null, 2);
  } catch {
    return content;
  }
};

/** Lines as a bag: how many appear on one side only. Order is of no interest for a summary. */
const countLines = (before: string, after: string): { added: number; removed: number } => {
  const bag = new Map<string, number>();
  for (const line of before.split('\n')) bag.set(line, (bag.get(line) ?? 0) + 1);
  let added = 0;
  for (const line of after.split('\n')) {
    const left = bag.get(line) ?? 0;
    if (left === 0) added += 1;
    else bag.set(line, left - 1);
  }
  const removed = [...bag.values()].reduce((sum, count) => sum + count, 0);
  return { added, removed };
};

const compare = (path: string, before: string | undefined, after: string | undefined): FileChange | null => {
  const old = before === undefined ? '' : normalized(path, before);
  const now = after === undefined ? '' : normalized(path, after);
  if (old === now && before !== undefined && after !== undefined) return null;
  const { added, removed } = countLines(old, now);
  const kind = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
  const elements = path.endsWith('.bpmn') && kind === 'changed' ? diffProcess(old, now) : [];
  return { path, kind, content: after ?? before ?? '', linesAdded: added, linesRemoved: removed, elements };
};

export const filesByPath = (files: readonly ProcedureFile[]): Files =>
  new Map(files.map((file) => [file.path, file.content]));

/** What publishing would change, file by file, in the order of their paths. */
export const diffFiles = (before: Files, after: Files): FileChange[] =>
  [...new Set([...before.keys(), ...after.keys()])]
    .sort()
    .map((path) => compare(path, before.get(path), after.get(path)))
    .filter((change) => change !== null);
