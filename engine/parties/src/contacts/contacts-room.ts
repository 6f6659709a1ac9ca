import { room } from '@irisflow/access';
import type { Surroundings } from '../surroundings.ts';
import { listContacts } from './list-contacts.ts';

export const contactsRoom = (surroundings: Surroundings) => room(surroundings, { listContacts });
