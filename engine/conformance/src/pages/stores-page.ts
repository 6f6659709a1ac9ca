import type { DatabaseKind } from '@irisflow/database';
import type { Findings } from './findings.ts';
import { page, table } from './markdown.ts';
import { runTable } from './run-table.ts';
import { byNumber, inOrder, passedOn, SCENARIOS } from './scenario-numbers.ts';

const stores: Readonly<Record<DatabaseKind, string>> = { pglite: 'PGlite', postgres: 'PostgreSQL' };
const kinds = Object.keys(stores) as readonly DatabaseKind[];

/** The page `docs/stores.md`: on which store each numbered scenario passed when all were played on both. */
export const renderStoresPage = ({ scenarios }: Findings): string => {
  const entries = inOrder(byNumber(scenarios));
  const passed = (kind: DatabaseKind): number => entries.filter((entry) => passedOn(entry, kind)).length;
  return page([
    '# Scenarios on both stores',
    'Every scenario of [conformance.md](conformance.md), played on PGlite as well as on PostgreSQL. `npm run stores` plays them and writes this page; ' +
      '`npm test` plays all on PostgreSQL and one subject an area on PGlite.',
    runTable(kinds.map((kind) => [stores[kind], `${passed(kind)} of ${SCENARIOS} passed`])),
    table(
      ['No', ...kinds.map((kind) => stores[kind])],
      entries.map((entry) => [
        `${entry.area}-${entry.number}`,
        ...kinds.map((kind) => (passedOn(entry, kind) ? 'passed' : 'failed')),
      ]),
    ),
  ]);
};
