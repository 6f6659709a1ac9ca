/** Something that falls due: `run` is called once, never before `dueAt`. */
export interface Due {
  readonly key: string;
  /** Epoch milliseconds. */
  readonly dueAt: number;
  readonly run: () => void;
}

export interface DueWheel {
  readonly size: number;
  /** Adds, or moves what has the same key. */
  set(due: Due): void;
  delete(key: string): void;
  /** Takes at most `limit` of what is due at `now`, what fell due first before the others. */
  takeDue(now: number, limit: number): Due[];
  /** When the next slot begins; null when nothing waits. */
  next(): number | null;
  clear(): void;
  /** All that waits. */
  entries(): Iterable<Due>;
}

/** Width of a slot in milliseconds: coarse enough that 100,000 job deadlines make few slots. */
const SLOT = 100;

/**
 * A timing wheel: most deadlines are set and taken back within milliseconds, so both have to cost O(1);
 * in a heap the dead entries of a five-minute job timeout would pile up.
 */
export const createDueWheel = (): DueWheel => {
  const slots = new Map<number, Map<string, Due>>();
  const slotOf = new Map<string, number>();
  /** Ascending slot numbers; slots that were emptied meanwhile are skipped. */
  let order: number[] = [];
  let isSorted = true;

  const remove = (key: string) => {
    const slot = slotOf.get(key);
    if (slot === undefined) return;
    slotOf.delete(key);
    const entries = slots.get(slot);
    entries?.delete(key);
    if (entries?.size === 0) slots.delete(slot);
  };

  const sorted = (): number[] => {
    if (!isSorted) {
      order = [...slots.keys()].toSorted((a, b) => a - b);
      isSorted = true;
    }
    return order;
  };

  return {
    entries: () => [...slots.values()].flatMap((slot) => [...slot.values()]),
    get size() {
      return slotOf.size;
    },
    set: (due) => {
      remove(due.key);
      const slot = Math.floor(due.dueAt / SLOT);
      const entries = slots.get(slot);
      if (entries === undefined) {
        slots.set(slot, new Map([[due.key, due]]));
        isSorted = false;
      } else entries.set(due.key, due);
      slotOf.set(due.key, slot);
    },
    delete: remove,
    takeDue: (now, limit) => {
      const taken: Due[] = [];
      for (const slot of sorted()) {
        if (slot * SLOT > now || taken.length >= limit) break;
        for (const due of slots.get(slot)?.values() ?? []) {
          if (due.dueAt <= now && taken.length < limit) taken.push(due);
        }
      }
      for (const { key } of taken) remove(key);
      // Slots are in order already; within one it is the order of setting.
      return taken.toSorted((a, b) => a.dueAt - b.dueAt);
    },
    next: () => {
      const slot = sorted().find((candidate) => slots.has(candidate));
      return slot === undefined ? null : slot * SLOT;
    },
    clear: () => {
      slots.clear();
      slotOf.clear();
      isSorted = false;
    },
  };
};
