import { functionWalls } from './function-walls.ts';
import { type Right, grantees } from '@irisflow/access';
import { tableWalls } from './table-walls.ts';

const inOneLine = (sql: string): string => sql.replaceAll(/\s+/g, ' ');

const lineOf = ({ verbs, rows, columns }: Right): string => {
  const what = `${verbs.join(', ')}${columns === undefined ? '' : ` of ${columns.join(', ')}`}`;
  return rows === 'true' ? `- ${what}: every row` : `- ${what}: \`${inOneLine(rows)}\``;
};

/** The wall for readers: who may do what with which rows of which table. */
export const wallPage = (): string => {
  const tables = Object.entries(tableWalls)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([table, wall]) => {
      const parts = grantees.flatMap((grantee) => {
        const rights: readonly Right[] = wall[grantee] ?? [];
        return rights.length === 0 ? [] : [`**${grantee}**\n\n${rights.map(lineOf).join('\n')}`];
      });
      return [`## ${table}`, ...(parts.length === 0 ? ['Nobody but migrations.'] : parts)].join('\n\n');
    });
  const functions = functionWalls.map(
    ({ signature, callers }) => `- \`${signature}\`: ${callers.join(', ') || 'triggers alone'}`,
  );
  return `# The second wall\n\nWritten by a test from \`src/walls\`; do not edit.\n\n${tables.join('\n\n')}\n\n## Functions of the keeper\n\n${functions.join('\n')}\n`;
};
