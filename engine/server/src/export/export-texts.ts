import type { LocalizedText } from '@irisflow/foundation';

/** What the readable page of an export says, beside what the case says itself. */
export const exportTexts = {
  title: { fr: 'Mes données', nl: 'Mijn gegevens', en: 'My data' },
  lead: {
    fr: 'Tout ce que les administrations gardent ici à votre sujet, le {at}. Le fichier data.json contient les mêmes données pour une machine ; vos documents sont dans le dossier documents.',
    nl: 'Alles wat de administraties hier over u bewaren, op {at}. Het bestand data.json bevat dezelfde gegevens voor een machine; uw documenten staan in de map documents.',
    en: 'Everything that the administrations keep about you here, on {at}. The file data.json holds the same data for a machine; your documents are in the folder documents.',
  },
  tooWeak: { fr: 'Ce qui manque ici', nl: 'Wat hier ontbreekt', en: 'What is missing here' },
  tooWeakHow: {
    fr: 'Ces dossiers et brouillons demandent une connexion plus forte que la vôtre. Ouvrez-en un sur le portail pour vous connecter ainsi, puis demandez à nouveau vos données.',
    nl: 'Deze dossiers en concepten vragen een sterkere aanmelding dan de uwe. Open er een op het portaal om u zo aan te melden en vraag uw gegevens daarna opnieuw.',
    en: 'These cases and drafts ask for a stronger sign-in than yours. Open one on the portal to sign in that way, then ask for your data again.',
  },
  low: { fr: 'Niveau faible', nl: 'Niveau laag', en: 'Level low' },
  substantial: { fr: 'Niveau substantiel', nl: 'Niveau substantieel', en: 'Level substantial' },
  high: { fr: 'Niveau élevé', nl: 'Niveau hoog', en: 'Level high' },
  reach: { fr: 'Comment vous contacter', nl: 'Hoe u bereikt wordt', en: 'How you are reached' },
  portal: {
    fr: 'Messages et courriers sur le portail',
    nl: 'Berichten en brieven op het portaal',
    en: 'Messages and letters on the portal',
  },
  mail: { fr: 'Avis par e-mail', nl: 'Meldingen per e-mail', en: 'Notices by e-mail' },
  ebox: { fr: 'e-Box', nl: 'e-Box', en: 'e-Box' },
  post: { fr: 'Papier, par la poste', nl: 'Papier, per post', en: 'Paper, by post' },
  drafts: { fr: 'Brouillons', nl: 'Concepten', en: 'Drafts' },
  cases: { fr: 'Dossiers', nl: 'Dossiers', en: 'Cases' },
  answers: { fr: 'Réponses', nl: 'Antwoorden', en: 'Answers' },
  timeline: { fr: 'Ce qui s’est passé', nl: 'Wat er is gebeurd', en: 'What happened' },
  decisions: { fr: 'Décisions', nl: 'Beslissingen', en: 'Decisions' },
  documents: { fr: 'Documents', nl: 'Documenten', en: 'Documents' },
  hearings: { fr: 'Auditions', nl: 'Hoorzittingen', en: 'Hearings' },
  changes: { fr: 'Changements déclarés', nl: 'Gemelde wijzigingen', en: 'Declared changes' },
  inspections: { fr: 'Visites', nl: 'Bezoeken', en: 'Inspections' },
  notes: { fr: 'Notes à mon sujet', nl: 'Notities over mij', en: 'Notes about me' },
  withheld: {
    fr: 'La loi permet de ne pas communiquer cette note :',
    nl: 'De wet laat toe deze notitie niet mee te delen:',
    en: 'The law allows to keep this note back:',
  },
  opinions: { fr: 'Avis sur mes dossiers', nl: 'Adviezen over mijn dossiers', en: 'Opinions about my cases' },
  consultations: {
    fr: 'Sources consultées à mon sujet',
    nl: 'Bronnen die over mij zijn geraadpleegd',
    en: 'Sources consulted about me',
  },
  accesses: { fr: 'Qui a ouvert mes dossiers', nl: 'Wie mijn dossiers opende', en: 'Who opened my files' },
  none: { fr: 'Rien.', nl: 'Niets.', en: 'Nothing.' },
  yes: { fr: 'Oui', nl: 'Ja', en: 'Yes' },
  no: { fr: 'Non', nl: 'Nee', en: 'No' },
} as const satisfies Record<string, LocalizedText>;
