import type { PathReport } from './check-process.ts';
import type { RunningCheck } from './check-in-worker.ts';
import { isSameQuestion, questionsOf, type ProcessQuestion } from './process-question.ts';

/** How far the check of one file is. The last report stays until there is a new one. */
export interface PathCheck {
  /** `blocked`: the file has errors; `failed`: the check itself broke. */
  readonly status: 'running' | 'done' | 'blocked' | 'failed';
  readonly report: PathReport | null;
  /** The text that the report is about. */
  readonly xml: string | null;
}

export interface PathCheckerOptions {
  readonly check: (question: ProcessQuestion) => RunningCheck;
  /** Milliseconds without a change before a check begins. */
  readonly quiet: number;
}

export interface PathChecker {
  readonly state: () => ReadonlyMap<string, PathCheck>;
  readonly subscribe: (listener: () => void) => () => void;
  /** Tells which processes there are; those that changed are checked, and those beside them. */
  readonly watch: (processes: ReadonlyMap<string, string>) => void;
  readonly dispose: () => void;
}

interface Pending {
  readonly question: ProcessQuestion;
  readonly cancel: () => void;
}

const outcome = (report: PathReport | null, xml: string): PathCheck => ({
  status: report === null ? 'blocked' : 'done',
  report,
  xml,
});

/** Keeps the report of every process in step with its text; a newer text gives up the check of an older one. */
export const createPathChecker = ({ check, quiet }: PathCheckerOptions): PathChecker => {
  let state: ReadonlyMap<string, PathCheck> = new Map();
  const listeners = new Set<() => void>();
  const pending = new Map<string, Pending>();

  const set = (path: string, next: PathCheck): void => {
    state = new Map(state).set(path, next);
    for (const listener of listeners) listener();
  };

  const isAsked = (path: string, question: ProcessQuestion): boolean => {
    const known = pending.get(path)?.question;
    return known !== undefined && isSameQuestion(known, question);
  };

  const start = async (path: string, question: ProcessQuestion): Promise<void> => {
    const running = check(question);
    pending.set(path, { question, cancel: running.cancel });
    const isCurrent = (): boolean => isAsked(path, question);
    try {
      const report = await running.report;
      if (isCurrent()) set(path, outcome(report, question.xml));
    } catch {
      if (isCurrent()) set(path, { status: 'failed', report: null, xml: null });
    }
  };

  const schedule = (path: string, question: ProcessQuestion): void => {
    pending.get(path)?.cancel();
    const isFirst = !state.has(path);
    const { report = null, xml: known = null } = state.get(path) ?? {};
    const timer = setTimeout(() => void start(path, question), isFirst ? 0 : quiet);
    pending.set(path, { question, cancel: () => clearTimeout(timer) });
    set(path, { status: 'running', report, xml: known });
  };

  const forget = (path: string): void => {
    pending.get(path)?.cancel();
    pending.delete(path);
    state = new Map([...state].filter(([known]) => known !== path));
  };

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    watch: (processes) => {
      for (const path of pending.keys()) if (!processes.has(path)) forget(path);
      for (const [path, question] of questionsOf(processes)) if (!isAsked(path, question)) schedule(path, question);
    },
    dispose: () => {
      for (const path of pending.keys()) forget(path);
    },
  };
};
