import { appendAudit, namesOf } from '@irisflow/access';
import { requireContact, viewContact } from '@irisflow/parties';
import { requireClerkCase } from '../cases/case-access.ts';
import { recordOpening } from '../cases/record-opening.ts';
import { summarizeCases } from '../cases/case-summary.ts';
import { findCases } from '../storage/cases.ts';
import type { ContactFile } from '../views/contact-file.ts';
import type { UseCase } from '../surroundings.ts';

/** What somebody said and was answered; that it was read is on record, for them too where they are known. */
export const getContact: UseCase<{ contactId: string }, ContactFile> = async (surroundings, actor, { contactId }) =>
  surroundings.database.transaction(async (tx) => {
    const { clerk, row } = await requireContact(tx, actor, contactId);
    const knownBy = row.known_case_id === null ? [] : [row.known_case_id];
    for (const caseId of new Set([...row.case_ids, ...knownBy])) {
      const { row: known } = await requireClerkCase(tx, actor, caseId);
      await recordOpening(surroundings, tx, { clerk, row: known });
    }
    await appendAudit(surroundings, tx, {
      actor,
      action: 'contact.read',
      object: `contact:${row.id}`,
      administration: row.administration,
    });
    const names = await namesOf(tx, [row.recorded_by]);
    const cases = await summarizeCases(surroundings, tx, await findCases(tx, row.case_ids), 'agent');
    return { ...viewContact(row, names.get(row.recorded_by) ?? ''), cases };
  });
