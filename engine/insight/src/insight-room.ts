import { room } from '@irisflow/access';
import { getNumbers, listCountedCases } from './get-numbers.ts';
import { getOpenNumbers } from './open-data.ts';
import type { Surroundings } from './surroundings.ts';
import { previewPerson, previewRule } from './preview-reach.ts';
import { getSystemNumbers } from './system-numbers.ts';

export const insightRoom = (surroundings: Surroundings) =>
  room(surroundings, { getNumbers, listCountedCases, getOpenNumbers, getSystemNumbers, previewPerson, previewRule });
