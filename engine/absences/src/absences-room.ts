import { room } from '@irisflow/access';
import { listCandidates } from './list-candidates.ts';
import { previewReassignment, reassign } from './reassign.ts';
import { finishAbsence, recordAbsence } from './record-absence.ts';
import type { Surroundings } from './surroundings.ts';
import { listOfficeAbsences } from './view-absences.ts';

export const absencesRoom = (surroundings: Surroundings) =>
  room(surroundings, {
    listOfficeAbsences,
    recordAbsence,
    finishAbsence,
    listCandidates,
    previewReassignment,
    reassign,
  });
