import type { PlayAct, PlayedCase, PlayedScript } from '@irisflow/scenarios';
import { useEffect, useState } from 'react';
import { afterActs, askedAt, beginning, canUndo, noHistory, redone, undone, type PlayHistory } from './play-history.ts';
import type { Player } from './player.ts';
import type { ProcedureFacts } from './procedure-facts.ts';

/** A case that was left to correct the draft goes on where it was. */
const memory = new Map<string, PlayHistory>();

export interface Play {
  readonly script: PlayedScript | null;
  /** Where it stands; null while it is being played for the first time. */
  readonly played: PlayedCase | null;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly begin: (script: PlayedScript) => void;
  readonly take: (...acts: readonly PlayAct[]) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly restart: () => void;
  readonly ask: (elementId: string, act: number) => void;
}

/** Plays a case on the draft as it is now; a change of the draft plays it anew. */
export const usePlay = (procedureKey: string, { playable }: ProcedureFacts, player: Player): Play => {
  const [history, setHistory] = useState(() => memory.get(procedureKey) ?? noHistory);
  const [result, setResult] = useState<{ of: PlayedScript; played: PlayedCase } | null>(null);
  const { script } = history;
  const change = (next: PlayHistory): void => {
    memory.set(procedureKey, next);
    setHistory(next);
  };
  useEffect(() => {
    if (script === null) return undefined;
    let isWanted = true;
    const play = async (): Promise<void> => {
      const played = await player.play(playable, script);
      if (isWanted) setResult({ of: script, played });
    };
    void play();
    return () => {
      isWanted = false;
    };
  }, [player, playable, script]);
  return {
    script,
    // The last result stays while the next is played, so that nothing flickers.
    played: script === null ? null : (result?.played ?? null),
    canUndo: canUndo(history),
    canRedo: history.undone.length > 0,
    begin: (next) => {
      setResult(null);
      change(beginning(next));
    },
    take: (...acts) => change(afterActs(history, ...acts)),
    undo: () => change(undone(history)),
    redo: () => change(redone(history)),
    restart: () => {
      setResult(null);
      change(noHistory);
    },
    ask: (elementId, act) => change(askedAt(history, elementId, act)),
  };
};
