import { room } from '@irisflow/access';
import { listRegisterNotices, noteRegisterNotice } from './desk/register-notices.ts';
import type { Surroundings } from './surroundings.ts';
import { hearRegister } from './tell/hear-register.ts';

/** What registers tell by themselves: which cases hear of it, and who took note. */
export const registerEventsRoom = (surroundings: Surroundings) =>
  room(surroundings, { hearRegister, listRegisterNotices, noteRegisterNotice });
