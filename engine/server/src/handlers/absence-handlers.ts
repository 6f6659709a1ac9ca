import type { absenceOperations } from '../api/contract/absences.ts';
import type { Handlers } from '../http/call.ts';
import type { HandlerOptions } from './handler-options.ts';

export const createAbsenceHandlers = ({ casework }: HandlerOptions): Handlers<keyof typeof absenceOperations> => {
  const { absences } = casework;
  return {
    listAbsences: ({ actor }) => absences.listOfficeAbsences(actor, {}),
    recordAbsence: ({ actor, body }) => absences.recordAbsence(actor, body),
    endAbsence: ({ actor, params }) => absences.finishAbsence(actor, params),
    listCandidates: ({ actor, params }) => absences.listCandidates(actor, params),
    previewReassignment: ({ actor, params }) => absences.previewReassignment(actor, params),
    reassignTasks: ({ actor, params, body }) => absences.reassign(actor, { ...params, ...body }),
  };
};
