import type { AdministrationView, IdentityClaims } from '@irisflow/access';

export const demoIssuer = 'urn:irisflow:demo';

/** Both administrations are invented stand-ins for those of the Region. */
export const demoAdministrations: readonly AdministrationView[] = [
  { key: 'brussels-housing', name: { fr: 'Bruxelles Logement', nl: 'Brussel Huisvesting', en: 'Brussels Housing' } },
  { key: 'brussels-mobility', name: { fr: 'Bruxelles Mobilité', nl: 'Brussel Mobiliteit', en: 'Brussels Mobility' } },
];

type Staff = Pick<IdentityClaims, 'subject' | 'name' | 'language' | 'roles'> & {
  readonly administration: string;
  /** Beside those of their roles. */
  readonly moreGroups?: readonly string[];
  readonly demoStory: NonNullable<IdentityClaims['demoStory']>;
};

const staff: readonly Staff[] = [
  {
    subject: 'nadia',
    name: 'Nadia Lambert',
    language: 'fr',
    roles: ['agent', 'communicator'],
    administration: 'brussels-housing',
    demoStory: {
      fr: 'Agente, instruit les allocations de loyer',
      nl: 'Dossierbeheerder, behandelt de huurtoelagen',
      en: 'Agent, examines rent allowances',
    },
  },
  {
    subject: 'wim',
    name: 'Wim Peeters',
    language: 'nl',
    roles: ['agent'],
    administration: 'brussels-housing',
    demoStory: {
      fr: 'Agent néerlandophone de la même équipe',
      nl: 'Nederlandstalige dossierbeheerder in hetzelfde team',
      en: 'Dutch-speaking agent of the same team',
    },
  },
  {
    subject: 'sofie',
    name: 'Sofie De Smet',
    language: 'nl',
    roles: ['agent', 'supervisor', 'communicator'],
    administration: 'brussels-housing',
    demoStory: {
      fr: 'Cheffe de service, valide et réattribue',
      nl: 'Diensthoofd, bevestigt en wijst toe',
      en: 'Supervisor, validates and reassigns',
    },
  },
  {
    subject: 'karim',
    name: 'Karim Haddad',
    language: 'fr',
    roles: ['analyst', 'administrator', 'auditor'],
    administration: 'brussels-housing',
    demoStory: {
      fr: 'Analyste, dessine et publie les démarches',
      nl: 'Analist, tekent en publiceert de procedures',
      en: 'Analyst, draws and publishes procedures',
    },
  },
  {
    subject: 'lien',
    name: 'Lien Maes',
    language: 'nl',
    roles: ['analyst'],
    administration: 'brussels-housing',
    demoStory: {
      fr: 'Analyste, relit et approuve les raisons d’interroger des sources sur d’autres',
      nl: 'Analist, leest na en keurt redenen goed om bronnen over anderen te bevragen',
      en: 'Analyst, reads and approves the reasons for asking sources about others',
    },
  },
  {
    subject: 'claire',
    name: 'Claire Dubois',
    language: 'fr',
    roles: ['accountant'],
    administration: 'brussels-housing',
    demoStory: {
      fr: 'Comptable, tient les livres et réunit ce qui est à payer',
      nl: 'Boekhoudster, voert de boeken en verzamelt wat te betalen is',
      en: 'Accountant, keeps the books and gathers what is to be paid',
    },
  },
  {
    subject: 'joris',
    name: 'Joris Claes',
    language: 'nl',
    roles: ['accountant'],
    administration: 'brussels-housing',
    demoStory: {
      fr: 'Comptable, libère ce qu’une collègue a réuni',
      nl: 'Boekhouder, geeft vrij wat een collega verzamelde',
      en: 'Accountant, releases what a colleague gathered',
    },
  },
  {
    subject: 'els',
    name: 'Els Janssens',
    language: 'nl',
    roles: ['agent', 'supervisor', 'analyst'],
    administration: 'brussels-mobility',
    demoStory: {
      fr: 'Travaille pour l’autre administration : ne voit rien du Logement',
      nl: 'Werkt voor de andere administratie: ziet niets van Huisvesting',
      en: 'Works for the other administration: sees nothing of Housing',
    },
  },
  {
    subject: 'rachid',
    name: 'Rachid Benhaddou',
    language: 'fr',
    roles: ['agent', 'communicator'],
    administration: 'brussels-mobility',
    demoStory: {
      fr: 'Agent de la Mobilité, instruit les dossiers de taxis',
      nl: 'Dossierbeheerder van Mobiliteit, behandelt de taxidossiers',
      en: 'Agent of Mobility, examines the files of taxis',
    },
  },
  {
    subject: 'fatima',
    name: 'Fatima Ziani',
    language: 'fr',
    roles: ['agent'],
    administration: 'brussels-mobility',
    moreGroups: ['record-reader'],
    demoStory: {
      fr: 'Agente de la Mobilité, seule à lire les casiers judiciaires',
      nl: 'Dossierbeheerder van Mobiliteit, leest als enige de strafregisters',
      en: 'Agent of Mobility, the only one who reads criminal records',
    },
  },
  {
    subject: 'hilde',
    name: 'Hilde Aerts',
    language: 'nl',
    roles: ['agent', 'supervisor'],
    administration: 'brussels-mobility',
    demoStory: {
      fr: 'Cheffe de service de la Mobilité, signe et statue sur les recours',
      nl: 'Diensthoofd van Mobiliteit, ondertekent en beslist over beroepen',
      en: 'Supervisor of Mobility, signs and decides on appeals',
    },
  },
  {
    subject: 'paul',
    name: 'Paul Noiret',
    language: 'fr',
    roles: ['analyst', 'administrator', 'accountant'],
    administration: 'brussels-mobility',
    demoStory: {
      fr: 'Administrateur et comptable de la Mobilité',
      nl: 'Beheerder en boekhouder van Mobiliteit',
      en: 'Administrator and accountant of Mobility',
    },
  },
];

/** Administers the platform itself and belongs to no administration. */
export const demoPlatformAdministrator: IdentityClaims = {
  issuer: demoIssuer,
  subject: 'mireille',
  name: 'Mireille Adam',
  language: 'fr',
  roles: ['citizen'],
  rolesFrom: 'here',
  demoStory: {
    fr: 'Administratrice de la plateforme : administrations, personnes et rôles',
    nl: 'Beheerder van het platform: administraties, personen en rollen',
    en: 'Administrator of the platform: administrations, people and roles',
  },
};

export const demoStaff: readonly IdentityClaims[] = staff.map(({ moreGroups = [], ...person }) => ({
  ...person,
  issuer: demoIssuer,
  rolesFrom: 'here',
  isEmailVerified: true,
  groups: [...person.roles, ...moreGroups],
  email: `${person.subject}@${person.administration}.example`,
}));
