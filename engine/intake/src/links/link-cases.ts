import { type Actor, appendAudit } from '@irisflow/access';
import { type CaseRow, findCase, noteByOffice } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { CaseworkError, isoOf } from '@irisflow/foundation';
import { insertLink } from '../storage/links.ts';
import type { Surroundings } from '../surroundings.ts';
import type { CaseLinkKind } from '../views/link.ts';
import { linkText } from './link-texts.ts';

export interface CasesToLink {
  readonly actor: Actor;
  readonly kind: CaseLinkKind;
  /** The later case, and the one it belongs to. */
  readonly caseId: string;
  readonly of: CaseRow;
  readonly reason: string;
}

export interface LinkNote {
  readonly what: 'made' | 'removed';
  readonly kind: CaseLinkKind;
  readonly later: CaseRow;
  readonly earlier: CaseRow;
}

/** Says in both files what was linked or taken apart; a person reads it when both are theirs. */
export const noteLink = async (
  surroundings: Surroundings,
  tx: Queryable,
  { what, kind, later, earlier }: LinkNote,
): Promise<void> => {
  const both = [
    { row: later, other: earlier, direction: 'to' as const },
    { row: earlier, other: later, direction: 'from' as const },
  ];
  for (const { row, other, direction } of both)
    await noteByOffice(surroundings, tx, {
      row,
      kind: what === 'made' ? 'linked' : 'unlinked',
      text: linkText({ what, kind, direction, reference: other.reference }),
      isPublic: later.person_id === earlier.person_id,
    });
};

/** Links two cases of one administration; what is linked like that already is refused. */
export const linkCases = async (surroundings: Surroundings, tx: Queryable, toLink: CasesToLink): Promise<void> => {
  const { actor, kind, caseId, of, reason } = toLink;
  const { clock, random } = surroundings;
  const later = await findCase(tx, caseId);
  if (later?.administration !== of.administration)
    throw new CaseworkError('NOT_FOUND', `Expected a case ${caseId} to be linked, but there is none`);
  if (later.id === of.id)
    throw new CaseworkError('INPUT_INVALID', `Expected another case than ${caseId}, but found the same one`);
  const id = random.id();
  const isNew = await insertLink(tx, {
    id,
    administration: of.administration,
    kind,
    caseId,
    ofCaseId: of.id,
    reason,
    madeBy: actor.kind === 'person' ? actor.person.id : null,
    at: isoOf(clock.now()),
  });
  if (!isNew) throw new CaseworkError('LINKED_ALREADY', `Expected ${caseId} not to be ${kind} ${of.id}, but it is`);
  await noteLink(surroundings, tx, { what: 'made', kind, later, earlier: of });
  await appendAudit(surroundings, tx, {
    actor,
    action: 'case.linked',
    object: `case:${caseId}`,
    administration: of.administration,
    detail: { link: id, kind, of: of.id },
  });
};
