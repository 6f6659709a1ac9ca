const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** Announces a piece of long work and says how long it took. */
export const step = async (title, work) => {
  const since = performance.now();
  process.stdout.write(`• ${title} … `);
  const result = await work();
  process.stdout.write(`${seconds(since)}\n`);
  return result;
};
