import { actingFor, requireMachine, room, type UseCaseOn } from '@irisflow/access';
import { mailLetters } from './mail-letters.ts';
import { listMySeals, listSealsOfOfficeCase } from './seals/list-seals.ts';
import type { MailingSurroundings } from './surroundings.ts';

/** The platform's own round, at once: for whoever cannot wait for it. */
const mail: UseCaseOn<MailingSurroundings, Record<string, never>, void> = async (surroundings, actor) => {
  requireMachine(actor);
  await mailLetters(actingFor(surroundings, actor, 'notices'));
};

export const dispatchRoom = (surroundings: MailingSurroundings) =>
  room(surroundings, { mail, listMySeals, listSealsOfOfficeCase });
