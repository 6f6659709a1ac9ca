import { appendAudit } from '@irisflow/access';
import { CaseworkError } from '@irisflow/foundation';
import { findLastReplacedDraft } from './storage/replaced-drafts.ts';
import type { UseCase } from './surroundings.ts';
import type { ProcedureDraft } from './views/procedure.ts';
import { viewDraft } from './draft-view.ts';
import { replaceDraftKept } from './replace-draft-kept.ts';
import { requireDraft, requireRevision } from './require-procedure.ts';

/** Brings the draft back that an import replaced last; what it takes the place of is kept in turn. */
export const restoreDraft: UseCase<{ key: string; revision: number }, ProcedureDraft> = async (
  surroundings,
  actor,
  { key, revision },
) => {
  const { database, clock } = surroundings;
  return database.transaction(async (tx) => {
    const { administration } = await requireRevision(tx, actor, { key, revision });
    const replaced = await findLastReplacedDraft(tx, key);
    if (replaced === undefined)
      throw new CaseworkError('NOT_FOUND', `Expected a draft of ${key} that an import replaced, but there is none`);
    const { basedOn, files } = replaced;
    await replaceDraftKept(tx, { key, actor, basedOn, at: clock.now(), act: 'restored', files });
    const object = `procedure:${key}`;
    const detail = { restored: replaced.revision };
    await appendAudit(surroundings, tx, { actor, action: 'procedure.draftRestored', object, administration, detail });
    return viewDraft(tx, await requireDraft(tx, actor, key));
  });
};
