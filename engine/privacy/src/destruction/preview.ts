import { createHash } from 'node:crypto';
import { actingFor, requireStaff, type Actor, type Clerk } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import type { Queryable } from '@irisflow/database';
import type { LocalizedText } from '@irisflow/foundation';
import { legalText, listPublishedProcedures, type EndStatus, type RetentionRule } from '@irisflow/procedures';
import { countWithoutRule, listDueCases, type DueRow } from '../storage/due-cases.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { DueGroup, RetentionPreview } from '../views/retention.ts';
import { obstacleOf } from './obstacle-of.ts';

/** Who guards the data of people, and who administers: one of them proposes, another approves. */
export const requireGuardian = (actor: Actor): Clerk => requireStaff(actor, ['auditor', 'administrator']);

export interface NamedRule {
  readonly procedureKey: string;
  readonly title: LocalizedText;
  readonly outcome: EndStatus;
  readonly years: number;
  readonly fate: RetentionRule['fate'];
  readonly legalRef: LocalizedText;
}

/** What the newest versions of the procedures of an administration say: whoever keeps for too long breaks today's law. */
export const rulesOf = async (
  { library }: Surroundings,
  db: Queryable,
  administration: string,
): Promise<NamedRule[]> => {
  const published = await listPublishedProcedures(db, library);
  return published
    .filter((one) => one.administration === administration)
    .flatMap(({ key, description: { title, retention = [] } }) =>
      retention.flatMap(({ outcomes, years, fate, legalRef }) =>
        outcomes.map((outcome) => ({
          procedureKey: key,
          title,
          outcome,
          years,
          fate,
          legalRef: legalText(legalRef),
        })),
      ),
    );
};

export interface Due {
  readonly today: string;
  readonly rows: readonly DueRow[];
  /** Those that can go today. */
  readonly ready: readonly DueRow[];
  readonly rules: readonly NamedRule[];
}

/** More do not go at once: what is left is proposed next. */
const AT_MOST = 5000;
const SHOWN = 200;

export const ruleOf = (rules: readonly NamedRule[], row: DueRow): NamedRule | undefined =>
  rules.find(({ procedureKey, outcome }) => procedureKey === row.procedure_key && outcome === row.outcome);

export const findDue = async (
  surroundings: Surroundings,
  db: Queryable,
  { administration, rules }: { readonly administration: string; readonly rules: readonly NamedRule[] },
): Promise<Due> => {
  const today = dayOf(surroundings.clock.now());
  const rows = await listDueCases(db, { administration, rules, today, limit: AT_MOST });
  const ready = rows.filter((row) => ruleOf(rules, row)?.fate === 'destroy' && obstacleOf(row, today) === null);
  return { today, rows, ready, rules };
};

export const fingerprintOf = ({ ready, rules }: Due): string => {
  const hash = createHash('sha256');
  for (const row of ready) hash.update(`${row.id} ${row.outcome} ${ruleOf(rules, row)?.years}\n`);
  return hash.digest('hex');
};

const groupsOf = ({ rules, rows, ready }: Due): DueGroup[] =>
  rules.flatMap((rule) => {
    const isOfRule = (row: DueRow) => row.procedure_key === rule.procedureKey && row.outcome === rule.outcome;
    const own = rows.filter(isOfRule);
    const days = own.map(({ closed_on: day }) => day).toSorted();
    const [closedFrom] = days;
    const closedTo = days.at(-1);
    if (closedFrom === undefined || closedTo === undefined) return [];
    return [{ ...rule, due: own.length, ready: ready.filter(isOfRule).length, closedFrom, closedTo }];
  });

/** What could be destroyed today by the rules of the procedures, and what stands in the way, before anything is. */
export const previewDestruction: UseCase<Record<string, never>, RetentionPreview> = async (given, actor) => {
  const { administration } = requireGuardian(actor);
  const rules = await rulesOf(given, given.database, administration);
  const surroundings = actingFor(given, actor, 'privacy');
  const due = await findDue(surroundings, surroundings.database, { administration, rules });
  return {
    today: due.today,
    groups: groupsOf(due),
    cases: due.rows.slice(0, SHOWN).map((row) => ({
      caseId: row.id,
      reference: row.reference,
      procedureKey: row.procedure_key,
      outcome: row.outcome,
      closedOn: row.closed_on,
      keptUntil: row.kept_until,
      obstacle: obstacleOf(row, due.today),
    })),
    ready: due.ready.length,
    withoutRule: await countWithoutRule(surroundings.database, { administration, rules }),
    fingerprint: fingerprintOf(due),
  };
};
