import { functionWalls, type FunctionWall } from './function-walls.ts';
import { type Right, type Verb, grantees, roleOf, type Grantee, type Wall } from '@irisflow/access';
import { tableWalls } from './table-walls.ts';

/** Owners are bound too; only a migration, which says that it is one, sees and writes every row. */
const maintenance = (table: string): string =>
  `create policy maintenance on casework.${table} to current_user
     using (current_setting('irisflow.maintenance', true) = 'on')`;

const clauseOf = (verb: Verb, { rows, written = rows }: Right): string =>
  [
    ...(verb === 'insert' ? [] : [`using (${rows})`]),
    ...(verb === 'insert' || verb === 'update' ? [`with check (${written})`] : []),
  ].join(' ');

const policiesOf = (table: string, grantee: Grantee, rights: readonly Right[]): string[] =>
  rights.flatMap((right, place) =>
    right.verbs.flatMap((verb) => [
      `create policy ${grantee.toLowerCase()}_${verb}_${place} on casework.${table} for ${verb} to ${roleOf(grantee)} ${clauseOf(verb, right)}`,
      `grant ${verb}${right.columns === undefined ? '' : ` (${right.columns.join(', ')})`} on casework.${table} to ${roleOf(grantee)}`,
    ]),
  );

const isGrantee = (name: string): name is Grantee => grantees.some((grantee) => grantee === name);

const tableStatements = ([table, wall]: [string, Wall]): string[] => [
  `alter table casework.${table} enable row level security`,
  `alter table casework.${table} force row level security`,
  maintenance(table),
  ...Object.entries(wall).flatMap(([name, rights]) => (isGrantee(name) ? policiesOf(table, name, rights) : [])),
];

const functionStatements = ({ signature, callers }: FunctionWall): string[] => [
  `revoke all on function casework.${signature} from public`,
  `alter function casework.${signature} owner to ${roleOf('keeper')}`,
  ...callers.map((grantee) => `grant execute on function casework.${signature} to ${roleOf(grantee)}`),
];

const everyRole = grantees.map(roleOf).join(', ');

/** Tears down what stood: grants, policies, and the keeper's functions go back to whoever migrates. */
const clearing = `do $walls$
declare found record;
begin
  for found in select tablename, policyname from pg_policies where schemaname = 'casework' loop
    execute format('drop policy %I on casework.%I', found.policyname, found.tablename);
  end loop;
end
$walls$`;

/** Everything that makes the walls stand on an empty or an older schema, in order. */
export const wallStatements = (): string[] => [
  clearing,
  `revoke all on all tables in schema casework from public, ${everyRole}`,
  `revoke all on all sequences in schema casework from public, ${everyRole}`,
  'revoke all on schema casework from public',
  `grant usage on schema casework to ${everyRole}`,
  // Only who may create in a schema can be given a function of it.
  `grant create on schema casework to ${roleOf('keeper')}`,
  ...Object.entries(tableWalls).flatMap(tableStatements),
  ...functionWalls.flatMap(functionStatements),
  `revoke create on schema casework from ${roleOf('keeper')}`,
];
