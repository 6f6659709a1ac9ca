import { actingFor, requireMachine, room } from '@irisflow/access';
import { addMessageDocument } from './add-message-document.ts';
import {
  copyMyMessages,
  countMyMessages,
  listCaseMessages,
  listMyMessages,
  listOfficeMessages,
} from './read-messages.ts';
import { writeToApplicant, writeToOffice } from './send-message.ts';
import type { Surroundings, UseCase } from './surroundings.ts';
import { tellByMail } from './tell-by-mail.ts';

/** The platform's own round, at once: for whoever cannot wait for it. */
const tell: UseCase<Record<string, never>, void> = async (surroundings, actor) => {
  requireMachine(actor);
  await tellByMail(actingFor(surroundings, actor, 'notices'));
};

export const messagesRoom = (surroundings: Surroundings) =>
  room(surroundings, {
    listCaseMessages,
    listMyMessages,
    copyMyMessages,
    listOfficeMessages,
    countMyMessages,
    writeToApplicant,
    writeToOffice,
    addMessageDocument,
    tell,
  });
