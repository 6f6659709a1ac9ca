import { dayOf } from '@irisflow/calendar';
import type { Queryable } from '@irisflow/database';
import { type Locale, locales } from '@irisflow/foundation';
import { formatValue, type LetterTemplate } from '@irisflow/letters';
import { kindOf, rightNow, viewValues } from '@irisflow/rights';
import type { CampaignRow } from '../storage/campaigns.ts';
import type { Surroundings } from '../surroundings.ts';
import { inWords } from '../views/view-campaign.ts';

type Said = Pick<CampaignRow, 'title' | 'purpose' | 'legal_basis' | 'ground' | 'ends_on'>;

interface Ending {
  readonly title: string;
  readonly purpose: string;
  readonly legalBasis: string;
  readonly until: string;
  readonly url: string;
}

/** What every letter of a campaign ends with, so that nobody who writes one forgets it: how to answer, why it came, and how to have no more of them. */
const endings: Readonly<Record<Locale, (ending: Ending) => { readonly always: string[]; readonly objecting: string }>> =
  {
    fr: ({ title, purpose, legalBasis, until, url }) => ({
      always: [
        `Pour répondre, connectez-vous à ${url} : l’invitation « ${title} » vous y attend, remplie de ce que nous savons déjà. Vous pouvez répondre jusqu’au ${until}.`,
        `Pourquoi vous recevez ce courrier : ${purpose}`,
        `Base légale : ${legalBasis}`,
      ],
      objecting:
        'Vous ne voulez plus recevoir de tels courriers ? Dites-le à la même adresse. Cela ne change rien à vos droits.',
    }),
    nl: ({ title, purpose, legalBasis, until, url }) => ({
      always: [
        `Om te antwoorden meldt u zich aan op ${url}: daar wacht de uitnodiging “${title}” op u, ingevuld met wat wij al weten. U kunt antwoorden tot en met ${until}.`,
        `Waarom u deze brief krijgt: ${purpose}`,
        `Wettelijke grondslag: ${legalBasis}`,
      ],
      objecting:
        'Wilt u zulke brieven niet meer krijgen? Zeg het op hetzelfde adres. Dat verandert niets aan uw rechten.',
    }),
    en: ({ title, purpose, legalBasis, until, url }) => ({
      always: [
        `To answer, sign in at ${url}: the invitation “${title}” awaits you there, filled in with what we already know. You can answer until ${until}.`,
        `Why you receive this letter: ${purpose}`,
        `Legal basis: ${legalBasis}`,
      ],
      objecting:
        'You do not want such letters any more? Say so at the same address. It changes nothing in your rights.',
    }),
  };

const linesOf = (said: Said, locale: Locale, publicUrl: string): string[] => {
  const { always, objecting } = endings[locale]({
    title: inWords(said.title)[locale],
    purpose: inWords(said.purpose)[locale],
    legalBasis: inWords(said.legal_basis)[locale],
    until: formatValue(said.ends_on, 'date', locale) ?? said.ends_on,
    url: `${publicUrl.replace(/\/$/, '')}/${locale}/my/invitations`,
  });
  return said.ground === 'duty' ? always : [...always, objecting];
};

/** The letter of a campaign: what its procedure wrote, and what every such letter says. */
export const letterOf = (content: LetterTemplate, said: Said, publicUrl: string): LetterTemplate => {
  const body = (locale: Locale) => ({
    ...content.body[locale],
    content: [
      ...content.body[locale].content,
      ...linesOf(said, locale, publicUrl).map((text) => ({
        type: 'paragraph' as const,
        editable: false,
        content: [{ type: 'text' as const, text }],
      })),
    ],
  });
  return { ...content, body: { fr: body('fr'), nl: body('nl'), en: body('en') } };
};

/** What is known of the right that a letter or an answer is about; values of its kind as they are, and in words of each language. */
export const valuesOfRight = async (
  surroundings: Pick<Surroundings, 'clock' | 'library'>,
  db: Queryable,
  rightId: string | null,
): Promise<Record<string, unknown> | null> => {
  if (rightId === null) return null;
  const right = await rightNow(db, { rightId, day: dayOf(surroundings.clock.now()) });
  if (right === undefined) return null;
  const { procedureKey: procedure_key, procedureVersion: procedure_version, kind: key } = right;
  const kind = await kindOf(surroundings, db, { procedure_key, procedure_version, kind: key });
  const said = viewValues(kind, right.data);
  const isShown = ([name]: readonly [string, unknown]): boolean => kind.data.properties[name]?.internal !== true;
  return {
    ...Object.fromEntries(Object.entries(right.data).filter(isShown)),
    id: rightId,
    number: right.number,
    validTo: right.validTo,
    kind: kind.name,
    words: Object.fromEntries(
      locales.map((locale) => [locale, Object.fromEntries(said.map(({ name, value }) => [name, value[locale]]))]),
    ),
  };
};
