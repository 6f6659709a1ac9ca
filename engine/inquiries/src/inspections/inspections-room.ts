import { actingAs, job, requireMachine, room } from '@irisflow/access';
import type { Surroundings, UseCase } from '../surroundings.ts';
import { getAskedInspection, listAskedInspections, planVisit, saveInspectionDraft } from './inspect.ts';
import { addInspectionDocument, downloadInspectionDocument, removeInspectionDocument } from './inspection-documents.ts';
import {
  listInspectionChoices,
  listInspectionsOfCase,
  listMyInspections,
  orderInspection,
} from './order-inspections.ts';
import { reportInspection, withdrawInspection } from './report-inspection.ts';
import { watchInspections } from './watch-inspections.ts';

/** Ends every inspection whose term is over now; answers how many. */
const watch: UseCase<Record<string, never>, number> = async (surroundings, actor) => {
  requireMachine(actor);
  return watchInspections(actingAs(surroundings, job('terms')));
};

export const inspectionsRoom = (surroundings: Surroundings) =>
  room(surroundings, {
    listInspectionsOfCase,
    listInspectionChoices,
    orderInspection,
    withdrawInspection,
    listAskedInspections,
    getAskedInspection,
    planVisit,
    saveInspectionDraft,
    addInspectionDocument,
    removeInspectionDocument,
    downloadInspectionDocument,
    reportInspection,
    listMyInspections,
    watch,
  });
