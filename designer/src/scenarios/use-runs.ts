import { useEffect, useState, useSyncExternalStore } from 'react';
import type { ProcedureFacts } from '../play/procedure-facts.ts';
import { createPlayer, type Player } from '../play/player.ts';
import { createRunBoard, type RunBoard, type ScenarioRuns } from './scenario-runs.ts';

const boards = new Map<string, RunBoard>();

const boardOf = (procedureKey: string): RunBoard => {
  const known = boards.get(procedureKey) ?? createRunBoard();
  boards.set(procedureKey, known);
  return known;
};

export interface Runs {
  readonly runs: ScenarioRuns;
  /** Whether it can play already. */
  readonly isReady: boolean;
  readonly isRunning: boolean;
  /** Plays all scenarios, or that of one file. */
  readonly run: (path?: string) => void;
}

/** How the scenarios of a draft go. They are played in a thread of their own, by the player that every other place uses. */
export const useRuns = (procedureKey: string, facts: ProcedureFacts, given?: Player): Runs => {
  const board = boardOf(procedureKey);
  const runs = useSyncExternalStore(board.subscribe, board.state);
  const [player, setPlayer] = useState<Player | null>(given ?? null);
  const { playable, scenarios, isComplete } = facts;
  useEffect(() => {
    if (isComplete) board.keepFor(playable, scenarios);
  }, [board, playable, scenarios, isComplete]);
  useEffect(() => {
    if (given !== undefined) return undefined;
    const own = createPlayer();
    setPlayer(own);
    return () => own.close();
  }, [given]);
  return {
    runs,
    isReady: player !== null && facts.isComplete,
    isRunning: [...runs.values()].some(({ state }) => state === 'running' || state === 'waiting'),
    run: (path) => {
      if (player !== null)
        void board.run(
          player,
          playable,
          path === undefined ? scenarios : scenarios.filter((scenario) => scenario.path === path),
        );
    },
  };
};
