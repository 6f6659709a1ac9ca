import { room } from '@irisflow/access';
import type { Surroundings } from '../surroundings.ts';
import { changeContact } from './change-contact.ts';

/** What becomes of contacts, within the terms of the administration. */
export const answersRoom = (surroundings: Surroundings) => room(surroundings, { changeContact });
