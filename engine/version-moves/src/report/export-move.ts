import { actingFor, appendAudit } from '@irisflow/access';
import { csvLine, csvMark, type Locale } from '@irisflow/foundation';
import { listItems } from '../storage/version-move-items.ts';
import type { UseCase } from '../surroundings.ts';
import { headWords, stateWords } from '../views/reason-words.ts';
import type { MovedCase } from '../views/version-move.ts';
import { requireMoverOf } from './require-move.ts';
import { movedCase } from './view-move.ts';

const lineOf = ({ reference, version, state, why, settledAt }: MovedCase, to: number, locale: Locale): string =>
  csvLine([
    reference,
    String(version),
    String(to),
    stateWords[state][locale],
    why === null ? '' : why[locale],
    settledAt ?? '',
  ]);

/** What became of every case of a move, one line each, as CSV; that it was taken is in the audit. */
export const exportMove: UseCase<
  { readonly moveId: string; readonly language: Locale },
  { readonly name: string; readonly content: string }
> = async (surroundings, actor, { moveId, language }) => {
  const { row } = await requireMoverOf(surroundings.database, actor, moveId);
  const acting = actingFor(surroundings, actor, 'versionMoves');
  return acting.database.transaction(async (tx) => {
    const items = await listItems(tx, moveId);
    await appendAudit(acting, tx, {
      actor,
      action: 'versionMove.exported',
      object: `versionMove:${moveId}`,
      administration: row.administration,
      detail: { rows: items.length },
    });
    const head = csvLine(headWords.map((words) => words[language]));
    const lines = items.map((item) => lineOf(movedCase(item), row.to_version, language));
    return { name: `${row.procedure_key}-version-${row.to_version}.csv`, content: csvMark + head + lines.join('') };
  });
};
