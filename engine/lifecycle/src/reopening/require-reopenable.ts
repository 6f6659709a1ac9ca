import type { Clerk } from '@irisflow/access';
import { type CaseRow, findCases, hasEnded, listAppealsOf } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { isEngineFailure } from '@irisflow/engine-client';
import { CaseworkError } from '@irisflow/foundation';
import { listLinks } from '@irisflow/intake';
import type { ProcedureDescription } from '@irisflow/procedures';
import { listReopenings } from '../storage/reopenings.ts';
import type { Surroundings } from '../surroundings.ts';
import type { ReopeningBar, ReopeningGround } from '../views/reopening.ts';

type Declared = NonNullable<ProcedureDescription['reopening']>;

export const declaredReopening = async (
  { library }: Surroundings,
  db: Queryable,
  row: CaseRow,
): Promise<Declared | undefined> =>
  (await library.version(db, row.procedure_key, row.procedure_version)).description.reopening;

export const mayReopen = ({ by = 'supervisors' }: Declared, { person }: Clerk): boolean =>
  person.roles.includes('supervisor') || (by === 'agents' && person.roles.includes('agent'));

/** Whether an appeal against the decision of a case, on paper or as a case of its own, has not ended. */
export const doesAppealRun = async (db: Queryable, caseId: string): Promise<boolean> => {
  const links = (await listLinks(db, caseId)).filter(
    ({ kind, of_case_id: of }) => kind === 'appealOf' && of === caseId,
  );
  const linked = await findCases(
    db,
    links.map(({ case_id: id }) => id),
  );
  return [...(await listAppealsOf(db, caseId)), ...linked].some((appeal) => !hasEnded(appeal));
};

/** What keeps somebody from reopening a case; null when nothing does. */
export const barOf = async (
  surroundings: Surroundings,
  db: Queryable,
  { clerk, row }: { readonly clerk: Clerk; readonly row: CaseRow },
): Promise<ReopeningBar | null> => {
  const declared = await declaredReopening(surroundings, db, row);
  // An appeal on paper has no process that could go on, and what was sent on goes on elsewhere.
  if (declared === undefined || row.appeal_of !== null || row.status === 'transferred') return 'notDeclared';
  if (!hasEnded(row)) return 'open';
  if (!mayReopen(declared, clerk)) return 'notYours';
  return (await listReopenings(db, row.id)).some(({ state }) => state === 'proposed') ? 'proposed' : null;
};

const refusals: Readonly<Record<ReopeningBar, (caseId: string) => CaseworkError>> = {
  open: (id) => new CaseworkError('CASE_NOT_CLOSED', `Expected a closed case, but ${id} is open`),
  notDeclared: (id) =>
    new CaseworkError(
      'CASE_NOT_REOPENABLE',
      `Expected a case that its procedure says how to reopen, but ${id} is none`,
    ),
  notYours: (id) =>
    new CaseworkError(
      'FORBIDDEN',
      `Expected somebody who may reopen cases of the procedure of ${id}, but found another one`,
    ),
  proposed: (id) =>
    new CaseworkError('REOPENING_PROPOSED', `Expected nobody to have proposed to reopen ${id}, but somebody has`),
};

/** While an appeal runs, another body has the matter: only what came of the appeal reopens the case. */
export const requireReopenable = async (
  surroundings: Surroundings,
  tx: Queryable,
  wanted: { readonly clerk: Clerk; readonly row: CaseRow; readonly ground: ReopeningGround },
): Promise<Declared> => {
  const { row, ground } = wanted;
  const bar = await barOf(surroundings, tx, wanted);
  const declared = await declaredReopening(surroundings, tx, row);
  if (bar !== null || declared === undefined) throw refusals[bar ?? 'notDeclared'](row.id);
  if (ground !== 'appeal' && (await doesAppealRun(tx, row.id)))
    throw new CaseworkError('APPEAL_RUNNING', `Expected no appeal against the decision of ${row.id}, but one runs`);
  return declared;
};

/** A case whose process still goes on would have two. The engine is asked before the transaction. */
export const requireProcessEnded = async ({ engine }: Surroundings, row: CaseRow): Promise<void> => {
  const { process_instance_key: key } = row;
  if (key === null) return;
  const state = await engine.monitor.instance(key).then(
    (instance) => instance.state,
    (thrown: unknown) => {
      if (isEngineFailure(thrown, 'notFound')) return null;
      throw thrown;
    },
  );
  if (state === 'active' || state === 'suspended')
    throw new CaseworkError('CASE_NOT_CLOSED', `Expected the process of ${row.id} to have ended, but it goes on`);
};
