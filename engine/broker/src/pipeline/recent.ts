export interface Recent<Value> {
  has(key: string): boolean;
  get(key: string): Value | undefined;
  set(key: string, value: Value): void;
  delete(key: string): void;
  /** Lets the least recently used go until the limit is kept. */
  trim(): void;
  clear(): void;
  values(): Iterable<Value>;
}

/** A map that keeps the `limit` most recently used values; `onGone` hears of each value that leaves. */
export const createRecent = <Value>(limit: number, onGone: (value: Value) => void): Recent<Value> => {
  // A Map iterates in order of insertion: re-inserting on use keeps the oldest first.
  const values = new Map<string, Value>();
  const remove = (key: string) => {
    const value = values.get(key);
    if (value === undefined) return;
    values.delete(key);
    onGone(value);
  };
  return {
    has: (key) => values.has(key),
    get: (key) => {
      const value = values.get(key);
      if (value !== undefined) {
        values.delete(key);
        values.set(key, value);
      }
      return value;
    },
    set: (key, value) => void values.set(key, value),
    delete: remove,
    trim: () => {
      for (const key of values.keys()) {
        if (values.size <= limit) return;
        remove(key);
      }
    },
    clear: () => values.clear(),
    values: () => values.values(),
  };
};
