// Writes the types of casework's tables from the golden dump of its schema, for kysely. `--check` only says whether they are up to date.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './lib/root.mjs';

const isCheck = process.argv.includes('--check');
const golden = path.join(root, 'engine/casework/src/storage/schema.golden.txt');
const target = path.join(root, 'engine/casework/src/storage/tables.gen.ts');

/** As both stores return them: instants and days as Date or text, `bigint` and `numeric` as decimal text, `json` parsed. */
const types = {
  text: 'string',
  integer: 'number',
  boolean: 'boolean',
  bigint: 'string',
  numeric: 'string',
  date: 'Date | string',
  'timestamp with time zone': 'Date | string',
  bytea: 'Uint8Array',
  jsonb: 'unknown',
  'text[]': 'string[]',
};
/** What is written differs from what is read: instants and json go in as text, whole numbers as numbers too. */
const writes = { bigint: 'number | string', numeric: 'number | string', jsonb: 'string' };

const columnPattern = /^ {2}([a-z_0-9]+) (.+?)( not null)?( default .+)?$/;

const columnOf = (table, line) => {
  const [, name, declared, notNull, fallback] = columnPattern.exec(line) ?? [];
  const type = types[declared?.replace(/\(.*\)/, '') ?? ''];
  if (type === undefined) throw new Error(`Expected a known type in table ${table}, but found "${line.trim()}".`);
  const written = writes[declared.replace(/\(.*\)/, '')] ?? type;
  const orNull = notNull === undefined ? ' | null' : '';
  const isPlain = written === type && fallback === undefined;
  if (isPlain) return `  ${name}: ${type}${orNull};`;
  const isOptional = fallback !== undefined || orNull !== '';
  return `  ${name}: ColumnType<${type}${orNull}, ${written}${orNull}${isOptional ? ' | undefined' : ''}, ${written}${orNull}>;`;
};

const pascal = (name) => name.replaceAll(/(^|_)([a-z])/g, (_match, _line, letter) => letter.toUpperCase());

const readTables = (text) =>
  text
    .trim()
    .split('\n\n')
    .map((section) => {
      const [head, ...lines] = section.split('\n');
      const name = head.replace('table ', '');
      const columns = lines.filter((line) => !/^ {2}(constraint|CREATE|with|policy|rls) /.test(line));
      return { name, columns: columns.map((line) => columnOf(name, line)) };
    });

const tables = readTables(readFileSync(golden, 'utf8'));
const bodies = tables.map(({ name, columns }) => `export interface ${pascal(name)}Table {\n${columns.join('\n')}\n}`);
const index = `export interface Tables {\n${tables.map(({ name }) => `  ${name}: ${pascal(name)}Table;`).join('\n')}\n}`;
const content = `// Written by scripts/generate-tables.mjs from schema.golden.txt; do not edit.\nimport type { ColumnType } from '@irisflow/database';\n\n${[...bodies, index].join('\n\n')}\n`;

if (!isCheck) writeFileSync(target, content);
else if (readFileSync(target, 'utf8') !== content) {
  console.error(
    `Expected ${path.relative(root, target)} to follow the schema, but it is stale: run node scripts/generate-tables.mjs.`,
  );
  process.exitCode = 1;
}
