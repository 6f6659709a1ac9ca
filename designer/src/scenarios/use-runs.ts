import { useEffect, useSyncExternalStore } from 'react';
import type { ProcedureFacts } from '../play/procedure-facts.ts';
import type { Player } from '../play/player.ts';
import { usePlayer } from '../play/use-player.ts';
import { createRunBoard, type RunBoard, type ScenarioRuns } from './scenario-runs.ts';

const boards = new Map<string, RunBoard>();

const boardOf = (procedureKey: string): RunBoard => {
  const known = boards.get(procedureKey) ?? createRunBoard();
  boards.set(procedureKey, known);
  return known;
};

export interface Runs {
  readonly runs: ScenarioRuns;
  /** Whether all that is played is known. */
  readonly isReady: boolean;
  readonly isRunning: boolean;
  /** Plays all scenarios, or that of one file. */
  readonly run: (path?: string) => void;
}

/** How the scenarios of a draft go. They are played in a thread of their own, by the player that every other place uses. */
export const useRuns = (procedureKey: string, facts: ProcedureFacts, given?: Player): Runs => {
  const board = boardOf(procedureKey);
  const runs = useSyncExternalStore(board.subscribe, board.state);
  const player = usePlayer(given);
  const { playable, scenarios, isComplete } = facts;
  useEffect(() => {
    if (isComplete) board.keepFor(playable, scenarios);
  }, [board, playable, scenarios, isComplete]);
  return {
    runs,
    isReady: isComplete,
    isRunning: [...runs.values()].some(({ state }) => state === 'running' || state === 'waiting'),
    run: (path) =>
      void board.run(
        player,
        playable,
        path === undefined ? scenarios : scenarios.filter((scenario) => scenario.path === path),
      ),
  };
};
