import type { Actor } from '@irisflow/access';
import type { LocalizedText } from '@irisflow/foundation';

export const applicantName: LocalizedText = { fr: 'Vous', nl: 'U', en: 'You' };
export const administrationName: LocalizedText = {
  fr: 'L’administration',
  nl: 'De administratie',
  en: 'The administration',
};

/** How a timeline names who did something: the applicant reads it, so clerks stay the administration. */
export const timelineActor = (actor: Actor): LocalizedText =>
  actor.kind === 'person' && actor.person.roles.includes('citizen') ? applicantName : administrationName;
