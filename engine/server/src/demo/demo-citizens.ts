import type { IdentityClaims } from '@irisflow/access';
import type { LocalizedText } from '@irisflow/foundation';
import { demoPeople } from '@irisflow/connector-sandbox';
import { demoIssuer } from './demo-staff.ts';

/** The sandbox's people who may sign in, in the order of the sign-in page, with what their application will show. */
const stories: Readonly<Record<string, LocalizedText>> = {
  Inès: {
    fr: 'Élève seule ses deux enfants : un octroi sans histoire',
    nl: 'Voedt haar twee kinderen alleen op: een vlotte toekenning',
    en: 'Raises two children alone: a plain grant',
  },
  Lotte: {
    fr: 'Juste le nombre de titres de priorité requis',
    nl: 'Net het vereiste aantal voorkeurrechten',
    en: 'Exactly the priority points required',
  },
  Marc: {
    fr: 'Revenus au-dessus du plafond, d’un seul cent',
    nl: 'Inkomen boven het plafond, met één cent',
    en: 'Income above the ceiling by one cent',
  },
  Brechtje: {
    fr: 'Propriétaire de la moitié d’un appartement : un refus',
    nl: 'Eigenares van een half appartement: een weigering',
    en: 'Owns half an apartment: a refusal',
  },
  Marit: {
    fr: 'Son bail n’est pas enregistré : il faudra une copie',
    nl: 'Haar huurcontract is niet geregistreerd: er is een kopie nodig',
    en: 'Her lease is not registered: a copy will be asked',
  },
  Elena: {
    fr: 'Pas de données fiscales pour son conjoint : preuve sur papier',
    nl: 'Geen fiscale gegevens voor haar partner: bewijs op papier',
    en: 'No tax data for her husband: proof on paper',
  },
  Norbert: {
    fr: 'Habite juste en dehors de la Région',
    nl: 'Woont net buiten het Gewest',
    en: 'Lives just outside the Region',
  },
};

/** The companies of the demonstration, by the first name of who manages them. */
const companies: Readonly<Record<string, NonNullable<IdentityClaims['mandates']>>> = {
  Marc: [
    { enterpriseNumber: '0401234560', name: 'Boulangerie du Parvis SRL', seatCommune: '21013' },
    { enterpriseNumber: '0401234659', name: 'Fietsatelier De Dender BV', seatCommune: '41002' },
  ],
};

const asciiOf = (name: string): string =>
  name
    .normalize('NFD')
    .replaceAll(/[^a-zA-Z]/g, '')
    .toLowerCase();

export const demoCitizens: readonly IdentityClaims[] = Object.entries(stories).flatMap(([firstName, demoStory]) =>
  demoPeople
    .filter((person) => person.firstName === firstName)
    .map(({ name, nationalNumber, language }) => ({
      issuer: demoIssuer,
      subject: asciiOf(firstName),
      name,
      language,
      nationalNumber,
      demoStory,
      roles: ['citizen'] as const,
      email: `${asciiOf(firstName)}@sandbox.example`,
      isEmailVerified: true,
      rolesFrom: 'here' as const,
      mandates: companies[firstName] ?? [],
    })),
);
