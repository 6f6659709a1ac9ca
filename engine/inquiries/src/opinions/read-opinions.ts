import { actingFor } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import { copyCategory, listCaseDocuments, requireClerkCase, requireSharedCase } from '@irisflow/casework';
import { listAllGroups } from '../storage/groups.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { OpinionChoices, OpinionView, SharedOpinion } from '../views/opinion.ts';
import { lastDayToAnswer } from './ask-opinion.ts';
import { ruleOf } from './described-opinion.ts';
import { officesOf, viewOpinions, viewShared } from './view-opinions.ts';

export interface OfCase {
  readonly caseId: string;
}

/** What was asked of whom about a case of my administration, and what they said. */
export const listOpinionsOfCase: UseCase<OfCase, OpinionView[]> = async ({ database }, actor, { caseId }) => {
  const { row } = await requireClerkCase(database, actor, caseId);
  return viewOpinions(database, row);
};

/** The opinions of my case that I may read. */
export const listMyOpinions: UseCase<OfCase, SharedOpinion[]> = async (surroundings, actor, { caseId }) => {
  const { database } = surroundings;
  return database.transaction(async (tx) =>
    viewShared(tx, (await requireSharedCase(surroundings, tx, actor, caseId)).row),
  );
};

const declaredOf = async (
  surroundings: Surroundings,
  row: Awaited<ReturnType<typeof requireClerkCase>>['row'],
): Promise<OpinionChoices['declared']> => {
  const { database, library, clock } = surroundings;
  const { description } = await library.version(database, row.procedure_key, row.procedure_version);
  const opinions = description.opinions ?? [];
  const keyOf = ({ of }: (typeof opinions)[number]): string => of.administration ?? row.administration;
  const office = await officesOf(database, opinions.map(keyOf));
  const today = dayOf(clock.now());
  return Promise.all(
    opinions.map(async (one) => ({
      key: one.key,
      label: one.label,
      administration: office(keyOf(one)),
      dueOn: await lastDayToAnswer(database, { row, rule: ruleOf(one), calendar: one.calendar ?? 'legal' }, today),
      tacit: one.tacit ?? 'none',
      isPublic: one.isPublic ?? false,
    })),
  );
};

/** Whom a clerk can ask about a case, and what they can hand over. */
export const listOpinionChoices: UseCase<OfCase, OpinionChoices> = async (surroundings, actor, { caseId }) => {
  const { database } = surroundings;
  const { row } = await requireClerkCase(database, actor, caseId);
  const groups = await listAllGroups(actingFor(surroundings, actor, 'opinions').database);
  return {
    declared: await declaredOf(surroundings, row),
    groups: groups.map(({ administration, administration_name: administrationName, key, name }) => ({
      administration,
      administrationName,
      isOwn: administration === row.administration,
      key,
      name,
    })),
    documents: (await listCaseDocuments(database, caseId))
      .filter(({ category }) => category !== copyCategory)
      .map(({ id, name, size }) => ({ id, name, size })),
  };
};
