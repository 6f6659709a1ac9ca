import { controlAt } from './writing-task.ts';
import { formText } from '@irisflow/forms';
import {
  cursorOf,
  inEveryLocale,
  instantOf,
  type LocalizedText,
  type Page,
  pageLimit,
  positionOf,
} from '@irisflow/foundation';
import { stepNames } from '@irisflow/procedures';
import { countUseRows, listUseRows, type UseRow } from '../storage/paragraph-uses.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { ParagraphUse } from '../views/paragraph.ts';
import { requireParagraph } from './keepers.ts';

/** What the step and its field are called in the version of the case. */
const placeOf = async (
  { database, library }: Surroundings,
  { procedure_key: key, procedure_version: version, element_id: element, field }: UseRow,
): Promise<{ readonly task: LocalizedText; readonly field: LocalizedText }> => {
  const { description, forms } = await library.version(database, key, version);
  const form = forms.get(description.tasks[element]?.form ?? '');
  const control = form === undefined ? undefined : controlAt(form, field);
  return {
    task: stepNames(description)[element] ?? inEveryLocale(() => element),
    field: inEveryLocale((locale) =>
      form === undefined || control === undefined ? field : formText(form.form, locale, `${control.i18n}.label`),
    ),
  };
};

const viewUse = async (surroundings: Surroundings, row: UseRow): Promise<ParagraphUse> => ({
  id: row.id,
  version: row.version,
  caseId: row.case_id,
  reference: row.reference,
  ...(await placeOf(surroundings, row)),
  language: row.language,
  usedBy: { id: row.used_by, name: row.used_by_name },
  usedAt: instantOf(row.used_at),
  kept: row.kept,
});

export interface UsesOf {
  readonly paragraphId: string;
  readonly cursor?: string;
  readonly limit?: number;
}

/** Into which answers a paragraph was put, the newest first. */
export const listParagraphUses: UseCase<UsesOf, Page<ParagraphUse>> = async (surroundings, actor, input) => {
  const { database } = surroundings;
  const { id: paragraphId } = await requireParagraph(database, actor, input.paragraphId);
  const limit = pageLimit(input.limit);
  const rows = await listUseRows(database, { paragraphId, after: positionOf(input.cursor, 'instant'), limit });
  const last = rows[limit - 1];
  return {
    items: await Promise.all(rows.slice(0, limit).map((row) => viewUse(surroundings, row))),
    total: await countUseRows(database, paragraphId),
    nextCursor:
      rows.length > limit && last !== undefined ? cursorOf({ sort: instantOf(last.used_at), id: last.id }) : null,
  };
};
