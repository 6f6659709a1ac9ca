import { LocalizedText, type Locale } from '@irisflow/foundation';
import { Type, type Static } from 'typebox';

const closed = { additionalProperties: false } as const;
const Text = Type.Object(LocalizedText.properties, closed);

/** How a remedy may be lodged. The portal takes those that run in a term of the procedure, as its lint says. */
const Way = Type.Union([
  Type.Literal('registeredPost'),
  Type.Literal('post'),
  Type.Literal('email'),
  Type.Literal('counter'),
  Type.Literal('portal'),
]);

/** What an appeal keeps from counting while it runs: the money that was asked, the orders that no bank has, what became of a right. */
export const Suspended = Type.Union([Type.Literal('payments'), Type.Literal('payouts'), Type.Literal('right')]);
export type Suspended = Static<typeof Suspended>;

/** What somebody may do against a decision, as the law wants a letter to say it: the body, its address, the term, the way. */
export const Remedy = Type.Object(
  {
    what: Text,
    body: Text,
    address: Text,
    length: Type.Integer({ minimum: 1, maximum: 365 }),
    kind: Type.Union([Type.Literal('calendarDays'), Type.Literal('workingDays'), Type.Literal('months')]),
    by: Type.Array(Way, { minItems: 1 }),
    legalRef: Type.Optional(Text),
    /** The term of the procedure within which the portal takes it. */
    term: Type.Optional(Type.String({ minLength: 1, maxLength: 64 })),
    /** Its suspensive effect; none where it is left out, as the law differs by procedure. */
    suspends: Type.Optional(Type.Array(Suspended, { minItems: 1, uniqueItems: true })),
  },
  closed,
);
export type Remedy = Static<typeof Remedy>;

/** Where complaints about the administration go. */
export const Ombuds = Type.Object({ name: Text, address: Text }, closed);
export type Ombuds = Static<typeof Ombuds>;

interface Words {
  readonly units: Readonly<Record<Remedy['kind'], readonly [one: string, many: string]>>;
  readonly ways: Readonly<Record<Remedy['by'][number], string>>;
  readonly or: string;
  readonly remedy: (parts: { what: string; body: string; term: string; ways: string }) => string;
  readonly ombuds: (place: string) => string;
}

const words: Readonly<Record<Locale, Words>> = {
  fr: {
    units: {
      calendarDays: ['jour', 'jours'],
      workingDays: ['jour ouvrable', 'jours ouvrables'],
      months: ['mois', 'mois'],
    },
    ways: {
      registeredPost: 'par lettre recommandée',
      post: 'par courrier',
      email: 'par e-mail',
      counter: 'au guichet',
      portal: 'sur le portail',
    },
    or: ' ou ',
    remedy: ({ what, body, term, ways }) =>
      `${what} : ${body}, dans un délai de ${term} à partir de la réception de cette lettre, ${ways}`,
    ombuds: (place) => `Vous pouvez aussi vous adresser gratuitement à : ${place}.`,
  },
  nl: {
    units: { calendarDays: ['dag', 'dagen'], workingDays: ['werkdag', 'werkdagen'], months: ['maand', 'maanden'] },
    ways: {
      registeredPost: 'per aangetekende brief',
      post: 'per post',
      email: 'per e-mail',
      counter: 'aan het loket',
      portal: 'via het portaal',
    },
    or: ' of ',
    remedy: ({ what, body, term, ways }) => `${what}: ${body}, binnen ${term} na de ontvangst van deze brief, ${ways}`,
    ombuds: (place) => `U kunt zich ook gratis wenden tot: ${place}.`,
  },
  en: {
    units: { calendarDays: ['day', 'days'], workingDays: ['working day', 'working days'], months: ['month', 'months'] },
    ways: {
      registeredPost: 'by registered letter',
      post: 'by post',
      email: 'by e-mail',
      counter: 'at the counter',
      portal: 'on the portal',
    },
    or: ' or ',
    remedy: ({ what, body, term, ways }) => `${what}: ${body}, within ${term} of receiving this letter, ${ways}`,
    ombuds: (place) => `You may also turn, free of charge, to: ${place}.`,
  },
};

/** A remedy as one sentence. */
export const remedyText = (remedy: Remedy, locale: Locale): string => {
  const { units, ways, or, remedy: sentence } = words[locale];
  const [one, many] = units[remedy.kind];
  const text = sentence({
    what: remedy.what[locale],
    body: `${remedy.body[locale]}, ${remedy.address[locale]}`,
    term: `${remedy.length} ${remedy.length === 1 ? one : many}`,
    ways: remedy.by.map((way) => ways[way]).join(or),
  });
  return remedy.legalRef === undefined ? `${text}.` : `${text} (${remedy.legalRef[locale]}).`;
};

export const ombudsText = ({ name, address }: Ombuds, locale: Locale): string =>
  words[locale].ombuds(`${name[locale]}, ${address[locale]}`);
