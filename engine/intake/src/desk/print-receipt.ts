import { appendAudit } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import { type CaseRow, listCaseDocuments, printLetter, requireClerkCase } from '@irisflow/casework';
import { findTerm } from '@irisflow/terms';
import type { Queryable } from '@irisflow/database';
import { instantOf } from '@irisflow/foundation';
import type { Surroundings, UseCase } from '../surroundings.ts';
import { receiptLetter } from './receipt-letter.ts';

export interface Receipt {
  readonly name: string;
  readonly content: Uint8Array;
}

const received = async (
  { library }: Surroundings,
  tx: Queryable,
  row: CaseRow,
): Promise<Readonly<Record<string, unknown>>> => {
  const { description } = await library.version(tx, row.procedure_key, row.procedure_version);
  const documents = await listCaseDocuments(tx, row.id);
  const term = await findTerm(tx, { caseId: row.id, key: 'decision' });
  return {
    title: description.title[row.language],
    receivedOn: row.received_on ?? dayOf(Date.parse(instantOf(row.submitted_at))),
    dueOn: term?.dueOn ?? null,
    documents: documents
      .filter(({ origin, visible_to_applicant: shown }) => shown && (origin === 'applicant' || origin === 'agent'))
      .map(({ name }) => name),
  };
};

/** The receipt of what came in, as PDF in the language of the case. */
export const printReceipt: UseCase<{ caseId: string }, Receipt> = async (surroundings, actor, { caseId }) => {
  const { database, library, clock } = surroundings;
  return database.transaction(async (tx) => {
    const { row } = await requireClerkCase(tx, actor, caseId);
    const procedure = await library.version(tx, row.procedure_key, row.procedure_version);
    const { pdf } = await printLetter(tx, {
      row,
      procedure,
      template: receiptLetter,
      values: await received(surroundings, tx, row),
      signatory: null,
      now: clock.now(),
      missing: 'show',
    });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'receipt.printed',
      object: `case:${row.id}`,
      administration: row.administration,
    });
    return { name: `${row.reference.replaceAll('/', '-')}.pdf`, content: pdf };
  });
};
