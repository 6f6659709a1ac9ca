import { room } from '@irisflow/access';
import type { Surroundings } from '../surroundings.ts';
import { getContact } from './get-contact.ts';
import { openApplication } from './open-application.ts';
import { recordContact } from './record-contact.ts';

/** What people say when they get in touch, as far as it touches cases. */
export const caseContactsRoom = (surroundings: Surroundings) =>
  room(surroundings, { recordContact, getContact, openApplication });
