import { appendAudit } from '@irisflow/access';
import { readCsv } from '../csv/read-csv.ts';
import { insertImport } from '../storage/imports.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { CaseImportView } from '../views/case-import.ts';
import { sealCells } from './cells.ts';
import { importableNow, KEPT_DAYS, requireImporter } from './importable.ts';
import { viewImport } from './view-import.ts';

const DAY_MS = 24 * 3600 * 1000;

export interface Upload {
  readonly procedureKey: string;
  readonly name: string;
  readonly content: AsyncIterable<Uint8Array>;
}

const fileName = (name: string): string =>
  name
    .replaceAll(/[\p{C}/\\]/gu, ' ')
    .trim()
    .slice(0, 200) || 'import.csv';

/** Takes a CSV file in. Nothing is judged and no case is opened yet: that is asked for. */
export const uploadImport: UseCase<Upload, CaseImportView> = async (surroundings: Surroundings, actor, upload) => {
  const { database, clock, random } = surroundings;
  const clerk = requireImporter(actor);
  const { procedure } = await importableNow(surroundings, clerk.administration, upload.procedureKey);
  const file = await readCsv(upload.content);
  const id = random.id();
  const at = clock.now();
  await database.transaction(async (tx) => {
    await insertImport(tx, {
      id,
      administration: clerk.administration,
      procedureKey: procedure.key,
      procedureVersion: procedure.version,
      personId: clerk.person.id,
      at,
      eraseAt: at + KEPT_DAYS * DAY_MS,
      fileName: fileName(upload.name),
      sha256: file.sha256,
      bytes: file.bytes,
      header: file.header,
      rows: file.records.map(({ line, cells }, index) => ({
        line,
        sealed: sealCells(surroundings, { importId: id, position: index + 1 }, cells),
      })),
    });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'import.uploaded',
      object: `import:${id}`,
      administration: clerk.administration,
      detail: { procedure: procedure.key, rows: file.records.length, sha256: file.sha256 },
    });
  });
  return viewImport(surroundings, clerk, id);
};
