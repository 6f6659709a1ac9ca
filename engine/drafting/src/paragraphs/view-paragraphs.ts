import { requireClerk } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import { cursorOf, inEveryLocale, instantOf, type Page, pageLimit, positionOf } from '@irisflow/foundation';
import { listPublishedProcedures, stepNames } from '@irisflow/procedures';
import {
  countParagraphRows,
  listParagraphRows,
  listParagraphVersions,
  type ParagraphRow,
  type ParagraphVersionRow,
  type WantedParagraphs,
} from '../storage/paragraphs.ts';
import type { UseCase } from '../surroundings.ts';
import type {
  ParagraphState,
  ParagraphSummary,
  ParagraphTarget,
  ParagraphVersion,
  ParagraphView,
} from '../views/paragraph.ts';
import { requireParagraph } from './keepers.ts';
import { legalLanguages, writtenIn } from './require-content.ts';

const stateOn = ({ is_retired: isRetired, content }: ParagraphRow, today: string): ParagraphState => {
  if (isRetired) return 'retired';
  if (content.validFrom !== null && content.validFrom > today) return 'notYet';
  return content.validTo !== null && content.validTo < today ? 'over' : 'inForce';
};

const changeOf = (row: Pick<ParagraphVersionRow, 'changed_by' | 'changed_by_name' | 'changed_at'>) => ({
  changedBy: { id: row.changed_by, name: row.changed_by_name },
  changedAt: instantOf(row.changed_at),
});

const summaryOf = (row: ParagraphRow, today: string): ParagraphSummary => ({
  id: row.id,
  key: row.key,
  version: row.version,
  state: stateOn(row, today),
  content: row.content,
  missing: legalLanguages.filter((language) => !writtenIn(row.content).includes(language)),
  uses: row.uses,
  ...changeOf(row),
});

const versionOf = (row: ParagraphVersionRow): ParagraphVersion => ({
  version: row.version,
  act: row.act,
  content: row.content,
  reason: row.reason,
  uses: row.uses,
  ...changeOf(row),
});

export interface ParagraphFilter {
  readonly search?: string;
  readonly procedure?: string;
  /** `untranslated`: those in use that lack a language. */
  readonly show?: 'inUse' | 'untranslated' | 'retired';
  readonly cursor?: string;
  readonly limit?: number;
}

/** The library of my administration, by key. */
export const listParagraphs: UseCase<ParagraphFilter, Page<ParagraphSummary>> = async (surroundings, actor, filter) => {
  const { database, clock } = surroundings;
  const { administration } = requireClerk(actor);
  const { search, procedure, show } = filter;
  const limit = pageLimit(filter.limit);
  const wanted: WantedParagraphs = {
    administration,
    search,
    procedure,
    isRetired: show === undefined ? undefined : show === 'retired',
    untranslated: show === 'untranslated',
    after: positionOf(filter.cursor, 'text'),
    limit,
  };
  const rows = await listParagraphRows(database, wanted);
  const last = rows[limit - 1];
  const today = dayOf(clock.now());
  return {
    items: rows.slice(0, limit).map((row) => summaryOf(row, today)),
    total: await countParagraphRows(database, wanted),
    nextCursor: rows.length > limit && last !== undefined ? cursorOf({ sort: last.key, id: last.id }) : null,
  };
};

/** A paragraph with every text that it ever had. */
export const getParagraph: UseCase<{ paragraphId: string }, ParagraphView> = async (
  { database, clock },
  actor,
  { paragraphId },
) => {
  const row = await requireParagraph(database, actor, paragraphId);
  const versions = await listParagraphVersions(database, paragraphId);
  return { ...summaryOf(row, dayOf(clock.now())), versions: versions.map(versionOf) };
};

/** What paragraphs of my administration can be for. */
export const listParagraphTargets: UseCase<Record<string, never>, ParagraphTarget[]> = async (
  { database, library },
  actor,
) => {
  const { administration } = requireClerk(actor);
  const procedures = await listPublishedProcedures(database, library);
  return procedures
    .filter((procedure) => procedure.administration === administration)
    .map(({ key, description }) => ({
      procedure: key,
      title: description.title,
      steps: Object.keys(description.tasks).map((value) => ({
        value,
        label: stepNames(description)[value] ?? inEveryLocale(() => value),
      })),
      grounds: Object.entries(description.grounds).map(([value, label]) => ({ value, label })),
    }));
};
