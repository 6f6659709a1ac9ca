import { actingFor, appendAudit } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import {
  administrationName,
  copyCategory,
  listCaseDocuments,
  recordOpening,
  requireClerkCase,
  requireSharedCase,
  touchCase,
} from '@irisflow/casework';
import { lastDayToAnswer } from '../opinions/ask-opinion.ts';
import { colleagueAsked, groupAsked } from '../opinions/ask-by-hand.ts';
import { ruleOf } from '../opinions/described-opinion.ts';
import { officesOf } from '../opinions/view-opinions.ts';
import { listAllGroups } from '../storage/groups.ts';
import type { UseCase } from '../surroundings.ts';
import type { InspectionChoices, InspectionView, SharedInspection } from '../views/inspection.ts';
import { askInspection, declaredInspection, type InspectionOrder } from './ask-inspection.ts';
import { viewInspections, viewSharedInspections } from './view-inspections.ts';

export interface OfCase {
  readonly caseId: string;
}

/** Who goes: whom the procedure names, a group of whatever administration, or a colleague. */
export type WhoInspects =
  | { readonly kind: 'declared' }
  | { readonly kind: 'group'; readonly administration: string; readonly group: string }
  | { readonly kind: 'colleague'; readonly personId: string };

export interface InspectionByHand extends OfCase, Omit<InspectionOrder, 'length'> {
  /** Of an inspection that the procedure declares. */
  readonly key: string;
  readonly whom: WhoInspects;
}

/** A clerk has something inspected that the procedure declares, by whom it names or by somebody else. */
export const orderInspection: UseCase<InspectionByHand, InspectionView[]> = async (surroundings, actor, order) => {
  const { caseId, whom } = order;
  const { clerk, row: seen } = await requireClerkCase(surroundings.database, actor, caseId);
  const among = actingFor(surroundings, actor, 'opinions');
  const { described, addressee: declared } = await declaredInspection(surroundings, {
    row: seen,
    key: order.key,
    among,
  });
  const addressee =
    whom.kind === 'declared'
      ? declared
      : whom.kind === 'group'
        ? await groupAsked(among, whom)
        : await colleagueAsked(surroundings, clerk, whom.personId);
  return surroundings.database.transaction(async (tx) => {
    const { row } = await requireClerkCase(tx, actor, caseId);
    const { inspectionId } = await askInspection(surroundings, {
      tx,
      row,
      described,
      addressee,
      address: order.address,
      subject: order.subject,
      documents: order.documents,
      askedBy: clerk.person.id,
      voice: { actor: administrationName },
    });
    await touchCase(tx, { id: caseId, at: surroundings.clock.now() });
    await recordOpening(surroundings, tx, { clerk, row });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'inspection.asked',
      object: `case:${caseId}`,
      administration: row.administration,
      detail: { inspection: inspectionId, of: addressee.administration },
    });
    return viewInspections(surroundings, tx, row);
  });
};

/** What was inspected for a case of my administration, and what was found. */
export const listInspectionsOfCase: UseCase<OfCase, InspectionView[]> = async (surroundings, actor, { caseId }) => {
  const { database } = surroundings;
  const { row } = await requireClerkCase(database, actor, caseId);
  return viewInspections(surroundings, database, row);
};

/** The inspections of my case that I may read. */
export const listMyInspections: UseCase<OfCase, SharedInspection[]> = async (surroundings, actor, { caseId }) =>
  surroundings.database.transaction(async (tx) =>
    viewSharedInspections(surroundings, tx, (await requireSharedCase(surroundings, tx, actor, caseId)).row),
  );

/** What a clerk can have inspected, by whom, and what they can hand over. */
export const listInspectionChoices: UseCase<OfCase, InspectionChoices> = async (surroundings, actor, { caseId }) => {
  const { database, library, clock } = surroundings;
  const { row } = await requireClerkCase(database, actor, caseId);
  const { description } = await library.version(database, row.procedure_key, row.procedure_version);
  const described = description.inspections ?? [];
  const officeOf = (of: (typeof described)[number]['of']): string => of.administration ?? row.administration;
  const office = await officesOf(
    database,
    described.map(({ of }) => officeOf(of)),
  );
  const today = dayOf(clock.now());
  const declared = described.map(async (one) => ({
    key: one.key,
    label: one.label,
    administration: office(officeOf(one.of)),
    dueOn: await lastDayToAnswer(database, { row, rule: ruleOf(one), calendar: one.calendar ?? 'legal' }, today),
    isPublic: one.isPublic ?? false,
  }));
  const groups = await listAllGroups(actingFor(surroundings, actor, 'opinions').database);
  return {
    declared: await Promise.all(declared),
    groups: groups.map(({ administration, administration_name: administrationNameOf, key, name }) => ({
      administration,
      administrationName: administrationNameOf,
      isOwn: administration === row.administration,
      key,
      name,
    })),
    documents: (await listCaseDocuments(database, caseId))
      .filter(({ category }) => category !== copyCategory)
      .map(({ id, name, size }) => ({ id, name, size })),
  };
};
