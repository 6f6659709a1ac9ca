import { appendAudit, namesOf } from '@irisflow/access';
import { type ContactView, requireContact, viewContact } from '@irisflow/parties';
import { requireClerkCase } from '../cases/case-access.ts';
import { recordOpening } from '../cases/record-opening.ts';
import type { UseCase } from '../surroundings.ts';

/** What somebody said and was answered; that it was read is on record, for them too where they are known. */
export const getContact: UseCase<{ contactId: string }, ContactView> = async (surroundings, actor, { contactId }) =>
  surroundings.database.transaction(async (tx) => {
    const { clerk, row } = await requireContact(tx, actor, contactId);
    const caseId = row.case_id ?? row.known_case_id;
    if (caseId !== null) {
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
    return viewContact(row, names.get(row.recorded_by) ?? '');
  });
