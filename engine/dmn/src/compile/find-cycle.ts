/** Ids an element points at. */
export type Edges = ReadonlyMap<string, readonly string[]>;

type Mark = 'open' | 'done';

/** Finds a cycle in a graph and answers its ids in order, or null; without recursion, so that long chains do no harm. */
export const findCycle = (edges: Edges): readonly string[] | null => {
  const marks = new Map<string, Mark>();
  for (const start of edges.keys()) {
    const path: { id: string; next: number }[] = marks.has(start) ? [] : [{ id: start, next: 0 }];
    marks.set(start, marks.get(start) ?? 'open');
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const target = edges.get(top.id)?.[top.next];
      top.next += 1;
      if (target === undefined) {
        marks.set(top.id, 'done');
        path.pop();
      } else if (marks.get(target) === 'open') {
        return path.slice(path.findIndex(({ id }) => id === target)).map(({ id }) => id);
      } else if (!marks.has(target)) {
        marks.set(target, 'open');
        path.push({ id: target, next: 0 });
      }
    }
  }
  return null;
};
