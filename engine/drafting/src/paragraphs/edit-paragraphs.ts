import { appendAudit, type Actor, type Clerk } from '@irisflow/access';
import type { Queryable } from '@irisflow/database';
import { CaseworkError, foldText, requireReason } from '@irisflow/foundation';
import {
  findParagraph,
  insertParagraph,
  insertParagraphVersion,
  setParagraphVersion,
  type NewVersion,
} from '../storage/paragraphs.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { ParagraphAct, ParagraphContent, ParagraphView } from '../views/paragraph.ts';
import { requireKeeper, requireVersion } from './keepers.ts';
import { requireContent } from './require-content.ts';
import { getParagraph } from './view-paragraphs.ts';

const searchTextOf = (key: string, { title, text, legalReference }: ParagraphContent): string =>
  foldText(
    [key, title, legalReference, text].flatMap((one) => (typeof one === 'string' ? one : [one.fr, one.nl])).join('\n'),
  );

type Change = Pick<NewVersion, 'id' | 'version' | 'act' | 'content' | 'reason'> & { readonly key: string };

/** Who said what and when stands in the versions; the audit says that there is one more. */
const writeVersion = async (
  surroundings: Surroundings,
  tx: Queryable,
  { actor, clerk, change }: { readonly actor: Actor; readonly clerk: Clerk; readonly change: Change },
): Promise<void> => {
  const { administration, person } = clerk;
  const { id, key, version, act } = change;
  await insertParagraphVersion(tx, { ...change, administration, personId: person.id, at: surroundings.clock.now() });
  await appendAudit(surroundings, tx, {
    actor,
    action: `paragraph.${act}`,
    object: `paragraph:${id}`,
    administration,
    detail: { key, version },
  });
};

export interface AddParagraph {
  readonly key: string;
  readonly content: ParagraphContent;
}

/** Takes a new paragraph into the library. */
export const addParagraph: UseCase<AddParagraph, ParagraphView> = async (
  surroundings,
  actor,
  { key, content: given },
) => {
  const { database, random } = surroundings;
  const clerk = requireKeeper(actor);
  const content = requireContent(given);
  const id = random.id();
  await database.transaction(async (tx) => {
    const { administration } = clerk;
    await insertParagraph(tx, { id, administration, key, searchText: searchTextOf(key, content) });
    const change = { id, key, version: 1, act: 'added', content, reason: null } as const;
    await writeVersion(surroundings, tx, { actor, clerk, change });
  });
  return getParagraph(surroundings, actor, { paragraphId: id });
};

interface OfVersion {
  readonly paragraphId: string;
  /** That the keeper read. */
  readonly version: number;
}

export interface ChangeParagraph extends OfVersion {
  readonly content: ParagraphContent;
  /** Why, where somebody wants to say it. */
  readonly reason: string;
}

/** Writes a new version; answers that were written with earlier ones keep naming those. */
export const changeParagraph: UseCase<ChangeParagraph, ParagraphView> = async (surroundings, actor, input) => {
  const clerk = requireKeeper(actor);
  const content = requireContent(input.content);
  const reason = input.reason.trim() === '' ? null : requireReason(input.reason);
  const { paragraphId: id } = input;
  await surroundings.database.transaction(async (tx) => {
    const { key, version: before, is_retired: isRetired } = await requireVersion(tx, clerk, input);
    const version = before + 1;
    await setParagraphVersion(tx, { id, version, isRetired, searchText: searchTextOf(key, content) });
    await writeVersion(surroundings, tx, {
      actor,
      clerk,
      change: { id, key, version, act: 'changed', content, reason },
    });
  });
  return getParagraph(surroundings, actor, { paragraphId: id });
};

const acts = { retired: true, restored: false } as const satisfies Partial<Record<ParagraphAct, boolean>>;

export interface RetireParagraph extends OfVersion {
  readonly reason: string;
}

const turn =
  (act: keyof typeof acts): UseCase<RetireParagraph, ParagraphView> =>
  async (surroundings, actor, input) => {
    const clerk = requireKeeper(actor);
    const reason = requireReason(input.reason);
    const { paragraphId: id } = input;
    await surroundings.database.transaction(async (tx) => {
      const { key, version: before, is_retired: wasRetired } = await requireVersion(tx, clerk, input);
      const isRetired = acts[act];
      if (wasRetired === isRetired)
        throw new CaseworkError('INPUT_INVALID', `Expected a paragraph that can be ${act}, but ${key} is already`);
      const content = (await findParagraph(tx, id))?.content;
      if (content === undefined) throw new CaseworkError('NOT_FOUND', `Expected paragraph ${key}, but it is gone`);
      const version = before + 1;
      await setParagraphVersion(tx, { id, version, isRetired, searchText: searchTextOf(key, content) });
      await writeVersion(surroundings, tx, { actor, clerk, change: { id, key, version, act, content, reason } });
    });
    return getParagraph(surroundings, actor, { paragraphId: id });
  };

/** Nobody is offered it any more; what was written with it keeps naming it. */
export const retireParagraph = turn('retired');
/** It is offered again. */
export const restoreParagraph = turn('restored');
