import type { CaseView } from '@irisflow/casework';
import type { Locale } from '@irisflow/foundation';
import { formatMoment, formatValue, type ResolvedBlock } from '@irisflow/letters';
import type { CaseMessage } from '@irisflow/messages';
import type { DecisionHands } from '@irisflow/tasks';
import type { CopyAudience } from './answer-blocks.ts';
import { dayIn, heading, labeled, paragraph } from './blocks.ts';
import { copyTexts, outcomeTexts } from './copy-texts.ts';
import { handBlocks } from './hand-blocks.ts';

/** A part of the file in words, with a title of its own. */
export interface CopySection {
  readonly title: string;
  readonly blocks: readonly ResolvedBlock[];
}

export interface Told {
  readonly view: CaseView;
  readonly messages: readonly CaseMessage[];
  readonly hands: readonly DecisionHands[];
  readonly audience: CopyAudience;
  readonly locale: Locale;
}

const linesOf = (label: string, text: string | null, locale: Locale): ResolvedBlock[] =>
  text === null || text === '' ? [] : [labeled(label, text, locale)];

const validity = ({ validFrom, validTo }: CaseView['decisions'][number], locale: Locale): string =>
  [validFrom, validTo].map((day) => (day === null ? '' : dayIn(locale, day))).join(' – ');

const decisionBlocks = ({ view, hands, audience, locale }: Told): ResolvedBlock[] =>
  view.decisions.flatMap((decision) => {
    const { id, outcome, decidedAt, grounds, amount, decidedBy, validFrom, validTo } = decision;
    const name = outcomeTexts[outcome]?.[locale] ?? outcome;
    return [
      heading(`${name}, ${dayIn(locale, decidedAt)}`),
      ...linesOf(copyTexts.amount[locale], amount === null ? null : formatValue(amount, 'money', locale), locale),
      ...linesOf(
        copyTexts.validity[locale],
        validFrom === null && validTo === null ? null : validity(decision, locale),
        locale,
      ),
      ...grounds.map(({ text }) => paragraph(text[locale])),
      ...linesOf(copyTexts.decidedBy[locale], decidedBy, locale),
      ...handBlocks(
        hands.find(({ decisionId }) => decisionId === id),
        { audience, locale },
      ),
    ];
  });

const requestBlocks = ({ view, locale }: Told): ResolvedBlock[] =>
  view.informationRequests.flatMap(({ items, note, askedAt, answeredAt, answer }) => [
    heading(`${copyTexts.office[locale]}, ${copyTexts.asked[locale]} ${formatMoment(askedAt, locale)}`),
    ...items.flatMap(({ key, label }) => {
      const said = answer?.items.find((item) => item.key === key)?.text;
      return [paragraph(label[locale]), ...(said == null ? [] : [paragraph(`→ ${said}`)])];
    }),
    ...(note === null ? [] : [paragraph(note)]),
    ...(answeredAt === null || answer === null
      ? []
      : linesOf(`${copyTexts.answered[locale]} ${formatMoment(answeredAt, locale)}`, answer.text ?? '–', locale)),
  ]);

const messageBlocks = ({ view, messages, locale }: Told): ResolvedBlock[] =>
  messages.flatMap(({ sender, by, at, text, documents }) => {
    const who = sender === 'applicant' ? view.applicant : (by ?? copyTexts.office[locale]);
    const files = documents.map(({ name }) => name).join(', ');
    return [
      heading(`${who}, ${formatMoment(at, locale)}`),
      paragraph(text),
      ...(files === '' ? [] : [paragraph(files)]),
    ];
  });

const historyBlocks = ({ view, locale }: Told): ResolvedBlock[] =>
  view.timeline.length === 0
    ? []
    : [
        {
          kind: 'list',
          items: view.timeline.toReversed().map(({ at, text, actor }) => [
            [
              { text: `${formatMoment(at, locale)} `, bold: true, italic: false },
              { text: `${text[locale]} (${actor[locale]})`, bold: false, italic: false },
            ],
          ]),
        },
      ];

const consultationBlocks = ({ view, locale }: Told): ResolvedBlock[] =>
  view.consultations.map(({ at, source, by, purpose, legalBasis }) =>
    paragraph(
      `${formatMoment(at, locale)} · ${source[locale]} · ${by[locale]} · ${purpose[locale]} · ${legalBasis[locale]}`,
    ),
  );

const noteBlocks = ({ view, locale }: Told): ResolvedBlock[] =>
  view.notes.flatMap(({ at, by, text }) => [heading(`${by}, ${formatMoment(at, locale)}`), paragraph(text)]);

/** What else the file says beside the answers, as its reader may see it; what has nothing to say is not there. */
export const tellFile = (told: Told): CopySection[] => {
  const { locale } = told;
  return [
    { title: copyTexts.decisions[locale], blocks: decisionBlocks(told) },
    { title: copyTexts.exchanges[locale], blocks: [...requestBlocks(told), ...messageBlocks(told)] },
    { title: copyTexts.history[locale], blocks: historyBlocks(told) },
    { title: copyTexts.consultations[locale], blocks: consultationBlocks(told) },
    { title: copyTexts.notes[locale], blocks: noteBlocks(told) },
  ].filter(({ blocks }) => blocks.length > 0);
};
