import { actingFor, apartCasesOf } from '@irisflow/access';
import { readPlan, type WishedMove } from '../plan/move-plan.ts';
import { requireMover, requireVersions } from '../plan/require-movable.ts';
import { countRunning, listRunning } from '../storage/running-cases.ts';
import type { UseCase } from '../surroundings.ts';
import { type JudgedCase, type JudgedCases, MAX_JUDGED } from '../views/version-move.ts';
import { whyOf } from '../views/reason-words.ts';
import { judgeCase } from './judge-case.ts';

export interface JudgeCases extends WishedMove {
  /** How many cases come before this page. */
  readonly after?: number;
}

/** The dry run: says of each running case whether it will move, or why it stays. Nothing is written. */
export const judgeCases: UseCase<JudgeCases, JudgedCases> = async (surroundings, actor, { after = 0, ...wish }) => {
  const { key, from } = wish;
  await requireMover(surroundings.database, actor, key);
  await requireVersions(surroundings.database, wish);
  const acting = actingFor(surroundings, actor, 'versionMoves');
  const plan = await readPlan(acting, acting.database, wish);
  const of = { key, versions: from, apart: await apartCasesOf(surroundings.database, actor) };
  const total = await countRunning(acting.database, of);
  const cases: JudgedCase[] = [];
  for (const { id } of await listRunning(acting.database, of, { from: after, limit: MAX_JUDGED })) {
    const verdict = await judgeCase(acting, plan, id);
    if (verdict === undefined) continue;
    const { row, at, stay } = verdict;
    cases.push({
      caseId: row.id,
      reference: row.reference,
      version: row.procedure_version,
      at: [...at],
      reason: stay?.reason ?? null,
      why: stay === null ? null : whyOf(stay.reason, stay.subject),
    });
  }
  return { cases, total, next: after + MAX_JUDGED < total ? after + MAX_JUDGED : null };
};
