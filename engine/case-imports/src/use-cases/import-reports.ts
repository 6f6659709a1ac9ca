import { appendAudit, type Actor, type Clerk } from '@irisflow/access';
import { findCases } from '@irisflow/casework';
import { csvLine, csvMark, type Locale, maskedText } from '@irisflow/foundation';
import type { ImportColumn } from '../columns/import-column.ts';
import { templateOf } from '../columns/template.ts';
import { isError, type Finding } from '../rows/finding.ts';
import { findingText } from '../rows/finding-texts.ts';
import { listRowsAfter, type StoredRow } from '../storage/import-rows.ts';
import type { ImportRow } from '../storage/imports.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { ImportFinding, ImportRowsView, RowKind, RowState } from '../views/case-import.ts';
import { openCells } from './cells.ts';
import { importableNow, importableThen, requireImport, requireImporter, requireKept } from './importable.ts';
import { keysOf, readsRestricted } from './view-import.ts';

const PAGE = 50;
const BATCH = 1000;
const FOUND_LENGTH = 200;

interface Told {
  readonly row: ImportRow;
  readonly columns: readonly ImportColumn[];
  readonly keys: readonly (string | null)[];
  readonly seesRestricted: boolean;
}

const toldOf = async (surroundings: Surroundings, clerk: Clerk, row: ImportRow): Promise<Told> => {
  const { columns } = await importableThen(surroundings, row);
  return { row, columns, keys: keysOf(row, columns), seesRestricted: readsRestricted(row, clerk) };
};

/** What stands in the cell that a finding is about. */
const cellOf = (told: Told, cells: readonly string[], { key }: Finding): string | null => {
  const index = key === null ? -1 : told.keys.indexOf(key);
  const column = told.columns.find((one) => one.key === key);
  if (index < 0 || (column?.isRestricted === true && !told.seesRestricted)) return null;
  return (cells[index] ?? '').slice(0, FOUND_LENGTH);
};

const viewFinding = (told: Told, cells: readonly string[], finding: Finding): ImportFinding => {
  const column = told.columns.find(({ key }) => key === finding.key);
  return {
    code: finding.code,
    label: column?.label ?? null,
    found: cellOf(told, cells, finding),
    text: findingText(finding, column),
    isError: isError(finding),
  };
};

/** Rows of one kind, a page at a time, with what is to be said of each. */
export const listImportedRows: UseCase<{ importId: string; kind: RowKind; after: number }, ImportRowsView> = async (
  surroundings,
  actor,
  { importId, kind, after },
) => {
  const clerk = requireImporter(actor);
  const row = await requireImport(surroundings, clerk, importId);
  const told = await toldOf(surroundings, clerk, row);
  const rows = await listRowsAfter(surroundings.database, { importId, kind, after, limit: PAGE });
  return {
    items: rows.map((one) => {
      const cells = openCells(surroundings, { importId, position: one.position }, one.sealed);
      const { position, line, reference, state, case_id: caseId } = one;
      return {
        position,
        line,
        reference,
        state,
        caseId,
        findings: one.findings.map((finding) => viewFinding(told, cells, finding)),
      };
    }),
    next: rows.length < PAGE ? null : (rows.at(-1)?.position ?? null),
  };
};

const heads = {
  line: { fr: 'Ligne du fichier', nl: 'Regel van het bestand', en: 'Line of the file' },
  result: { fr: 'Résultat', nl: 'Resultaat', en: 'Result' },
  case: { fr: 'Dossier', nl: 'Dossier', en: 'Case' },
  remarks: { fr: 'Remarques', nl: 'Opmerkingen', en: 'Remarks' },
} as const;

const results: { readonly [S in RowState]: { readonly [L in Locale]: string } } = {
  waiting: { fr: 'pas encore contrôlé', nl: 'nog niet gecontroleerd', en: 'not checked yet' },
  ready: { fr: 'prêt', nl: 'klaar', en: 'ready' },
  known: { fr: 'déjà repris', nl: 'al overgenomen', en: 'taken over before' },
  wrong: { fr: 'à corriger', nl: 'te verbeteren', en: 'to be corrected' },
  imported: { fr: 'repris', nl: 'overgenomen', en: 'taken over' },
  failed: { fr: 'échec', nl: 'mislukt', en: 'failed' },
};

const remarkOf = (told: Told, finding: Finding, locale: Locale): string => {
  const { label, text } = viewFinding(told, [], finding);
  return label === null ? text[locale] : `${label[locale]}: ${text[locale]}`;
};

interface Written {
  readonly told: Told;
  readonly locale: Locale;
  readonly references: ReadonlyMap<string, string>;
}

const lineOf = (surroundings: Surroundings, one: StoredRow, { told, locale, references }: Written): string => {
  const { row, keys, columns, seesRestricted } = told;
  const restricted = new Set(columns.filter(({ isRestricted }) => isRestricted).map(({ key }) => key));
  const cells = openCells(surroundings, { importId: row.id, position: one.position }, one.sealed);
  const shown = row.header.map((_, index) => {
    const isHidden = !seesRestricted && (keys[index] === null || restricted.has(keys[index] ?? ''));
    return isHidden ? maskedText : (cells[index] ?? '');
  });
  const remarks = one.findings.map((finding) => remarkOf(told, finding, locale)).join(' / ');
  const reference = one.case_id === null ? '' : (references.get(one.case_id) ?? '');
  return csvLine([...shown, String(one.line), results[one.state][locale], reference, remarks]);
};

/** The rows as they came, each with what became of it and what is wrong with it: corrected, the file can be uploaded again. */
const reportOf = async (
  surroundings: Surroundings,
  told: Told,
  { locale, kind }: { locale: Locale; kind: RowKind | null },
): Promise<string> => {
  const { row } = told;
  const lines = [
    csvMark,
    csvLine([...row.header, heads.line[locale], heads.result[locale], heads.case[locale], heads.remarks[locale]]),
  ];
  for (let after = 0; ;) {
    const rows = await listRowsAfter(surroundings.database, { importId: row.id, kind, after, limit: BATCH });
    const cases = await findCases(
      surroundings.database,
      rows.flatMap(({ case_id: id }) => id ?? []),
    );
    const references = new Map(cases.map(({ id, reference }) => [id, reference]));
    lines.push(...rows.map((one) => lineOf(surroundings, one, { told, locale, references })));
    if (rows.length < BATCH) return lines.join('');
    after = rows.at(-1)?.position ?? after;
  }
};

const noteDownload = (surroundings: Surroundings, actor: Actor, { row }: Told): Promise<void> =>
  surroundings.database.transaction((tx) =>
    appendAudit(surroundings, tx, {
      actor,
      action: 'import.reported',
      object: `import:${row.id}`,
      administration: row.administration,
      detail: { rows: row.rows },
    }),
  );

/** A file in the language of who reads it; that it left the platform is on record. */
export const downloadReport: UseCase<{ importId: string; kind: RowKind | null }, string> = async (
  surroundings,
  actor,
  { importId, kind },
) => {
  const clerk = requireImporter(actor);
  const told = await toldOf(surroundings, clerk, requireKept(await requireImport(surroundings, clerk, importId)));
  const report = await reportOf(surroundings, told, { locale: clerk.person.language, kind });
  await noteDownload(surroundings, actor, told);
  return report;
};

/** An empty file for a procedure, with what goes in each column. */
export const downloadTemplate: UseCase<{ procedureKey: string }, string> = async (
  surroundings,
  actor,
  { procedureKey },
) => {
  const { administration, person } = requireImporter(actor);
  const { columns } = await importableNow(surroundings, administration, procedureKey);
  return templateOf(columns, person.language);
};
