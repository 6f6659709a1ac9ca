/** A file name for a title that no file has yet: `tests/refused-appeal.scenario.json`. */
export const scenarioPath = (title: string, taken: Iterable<string>): string => {
  const base =
    title
      .normalize('NFD')
      .replaceAll(/\p{M}/gu, '')
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-+|-+$/g, '')
      .slice(0, 60) || 'scenario';
  const paths = new Set(taken);
  for (let number = 1; ; number += 1) {
    const path = `tests/${base}${number === 1 ? '' : `-${number}`}.scenario.json`;
    if (!paths.has(path)) return path;
  }
};
