import { appendAudit } from '@irisflow/access';
import { streamCsv } from '@irisflow/case-imports';
import { insertRows } from '../storage/import-rows.ts';
import { completeImport, eraseFile, insertImport } from '../storage/imports.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { RightImportView } from '../views/right-import.ts';
import { sealCells } from './cells.ts';
import { importableNow, KEPT_DAYS, type OfKind, requireImporter, rightLimits } from './importable.ts';
import { viewImport } from './view-import.ts';

const DAY_MS = 24 * 3600 * 1000;
/** Rows that are written at once. */
const BATCH = 1000;

export interface Upload extends OfKind {
  readonly name: string;
  readonly content: AsyncIterable<Uint8Array>;
}

const fileName = (name: string): string =>
  name
    .replaceAll(/[\p{C}/\\]/gu, ' ')
    .trim()
    .slice(0, 200) || 'import.csv';

interface Receiving {
  readonly importId: string;
  readonly administration: string;
}

/** Writes rows down as they come in, each sealed; answers of how many. */
const receive = async (
  surroundings: Surroundings,
  { importId, administration }: Receiving,
  content: Upload['content'],
): Promise<{ readonly header: readonly string[]; readonly sha256: string; readonly rows: number }> => {
  let waiting: { position: number; line: number; sealed: string }[] = [];
  let rows = 0;
  const write = async (): Promise<void> => {
    const some = waiting;
    waiting = [];
    if (some.length > 0) await insertRows(surroundings.database, { importId, administration, rows: some });
  };
  const { header, sha256 } = await streamCsv(content, {
    limits: rightLimits,
    onRow: async ({ line, cells }) => {
      rows += 1;
      waiting.push({ position: rows, line, sealed: sealCells(surroundings, { importId, position: rows }, cells) });
      if (waiting.length === BATCH) await write();
    },
  });
  await write();
  return { header, sha256, rows };
};

/** Takes a CSV file in, row by row. Nothing is judged and no right is taken over yet: that is asked for. */
export const uploadRightImport: UseCase<Upload, RightImportView> = async (surroundings, actor, upload) => {
  const { database, clock, random } = surroundings;
  const clerk = requireImporter(actor);
  const { administration } = clerk;
  const { procedure, kind } = await importableNow(surroundings, administration, upload);
  const id = random.id();
  const at = clock.now();
  await insertImport(database, {
    id,
    administration,
    procedureKey: procedure.key,
    procedureVersion: procedure.version,
    kind: kind.key,
    personId: clerk.person.id,
    at,
    eraseAt: at + KEPT_DAYS * DAY_MS,
    fileName: fileName(upload.name),
  });
  try {
    const file = await receive(surroundings, { importId: id, administration }, upload.content);
    await database.transaction(async (tx) => {
      await completeImport(tx, { id, ...file });
      await appendAudit(surroundings, tx, {
        actor,
        action: 'rightImport.uploaded',
        object: `rightImport:${id}`,
        administration,
        detail: { procedure: procedure.key, kind: kind.key, rows: file.rows, sha256: file.sha256 },
      });
    });
  } catch (thrown) {
    // What had come in by then is of no file; what a process leaves that dies here goes by the sweep.
    await database.transaction((tx) => eraseFile(tx, { id, at: clock.now() }));
    throw thrown;
  }
  return viewImport(surroundings, clerk, id);
};
