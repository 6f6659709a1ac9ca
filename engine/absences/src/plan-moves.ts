import { barOfCandidate, speaks, type Candidate, type TaskToGive } from './judge-candidates.ts';

export interface Move {
  readonly task: TaskToGive;
  readonly to: Candidate | null;
}

interface Planning {
  /** Those with the fewest days left first. */
  readonly tasks: readonly TaskToGive[];
  readonly colleagues: readonly Candidate[];
  readonly standInId: string | null;
}

/**
 * Who gets each task: the stand-in where they work in the language of the case, else whoever does and has the least at hand with
 * what they were given so far, else the stand-in. Nobody gets what they may not do, and nobody else a case in a language that is
 * not theirs.
 */
export const planMoves = ({ tasks, colleagues, standInId }: Planning): Move[] => {
  const loads = new Map(colleagues.map(({ id, open_tasks: open }) => [id, open]));
  const loadOf = ({ id }: Candidate): number => loads.get(id) ?? 0;
  return tasks.map((task) => {
    const able = colleagues.filter((colleague) => barOfCandidate(task, colleague) === null);
    const speaking = able.filter((colleague) => speaks(task, colleague));
    const standIn = (among: readonly Candidate[]) => among.find(({ id }) => id === standInId);
    const least = speaking.toSorted((left, right) => loadOf(left) - loadOf(right))[0];
    const to = standIn(speaking) ?? least ?? standIn(able) ?? null;
    if (to !== null) loads.set(to.id, loadOf(to) + 1);
    return { task, to };
  });
};
