import { type Actor, appendAudit, requireClerk } from '@irisflow/access';
import { csvLine, csvMark, type LocalizedText } from '@irisflow/foundation';
import { fieldLabels, isBuiltIn } from '../fields/built-in-labels.ts';
import { readLabels } from '../fields/read-fields.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { ViewDefinition } from '../views/view-definition.ts';
import type { ViewRow } from '../views/view-page.ts';
import { prepareSieve, viewRows } from './list-view.ts';
import { sieveTasks } from './sieve.ts';

/** More than that is no list to work by; numbers say what many add up to. */
const MAX_ROWS = 2000;
const MOST_LOOKED = 20_000;
const PAGE = 100;

const readRows = async (surroundings: Surroundings, actor: Actor, definition: ViewDefinition): Promise<ViewRow[]> => {
  const sieving = await prepareSieve(surroundings, actor, { definition });
  const rows: ViewRow[] = [];
  let { after } = sieving;
  let looked = 0;
  do {
    const found = await sieveTasks(surroundings.database, { ...sieving, after, limit: PAGE });
    rows.push(...(await viewRows(surroundings, actor, { definition, keys: found.keys })));
    looked += found.looked;
    after = found.next;
  } while (after !== null && rows.length < MAX_ROWS && looked < MOST_LOOKED);
  return rows.slice(0, MAX_ROWS);
};

/** The tasks of a view as CSV in the reader's language, as far as a list goes; that it left the platform is on record. */
export const exportView: UseCase<{ definition: ViewDefinition }, string> = async (
  surroundings,
  actor,
  { definition },
) => {
  const { database } = surroundings;
  const { person, administration } = requireClerk(actor);
  const { columns } = definition;
  const rows = await readRows(surroundings, actor, definition);
  const labels = await readLabels(surroundings, database, { administration, keys: columns });
  const inWords = (text: LocalizedText | null | undefined): string => text?.[person.language] ?? '';
  await database.transaction((tx) =>
    appendAudit(surroundings, tx, {
      actor,
      action: 'view.exported',
      object: `administration:${administration}`,
      administration,
      detail: { rows: rows.length, columns: columns.join(' ') },
    }),
  );
  const head = csvLine(columns.map((key) => inWords(isBuiltIn(key) ? fieldLabels[key] : labels.get(key)) || key));
  return `${csvMark}${head}${rows.map(({ cells }) => csvLine(columns.map((key) => inWords(cells[key])))).join('')}`;
};
