import { appendAudit, type Clerk } from '@irisflow/access';
import type { Movement } from '@irisflow/bank-files';
import type { Queryable } from '@irisflow/database';
import { CaseworkError, instantOf } from '@irisflow/foundation';
import { findPayee, requireAccountant } from '@irisflow/ledger';
import { formOf, piecesOf } from '../reading/pieces-of.ts';
import { readFile, type StatementFile } from '../reading/read-file.ts';
import { survey } from '../reading/survey.ts';
import { insertMovements } from '../storage/movements.ts';
import {
  findByNumber,
  findBySha256,
  findSame,
  findStatement,
  insertStatement,
  knowsAccount,
  type StatementFacts,
} from '../storage/statements.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import { summarizeStatement } from '../view-statement.ts';
import type { StatementSummary } from '../views/statement.ts';

export interface Upload {
  readonly name: string;
  readonly content: AsyncIterable<Uint8Array>;
}

/** Movements that are written at once. */
const BATCH = 500;

const fileName = (name: string): string =>
  name
    .replaceAll(/[\p{C}/\\]/gu, ' ')
    .trim()
    .slice(0, 200) || 'statement';

const refuseKnown = (known: Awaited<ReturnType<typeof findBySha256>>): void => {
  if (known === undefined) return;
  const importedAt = instantOf(known.importedAt);
  throw new CaseworkError(
    'STATEMENT_KNOWN',
    `Expected a statement that is not here yet, but ${known.number ?? 'it'} of ${known.account} was imported at ${importedAt}`,
    { errors: [{ pointer: '/file', keyword: 'known', params: { importedAt, number: known.number } }] },
  );
};

/** The account to which people pay, or one of which statements came before: that may have been another one once. */
const requireOwnAccount = async (db: Queryable, administration: string, account: string): Promise<void> => {
  const payee = await findPayee(db, administration);
  if (payee === null)
    throw new CaseworkError(
      'PAYEE_MISSING',
      `Expected ${administration} to have said to which account people pay, but it has not`,
    );
  if (payee.iban === account || (await knowsAccount(db, administration, account))) return;
  throw new CaseworkError('STATEMENT_ACCOUNT', `Expected an account of ${administration}, but found ${account}`, {
    errors: [{ pointer: '/file', keyword: 'account', params: { found: account } }],
  });
};

interface Importing {
  readonly clerk: Clerk;
  readonly file: StatementFile;
  readonly name: string;
}

const insertOne = async (
  { random, clock }: Surroundings,
  tx: Queryable,
  { clerk, file, name }: Importing,
  { facts, place }: { readonly facts: StatementFacts; readonly place: number },
): Promise<string> => {
  const { administration } = clerk;
  // By its number it would be known.
  if (facts.number === null) refuseKnown(await findSame(tx, administration, facts));
  const id = random.id();
  const isNew = await insertStatement(tx, {
    ...facts,
    id,
    administration,
    form: formOf(file),
    fileName: fileName(name),
    sha256: file.sha256,
    place,
    at: clock.now(),
    personId: clerk.person.id,
  });
  if (!isNew)
    refuseKnown(
      (await findByNumber(tx, administration, facts)) ?? (await findBySha256(tx, administration, file.sha256)),
    );
  return id;
};

/** Reads the file a second time, now that it can be believed, and keeps what moved. */
const keepMovements = async (
  tx: Queryable,
  { clerk: { administration }, file }: Importing,
  statements: readonly { readonly id: string; readonly account: string }[],
): Promise<void> => {
  let place = -1;
  let batch: Movement[] = [];
  const flush = async (): Promise<void> => {
    const statement = statements[place];
    if (statement !== undefined)
      await insertMovements(tx, { statementId: statement.id, administration, account: statement.account }, batch);
    batch = [];
  };
  for await (const piece of piecesOf(file)) {
    if (piece.kind === 'start') place += 1;
    else if (piece.kind === 'movement') batch.push(piece);
    if (batch.length >= BATCH || piece.kind === 'end') await flush();
  }
};

const keep = async (
  surroundings: Surroundings,
  tx: Queryable,
  { importing, all }: { readonly importing: Importing; readonly all: readonly StatementFacts[] },
): Promise<string[]> => {
  const ids: string[] = [];
  for (const [index, facts] of all.entries())
    ids.push(await insertOne(surroundings, tx, importing, { facts, place: index + 1 }));
  await keepMovements(
    tx,
    importing,
    all.map(({ account }, index) => ({ id: ids[index] ?? '', account })),
  );
  return ids;
};

/** Takes a file of statements in, all of them or none; what moved is booked in the background. */
export const importStatements: UseCase<Upload, StatementSummary[]> = async (surroundings, actor, { name, content }) => {
  const { database, statementBell } = surroundings;
  const clerk = requireAccountant(actor);
  const { administration } = clerk;
  const file = await readFile(content);
  refuseKnown(await findBySha256(database, administration, file.sha256));
  const all = await survey(file);
  for (const { account } of all) await requireOwnAccount(database, administration, account);
  const summaries = await database.transaction(async (tx) => {
    const ids = await keep(surroundings, tx, { importing: { clerk, file, name }, all });
    for (const [index, id] of ids.entries())
      await appendAudit(surroundings, tx, {
        actor,
        action: 'statement.imported',
        object: `statement:${id}`,
        administration,
        detail: { number: all[index]?.number, movements: all[index]?.movements, sha256: file.sha256 },
      });
    const rows = await Promise.all(ids.map((id) => findStatement(tx, id)));
    return rows.flatMap((row) => (row === undefined ? [] : [summarizeStatement(row)]));
  });
  statementBell.ring();
  return summaries;
};
