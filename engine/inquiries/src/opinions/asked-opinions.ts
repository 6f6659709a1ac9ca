import type { Queryable } from '@irisflow/database';
import { actingFor, appendAudit, requireClerk } from '@irisflow/access';
import { type CaseRow, listCaseDocuments, recordOpening } from '@irisflow/casework';
import type { LocalizedText } from '@irisflow/foundation';
import { countAsked, listAsked } from '../storage/opinions.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { AskedOpinion, AskedOpinions, AskedOpinionSummary } from '../views/opinion.ts';
import { barOf, readingOf, requireAsked, whoIsAsked, type Asked } from './asked-access.ts';
import { officesOf, viewAnswer, viewQuestion } from './view-opinions.ts';

/** Who has more has to work them off first. */
const SHOWN = 100;

/** What is published is public: its title is read as whoever asks. */
const titleOf = async (
  { database, library }: Surroundings,
  { procedure_key: key, procedure_version: version }: Pick<CaseRow, 'procedure_key' | 'procedure_version'>,
): Promise<LocalizedText> => (await library.version(database, key, version)).description.title;

/** What I, my groups and, for supervisors, my administration are asked. */
export const listAskedOpinions: UseCase<{ readonly isOpen: boolean }, AskedOpinions> = async (
  given,
  actor,
  { isOpen },
) => {
  const who = whoIsAsked(requireClerk(actor));
  const { database } = actingFor(given, actor, 'opinions');
  const rows = await listAsked(database, who, { isOpen, limit: SHOWN });
  const office = await officesOf(
    database,
    rows.map(({ administration }) => administration),
  );
  const items = rows.map(async (row): Promise<AskedOpinionSummary> => {
    const { id, label, askedAt, dueOn, state, outcome } = viewAnswer(row, { documents: [], row: { closed_at: null } });
    return {
      id,
      label,
      askedAt,
      dueOn,
      state,
      outcome,
      reference: row.reference,
      procedure: await titleOf(given, row),
      from: office(row.administration),
      of: row.asked_name,
      question: row.question,
    };
  });
  return { items: await Promise.all(items), waiting: await countAsked(database, who) };
};

/** A question with what was handed over; `given` reads what is published. */
export const viewAsked = async (given: Surroundings, tx: Queryable, found: Asked): Promise<AskedOpinion> => {
  const { opinion, row } = found;
  const documents = await listCaseDocuments(tx, row.id);
  const office = await officesOf(tx, [opinion.administration]);
  return {
    ...viewAnswer(opinion, { documents, row }),
    ...viewQuestion(opinion, documents),
    reference: row.reference,
    procedure: await titleOf(given, row),
    from: office(opinion.administration),
    bar: await barOf(given, tx, found),
  };
};

/** What I am asked; that my office looked at what was handed over is on record, for the applicant too. */
export const getAskedOpinion: UseCase<{ readonly opinionId: string }, AskedOpinion> = async (
  given,
  actor,
  { opinionId },
) => {
  const surroundings = actingFor(given, actor, 'opinions');
  return surroundings.database.transaction(async (tx) => {
    const found = await requireAsked(tx, actor, opinionId);
    const { clerk, row } = found;
    const view = await viewAsked(given, tx, found);
    await recordOpening(surroundings, tx, { clerk, row, category: 'opinion' });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'opinion.read',
      object: `case:${row.id}`,
      administration: row.administration,
      detail: readingOf(found),
    });
    return view;
  });
};
