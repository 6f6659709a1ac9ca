import { Readable } from 'node:stream';
import { personOf, type Actor } from '@irisflow/access';
import { nameInArchive } from '@irisflow/casework';
import type { Casework } from '@irisflow/platform';
import { CaseworkError, type Locale } from '@irisflow/foundation';
import type { FileReply } from '../http/call.ts';
import { readablePage, type HeldData } from './readable-page.ts';
import { zipStream, type ArchiveEntry } from './zip-stream.ts';

/** Asked one after the other: an export must not take the store from those who work. */
const gather = async <T, R>(items: readonly T[], get: (item: T) => Promise<R>): Promise<R[]> => {
  const found: R[] = [];
  for (const item of items) found.push(await get(item));
  return found;
};

type Withheld = HeldData['tooWeak'][number];

/** The level that a refusal asks for; what went wrong otherwise goes on. */
const levelOf = (thrown: unknown): Withheld['level'] => {
  if (!(thrown instanceof CaseworkError) || thrown.code !== 'ASSURANCE_NEEDED') throw thrown;
  return thrown.errors?.[0]?.params?.['level'] === 'high' ? 'high' : 'substantial';
};

/** What the sign-in is strong enough for; of the rest, that it is there and what it takes. */
const gatherSeen = async <T extends { readonly title: Withheld['title'] }, R>(
  items: readonly T[],
  tooWeak: Withheld[],
  get: (item: T) => Promise<R>,
): Promise<R[]> =>
  (
    await gather(items, (item) =>
      get(item).then(
        (found) => [found],
        (thrown: unknown) => {
          const { title } = item;
          const reference = 'reference' in item ? String(item.reference) : null;
          tooWeak.push({ title, reference, level: levelOf(thrown) });
          return [];
        },
      ),
    )
  ).flat();

type MyCase = Pick<HeldData['cases'][number], 'id' | 'part'>;

/** What applicants declare is theirs alone, whoever else takes part. */
const changesOf = async (
  lifecycle: Casework['lifecycle'],
  actor: Actor,
  { id: caseId, part }: MyCase,
): Promise<HeldData['changes']> => (part === null ? (await lifecycle.getMyChanges(actor, { caseId })).changes : []);

/** And so is how they found it. */
const feedbackOf = async (
  feedback: Casework['feedback'],
  actor: Actor,
  { id: caseId, part }: MyCase,
): Promise<HeldData['feedback']> => (part === null ? feedback.copyMyFeedback(actor, { caseId }) : []);

/** Those of cases that the sign-in is strong enough for. */
const gatherRights = async (
  rights: Casework['rights'],
  actor: Actor,
  tooWeak: Withheld[],
): Promise<HeldData['rights']> => {
  const mine = (await rights.listMyRights(actor, {})).map(({ id, kind, number }) => ({
    id,
    title: kind,
    reference: number,
  }));
  return gatherSeen(mine, tooWeak, ({ id: rightId }) => rights.getMyRight(actor, { rightId }));
};

const gatherObligations = async (
  { obligations }: Casework,
  actor: Actor,
  rights: HeldData['rights'],
): Promise<HeldData['obligations']> => {
  const held: HeldData['obligations'][number][] = [];
  for (const { id: rightId } of rights)
    for (const { occurrences } of await obligations.listMyObligations(actor, { rightId }))
      for (const { id: occurrenceId } of occurrences)
        held.push(await obligations.getMyOccurrence(actor, { occurrenceId }));
  return held;
};

const heldAbout = async (casework: Casework, actor: Actor): Promise<HeldData> => {
  const { applications, appointments, cases, feedback, hearings, inspections, lifecycle, messages, opinions } =
    casework;
  const { mandates, parties, reach } = casework;
  const { name, email, language } = personOf(actor);
  const drafts = await applications.listDrafts(actor, {});
  const mine = await cases.listMyCases(actor, {});
  const tooWeak: Withheld[] = [];
  const seen = await gatherSeen(mine, tooWeak, ({ id: caseId }) => cases.getMyCase(actor, { caseId }));
  const rights = await gatherRights(casework.rights, actor, tooWeak);
  return {
    exportedAt: new Date().toISOString(),
    person: { name, email, language },
    party: await mandates.getMyParty(actor, {}),
    reach: await reach.getMyReach(actor, {}),
    notes: await parties.listNotesAboutMe(actor, {}),
    drafts: await gatherSeen(drafts, tooWeak, ({ id: draftId }) => applications.getDraft(actor, { draftId })),
    cases: seen,
    tooWeak,
    opinions: (await gather(seen, ({ id: caseId }) => opinions.listMyOpinions(actor, { caseId }))).flat(),
    hearings: (await gather(seen, ({ id: caseId }) => hearings.listMyHearings(actor, { caseId }))).flat(),
    changes: (await gather(seen, (one) => changesOf(lifecycle, actor, one))).flat(),
    feedback: (await gather(seen, (one) => feedbackOf(feedback, actor, one))).flat(),
    messages: (await gather(seen, ({ id: caseId }) => messages.copyMyMessages(actor, { caseId }))).flat(),
    inspections: (await gather(seen, ({ id: caseId }) => inspections.listMyInspections(actor, { caseId }))).flat(),
    rights,
    obligations: await gatherObligations(casework, actor, rights),
    invitations: await casework.campaigns.listMyInvitations(actor, {}),
    campaignChoices: await casework.campaigns.listMyCampaignChoices(actor, {}),
    places: (await gather(seen, ({ id: caseId }) => casework.quotas.listMyPlaces(actor, { caseId }))).flat(),
    appointments: await appointments.listMine(actor, {}),
    payments: await casework.ledger.listMine(actor, {}),
    payouts: await casework.payables.listMine(actor, {}),
    consultations: await cases.listMyConsultations(actor, {}),
    accesses: await cases.listMyAccesses(actor, {}),
  };
};

/** No two files of people are called the same in an archive. */
const pathOf = (reference: string, { id, name }: { id: string; name: string }): string =>
  `documents/${reference}/${id.slice(0, 8)}-${nameInArchive(name)}`;

const entriesOf = async function* entries(
  { cases }: Casework,
  { actor, locale, held }: { readonly actor: Actor; readonly locale: Locale; readonly held: HeldData },
): AsyncGenerator<ArchiveEntry> {
  yield { path: 'index.html', content: readablePage(held, locale) };
  yield { path: 'data.json', content: `${JSON.stringify(held, null, 2)}\n` };
  for (const { id: caseId, reference, documents } of held.cases)
    for (const document of documents) {
      const { content } = await cases.downloadMyDocument(actor, { caseId, documentId: document.id });
      yield { path: pathOf(reference, document), content };
    }
};

/** Everything that is held about a person, as they may see it with their sign-in; each file that is opened for it is on record. */
export const exportMyData = async (casework: Casework, actor: Actor, locale: Locale): Promise<FileReply> => {
  const held = await heldAbout(casework, actor);
  return {
    name: `irisflow-${held.exportedAt.slice(0, 10)}.zip`,
    mediaType: 'application/zip',
    content: Readable.from(zipStream(entriesOf(casework, { actor, locale, held }))),
  };
};
