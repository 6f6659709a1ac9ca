import type { AppointmentView } from '@irisflow/appointments';
import type { AssuranceLevel } from '@irisflow/access';
import type { AccessView, ApplicationDraft, CaseView, ConsultationView } from '@irisflow/casework';
import {
  compileForm,
  display,
  formText,
  readAt,
  settle,
  type CompiledControl,
  type FormDefinition,
} from '@irisflow/forms';
import type { ReceivableSummary } from '@irisflow/ledger';
import type { PayoutView } from '@irisflow/payables';
import type { FeedbackCopy } from '@irisflow/feedback';
import { choiceWords, type Invitation, type MyCampaignChoice } from '@irisflow/campaigns';
import { type MyOccurrence, occurrenceWords } from '@irisflow/obligations';
import { type MyPlace, placeWords } from '@irisflow/quotas';
import { type MyRight, standingWords } from '@irisflow/rights';
import { findingWords, type SharedHearing, type SharedInspection, type SharedOpinion } from '@irisflow/inquiries';
import type { Locale, LocalizedText } from '@irisflow/foundation';
import { changeStateWords, type DeclaredChange } from '@irisflow/lifecycle';
import type { CaseMessage } from '@irisflow/messages';
import type { MyReach, PartyView } from '@irisflow/parties';
import type { NoteAboutMe } from '@irisflow/relations';
import { exportTexts } from './export-texts.ts';

/** Everything that is held about somebody. */
export interface HeldData {
  /** Epoch instant, ISO 8601. */
  readonly exportedAt: string;
  readonly person: { readonly name: string; readonly email: string | null; readonly language: Locale };
  /** How I can be reached, and what I chose of it when. */
  readonly party: PartyView;
  readonly reach: MyReach;
  /** What administrations noted about me; of what the law lets out, that it does. */
  readonly notes: readonly NoteAboutMe[];
  readonly drafts: readonly ApplicationDraft[];
  readonly cases: readonly CaseView[];
  /** Cases and drafts that are read only after a stronger sign-in. */
  readonly tooWeak: readonly {
    readonly title: LocalizedText;
    /** Null for a draft. */
    readonly reference: string | null;
    readonly level: AssuranceLevel;
  }[];
  /** About my cases, where I may read them. */
  readonly opinions: readonly SharedOpinion[];
  readonly hearings: readonly SharedHearing[];
  readonly changes: readonly DeclaredChange[];
  /** How I found it. */
  readonly feedback: readonly FeedbackCopy[];
  readonly messages: readonly CaseMessage[];
  readonly inspections: readonly SharedInspection[];
  readonly rights: readonly MyRight[];
  readonly obligations: readonly MyOccurrence[];
  /** What administrations invited me to do, and whether I want them to. */
  readonly invitations: readonly Invitation[];
  readonly campaignChoices: readonly MyCampaignChoice[];
  readonly places: readonly MyPlace[];
  readonly appointments: readonly AppointmentView[];
  readonly payments: readonly ReceivableSummary[];
  readonly payouts: readonly PayoutView[];
  readonly consultations: readonly ConsultationView[];
  readonly accesses: readonly AccessView[];
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

const element = (name: string, content: string): string => `<${name}>${content}</${name}>`;
const line = (name: string, text: string): string => element(name, escaped(text));
const list = (items: readonly string[], locale: Locale): string =>
  items.length === 0
    ? line('p', exportTexts.none[locale])
    : element('ul', items.map((item) => line('li', item)).join('\n'));

const momentIn = (locale: Locale): ((instant: string) => string) => {
  const format = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : `${locale}-BE`, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Europe/Brussels',
  });
  return (instant) => format.format(new Date(instant));
};

interface Answered {
  readonly form: unknown;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A choice by its label, a value as people write it, anything larger as JSON. */
const written = (
  form: FormDefinition,
  control: CompiledControl,
  { value, locale }: { value: unknown; locale: Locale },
) => {
  const { oneOf = [], format } = control.schema;
  const chosen = (Array.isArray(value) ? value : [value]).map((one: unknown) => {
    const option = oneOf.find((candidate) => candidate.const === one);
    if (option !== undefined) return formText(form, locale, option.title);
    if (typeof one === 'boolean') return exportTexts[one ? 'yes' : 'no'][locale];
    if (typeof one === 'string') return format === undefined ? one : display(format, one);
    return JSON.stringify(one);
  });
  return chosen.join(', ');
};

const answersOf = ({ form: artifact, data }: Answered, locale: Locale, today: string): string => {
  // The platform checked the artifact when the procedure was published.
  const form = artifact as FormDefinition;
  const compiled = compileForm(form);
  const settled = settle(compiled, data, { audience: 'applicant', today });
  const rows = compiled.controls.flatMap((control) => {
    const value = readAt(settled.data, control.path);
    if (value === undefined) return [];
    const label = formText(form, locale, `${control.i18n}.label`);
    return [`${line('dt', label)}${line('dd', written(form, control, { value, locale }))}`];
  });
  return element('dl', rows.join('\n'));
};

const style = `body{font:1rem/1.5 sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem;color:#1e1a2b}
dt{font-weight:bold;margin-top:.5rem}dd{margin:0;overflow-wrap:anywhere}h2{border-top:2px solid;padding-top:1rem;margin-top:2.5rem}`;

/** How I am reached, and what I chose of it when. */
const reachedBy = ({ party, reach }: HeldData, locale: Locale): string[] => {
  const moment = momentIn(locale);
  const { email, phone, address } = party.contact;
  return [
    ...[email, phone, address].filter((point) => point !== null),
    ...reach.history.map(({ channel, chosenAt, withdrawnAt }) =>
      [
        exportTexts[channel][locale],
        moment(chosenAt),
        ...(withdrawnAt === null ? [] : [`→ ${moment(withdrawnAt)}`]),
      ].join(' · '),
    ),
  ];
};

const notedAbout = ({ notes }: HeldData, locale: Locale): string[] => {
  const moment = momentIn(locale);
  return notes.map(({ administration, at, texts, withheld }) => {
    const words = texts?.join(' ← ') ?? `${exportTexts.withheld[locale]} ${withheld ?? ''}`;
    return [administration[locale], moment(at), words].join(' · ');
  });
};

const opinionLines = ({ opinions }: HeldData, locale: Locale): string[] =>
  opinions.map(({ label, administration, endedAt, motivation, conditions }) =>
    [
      label?.[locale],
      administration[locale],
      endedAt === null ? null : momentIn(locale)(endedAt),
      conditions,
      motivation,
    ]
      .filter((part) => part != null)
      .join(' · '),
  );

const hearingLines = ({ hearings }: HeldData, locale: Locale): string[] =>
  hearings.map(({ label, at, place, link, minutes }) =>
    [label[locale], momentIn(locale)(at), place, link, minutes].filter((part) => part !== null).join(' · '),
  );

const changeLines = ({ changes }: HeldData, locale: Locale): string[] =>
  changes.map(({ part, told, since, reason, state, refusal }) =>
    [
      part === null
        ? told.map(({ label, before, after }) => `${label[locale]}: ${before[locale]} → ${after[locale]}`).join('; ')
        : part.label[locale],
      since,
      reason,
      changeStateWords[state][locale],
      refusal,
    ]
      .filter((one) => one !== null && one !== '')
      .join(' · '),
  );

const rightLines = ({ rights }: HeldData, locale: Locale): string[] =>
  rights.flatMap(({ kind, number, administration, standing, validFrom, validTo, values, history }) => [
    [
      `${kind[locale]} ${number}`,
      administration[locale],
      standingWords[standing][locale],
      validTo === null ? validFrom : `${validFrom} – ${validTo}`,
      ...values.map(({ label, value }) => `${label[locale]}: ${value[locale]}`),
    ].join(' · '),
    ...history.map(({ effectiveOn, state }) => `${number} · ${effectiveOn} · ${state.label[locale]}`),
  ]);

const obligationLines = ({ obligations }: HeldData, locale: Locale): string[] =>
  obligations.flatMap(({ name, number, dueOn, state, documents, history }) => [
    [name[locale], number, dueOn, occurrenceWords[state][locale], ...documents.map((document) => document.name)].join(
      ' · ',
    ),
    ...history.flatMap(({ at, reason }) => (reason === null ? [] : [`${number} · ${at.slice(0, 10)} · ${reason}`])),
  ]);

const invitationLines = ({ invitations, campaignChoices }: HeldData, locale: Locale): string[] => [
  ...invitations.map(({ title, administration, reference, sentAt, until }) =>
    [title[locale], administration[locale], reference, `${sentAt.slice(0, 10)} – ${until}`].join(' · '),
  ),
  ...campaignChoices.map(({ name, choice }) => [name[locale], choiceWords[choice][locale]].join(' · ')),
];

const placeLines = ({ places }: HeldData, locale: Locale): string[] =>
  places.map((place) => [place.quota[locale], place.askedAt.slice(0, 10), placeWords(place, locale)].join(' · '));

const inspectionLines = ({ inspections }: HeldData, locale: Locale): string[] =>
  inspections.map(({ label, administration, address, endedAt, outcome }) =>
    [
      label[locale],
      administration[locale],
      address,
      endedAt === null ? null : momentIn(locale)(endedAt),
      outcome === null ? null : findingWords[outcome][locale],
    ]
      .filter((part) => part !== null)
      .join(' · '),
  );

const feedbackLines = ({ feedback }: HeldData, locale: Locale): string[] =>
  feedback.map(({ moment, score, comment, givenAt }) =>
    [momentIn(locale)(givenAt), exportTexts[moment][locale], `${score}/5`, comment]
      .filter((one) => one !== null)
      .join(' · '),
  );

const messageLines = ({ messages }: HeldData, locale: Locale): string[] =>
  messages.map(({ at, sender, text }) => [momentIn(locale)(at), exportTexts[sender][locale], text].join(' · '));

const paymentLines = ({ payments }: HeldData, locale: Locale): string[] =>
  payments.map(({ label, communication, dueOn, amount, paid, rest }) =>
    [
      label[locale],
      communication,
      `${amount} €`,
      `${exportTexts.paid[locale]} ${paid} €`,
      `${exportTexts.rest[locale]} ${rest} €`,
      dueOn,
    ].join(' · '),
  );

const payoutLines = ({ payouts }: HeldData, locale: Locale): string[] =>
  payouts.map(({ label, amount, iban, dueOn, endedOn }) =>
    [label[locale], `${amount} €`, iban, endedOn ?? dueOn].filter((part) => part !== null).join(' · '),
  );

const appointmentLines = ({ appointments }: HeldData, locale: Locale): string[] =>
  appointments.map(({ from, counter, procedure, state, reason }) =>
    [momentIn(locale)(from), counter.name[locale], procedure?.title[locale], exportTexts[state][locale], reason]
      .filter((part) => part != null)
      .join(' · '),
  );

const consulted = ({ consultations }: HeldData, locale: Locale): string[] =>
  consultations.map(({ at, source, purpose, legalBasis, by }) =>
    [momentIn(locale)(at), source[locale], by[locale], purpose[locale], legalBasis[locale]].join(' · '),
  );

const seenBy = ({ accesses }: HeldData, locale: Locale): string[] =>
  accesses.map(({ lastAt, by, purpose, reference }) =>
    [momentIn(locale)(lastAt), by[locale], purpose[locale], reference].join(' · '),
  );

/** What is not in here, said where people look first. */
const missingNote = ({ tooWeak }: HeldData, locale: Locale): string =>
  tooWeak.length === 0
    ? ''
    : line('h2', exportTexts.tooWeak[locale]) +
      line('p', exportTexts.tooWeakHow[locale]) +
      list(
        tooWeak.map(({ title, reference, level }) =>
          [title[locale], reference, exportTexts[level][locale]].filter((part) => part !== null).join(' · '),
        ),
        locale,
      );

const caseFile = (one: CaseView, locale: Locale): string => {
  const moment = momentIn(locale);
  const say = (key: keyof typeof exportTexts): string => exportTexts[key][locale];
  return [
    line('h3', `${one.title[locale]} · ${one.reference}`),
    line('p', moment(one.submittedAt)),
    line('h4', say('answers')),
    answersOf(one, locale, one.submittedAt.slice(0, 10)),
    line('h4', say('timeline')),
    list(
      one.timeline.map(({ at, text, actor }) => `${moment(at)} · ${text[locale]} · ${actor[locale]}`),
      locale,
    ),
    line('h4', say('decisions')),
    list(
      one.decisions.map(({ decidedAt, outcome, grounds }) =>
        [moment(decidedAt), outcome, ...grounds.map(({ text }) => text[locale])].join(' · '),
      ),
      locale,
    ),
    line('h4', say('documents')),
    list(
      one.documents.map(({ name, addedAt }) => `${name} · ${moment(addedAt)}`),
      locale,
    ),
  ].join('\n');
};

/** The data as one page without script, in one language. */
export const readablePage = (held: HeldData, locale: Locale): string => {
  const moment = momentIn(locale);
  const say = (key: keyof typeof exportTexts): string => exportTexts[key][locale];
  const draft = (one: ApplicationDraft): string =>
    line('h3', one.title[locale]) + answersOf(one, locale, held.exportedAt.slice(0, 10));
  const body = [
    line('h1', say('title')),
    line('p', say('lead').replace('{at}', moment(held.exportedAt))),
    line('p', [held.person.name, ...(held.person.email === null ? [] : [held.person.email])].join(' · ')),
    missingNote(held, locale),
    line('h2', say('reach')),
    list(reachedBy(held, locale), locale),
    line('h2', say('cases')),
    held.cases.length === 0 ? line('p', say('none')) : held.cases.map((one) => caseFile(one, locale)).join('\n'),
    line('h2', say('drafts')),
    held.drafts.length === 0 ? line('p', say('none')) : held.drafts.map(draft).join('\n'),
    line('h2', say('notes')),
    list(notedAbout(held, locale), locale),
    line('h2', say('opinions')),
    list(opinionLines(held, locale), locale),
    line('h2', say('hearings')),
    list(hearingLines(held, locale), locale),
    line('h2', say('changes')),
    list(changeLines(held, locale), locale),
    line('h2', say('messages')),
    list(messageLines(held, locale), locale),
    line('h2', say('feedback')),
    list(feedbackLines(held, locale), locale),
    line('h2', say('rights')),
    list(rightLines(held, locale), locale),
    line('h2', say('obligations')),
    list(obligationLines(held, locale), locale),
    line('h2', say('invitations')),
    list(invitationLines(held, locale), locale),
    line('h2', say('places')),
    list(placeLines(held, locale), locale),
    line('h2', say('inspections')),
    list(inspectionLines(held, locale), locale),
    line('h2', say('appointments')),
    list(appointmentLines(held, locale), locale),
    line('h2', say('payments')),
    list(paymentLines(held, locale), locale),
    line('h2', say('payouts')),
    list(payoutLines(held, locale), locale),
    line('h2', say('consultations')),
    list(consulted(held, locale), locale),
    line('h2', say('accesses')),
    list(seenBy(held, locale), locale),
  ].join('\n');
  return `<!doctype html>\n<html lang="${locale}"><head><meta charset="utf-8"><title>${escaped(say('title'))}</title><style>${style}</style></head>\n<body><main>${body}</main></body></html>\n`;
};
