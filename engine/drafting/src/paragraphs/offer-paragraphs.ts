import { dayOf } from '@irisflow/calendar';
import { recordOpening } from '@irisflow/casework';
import { fillText } from '@irisflow/letters';
import { listFittingParagraphs } from '../storage/paragraphs.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { ParagraphOffer, ParagraphOffers } from '../views/paragraph.ts';
import { rankParagraphs } from './rank-paragraphs.ts';
import { writtenIn } from './require-content.ts';
import { requireWritingMessage } from './writing-message.ts';
import { requireWritingTask, type Writing, type WritingPlace } from './writing-task.ts';

export interface Offering extends WritingPlace {
  readonly search?: string;
}

/** As many as are looked at, and as are shown: a search finds the others. */
const MOST_READ = 500;
const MOST_SHOWN = 40;

type Ranked = ReturnType<typeof rankParagraphs<Awaited<ReturnType<typeof listFittingParagraphs>>[number]>>[number];

const offerOf = ({ language, scope, now }: Writing, { id, key, version, content, fit }: Ranked): ParagraphOffer => ({
  id,
  key,
  version,
  fit,
  title: content.title[language],
  legalReference: content.legalReference[language],
  ...fillText(content.text[language], { locale: language, scope, now }),
});

/** What fits into what somebody writes, in the language of the case and with its values; the nearest first. */
const offersFor = async (
  surroundings: Surroundings,
  writing: Writing,
  search: string | undefined,
): Promise<ParagraphOffers> => {
  const { clerk, row, step, language, now } = writing;
  await surroundings.database.transaction((tx) => recordOpening(surroundings, tx, { clerk, row }));
  const rows = await listFittingParagraphs(surroundings.database, {
    administration: clerk.administration,
    search,
    procedure: row.procedure_key,
    step,
    today: dayOf(now),
    limit: MOST_READ,
  });
  const written = rows.filter(({ content }) => writtenIn(content).includes(language));
  return {
    language,
    items: rankParagraphs(written, writing)
      .slice(0, MOST_SHOWN)
      .map((ranked) => offerOf(writing, ranked)),
    untranslated: rows.length - written.length,
    more: written.length > MOST_SHOWN,
  };
};

/** For a field of my task. */
export const offerParagraphs: UseCase<Offering, ParagraphOffers> = async (surroundings, actor, offering) =>
  offersFor(surroundings, await requireWritingTask(surroundings, actor, offering), offering.search);

/** For a message to the applicant. What is for a step of the process alone is not offered: none is being done. */
export const offerForMessage: UseCase<{ caseId: string; search?: string }, ParagraphOffers> = async (
  surroundings,
  actor,
  { caseId, search },
) => offersFor(surroundings, await requireWritingMessage(surroundings, actor, caseId), search);
