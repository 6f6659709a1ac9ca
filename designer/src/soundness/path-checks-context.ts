import { createContext, use, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useDraft } from '../workspace/draft-context.ts';
import { kindOfFile } from '../workspace/file-kinds.ts';
import { checkInWorker } from './check-in-worker.ts';
import { createPathChecker, type PathCheck } from './path-checker.ts';

type PathChecks = ReadonlyMap<string, PathCheck>;

const PathChecksContext = createContext<PathChecks>(new Map());
export const PathChecksProvider = PathChecksContext.Provider;

/** The checks of the processes of the draft, by path; empty outside the workspace. */
export const usePathChecks = (): PathChecks => use(PathChecksContext);

const quietTime = 400;

/** Checks the processes of the draft while somebody edits them. Once a workspace, for its provider. */
export const useCheckedPaths = (): PathChecks => {
  const { files } = useDraft().state;
  const [checker] = useState(() => createPathChecker({ check: checkInWorker, quiet: quietTime }));
  const processes = useMemo(() => new Map([...files].filter(([path]) => kindOfFile(path) === 'process')), [files]);
  useEffect(() => checker.dispose, [checker]);
  useEffect(() => checker.watch(processes), [checker, processes]);
  return useSyncExternalStore(checker.subscribe, checker.state);
};
