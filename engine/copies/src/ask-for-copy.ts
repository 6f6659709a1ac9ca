import { appendAudit, type Actor } from '@irisflow/access';
import type { Queryable } from '@irisflow/database';
import {
  administrationName,
  applicantName,
  type CaseRow,
  insertTimelineEntry,
  lockApplicantCase,
  recordOpening,
  requireClerkCase,
  timelineText,
} from '@irisflow/casework';
import { CaseworkError, inEveryLocale, instantOf, requireReason, requireSaid } from '@irisflow/foundation';
import type { CopyAudience } from './content/answer-blocks.ts';
import { describeFile } from './content/describe-file.ts';
import type { Withheld } from './content/pieces.ts';
import { listCopiesOf } from './read-copies.ts';
import { insertCopy, listCopies } from './storage/file-copies.ts';
import type { Surroundings, UseCase } from './surroundings.ts';
import type { FileCopyView } from './views/file-copy.ts';

export interface WantedCopy {
  readonly caseId: string;
  readonly audience: CopyAudience;
  /** For whom it is, in words. */
  readonly recipient: string;
  readonly reason: string;
  /** Whether the applicant can fetch it on the portal. */
  readonly handOver: boolean;
  readonly withhold: readonly Withheld[];
}

const MAX_RECIPIENT = 200;
/** So many can wait in a case: who asks for more has pressed the button too often. */
const MAX_WAITING = 3;

/** What is for the office alone is not put where the applicant finds it. */
const requireFor = ({ audience, handOver }: WantedCopy): void => {
  if (audience === 'office' && handOver)
    throw new CaseworkError('INPUT_INVALID', 'Expected a copy for a party to hand over, but it is for the office');
};

const refuseCrowd = async (tx: Queryable, caseId: string): Promise<void> => {
  const waiting = (await listCopies(tx, caseId)).filter(({ state }) => state === 'waiting').length;
  if (waiting >= MAX_WAITING)
    throw new CaseworkError(
      'COPIES_WAITING',
      `Expected at most ${MAX_WAITING} copies of a case to wait, but ${waiting} do already`,
    );
};

interface Asked {
  readonly actor: Actor;
  readonly row: CaseRow;
  readonly personId: string;
  readonly askedBy: 'clerk' | 'applicant';
  readonly audience: CopyAudience;
  readonly recipient: string | null;
  readonly reason: string | null;
  readonly handedOver: boolean;
  readonly withheld: readonly Withheld[];
}

const requireOfCase = (withheld: readonly Withheld[], known: readonly { readonly id: string }[]): void => {
  const stranger = withheld.find(({ documentId }) => !known.some(({ id }) => id === documentId));
  if (stranger !== undefined)
    throw new CaseworkError(
      'INPUT_INVALID',
      `Expected documents of this case to be left out, but ${stranger.documentId.slice(0, 80)} is none`,
    );
};

/** What the timeline says: parties read for whom a copy of their file was made. */
const noteInTimeline = async (tx: Queryable, { row, askedBy, audience, recipient, reason }: Asked, at: number) => {
  const isOffice = audience === 'office';
  const kind = isOffice ? 'fileCopiedForOffice' : 'fileCopied';
  const more = (isOffice ? reason : recipient) ?? row.applicant;
  await insertTimelineEntry(tx, {
    caseId: row.id,
    administration: row.administration,
    at,
    kind,
    text: timelineText(
      kind,
      inEveryLocale(() => more),
    ),
    actor: askedBy === 'clerk' ? administrationName : applicantName,
    visibleToApplicant: !isOffice,
  });
};

const keep = async (surroundings: Surroundings, tx: Queryable, asked: Asked): Promise<void> => {
  const { actor, row, personId, askedBy, audience, recipient, reason, handedOver, withheld } = asked;
  const { clock, random } = surroundings;
  await refuseCrowd(tx, row.id);
  const locale = row.language;
  const { content, pieces, documents } = await describeFile(surroundings, tx, {
    row,
    audience,
    locale,
    withheld,
    askedBy,
  });
  requireOfCase(withheld, documents);
  const id = random.id();
  const at = clock.now();
  const { administration } = row;
  await insertCopy(tx, {
    id,
    caseId: row.id,
    administration,
    audience,
    recipient,
    reason,
    handedOver,
    madeBy: personId,
    at,
    language: locale,
    content,
    pieces,
  });
  await noteInTimeline(tx, asked, at);
  await appendAudit(surroundings, tx, {
    actor,
    action: 'file.copied',
    object: `case:${row.id}`,
    administration,
    detail: { copy: id, audience, documents: pieces.length, leftOut: content.leftOut.length },
  });
};

/** A clerk has a copy of the file made: for a party, without what is not theirs to read, or whole for the office. */
export const copyFile: UseCase<WantedCopy, FileCopyView[]> = async (surroundings, actor, wanted) => {
  requireFor(wanted);
  const recipient = requireSaid(wanted.recipient, {
    what: 'for whom it is',
    pointer: '/recipient',
    most: MAX_RECIPIENT,
  });
  const reason = requireReason(wanted.reason);
  const withheld = wanted.withhold.map(({ documentId, reason: why }) => ({ documentId, reason: requireReason(why) }));
  const copies = await surroundings.database.transaction(async (tx) => {
    const { clerk, row } = await requireClerkCase(tx, actor, wanted.caseId);
    const { audience, handOver: handedOver } = wanted;
    const personId = clerk.person.id;
    const asked = {
      actor,
      row,
      personId,
      askedBy: 'clerk',
      audience,
      recipient,
      reason,
      handedOver,
      withheld,
    } as const;
    await keep(surroundings, tx, asked);
    await recordOpening(surroundings, tx, { clerk, row });
    return listCopiesOf(tx, row, 'office');
  });
  surroundings.copyBell.ring();
  return copies;
};

/** An applicant has a copy of their own file made; the one that is there is good while nothing has changed since. */
export const copyMyFile: UseCase<{ caseId: string }, FileCopyView[]> = async (surroundings, actor, { caseId }) => {
  const copies = await surroundings.database.transaction(async (tx) => {
    const { person, row } = await lockApplicantCase(tx, actor, caseId);
    const [last] = (await listCopies(tx, caseId)).filter(({ made_by: by }) => by === person.id);
    const isFresh =
      last !== undefined && last.state !== 'failed' && instantOf(last.asked_at) >= instantOf(row.updated_at);
    if (!isFresh)
      await keep(surroundings, tx, {
        actor,
        row,
        personId: person.id,
        askedBy: 'applicant',
        audience: 'party',
        recipient: null,
        reason: null,
        handedOver: true,
        withheld: [],
      });
    return listCopiesOf(tx, row, 'applicant');
  });
  surroundings.copyBell.ring();
  return copies;
};
