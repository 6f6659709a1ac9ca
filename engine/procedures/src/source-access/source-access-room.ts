import { room } from '@irisflow/access';
import type { Surroundings } from '../surroundings.ts';
import { listSourceAccess, removeSourceAccess, setSourceAccess } from './keep-source-access.ts';

export const sourceAccessRoom = (surroundings: Surroundings) =>
  room(surroundings, { listSourceAccess, setSourceAccess, removeSourceAccess });
