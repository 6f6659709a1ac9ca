import { appendAudit } from '@irisflow/access';
import { CaseworkError, inEveryLocale, requireSaid } from '@irisflow/foundation';
import { unprintable } from '@irisflow/letters';
import { findCase, setNameInLetters } from '../storage/cases.ts';
import type { UseCase } from '../surroundings.ts';
import type { CaseView } from '../views/case.ts';
import { noteByOffice } from './note-by-office.ts';
import { requireClerkCase } from './case-access.ts';
import { viewCase } from './case-view.ts';
import { recordOpening } from './record-opening.ts';
import { timelineText } from './timeline-texts.ts';

const requirePrintable = (given: string): string => {
  const name = requireSaid(given, { what: 'a name', pointer: '/name', most: 200 });
  const missing = unprintable(name);
  if (missing.length === 0) return name;
  throw new CaseworkError(
    'INPUT_INVALID',
    `Expected a name that letters can print, but found ${missing.slice(0, 10).join(', ')}`,
    { errors: [{ pointer: '/name', keyword: 'pattern' }] },
  );
};

/**
 * A clerk says how letters write the name of an applicant whose own script they cannot print, as their identity document
 * does; the case keeps the name as it is. Only for such a name: any other one is a person's own and not a clerk's to change.
 */
export const writeName: UseCase<{ caseId: string; name: string }, CaseView> = async (surroundings, actor, input) => {
  const { database, clock } = surroundings;
  const name = requirePrintable(input.name);
  return database.transaction(async (tx) => {
    const { clerk, row } = await requireClerkCase(tx, actor, input.caseId);
    if (unprintable(row.applicant).length === 0)
      throw new CaseworkError(
        'INPUT_INVALID',
        'Expected a name that letters cannot print, but they can print this one',
      );
    const at = clock.now();
    const { administration } = row;
    await setNameInLetters(tx, { id: row.id, name, at });
    await noteByOffice(surroundings, tx, {
      row,
      kind: 'nameWritten',
      text: timelineText(
        'nameWritten',
        inEveryLocale(() => name),
      ),
      isPublic: true,
    });
    await recordOpening(surroundings, tx, { clerk, row });
    await appendAudit(surroundings, tx, { actor, action: 'name.written', object: `case:${row.id}`, administration });
    const after = (await findCase(tx, row.id)) ?? row;
    return viewCase(surroundings, tx, after, {
      audience: 'agent',
      clerk: clerk.person,
    });
  });
};
