import { requireStaff } from '@irisflow/access';
import { cursorNumber, instantOf, pageLimit, type LocalizedText } from '@irisflow/foundation';
import { countQuestions, listQuestions } from '../storage/questions.ts';
import type { UseCase } from '../surroundings.ts';
import type { RightAnswer, RightQuestionPage, RightQuestionView, UnknownBecause } from '../views/right-source.ts';

export interface QuestionQuery {
  readonly sourceKey?: string;
  readonly rightId?: string;
  readonly cursor?: string;
  readonly limit?: number;
}

type Row = Awaited<ReturnType<typeof listQuestions>>[number];

const viewQuestion = (row: Row): RightQuestionView => ({
  id: row.consultation_id,
  sourceKey: row.source_key,
  at: instantOf(row.at),
  by: row.asked_by_name as LocalizedText,
  purpose: row.purpose as LocalizedText,
  legalBasis: row.legal_basis as LocalizedText,
  onDay: row.on_day,
  answer: row.answer as RightAnswer,
  because: row.unknown_because as UnknownBecause | null,
  right: row.right_id === null || row.number === null ? null : { id: row.right_id, number: row.number },
  fields: row.fields,
});

/** Which administrations asked for rights of mine, why, and what they were told. About whom they asked in vain is not said. */
export const listRightQuestions: UseCase<QuestionQuery, RightQuestionPage> = async (surroundings, actor, query) => {
  const { administration } = requireStaff(actor, ['agent', 'supervisor', 'administrator']);
  const limit = pageLimit(query.limit);
  const { database } = surroundings;
  const page = {
    administration,
    sourceKey: query.sourceKey ?? null,
    rightId: query.rightId ?? null,
    before: cursorNumber(query.cursor)?.toString() ?? null,
    limit: limit + 1,
  };
  const rows = await listQuestions(database, page);
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const isMore = rows.length > limit && last !== undefined;
  return {
    items: items.map(viewQuestion),
    total: await countQuestions(database, page),
    nextCursor: isMore ? last.consultation_id : null,
  };
};
