/**
 * Runs works side by side, a few at a time, in their order; a work waits for the one it names in `after`.
 * @template {{ code: number, output: string }} Result
 * @param {readonly { title: string, after?: string, work: () => Promise<Result> }[]} works
 * @param {{ lanes: number, report: (end: { title: string, result: Result, seconds: number }) => void }} options
 * @returns {Promise<Result[]>} the results in the order of the works
 */
export const runLanes = async (works, { lanes, report }) => {
  const results = new Map();
  const running = new Map();
  const waiting = [...works];

  const runOne = async ({ title, work }) => {
    const since = performance.now();
    const result = await work();
    report({ title, result, seconds: (performance.now() - since) / 1000 });
    results.set(title, result);
    running.delete(title);
  };

  const takeNext = () => {
    const next = waiting.findIndex(({ after }) => after === undefined || results.has(after));
    return next === -1 ? undefined : waiting.splice(next, 1)[0];
  };

  while (waiting.length + running.size > 0) {
    while (running.size < lanes) {
      const next = takeNext();
      if (next === undefined) break;
      running.set(next.title, runOne(next));
    }
    if (running.size === 0) throw new Error(`Expected "${waiting[0].after}" among the works, but it is not there.`);
    await Promise.race(running.values());
  }
  return works.map(({ title }) => results.get(title));
};
