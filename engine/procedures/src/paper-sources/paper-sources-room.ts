import { room } from '@irisflow/access';
import type { Surroundings } from '../surroundings.ts';
import { askAutomatically, askOnPaper, listPaperSources } from './switch-source.ts';

export const paperSourcesRoom = (surroundings: Surroundings) =>
  room(surroundings, { listPaperSources, askOnPaper, askAutomatically });
