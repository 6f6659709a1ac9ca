import type { Queryable } from '@irisflow/database';
import { findAdministration } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import { applicationForm, type CaseDocument, type CaseRow, listCaseDocuments, viewCase } from '@irisflow/casework';
import { instantOf, type Locale } from '@irisflow/foundation';
import { viewMessages } from '@irisflow/messages';
import { viewHands } from '@irisflow/tasks';
import type { Surroundings } from '../surroundings.ts';
import type { LeftOut } from '../views/file-copy.ts';
import { type CopyAudience, tellAnswers } from './answer-blocks.ts';
import { copyTexts, leftOutBecause } from './copy-texts.ts';
import { tellHearings } from './hearing-blocks.ts';
import { tellInspections } from './inspection-blocks.ts';
import { tellOpinions } from './opinion-blocks.ts';
import { type CopyPiece, gatherPieces, type Withheld } from './pieces.ts';
import { type CopySection, tellFile } from './sections.ts';

export interface FileContent {
  readonly administration: string;
  readonly reference: string;
  readonly procedure: string;
  readonly applicant: string;
  readonly sections: readonly CopySection[];
  readonly leftOut: readonly LeftOut[];
}

export interface Described {
  readonly content: FileContent;
  readonly pieces: readonly CopyPiece[];
  /** All that can be left out. */
  readonly documents: readonly CaseDocument[];
}

interface Wanted {
  readonly row: CaseRow;
  readonly audience: CopyAudience;
  readonly locale: Locale;
  readonly withheld: readonly Withheld[];
  /** An applicant cannot know what the office keeps for itself. */
  readonly askedBy: 'clerk' | 'applicant';
}

interface Views {
  readonly whole: Awaited<ReturnType<typeof viewCase>>;
  readonly shown: Awaited<ReturnType<typeof viewCase>>;
}

/** What the office keeps for itself: that it is there is said, not what it says. */
const internalParts = ({ whole, shown }: Views, locale: Locale): LeftOut[] => {
  const steps = whole.timeline.length - shown.timeline.length;
  const notes = whole.notes.length - shown.notes.length;
  const why = leftOutBecause.deliberation[locale];
  return [
    ...(steps > 0 ? [{ what: `${copyTexts.hiddenSteps[locale]} (${steps})`, why }] : []),
    ...(notes > 0 ? [{ what: `${copyTexts.notes[locale]} (${notes})`, why }] : []),
  ];
};

const unknownParts = (locale: Locale): LeftOut => ({
  what: copyTexts.internalIfAny[locale],
  why: leftOutBecause.deliberation[locale],
});

const viewsOf = async (
  surroundings: Surroundings,
  db: Queryable,
  { row, audience, askedBy }: Wanted,
): Promise<Views> => {
  const as = (reader: 'agent' | 'applicant') => viewCase(surroundings, db, row, { audience: reader });
  if (askedBy === 'applicant') {
    const shown = await as('applicant');
    return { whole: shown, shown };
  }
  const whole = await as('agent');
  return { whole, shown: audience === 'office' ? whole : await as('applicant') };
};

/** What a copy of a file says and holds, as the file stands now. */
export const describeFile = async (surroundings: Surroundings, db: Queryable, wanted: Wanted): Promise<Described> => {
  const { row, audience, locale, withheld, askedBy } = wanted;
  const procedure = await surroundings.library.version(db, row.procedure_key, row.procedure_version);
  const { description } = procedure;
  const { whole, shown } = await viewsOf(surroundings, db, wanted);
  const answers = tellAnswers({
    form: applicationForm(procedure),
    data: row.data,
    description,
    locale,
    audience,
    today: dayOf(Date.parse(instantOf(row.submitted_at))),
  });
  const rows = await listCaseDocuments(db, row.id);
  const { pieces, leftOut } = gatherPieces({ view: whole, rows, description, locale, audience, withheld });
  const messages = await viewMessages(db, row, audience === 'office' ? 'office' : 'applicant');
  const opinions = await tellOpinions(db, { row, audience, locale });
  const inspections = await tellInspections(surroundings, db, { row, audience, locale });
  const hands = await viewHands(db, row.id);
  const hearings = await tellHearings(db, { row, now: surroundings.clock.now(), locale });
  return {
    content: {
      administration: (await findAdministration(db, row.administration))?.name[locale] ?? row.administration,
      reference: row.reference,
      procedure: whole.title[locale],
      applicant: row.applicant,
      sections: [
        { title: copyTexts.answers[locale], blocks: answers.blocks },
        ...(opinions.blocks.length === 0 ? [] : [{ title: copyTexts.opinions[locale], blocks: opinions.blocks }]),
        ...(hearings.length === 0 ? [] : [{ title: copyTexts.hearings[locale], blocks: hearings }]),
        ...(inspections.blocks.length === 0
          ? []
          : [{ title: copyTexts.inspections[locale], blocks: inspections.blocks }]),
        ...tellFile({ view: shown, messages, hands, audience, locale }),
      ],
      leftOut: [
        ...answers.leftOut,
        ...leftOut,
        ...opinions.leftOut,
        ...inspections.leftOut,
        ...(askedBy === 'applicant' ? [unknownParts(locale)] : internalParts({ whole, shown }, locale)),
      ],
    },
    pieces,
    documents: whole.documents,
  };
};
