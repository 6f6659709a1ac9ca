import { createHash } from 'node:crypto';
import { searchEngine } from '../testing/given-connector.ts';
import type { TestPlatform } from '../testing/open-test-platform.ts';

interface OfDefinition {
  readonly processDefinitionId: string;
}

const nouns = ['process-instances', 'element-instances', 'incidents', 'user-tasks', 'jobs'] as const;

/** Everything that the engine has of an administration: the ids of its definitions say whose it is. */
const inEngine = async (given: TestPlatform, administration: string): Promise<string[]> => {
  const found: string[] = [];
  for (const noun of nouns) {
    const items = await searchEngine<OfDefinition>(given, noun, {}, 10_000);
    const own = items.filter(({ processDefinitionId: id }) => id.startsWith(`${administration}.`));
    found.push(...own.map((item) => `${noun} ${JSON.stringify(item)}`));
  }
  return found.toSorted();
};

/** Every table that says whose its rows are, and the audit. */
const inStore = async ({ database }: TestPlatform, administration: string): Promise<string[]> => {
  const columns = await database.query<{ table: string; column: string }>(
    `select table_name as "table", column_name as "column" from information_schema.columns
      where table_schema = 'casework' and column_name in ('administration', 'chain') order by 1`,
  );
  const found: string[] = [];
  for (const { table, column } of columns) {
    const rows = await database.query(`select to_jsonb(t)::text as row from casework.${table} t where ${column} = $1`, [
      administration,
    ]);
    found.push(...rows.map(({ row }) => `${table} ${String(row)}`));
  }
  return found.toSorted();
};

export interface State {
  readonly digest: string;
  readonly lines: readonly string[];
}

/** All there is of an administration, in the engine and in the store. */
export const stateOf = async (given: TestPlatform, administration: string): Promise<State> => {
  const lines = [...(await inEngine(given, administration)), ...(await inStore(given, administration))];
  return { digest: createHash('sha256').update(lines.join('\n')).digest('hex'), lines };
};

/** What the one has and the other has not, for whoever reads a failure. */
export const differenceOf = (before: State, after: State): string[] => {
  const known = new Set(before.lines);
  return after.lines.filter((line) => !known.has(line));
};

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const operator = { kind: 'job', name: 'operator' } as const;

/** Lets the platform do what is left to do. */
export const settle = async ({ casework }: TestPlatform): Promise<void> => {
  await casework.outbox.drain(operator, {});
  await casework.tasks.synchronize(operator, {});
};

interface Ended {
  readonly how: 'done' | 'stopped' | 'waits';
  /** What its incident says. */
  readonly said: string;
}

/** How an element of the attacking instance ends; what has not ended after a while waits. */
export const endOf = async (
  given: TestPlatform,
  { instance, elementId }: { instance: string; elementId: string },
  patienceMs: number,
): Promise<Ended> => {
  const filter = { processInstanceKey: instance };
  const end = Date.now() + patienceMs;
  for (;;) {
    const [found] = await searchEngine<{ state: string }>(given, 'element-instances', { ...filter, elementId });
    if (found?.state === 'COMPLETED') return { how: 'done', said: '' };
    const incidents = await searchEngine<{ elementId: string; errorMessage: string }>(given, 'incidents', filter);
    const own = incidents.find((incident) => incident.elementId.startsWith(elementId));
    if (own !== undefined) return { how: 'stopped', said: own.errorMessage };
    if (Date.now() > end) return { how: 'waits', said: '' };
    await pause(50);
  }
};
