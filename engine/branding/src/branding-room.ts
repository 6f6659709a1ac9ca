import { type AccessSurroundings, room } from '@irisflow/access';
import { getContactUnit, saveContactUnit } from './contact-unit.ts';
import { getBranding, getLogo, judgeBranding, saveBranding } from './keep-branding.ts';

/** The face that an administration gives itself. */
export const brandingRoom = (surroundings: AccessSurroundings) =>
  room(surroundings, { getBranding, saveBranding, judgeBranding, getLogo, getContactUnit, saveContactUnit });
