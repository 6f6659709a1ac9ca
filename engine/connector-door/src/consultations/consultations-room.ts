import { room } from '@irisflow/access';
import type { Surroundings } from '../surroundings.ts';
import { askConsultation } from './ask-consultation.ts';
import { askRight } from './ask-right.ts';
import { keepSourceAnswer } from './keep-source-answer.ts';
import { recordOutcome } from './record-outcome.ts';

export const consultationsRoom = (surroundings: Surroundings) =>
  room(surroundings, { askConsultation, askRight, recordOutcome, keepSourceAnswer });
