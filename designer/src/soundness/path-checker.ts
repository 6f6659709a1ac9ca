import type { PathReport } from './check-process.ts';
import type { RunningCheck } from './check-in-worker.ts';

/** How far the check of one file is. The last report stays until there is a new one. */
export interface PathCheck {
  /** `blocked`: the file has errors; `failed`: the check itself broke. */
  readonly status: 'running' | 'done' | 'blocked' | 'failed';
  readonly report: PathReport | null;
  /** The text that the report is about. */
  readonly xml: string | null;
}

export interface PathCheckerOptions {
  readonly check: (xml: string) => RunningCheck;
  /** Milliseconds without a change before a check begins. */
  readonly quiet: number;
}

export interface PathChecker {
  readonly state: () => ReadonlyMap<string, PathCheck>;
  readonly subscribe: (listener: () => void) => () => void;
  /** Tells which processes there are; those that changed are checked. */
  readonly watch: (processes: ReadonlyMap<string, string>) => void;
  readonly dispose: () => void;
}

interface Pending {
  readonly xml: string;
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

  const start = async (path: string, xml: string): Promise<void> => {
    const running = check(xml);
    pending.set(path, { xml, cancel: running.cancel });
    const isCurrent = (): boolean => pending.get(path)?.xml === xml;
    try {
      const report = await running.report;
      if (isCurrent()) set(path, outcome(report, xml));
    } catch {
      if (isCurrent()) set(path, { status: 'failed', report: null, xml: null });
    }
  };

  const schedule = (path: string, xml: string): void => {
    pending.get(path)?.cancel();
    const isFirst = !state.has(path);
    const { report = null, xml: known = null } = state.get(path) ?? {};
    const timer = setTimeout(() => void start(path, xml), isFirst ? 0 : quiet);
    pending.set(path, { xml, cancel: () => clearTimeout(timer) });
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
      for (const [path, xml] of processes) if (pending.get(path)?.xml !== xml) schedule(path, xml);
    },
    dispose: () => {
      for (const path of pending.keys()) forget(path);
    },
  };
};
