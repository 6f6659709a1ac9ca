// Writes the types of the tables of each room from the golden dump of the schema, for kysely. `--check` only says whether they are up to date.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './lib/root.mjs';

const isCheck = process.argv.includes('--check');
const golden = path.join(root, 'engine/platform/src/storage/schema.golden.txt');

/** Rooms from the lowest to the highest, with those right below them: each sees its own tables and those below. */
const rooms = {
  access: [],
  branding: ['access'],
  parties: ['access'],
  procedures: ['branding'],
  restricted: ['access'],
  terms: ['procedures'],
  delegations: ['procedures'],
  casework: ['terms', 'parties', 'restricted'],
  tasks: ['casework', 'delegations'],
  messages: ['casework'],
  copies: ['messages'],
  worklist: ['tasks'],
  facts: ['casework'],
  bulk: ['facts', 'tasks'],
  'version-moves': ['obligations', 'tasks'],
  rehearsals: ['facts'],
  watch: ['casework'],
  absences: ['tasks'],
  appointments: ['casework'],
  checklists: ['tasks'],
  conflicts: ['tasks'],
  rights: ['casework'],
  obligations: ['rights'],
  quotas: ['rights'],
  'right-sources': ['rights', 'facts'],
  'register-events': ['rights'],
  ledger: ['parties'],
  budgets: ['ledger'],
  payables: ['budgets'],
  statements: ['payables'],
  'online-payments': ['ledger'],
  drafting: ['casework'],
  dispatch: ['drafting'],
  notices: ['dispatch'],
  'post-room': ['notices'],
  monitor: ['casework'],
  views: ['worklist', 'messages', 'monitor'],
  intake: ['casework'],
  campaigns: ['notices', 'rights', 'intake'],
  'case-imports': ['intake'],
  'right-imports': ['case-imports', 'quotas'],
  lifecycle: ['intake'],
  feedback: ['casework'],
  relations: ['casework'],
  webhooks: ['casework'],
  inquiries: ['dispatch'],
  privacy: [
    'appointments',
    'checklists',
    'conflicts',
    'campaigns',
    'obligations',
    'quotas',
    'right-sources',
    'register-events',
    'payables',
    'statements',
    'online-payments',
    'copies',
    'worklist',
    'bulk',
    'rehearsals',
    'version-moves',
    'watch',
    'case-imports',
    'right-imports',
    'monitor',
    'inquiries',
    'notices',
    'post-room',
    'lifecycle',
    'feedback',
    'relations',
    'webhooks',
  ],
};

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
/** What is written differs from what is read: json goes in as text, whole numbers as numbers too. */
const writes = { bigint: 'number | string', numeric: 'number | string', jsonb: 'string' };

const columnPattern = /^ {2}([a-z_0-9]+) (.+?)( not null)?( default .+)?$/;
const otherLine = /^ {2}(constraint|CREATE|with|policy|rls) /;

const columnOf = (table, line) => {
  const [, name, declared, notNull, fallback] = columnPattern.exec(line) ?? [];
  const plain = declared?.replace(/\(.*\)/, '') ?? '';
  const type = types[plain];
  if (type === undefined) throw new Error(`Expected a known type in table ${table}, but found "${line.trim()}".`);
  const written = writes[plain] ?? type;
  const orNull = notNull === undefined ? ' | null' : '';
  if (written === type && fallback === undefined) return `  ${name}: ${type}${orNull};`;
  const orAbsent = fallback !== undefined || orNull !== '' ? ' | undefined' : '';
  return `  ${name}: ColumnType<${type}${orNull}, ${written}${orNull}${orAbsent}, ${written}${orNull}>;`;
};

const pascal = (name) => name.replaceAll(/(^|[_-])([a-z])/g, (_match, _line, letter) => letter.toUpperCase());

const readTables = (text) =>
  new Map(
    text
      .trim()
      .split('\n\n')
      .map((section) => section.split('\n'))
      .filter(([head]) => head.startsWith('table '))
      .map(([head, ...lines]) => [head.replace('table ', ''), lines.filter((line) => !otherLine.test(line))]),
  );

/** Tables that have moved to a room since a migration of another one made them. */
const moved = { term: 'terms', task: 'tasks' };

const migrationsOf = (room) => path.join(root, 'engine', room, 'migrations');

/** The tables that the migrations of a room create. */
const createdBy = (room) =>
  existsSync(migrationsOf(room))
    ? readdirSync(migrationsOf(room)).flatMap((file) =>
        [
          ...readFileSync(path.join(migrationsOf(room), file), 'utf8').matchAll(
            /create (?:unlogged )?table (?:if not exists )?:schema\.([a-z_0-9]+)/g,
          ),
        ].map(([, name]) => name),
      )
    : [];

const tablesOf = (room) => [
  ...createdBy(room).filter((name) => (moved[name] ?? room) === room),
  ...Object.keys(moved).filter((name) => moved[name] === room),
];

const interfaceOf = (name, lines) =>
  `export interface ${pascal(name)}Table {\n${lines.map((line) => columnOf(name, line)).join('\n')}\n}`;

const contentOf = (room, below, columns) => {
  const owned = tablesOf(room).filter((name) => columns.has(name));
  const bodies = owned.toSorted().map((name) => interfaceOf(name, columns.get(name)));
  const lines = owned.toSorted().map((name) => `  ${name}: ${pascal(name)}Table;`);
  const own = `${pascal(room)}Tables`;
  const from = below.length === 0 ? '' : ` extends ${below.map((one) => `${pascal(one)}Tables`).join(', ')}`;
  const header = [
    '// Written by scripts/generate-tables.mjs from the golden dump of the schema; do not edit.',
    ...below.map((one) => `import type { ${pascal(one)}Tables } from '@irisflow/${one}';`),
    ...(bodies.some((body) => body.includes('ColumnType'))
      ? ["import type { ColumnType } from '@irisflow/database';"]
      : []),
  ];
  const all = `/** The tables that ${room} owns${below.length === 0 ? '' : ', and those of the rooms below'}. */\nexport interface ${own}${from} {\n${lines.join('\n')}\n}`;
  return `${header.join('\n')}\n\n${[...bodies, all].join('\n\n')}\n`;
};

const columns = readTables(readFileSync(golden, 'utf8'));
const homeless = [...columns.keys()].filter(
  (name) => name !== 'migration' && !Object.keys(rooms).some((room) => tablesOf(room).includes(name)),
);
if (homeless.length > 0) throw new Error(`Expected every table to belong to a room, but found ${homeless.join(', ')}.`);

for (const [room, below] of Object.entries(rooms)) {
  const target = path.join(root, 'engine', room, 'src/storage/tables.gen.ts');
  const content = contentOf(room, below, columns);
  if (!isCheck) writeFileSync(target, content);
  else if (readFileSync(target, 'utf8') !== content) {
    console.error(
      `Expected ${path.relative(root, target)} to follow the schema, but it is stale: run node scripts/generate-tables.mjs.`,
    );
    process.exitCode = 1;
  }
}
