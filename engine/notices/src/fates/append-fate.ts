import { dayOf } from '@irisflow/calendar';
import { type CaseRow, insertOutbox, noteByOffice, touchCase } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import type { PlatformMessage } from '@irisflow/protocol';
import { insertFate, listFates, noteMessage } from '../storage/fates.ts';
import { type NoticeRow, setLeftToDo } from '../storage/notices.ts';
import type { Surroundings } from '../surroundings.ts';
import { settleTerm } from '../terms/settle-term.ts';
import { correctionWords, fateWords } from './fate-words.ts';
import type { Fate, FateKind } from './fate.ts';
import { presume } from './presumption.ts';
import { carryWorkOf, paperWorkOf } from './standing.ts';

/** What its process hears of a letter. */
const messageOf: Readonly<Partial<Record<FateKind, PlatformMessage>>> = {
  presented: 'notice.presented',
  delivered: 'notice.delivered',
  presumed: 'notice.delivered',
  unclaimed: 'notice.unclaimed',
  refused: 'notice.unclaimed',
  returned: 'notice.returned',
  read: 'notice.read',
};

export interface OfNotice {
  readonly row: CaseRow;
  readonly notice: NoticeRow;
}

export type NewFate = Pick<Fate, 'channel' | 'kind' | 'day' | 'source'> &
  Partial<Pick<Fate, 'recordedBy' | 'reason' | 'number' | 'event' | 'corrects'>>;

const tell = async (
  { clock }: Surroundings,
  tx: Queryable,
  { row, notice, fate }: OfNotice & { readonly fate: Fate },
): Promise<void> => {
  const name = messageOf[fate.kind];
  if (name === undefined || !(await noteMessage(tx, notice, name))) return;
  const { kind, day, channel } = fate;
  const variables = {
    notice: { noticeId: notice.id, fate: kind, day, channel, termId: notice.term_id, caseId: row.id },
  };
  const message = { kind: 'publishMessage', name, key: notice.id, variables } as const;
  await insertOutbox(tx, { caseId: row.id, message, at: clock.now() });
};

const note = async (
  surroundings: Surroundings,
  tx: Queryable,
  { row, notice, fate }: OfNotice & { readonly fate: Fate },
): Promise<void> => {
  const words = fateWords[fate.kind];
  const { subject, participant_id: whose } = notice;
  if (words !== undefined)
    await noteByOffice(surroundings, tx, {
      row,
      kind: `notice.${fate.kind}`,
      text: words.text(subject, fate.day),
      isPublic: words.isPublic && whose === null,
    });
  if (fate.corrects !== null && fate.source !== 'presumption')
    await noteByOffice(surroundings, tx, {
      row,
      kind: 'notice.corrected',
      text: correctionWords(subject, fate.reason ?? ''),
      isPublic: false,
    });
};

const write = async (
  surroundings: Surroundings,
  tx: Queryable,
  { row, notice, fate: given }: OfNotice & { readonly fate: NewFate },
): Promise<Fate> => {
  const { random, clock } = surroundings;
  const nothing = { recordedBy: null, reason: null, number: null, event: null, corrects: null };
  const fate: Fate = { ...nothing, ...given, id: random.id(), recordedAt: clock.now() };
  await insertFate(tx, notice, fate);
  await note(surroundings, tx, { row, notice, fate });
  await tell(surroundings, tx, { row, notice, fate });
  return fate;
};

/** What the law presumes now that this is known; it is written with it. */
const followLaw = async (
  surroundings: Surroundings,
  tx: Queryable,
  { fates, ...of }: OfNotice & { readonly fates: readonly Fate[] },
): Promise<Fate[]> => {
  const { void: gone, arrived } = presume(fates, dayOf(surroundings.clock.now()));
  const added: Fate[] = [];
  for (const { id: corrects, channel, day } of gone) {
    const fate: NewFate = { channel, kind: 'annulled', day, source: 'presumption', corrects };
    added.push(await write(surroundings, tx, { ...of, fate }));
  }
  if (arrived !== null) {
    const fate: NewFate = { ...arrived, kind: 'presumed', source: 'presumption' };
    added.push(await write(surroundings, tx, { ...of, fate }));
  }
  return added;
};

const fatesOf = async (tx: Queryable, { id }: NoticeRow): Promise<readonly Fate[]> =>
  (await listFates(tx, [id])).get(id) ?? [];

/** What follows once something is written: the term of the letter, what is left to do on paper, that the case was touched. */
const settle = async (
  surroundings: Surroundings,
  tx: Queryable,
  { row, notice, fates, last }: OfNotice & { readonly fates: readonly Fate[]; readonly last: Fate },
): Promise<void> => {
  await settleTerm(surroundings, tx, { row, notice, fates, last });
  const { id, channels } = notice;
  await setLeftToDo(tx, { id, paper: paperWorkOf(channels, fates), toCarry: carryWorkOf(channels, fates) });
  await touchCase(tx, { id: row.id, at: surroundings.clock.now() });
};

/** Writes what became of a letter; its process, its term and its case follow in the same transaction, with the case locked. */
export const appendFate = async (
  surroundings: Surroundings,
  tx: Queryable,
  { fate: given, ...of }: OfNotice & { readonly fate: NewFate },
): Promise<Fate> => {
  const before = await fatesOf(tx, of.notice);
  const fate = await write(surroundings, tx, { ...of, fate: given });
  const known = [...before, fate];
  const added = await followLaw(surroundings, tx, { ...of, fates: known });
  await settle(surroundings, tx, { ...of, fates: [...known, ...added], last: fate });
  return fate;
};

/** Writes what the law presumes of a letter on this day; answers whether that is new. */
export const appendPresumed = async (surroundings: Surroundings, tx: Queryable, of: OfNotice): Promise<boolean> => {
  const before = await fatesOf(tx, of.notice);
  const added = await followLaw(surroundings, tx, { ...of, fates: before });
  const last = added.at(-1);
  if (last === undefined) return false;
  await settle(surroundings, tx, { ...of, fates: [...before, ...added], last });
  return true;
};
