import { appendAudit, job } from '@irisflow/access';
import type { Queryable } from '@irisflow/database';
import { CaseworkError } from '@irisflow/foundation';
import {
  type ContentVerdict,
  eraseBytes,
  findVerdict,
  listHolders,
  listUnchecked,
  noteVerdict,
} from '../storage/content-verdicts.ts';
import { readChunk } from '../storage/document-content.ts';
import type { Surroundings } from '../surroundings.ts';
import type { FileCheck } from '../views/case.ts';

/** Answers what was found in a file, null where nothing was; throws where it cannot say. */
export type ScanFile = (content: AsyncIterable<Uint8Array>) => Promise<string | null>;

/** How files of others are checked for viruses. */
export interface FileChecks {
  /** Null where there is no scanner. */
  readonly scan: ScanFile | null;
  /** Whether a file that nobody checked can be opened; where there is a scanner, it waits for it. */
  readonly opensUnchecked: boolean;
}

const ROUND = 20;

const infected = (): CaseworkError =>
  new CaseworkError('DOCUMENT_INFECTED', 'Expected a file without a virus, but the scanner found one');

/** What of a file readers are told. */
export const fileCheckOf = ({ opensUnchecked }: FileChecks, verdict: ContentVerdict): FileCheck => {
  if (verdict === 'unchecked') return opensUnchecked ? 'unchecked' : 'waiting';
  return verdict === 'infected' ? 'infected' : 'checked';
};

/** Refuses to open what holds a virus, and what waits to be checked. */
export const requireOpenable = async (
  { fileChecks }: Pick<Surroundings, 'fileChecks'>,
  db: Queryable,
  sha256: string,
): Promise<void> => {
  const check = fileCheckOf(fileChecks, (await findVerdict(db, sha256)) ?? 'unchecked');
  if (check === 'infected') throw infected();
  if (check === 'waiting')
    throw new CaseworkError('DOCUMENT_UNCHECKED', 'Expected a file that was checked for viruses, but this one waits');
};

/** Reads stored content, one chunk at a time. */
export const readContent = async function* (
  { database }: Pick<Surroundings, 'database'>,
  sha256: string,
): AsyncGenerator<Uint8Array> {
  for (let ordinal = 0; ; ordinal += 1) {
    const bytes = await readChunk(database, { sha256, ordinal });
    if (bytes === null) return;
    yield bytes;
  }
};

type Checking = Pick<Surroundings, 'database' | 'clock' | 'fileChecks'>;

/** Has stored content checked; where the scanner cannot say, it stays unchecked. */
const checkContent = async (
  { database, clock, fileChecks: { scan } }: Checking,
  sha256: string,
  onInfected: (tx: Queryable, threat: string) => Promise<void> = async () => undefined,
): Promise<'clean' | 'infected' | 'unchecked'> => {
  if (scan === null) return 'unchecked';
  const threat = await scan(readContent({ database }, sha256)).catch(() => undefined);
  if (threat === undefined) return 'unchecked';
  await database.transaction(async (tx) => {
    await noteVerdict(tx, { sha256, threat, at: clock.now() });
    if (threat === null) return;
    await eraseBytes(tx, sha256);
    await onInfected(tx, threat);
  });
  return threat === null ? 'clean' : 'infected';
};

/** Has what was just received checked before it is anybody's document: what holds a virus is refused and its bytes are gone. */
export const checkReceived = async (surroundings: Checking, sha256: string): Promise<void> => {
  const known = await findVerdict(surroundings.database, sha256);
  const verdict = known === 'unchecked' ? await checkContent(surroundings, sha256) : known;
  if (verdict === 'infected') throw infected();
};

/** Each administration that has the file reads in its audit that it is gone. */
const tellHolders =
  (surroundings: Surroundings, sha256: string) =>
  async (tx: Queryable, threat: string): Promise<void> => {
    for (const { id, administration, case_id: caseId } of await listHolders(tx, sha256))
      await appendAudit(surroundings, tx, {
        actor: job('fileChecks'),
        action: 'document.infected',
        object: `document:${id}`,
        administration,
        detail: { ...(caseId !== null && { case: caseId }), sha256, threat },
      });
  };

/** Checks what came in while the scanner did not answer, or before there was one; stops where it does not answer again. */
export const checkWaitingFiles = async (surroundings: Surroundings): Promise<void> => {
  if (surroundings.fileChecks.scan === null) return;
  let after = '';
  for (;;) {
    const hashes = await listUnchecked(surroundings.database, { after, limit: ROUND });
    for (const sha256 of hashes) {
      if ((await checkContent(surroundings, sha256, tellHolders(surroundings, sha256))) === 'unchecked') return;
    }
    if (hashes.length < ROUND) return;
    after = hashes.at(-1) ?? after;
  }
};
