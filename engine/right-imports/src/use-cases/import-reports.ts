import { appendAudit, type Actor, type Clerk } from '@irisflow/access';
import { csvLine, csvMark, inEveryLocale, type Locale, type LocalizedText, maskedText } from '@irisflow/foundation';
import { choiceWords } from '../columns/columns-of-kind.ts';
import type { RightColumn } from '../columns/right-column.ts';
import { templateOf } from '../columns/template.ts';
import { reconciliationReport } from '../reconcile/reconciliation-report.ts';
import { isError, type Finding } from '../rows/finding.ts';
import { findingText } from '../rows/finding-texts.ts';
import type { StandingRight } from '../rows/judge-right.ts';
import { type ReadRight, readRight } from '../rows/read-right.ts';
import { listRowsAfter, type StoredRow } from '../storage/import-rows.ts';
import type { ImportRow } from '../storage/imports.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type {
  RightDifference,
  RightRowFinding,
  RightRowKind,
  RightRowState,
  RightRowsView,
} from '../views/right-import.ts';
import { openCells } from './cells.ts';
import { standingRights } from './check-rows.ts';
import {
  importableNow,
  importableThen,
  keysOf,
  type OfKind,
  requireImport,
  requireImporter,
  requireKept,
} from './importable.ts';
import { viewImport } from './view-import.ts';

const PAGE = 50;
const BATCH = 1000;
const FOUND_LENGTH = 200;

interface Told {
  readonly row: ImportRow;
  readonly columns: readonly RightColumn[];
  readonly keys: readonly (string | null)[];
  /** Who brought the file has what is restricted anyway. */
  readonly seesRestricted: boolean;
}

const toldOf = async (surroundings: Surroundings, clerk: Clerk, row: ImportRow): Promise<Told> => {
  const importable = await importableThen(surroundings, row);
  return {
    row,
    columns: importable.columns,
    keys: keysOf(row, importable),
    seesRestricted: row.uploaded_by === clerk.person.id,
  };
};

const columnOf = ({ columns }: Told, key: string | null): RightColumn | undefined =>
  columns.find((column) => column.key === key);

const isHidden = (told: Told, key: string | null): boolean =>
  // A column that nobody said anything of may be a restricted one.
  !told.seesRestricted && (key === null || columnOf(told, key)?.isRestricted === true);

const cellOf = (told: Told, cells: readonly string[], key: string | null): string | null => {
  const index = key === null ? -1 : told.keys.indexOf(key);
  return index < 0 || isHidden(told, key) ? null : (cells[index] ?? '').slice(0, FOUND_LENGTH);
};

const viewFinding = (told: Told, cells: readonly string[], one: Finding): RightRowFinding => {
  const column = columnOf(told, one.key);
  return {
    code: one.code,
    label: column?.label ?? null,
    found: cellOf(told, cells, one.key),
    text: findingText(one, column),
    isError: isError(one),
  };
};

const wordsOf = (column: RightColumn, value: unknown): LocalizedText => {
  if (value === undefined || value === null) return inEveryLocale(() => '–');
  if (Array.isArray(value)) return inEveryLocale(() => value.map(String).join(', '));
  return choiceWords(column, typeof value === 'string' ? value : JSON.stringify(value));
};

type Side = 'here' | 'file';

const valueAt = (key: string, right: StandingRight, read: ReadRight): { readonly [S in Side]: unknown } => {
  if (key === 'state') return { here: right.state, file: read.state };
  if (key === 'valid-to') return { here: right.validTo, file: read.validTo };
  const name = key.slice('data.'.length);
  return { here: right.data[name], file: read.data[name] };
};

/** In what the file says otherwise of a right that stands: both, in words. */
const differencesOf = (
  told: Told,
  one: StoredRow,
  { right, read }: { readonly right: StandingRight | undefined; readonly read: ReadRight },
): RightDifference[] =>
  one.differences.flatMap((key) => {
    const column = columnOf(told, key);
    if (column === undefined || right === undefined || one.state !== 'differs') return [];
    const { here, file } = valueAt(key, right, read);
    return [{ label: column.label, here: wordsOf(column, here), file: wordsOf(column, file) }];
  });

/** Rows of one kind, a page at a time, with what is to be said of each. */
export const listRightImportRows: UseCase<
  { importId: string; kind: RightRowKind; after: number },
  RightRowsView
> = async (surroundings, actor, { importId, kind, after }) => {
  const clerk = requireImporter(actor);
  const row = await requireImport(surroundings, clerk, importId);
  const told = await toldOf(surroundings, clerk, row);
  const rows = await listRowsAfter(surroundings.database, { importId, kind, after, limit: PAGE });
  const numbers = rows.flatMap(({ state, number }) => (state === 'differs' ? (number ?? []) : []));
  const standing = await standingRights(surroundings, { administration: row.administration, numbers });
  return {
    items: rows.map((one) => {
      const cells = openCells(surroundings, { importId, position: one.position }, one.sealed);
      const { position, line, number, state, right_id: rightId } = one;
      const read = readRight(cells, told);
      return {
        position,
        line,
        number,
        state,
        rightId,
        findings: one.findings.map((found) => viewFinding(told, cells, found)),
        differences: differencesOf(told, one, { right: standing.get(number ?? ''), read }),
        isAccepted: one.accepted_by !== null,
      };
    }),
    next: rows.length < PAGE ? null : (rows.at(-1)?.position ?? null),
  };
};

const heads = {
  line: { fr: 'Ligne du fichier', nl: 'Regel van het bestand', en: 'Line of the file' },
  result: { fr: 'Résultat', nl: 'Resultaat', en: 'Result' },
  remarks: { fr: 'Remarques', nl: 'Opmerkingen', en: 'Remarks' },
} as const;

const results: { readonly [S in RightRowState]: { readonly [L in Locale]: string } } = {
  waiting: { fr: 'pas encore contrôlé', nl: 'nog niet gecontroleerd', en: 'not checked yet' },
  ready: { fr: 'prêt', nl: 'klaar', en: 'ready' },
  same: { fr: 'identique', nl: 'gelijk', en: 'the same' },
  differs: { fr: 'différent', nl: 'verschillend', en: 'different' },
  wrong: { fr: 'à corriger', nl: 'te verbeteren', en: 'to be corrected' },
  imported: { fr: 'repris', nl: 'overgenomen', en: 'taken over' },
  changed: { fr: 'modifié', nl: 'gewijzigd', en: 'changed' },
  failed: { fr: 'échec', nl: 'mislukt', en: 'failed' },
};

const remarkOf = (told: Told, one: Finding, locale: Locale): string => {
  const { label, text } = viewFinding(told, [], one);
  return label === null ? text[locale] : `${label[locale]}: ${text[locale]}`;
};

const lineOf = (surroundings: Surroundings, one: StoredRow, told: Told, locale: Locale): string => {
  const { row, keys } = told;
  const cells = openCells(surroundings, { importId: row.id, position: one.position }, one.sealed);
  const shown = row.header.map((_, index) => (isHidden(told, keys[index] ?? null) ? maskedText : (cells[index] ?? '')));
  const remarks = [
    ...one.findings.map((found) => remarkOf(told, found, locale)),
    ...one.differences.map((key) => columnOf(told, key)?.label[locale] ?? key),
  ].join(' / ');
  return csvLine([...shown, String(one.line), results[one.state][locale], remarks]);
};

/** The rows as they came, each with what became of it and what is wrong with it: corrected, the file can be uploaded again. */
const reportOf = async function* reportOf(surroundings: Surroundings, told: Told, locale: Locale) {
  const { row } = told;
  yield csvMark + csvLine([...row.header, heads.line[locale], heads.result[locale], heads.remarks[locale]]);
  for (let after = 0; ;) {
    const rows = await listRowsAfter(surroundings.database, { importId: row.id, kind: null, after, limit: BATCH });
    yield rows.map((one) => lineOf(surroundings, one, told, locale)).join('');
    if (rows.length < BATCH) return;
    after = rows.at(-1)?.position ?? after;
  }
};

const noteDownload = (surroundings: Surroundings, actor: Actor, row: ImportRow): Promise<void> =>
  surroundings.database.transaction((tx) =>
    appendAudit(surroundings, tx, {
      actor,
      action: 'rightImport.reported',
      object: `rightImport:${row.id}`,
      administration: row.administration,
      detail: { rows: row.rows },
    }),
  );

/** A file in the language of who reads it; that it left the platform is on record. */
export const downloadRightReport: UseCase<{ importId: string }, string> = async (surroundings, actor, { importId }) => {
  const clerk = requireImporter(actor);
  const row = requireKept(await requireImport(surroundings, clerk, importId));
  const told = await toldOf(surroundings, clerk, row);
  const parts: string[] = [];
  for await (const part of reportOf(surroundings, told, clerk.person.language)) parts.push(part);
  await noteDownload(surroundings, actor, row);
  return parts.join('');
};

/** How the file and what stands compare, as CSV. */
export const downloadReconciliation: UseCase<{ importId: string }, string> = async (
  surroundings,
  actor,
  { importId },
) => {
  const clerk = requireImporter(actor);
  const { reconciliation } = await viewImport(surroundings, clerk, importId);
  return reconciliation === null ? csvMark : reconciliationReport(reconciliation, clerk.person.language);
};

/** An empty file for a kind of right, with what goes in each column. */
export const downloadRightTemplate: UseCase<OfKind, string> = async (surroundings, actor, ofKind) => {
  const { administration, person } = requireImporter(actor);
  const { columns } = await importableNow(surroundings, administration, ofKind);
  return templateOf(columns, person.language);
};
