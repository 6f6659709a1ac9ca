/**
 * The strongly connected components of a graph of nodes 0 to `size - 1`, in time linear in nodes and edges (Tarjan).
 * Iterative, because a drawn chain can be longer than the call stack is deep.
 */
export const stronglyConnected = (
  size: number,
  successors: (node: number) => readonly number[],
): readonly (readonly number[])[] => {
  const order = Array.from({ length: size }, () => -1);
  const lowest = Array.from({ length: size }, () => -1);
  const waiting: number[] = [];
  const isWaiting = Array.from({ length: size }, () => false);
  const components: number[][] = [];
  let visited = 0;

  const enter = (node: number): { node: number; next: number; edges: readonly number[] } => {
    order[node] = lowest[node] = visited++;
    waiting.push(node);
    isWaiting[node] = true;
    return { node, next: 0, edges: successors(node) };
  };

  const lower = (node: number, candidate: number): void => {
    lowest[node] = Math.min(lowest[node] ?? candidate, candidate);
  };

  const close = (node: number): void => {
    const component = waiting.splice(waiting.lastIndexOf(node));
    for (const member of component) isWaiting[member] = false;
    components.push(component);
  };

  const walk = (root: number): void => {
    const path = [enter(root)];
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const target = top.edges[top.next++];
      if (target === undefined) {
        path.pop();
        const above = path.at(-1);
        if (above !== undefined) lower(above.node, lowest[top.node] ?? 0);
        if (lowest[top.node] === order[top.node]) close(top.node);
      } else if (order[target] === -1) path.push(enter(target));
      else if (isWaiting[target] === true) lower(top.node, order[target] ?? 0);
    }
  };

  for (let node = 0; node < size; node++) if (order[node] === -1) walk(node);
  return components;
};
