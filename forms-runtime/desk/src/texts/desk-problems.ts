import { staffProblems, type Problems } from '@irisflow/frame';
import type { DeskKey } from './desk-texts.ts';

/** What the desk says of the refusals that it knows. */
export const deskProblems: Problems<DeskKey> = {
  ...staffProblems,
  TASK_TAKEN: { title: 'conflict.taken', text: 'conflict.taken.text' },
  TASK_NOT_MINE: { title: 'conflict.notMine', text: 'conflict.notMine.text' },
  ABSENCE_OVERLAPS: { title: 'absence.overlaps', text: 'absence.overlaps.text' },
  LETTER_CHANGED: { title: 'letter.changed', text: 'letter.changed.text' },
  PARAGRAPH_KEY_TAKEN: { title: 'paragraph.keyTaken' },
  TASK_IN_BULK: { title: 'conflict.inBulk', text: 'conflict.inBulk.text' },
  TASK_ENDED: { title: 'conflict.ended', text: 'conflict.ended.text' },
  CASE_SUSPENDED: { title: 'conflict.suspended', text: 'conflict.suspended.text' },
  FOUR_EYES: { title: 'bar.fourEyes', text: 'bar.fourEyes.text' },
  PROPOSAL_CHANGED: { title: 'bar.proposalChanged', text: 'bar.proposalChanged.text' },
  STALE_REVISION: { title: 'contact.stale', text: 'contact.stale.text' },
  LINKED_ALREADY: { title: 'failure.linked' },
  CONTACT_HAS_CASE: { title: 'contact.hasCase', text: 'contact.hasCase.text' },
  FORM_INVALID: { title: 'failure.answers' },
  FIRST_TOKEN_REFUSED: { title: 'first.refused', text: 'first.refused.text' },
  ADMINISTRATION_EXISTS: { title: 'admin.exists', text: 'admin.exists.text' },
  STILL_USED: { title: 'admin.used', text: 'admin.used.text' },
  OWN_ROLES: { title: 'admin.own', text: 'admin.own.text' },
  LAST_ADMINISTRATOR: { title: 'admin.last', text: 'admin.last.text' },
  ROLES_FROM_PROVIDER: { title: 'admin.claims', text: 'admin.claims.text' },
  CONNECTOR_TYPE_REFUSED: { title: 'connectors.typeRefused', text: 'connectors.typeRefused.text' },
  DESTRUCTION_OPEN: { title: 'conflict.destructionOpen', text: 'conflict.destructionOpen.text' },
  DESTRUCTION_DECIDED: { title: 'conflict.destructionDecided' },
  CASE_BEING_DESTROYED: { title: 'conflict.destroyed' },
  PREVIEW_OUTDATED: { title: 'conflict.preview', text: 'conflict.preview.text' },
  INVITATION_EXISTS: { title: 'admin.invited', text: 'admin.invited.text' },
};
