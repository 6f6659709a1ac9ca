import type { Clerk } from '@irisflow/access';
import type { Queryable } from '@irisflow/database';
import { CaseworkError } from '@irisflow/foundation';
import { findRetirement, type PublishedProcedure, type RightDescription } from '@irisflow/procedures';
import type { Surroundings } from '../surroundings.ts';
import type { CampaignPlan } from '../views/campaign.ts';
import type { KindOfRight, RightSelection } from '../views/selection.ts';

type Library = Pick<Surroundings, 'library'>;

const wrong = (pointer: string, found: string, wanted: string): CaseworkError =>
  new CaseworkError('INPUT_INVALID', `Expected ${wanted}, but found ${found.slice(0, 80)}`, {
    errors: [{ pointer, keyword: 'unknown' }],
  });

/** A published procedure of the administration: campaigns know no others. */
const procedureOf = async (
  { library }: Library,
  db: Queryable,
  { key, pointer, administration }: { readonly key: string; readonly pointer: string; readonly administration: string },
): Promise<PublishedProcedure> => {
  const found = await library.latest(db, key).catch((thrown: unknown) => {
    if (thrown instanceof CaseworkError && thrown.code === 'NOT_FOUND') return undefined;
    throw thrown;
  });
  if (found?.administration === administration) return found;
  throw wrong(pointer, key, 'a published procedure of the administration');
};

const kindIn = (procedure: PublishedProcedure, kind: string, pointer: string): RightDescription => {
  const found = procedure.rights.get(kind);
  if (found === undefined) throw wrong(pointer, kind, `a kind of right of ${procedure.key}`);
  return found;
};

/** Fields by which rights are chosen: one value each, and no sums of money or days. */
export const chosenBy = (kind: RightDescription): string[] =>
  Object.entries(kind.data.properties).flatMap(([name, field]) =>
    field.type !== 'array' && !(field.type === 'string' && field.format !== undefined) ? [name] : [],
  );

const requireKnown = ({ states, where }: RightSelection, kind: RightDescription): void => {
  const known = kind.states.map(({ key }) => key);
  const strange = states.find((state) => !known.includes(state));
  if (strange !== undefined) throw wrong('/selection/states', strange, `states of ${kind.key}`);
  const fields = chosenBy(kind);
  const field = where.find((one) => !fields.includes(one.field));
  if (field !== undefined) throw wrong('/selection/where', field.field, `fields of ${kind.key}`);
};

const requireDays = ({ beginsOn, endsOn }: CampaignPlan, today: string): void => {
  const field = (pointer: string, detail: string) =>
    new CaseworkError('INPUT_INVALID', detail, { errors: [{ pointer, keyword: 'range' }] });
  if (beginsOn < today) throw field('/beginsOn', `Expected a campaign to begin today or later, but found ${beginsOn}`);
  if (endsOn < beginsOn) throw field('/endsOn', `Expected it to end after ${beginsOn}, but found ${endsOn}`);
};

export interface CheckedPlan {
  /** The procedure whose application answers, in its newest version. */
  readonly procedure: PublishedProcedure;
}

const requireSelection = async (
  surroundings: Library,
  db: Queryable,
  { selection }: Pick<CampaignPlan, 'selection'>,
  administration: string,
): Promise<void> => {
  const at = (key: string, pointer: string) => procedureOf(surroundings, db, { key, pointer, administration });
  const procedure = await at(selection.procedureKey, '/selection/procedureKey');
  if (selection.from === 'rights') requireKnown(selection, kindIn(procedure, selection.kind, '/selection/kind'));
  const without: KindOfRight | null = selection.without;
  if (without !== null)
    kindIn(await at(without.procedureKey, '/selection/without'), without.kind, '/selection/without');
};

/** Whoever is invited on the last day has to be able to apply. */
const requireGoesOn = async (db: Queryable, { procedureKey, endsOn }: CampaignPlan): Promise<void> => {
  const end = await findRetirement(db, procedureKey);
  if (end === undefined || end.closes_on > endsOn) return;
  throw new CaseworkError(
    'PROCEDURE_RETIRED',
    `Expected ${procedureKey} to take cases until ${endsOn}, but it ends on ${end.closes_on}`,
    { errors: [{ pointer: '/procedureKey', keyword: 'ends' }] },
  );
};

/** Refuses a plan that names what its administration has not, or that is over before it begins. */
export const checkPlan = async (
  surroundings: Library,
  db: Queryable,
  {
    clerk: { administration },
    plan,
    today,
  }: { readonly clerk: Clerk; readonly plan: CampaignPlan; readonly today: string },
): Promise<CheckedPlan> => {
  requireDays(plan, today);
  await requireSelection(surroundings, db, plan, administration);
  const procedure = await procedureOf(surroundings, db, {
    key: plan.procedureKey,
    pointer: '/procedureKey',
    administration,
  });
  await requireGoesOn(db, plan);
  if (!procedure.letters.has(plan.letter)) throw wrong('/letter', plan.letter, `a letter of ${plan.procedureKey}`);
  return { procedure };
};
