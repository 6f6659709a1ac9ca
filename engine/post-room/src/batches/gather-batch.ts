import { appendAudit, type Clerk, requireClerk } from '@irisflow/access';
import { findCases } from '@irisflow/casework';
import { type Queryable, takeNamedLock } from '@irisflow/database';
import { CaseworkError, type Locale } from '@irisflow/foundation';
import { type Addressee, addresseeOf, linesOf } from '../carriers/addressee-of.ts';
import { holdLetters, insertLetters, listToPrint, type PlacedLetter, type ToPrint } from '../storage/batch-letters.ts';
import { insertBatch, nextNumber } from '../storage/batches.ts';
import { listContracts } from '../storage/contracts.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { PrintBatchView, PrintedWay } from '../views/batches.ts';
import { viewBatch } from './read-batches.ts';

export interface Gathering {
  readonly way: PrintedWay;
  /** All of them where it is left out. */
  readonly language?: Locale;
}

/** What one file and one walk to the post hold; more waits for the next batch. */
const MOST_LETTERS = 200;

/** Four digits before the name of a municipality, in the last line that has them. */
const postcodeOf = (lines: readonly string[]): string | null => {
  const found = lines.slice(1).map((line) => /\b(\d{4})\b(?=\s+\D)/.exec(line)?.[1]);
  return found.findLast((code) => code !== undefined) ?? null;
};

interface Addressed {
  readonly letter: ToPrint;
  readonly postcode: string | null;
}

const addressed = async (tx: Queryable, letters: readonly ToPrint[]): Promise<Addressed[]> => {
  const rows = new Map(
    (await findCases(tx, [...new Set(letters.map((one) => one.case_id))])).map((row) => [row.id, row]),
  );
  const all: Addressed[] = [];
  for (const letter of letters) {
    const row = rows.get(letter.case_id);
    const whose: Addressee | undefined =
      row === undefined ? undefined : await addresseeOf(tx, row, letter.participant_id);
    all.push({ letter, postcode: whose === undefined ? null : postcodeOf(linesOf(whose)) });
  }
  return all;
};

/** Without a postcode last; then by it, by name and by key, so that it is the same each time. */
const sortKey = ({ letter, postcode }: Addressed): string =>
  [postcode ?? '~', letter.addressee.toLowerCase(), letter.id].join('\u0000');

const inOrder = (all: readonly Addressed[]): PlacedLetter[] =>
  all
    .toSorted((one, other) => (sortKey(one) < sortKey(other) ? -1 : 1))
    .map(({ letter, postcode }, index) => ({
      noticeId: letter.id,
      caseId: letter.case_id,
      position: index + 1,
      postcode,
    }));

const isCarried = async (
  { carriers }: Surroundings,
  tx: Queryable,
  { administration, way }: { readonly administration: string; readonly way: PrintedWay },
): Promise<boolean> => {
  if (way === 'post' || carriers[way] === null) return false;
  return (await listContracts(tx, administration)).some(({ channel, isOn }) => channel === way && isOn);
};

const nothing = () =>
  new CaseworkError('NOTHING_TO_PRINT', 'Expected letters that wait to be printed, but nobody has left any');

const gather = async (
  surroundings: Surroundings,
  tx: Queryable,
  { clerk, gathering }: { readonly clerk: Clerk; readonly gathering: Gathering },
): Promise<{ readonly batchId: string; readonly number: number; readonly letters: number }> => {
  const { administration, person } = clerk;
  const { way } = gathering;
  const language = gathering.language ?? null;
  const { clock, random } = surroundings;
  // Two clerks who gather at once wait for each other; the second one gets what the first has left.
  await takeNamedLock(tx, `print batches of ${administration}`);
  const carried = await isCarried(surroundings, tx, { administration, way });
  const waiting = await listToPrint(tx, { administration, way, language, isCarried: carried, limit: MOST_LETTERS });
  if (waiting.length === 0) throw nothing();
  const batchId = random.id();
  const number = await nextNumber(tx, administration);
  const of = { id: batchId, administration, number, way, language, madeBy: person.id, at: clock.now() };
  await insertBatch(tx, { ...of, letters: waiting.length });
  const held = await holdLetters(tx, { batchId, administration, way, letters: waiting });
  // Its carrier took one in hand meanwhile.
  if (held.size < waiting.length) throw new CaseworkError('BATCH_MOVED', 'Expected letters to wait, but one left');
  await insertLetters(tx, { batchId, administration, letters: inOrder(await addressed(tx, waiting)) });
  return { batchId, number, letters: waiting.length };
};

/** Gathers letters that wait into a batch that is printed, in a stable order; none of them is in two. */
export const gatherBatch: UseCase<Gathering, PrintBatchView> = (surroundings, actor, gathering) =>
  surroundings.database.transaction(async (tx) => {
    const clerk = requireClerk(actor);
    const { batchId, number, letters } = await gather(surroundings, tx, { clerk, gathering });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'printBatch.made',
      object: `printBatch:${batchId}`,
      administration: clerk.administration,
      detail: { number, letters, way: gathering.way },
    });
    return viewBatch(tx, clerk, batchId);
  });
