import { requireRole } from '../actor.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { listCasesOfPerson } from '../storage/cases.ts';
import { listConsultationsOfPerson } from '../storage/consultations.ts';
import type { UseCase } from '../surroundings.ts';
import type { CaseSummary, CaseView, ConsultationView } from '../views/case.ts';
import { requireApplicantCase } from './case-access.ts';
import { summarizeCases } from './case-summary.ts';
import { viewCase } from './case-view.ts';
import { viewConsultation } from './consultation-view.ts';

/** My cases, the newest first. */
export const listMyCases: UseCase<Record<string, never>, CaseSummary[]> = async (surroundings, actor) => {
  const person = requireRole(actor, ['citizen']);
  const { database } = surroundings;
  return summarizeCases(surroundings, database, await listCasesOfPerson(database, person.id));
};

/** My case as I may see it. */
export const getMyCase: UseCase<{ caseId: string }, CaseView> = async (surroundings, actor, { caseId }) =>
  surroundings.database.transaction(async (tx) => {
    const { person, row } = await requireApplicantCase(tx, actor, caseId);
    const view = await viewCase(surroundings, tx, row, { audience: 'applicant', language: person.language });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'case.read',
      object: `case:${row.id}`,
      administration: row.administration,
    });
    return view;
  });

/** Who consulted which source about me, and why, the newest first. */
export const listMyConsultations: UseCase<Record<string, never>, ConsultationView[]> = async ({ database }, actor) => {
  const person = requireRole(actor, ['citizen']);
  const rows = await listConsultationsOfPerson(database, person.id);
  return rows.map((row) => viewConsultation(row, person.language));
};
