import { findAdministration, requireClerk } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import { fillText, textProblems } from '@irisflow/letters';
import { listPublishedProcedures, sampleScope } from '@irisflow/procedures';
import type { UseCase } from '../surroundings.ts';
import type { LegalLanguage, ParagraphPreview } from '../views/paragraph.ts';

export interface PreviewParagraph {
  readonly text: string;
  readonly language: LegalLanguage;
  /** Whose contact and grounds the sample has. */
  readonly procedure: string | null;
}

/** A text on a sample; what only a case could say stands in brackets. */
export const previewParagraph: UseCase<PreviewParagraph, ParagraphPreview> = async (
  { database, library, clock },
  actor,
  { text, language, procedure },
) => {
  const { administration: key } = requireClerk(actor);
  const problems = textProblems(text);
  const own = (await listPublishedProcedures(database, library)).filter(({ administration }) => administration === key);
  const administration = (await findAdministration(database, key))?.name[language] ?? key;
  const now = clock.now();
  const description = (own.find((one) => one.key === procedure) ?? own[0])?.description ?? null;
  const scope = sampleScope({ description, administration, today: dayOf(now), locale: language });
  return { ...fillText(text, { locale: language, scope, now }), problems };
};
