import { dayOf } from '@irisflow/calendar';
import { acceptAnswers, applicantName, deleteCaseDocument } from '@irisflow/casework';
import type { FormData } from '@irisflow/foundation';
import { record } from '../change/record.ts';
import { tell } from '../change/tell.ts';
import type { OfOccurrence } from '../desk/clerk-occurrence.ts';
import { formOf, ruleOf } from '../plan/declared.ts';
import { findOccurrence, submitOccurrence } from '../storage/occurrences.ts';
import type { UseCase } from '../surroundings.ts';
import type { MyOccurrence } from '../views/obligation.ts';
import { filesOf } from './evidence-files.ts';
import { lockAnswerable, viewForHolder } from './held-occurrence.ts';

/** Sends my answer: the rules of the form run again, and files that were left out of it go. Its process is told that it came. */
export const submitEvidence: UseCase<OfOccurrence & { readonly data: FormData }, MyOccurrence> = async (
  surroundings,
  actor,
  { occurrenceId, data },
) => {
  const view = await surroundings.database.transaction(async (tx) => {
    const found = await lockAnswerable(surroundings, tx, actor, occurrenceId);
    const { row, obligation, occurrence, personId } = found;
    const at = surroundings.clock.now();
    const files = await filesOf(tx, found);
    const form = await formOf(surroundings, tx, obligation);
    const accepted = acceptAnswers(form, { data, prefill: [], documents: files, today: dayOf(at) });
    const documents = accepted.documentIds;
    for (const { id: documentId } of files.filter(({ id }) => !documents.includes(id)))
      await deleteCaseDocument(tx, { caseId: row.id, documentId });
    await submitOccurrence(tx, occurrence.id, { answers: accepted.data, documents, by: personId, at });
    const after = (await findOccurrence(tx, occurrence.id)) ?? occurrence;
    const rule = await ruleOf(surroundings, tx, obligation);
    // Who of the holders did it is for the audit to say.
    const voice = { name: applicantName, author: null, caseId: row.id };
    await record(surroundings, tx, { obligation, rule, occurrence: after, act: 'submitted', voice });
    await tell(surroundings, tx, { actor, name: 'obligation.submitted', obligation, occurrence: after });
    return viewForHolder(surroundings, tx, { ...found, occurrence: after });
  });
  surroundings.outboxBell.ring();
  return view;
};
