import { KEPT_APPOINTMENT_DAYS } from '@irisflow/appointments';
import { KEPT_DRAFT_DAYS } from '@irisflow/casework';
import { KEPT_REPORT_DAYS } from '@irisflow/feedback';
import type { LocalizedText } from '@irisflow/foundation';
import { KEPT_BOOKS_YEARS, KEPT_CONTACT_YEARS, KEPT_TRACE_YEARS } from '../keeping/periods.ts';
import type { OwnProcessing } from '../views/own-processing.ts';

const publicTask: LocalizedText = {
  fr: 'Mission d’intérêt public (RGPD, article 6, 1, e)',
  nl: 'Een taak van algemeen belang (AVG, artikel 6, lid 1, e)',
  en: 'A task in the public interest (GDPR, article 6(1)(e))',
};
const consent: LocalizedText = {
  fr: 'Consentement, qui peut être retiré (RGPD, article 6, 1, a)',
  nl: 'Toestemming, die ingetrokken kan worden (AVG, artikel 6, lid 1, a)',
  en: 'Consent, which can be withdrawn (GDPR, article 6(1)(a))',
};
const legalDuty: LocalizedText = {
  fr: 'Obligation légale (RGPD, articles 5, 2 et 6, 1, c)',
  nl: 'Een wettelijke plicht (AVG, artikelen 5, lid 2 en 6, lid 1, c)',
  en: 'A duty of the law (GDPR, articles 5(2) and 6(1)(c))',
};

/** What an office does with personal data beside its procedures. */
export const activities = {
  drafts: {
    title: {
      fr: 'Demandes qui ne sont pas encore introduites',
      nl: 'Aanvragen die nog niet ingediend zijn',
      en: 'Applications that are not sent yet',
    },
    purpose: {
      fr: 'Permettre d’interrompre une demande et de la reprendre, aussi sans compte',
      nl: 'Mensen laten stoppen en verdergaan, ook zonder account',
      en: 'To let people stop and go on, also without an account',
    },
    legalBasis: publicTask,
    people: {
      fr: 'Demandeurs et personnes qu’ils mentionnent',
      nl: 'Aanvragers en wie zij vermelden',
      en: 'Applicants and those they name',
    },
    data: {
      fr: 'Réponses et fichiers du formulaire, données préremplies par les sources, adresse à laquelle un lien a été envoyé',
      nl: 'Antwoorden en bestanden van het formulier, wat bronnen invulden, het adres waarnaar een link ging',
      en: 'Answers and files of the form, what sources filled in, the address a link was sent to',
    },
    kept: {
      fr: `${KEPT_DRAFT_DAYS} jours après le dernier enregistrement ; un lien jusqu’à son échéance`,
      nl: `${KEPT_DRAFT_DAYS} dagen na de laatste keer opslaan; een link tot hij vervalt`,
      en: `${KEPT_DRAFT_DAYS} days after it was saved last; a link until it lapses`,
    },
  },
  accounts: {
    title: { fr: 'Comptes et connexion', nl: 'Accounts en aanmelden', en: 'Accounts and signing in' },
    purpose: {
      fr: 'Savoir qui agit, et que chacun ne puisse que ce qui lui revient',
      nl: 'Weten wie handelt, en niemand meer laten doen dan mag',
      en: 'To know who acts, and let nobody do more than they may',
    },
    legalBasis: publicTask,
    people: {
      fr: 'Toute personne qui se connecte : demandeurs et agents',
      nl: 'Wie zich aanmeldt: aanvragers en medewerkers',
      en: 'Whoever signs in: applicants and staff',
    },
    data: {
      fr: 'Nom, numéro de registre national (scellé), adresse e-mail, langue, rôles, groupes et règles d’accès, sessions, compteurs contre les abus',
      nl: 'Naam, rijksregisternummer (verzegeld), e-mailadres, taal, rollen, groepen en toegangsregels, sessies, tellers tegen misbruik',
      en: 'Name, number of the national register (sealed), mail address, language, roles, groups and rules of access, sessions, counts against abuse',
    },
    kept: {
      fr: 'Les comptes tant qu’ils servent ; les sessions, invitations et compteurs jusqu’à leur échéance',
      nl: 'Accounts zolang ze in gebruik zijn; sessies, uitnodigingen en tellers tot ze vervallen',
      en: 'Accounts as long as they are in use; sessions, invitations and counts until they lapse',
    },
  },
  parties: {
    title: {
      fr: 'Personnes et entreprises connues du service',
      nl: 'Personen en ondernemingen die de dienst kent',
      en: 'People and companies that the office knows',
    },
    purpose: {
      fr: 'Retrouver ce qui concerne une même personne, et qui peut agir pour qui',
      nl: 'Terugvinden wat bij één persoon hoort, en wie voor wie mag handelen',
      en: 'To find what belongs to one person, and who may act for whom',
    },
    legalBasis: publicTask,
    people: {
      fr: 'Demandeurs, participants, représentants',
      nl: 'Aanvragers, deelnemers, vertegenwoordigers',
      en: 'Applicants, participants, representatives',
    },
    data: {
      fr: 'Noms, numéros scellés, langue, mandats ; notes et étiquettes du service',
      nl: 'Namen, verzegelde nummers, taal, mandaten; notities en etiketten van de dienst',
      en: 'Names, sealed numbers, language, mandates; notes and labels of the office',
    },
    kept: {
      fr: 'Jusqu’à la disparition du dernier dossier, de la dernière demande, du dernier contact et du dernier mandat de la personne',
      nl: 'Tot het laatste dossier, de laatste aanvraag, het laatste contact en het laatste mandaat van die persoon weg is',
      en: 'Until the last case, application, contact and mandate of that person is gone',
    },
  },
  reach: {
    title: {
      fr: 'Comment les personnes souhaitent être jointes',
      nl: 'Hoe mensen bereikt willen worden',
      en: 'How people want to be reached',
    },
    purpose: {
      fr: 'Écrire aux personnes par les voies qu’elles ont acceptées',
      nl: 'Mensen schrijven langs de wegen waarmee ze instemden',
      en: 'To write to people by the ways that they agreed to',
    },
    legalBasis: consent,
    people: { fr: 'Personnes qui ont un compte', nl: 'Mensen met een account', en: 'People with an account' },
    data: {
      fr: 'Adresse e-mail, téléphone, adresse postale, canaux acceptés, codes qui prouvent une adresse',
      nl: 'E-mailadres, telefoon, postadres, aanvaarde kanalen, codes die een adres bewijzen',
      en: 'Mail address, telephone, postal address, agreed channels, codes that prove an address',
    },
    kept: {
      fr: 'Jusqu’à ce que la personne le modifie ou le retire',
      nl: 'Tot de persoon het wijzigt of intrekt',
      en: 'Until the person changes or withdraws it',
    },
  },
  contacts: {
    title: {
      fr: 'Appels, visites, courriels et plaintes',
      nl: 'Oproepen, bezoeken, e-mails en klachten',
      en: 'Calls, visits, mails and complaints',
    },
    purpose: {
      fr: 'Répondre à qui a pris contact, dans le délai légal',
      nl: 'Antwoorden aan wie contact nam, binnen de wettelijke termijn',
      en: 'To answer whoever got in touch, within the term of the law',
    },
    legalBasis: publicTask,
    people: { fr: 'Toute personne qui a pris contact', nl: 'Wie contact nam', en: 'Whoever got in touch' },
    data: {
      fr: 'Nom, téléphone ou adresse e-mail, ce qui a été dit et répondu',
      nl: 'Naam, telefoon of e-mailadres, wat gezegd en geantwoord werd',
      en: 'Name, telephone or mail address, what was said and answered',
    },
    kept: {
      fr: `${KEPT_CONTACT_YEARS} ans après la réponse ; un contact lié à un dossier aussi longtemps que le dossier`,
      nl: `${KEPT_CONTACT_YEARS} jaar na het antwoord; een contact over een dossier zolang het dossier`,
      en: `${KEPT_CONTACT_YEARS} years after the answer; one about a case as long as the case`,
    },
  },
  appointments: {
    title: { fr: 'Rendez-vous au guichet', nl: 'Afspraken aan het loket', en: 'Appointments at counters' },
    purpose: {
      fr: 'Recevoir les personnes à l’heure de leur choix',
      nl: 'Mensen ontvangen op een uur naar keuze',
      en: 'To receive people at an hour of their choice',
    },
    legalBasis: publicTask,
    people: {
      fr: 'Toute personne qui vient au guichet',
      nl: 'Wie naar een loket komt',
      en: 'Whoever comes to a counter',
    },
    data: {
      fr: 'Nom, téléphone, heure, objet, présence',
      nl: 'Naam, telefoon, uur, onderwerp, of iemand kwam',
      en: 'Name, telephone, hour, what it is about, whether somebody came',
    },
    kept: {
      fr: `${KEPT_APPOINTMENT_DAYS} jours après l’heure ; un rendez-vous lié à un dossier aussi longtemps que le dossier`,
      nl: `${KEPT_APPOINTMENT_DAYS} dagen na het uur; een afspraak over een dossier zolang het dossier`,
      en: `${KEPT_APPOINTMENT_DAYS} days after the hour; one about a case as long as the case`,
    },
  },
  feedback: {
    title: {
      fr: 'Avis des demandeurs sur une démarche',
      nl: 'Wat aanvragers van een procedure vonden',
      en: 'How applicants found a procedure',
    },
    purpose: {
      fr: 'Améliorer les démarches ; personne qui traite un dossier ne lit qui a dit quoi',
      nl: 'Procedures verbeteren; niemand die een dossier behandelt, leest wie wat zei',
      en: 'To make procedures better; nobody who handles a case reads who said what',
    },
    legalBasis: consent,
    people: { fr: 'Demandeurs qui répondent', nl: 'Aanvragers die antwoorden', en: 'Applicants who answer' },
    data: {
      fr: 'Une note et, s’ils le souhaitent, un commentaire',
      nl: 'Een score en, als ze willen, woorden',
      en: 'A score and, if they wish, words',
    },
    kept: { fr: 'Aussi longtemps que le dossier', nl: 'Zolang het dossier', en: 'As long as the case' },
  },
  obstacles: {
    title: {
      fr: 'Obstacles signalés sur les pages',
      nl: 'Gemelde hindernissen op de pagina’s',
      en: 'Obstacles on pages that were reported',
    },
    purpose: {
      fr: 'Rendre les pages accessibles, et répondre à qui le demande',
      nl: 'De pagina’s toegankelijk maken, en antwoorden aan wie dat vraagt',
      en: 'To make pages accessible, and to answer whoever wants that',
    },
    legalBasis: legalDuty,
    people: {
      fr: 'Toute personne qui signale un obstacle, sans dire qui elle est',
      nl: 'Wie een hindernis meldt, zonder te zeggen wie het is',
      en: 'Whoever reports an obstacle, without saying who they are',
    },
    data: {
      fr: 'Ce qui a été écrit, la page et, si une réponse est souhaitée, une adresse e-mail',
      nl: 'Wat geschreven werd, de pagina en, als een antwoord gewenst is, een e-mailadres',
      en: 'What was written, the page and, where an answer is wanted, a mail address',
    },
    kept: {
      fr: `${KEPT_REPORT_DAYS.waiting} jours, ou ${KEPT_REPORT_DAYS.handled} jours après avoir été traité`,
      nl: `${KEPT_REPORT_DAYS.waiting} dagen, of ${KEPT_REPORT_DAYS.handled} dagen na de afhandeling`,
      en: `${KEPT_REPORT_DAYS.waiting} days, or ${KEPT_REPORT_DAYS.handled} days after it was dealt with`,
    },
  },
  work: {
    title: {
      fr: 'Organisation du travail du service',
      nl: 'Organisatie van het werk van de dienst',
      en: 'Organising the work of the office',
    },
    purpose: {
      fr: 'Répartir les tâches, remplacer les absents et travailler de façon uniforme',
      nl: 'Taken verdelen, afwezigen vervangen en gelijk werken',
      en: 'To share out tasks, stand in for who is away, and work alike',
    },
    legalBasis: publicTask,
    people: {
      fr: 'Agents, et les personnes avec lesquelles ils ont un conflit d’intérêts',
      nl: 'Medewerkers, en de personen met wie zij een belangenconflict hebben',
      en: 'Staff, and the people with whom they have a conflict of interest',
    },
    data: {
      fr: 'Jours d’absence sans leur raison, remplaçants, conflits d’intérêts avec leur motif, délégations de pouvoirs, vues de la liste de tâches, coches et notes sur les tâches',
      nl: 'Dagen van afwezigheid zonder de reden, vervangers, belangenconflicten met hun reden, delegaties van bevoegdheden, weergaven van de takenlijst, vinkjes en notities bij taken',
      en: 'Days of absence without their reason, stand-ins, conflicts of interest with their reason, delegations of powers, views of the worklist, marks and notes on tasks',
    },
    kept: {
      fr: 'Ce qui appartient à un dossier aussi longtemps que le dossier ; le reste aussi longtemps que le compte',
      nl: 'Wat bij een dossier hoort zolang het dossier; de rest zolang het account',
      en: 'What belongs to a case as long as the case; the rest as long as the account',
    },
  },
  systems: {
    title: {
      fr: 'Autres systèmes qui appellent ou sont informés',
      nl: 'Andere systemen die oproepen of verwittigd worden',
      en: 'Other systems that call or are told',
    },
    purpose: {
      fr: 'Permettre aux systèmes du service et à ses connecteurs de travailler avec les dossiers',
      nl: 'Systemen van de dienst en zijn connectoren met dossiers laten werken',
      en: 'To let systems of the office and its connectors work with cases',
    },
    legalBasis: publicTask,
    people: {
      fr: 'Agents qui ont donné accès à un système',
      nl: 'Medewerkers die een systeem toegang gaven',
      en: 'Staff who gave a system its access',
    },
    data: {
      fr: 'Qui l’a donné et retiré, quand il a servi',
      nl: 'Wie hem gaf en beëindigde, wanneer hij gebruikt werd',
      en: 'Who gave and ended it, when it was used',
    },
    kept: { fr: 'Aussi longtemps que le service', nl: 'Zolang de dienst', en: 'As long as the office' },
  },
  traces: {
    title: {
      fr: 'Qui a vu, demandé et fait quoi',
      nl: 'Wie wat zag, vroeg en deed',
      en: 'Who saw, asked and did what',
    },
    purpose: {
      fr: 'Dire aux personnes qui a consulté leurs données, et prouver ce qui a été fait',
      nl: 'Mensen zeggen wie hun gegevens inkeek, en bewijzen wat er gedaan is',
      en: 'To tell people who looked at their data, and to prove what was done',
    },
    legalBasis: legalDuty,
    people: {
      fr: 'Demandeurs, personnes sur lesquelles une source est interrogée, agents',
      nl: 'Aanvragers, over wie bronnen bevraagd worden, medewerkers',
      en: 'Applicants, whoever sources are asked about, staff',
    },
    data: {
      fr: 'Qui, quand, à quel titre et pourquoi ; jamais ce qui a été lu',
      nl: 'Wie, wanneer, in welke functie en waarom; nooit wat gelezen werd',
      en: 'Who, when, by which function and why; never what was read',
    },
    kept: {
      fr: `Aussi longtemps que le dossier, et ${KEPT_TRACE_YEARS} ans s’il n’y en a pas ; la chaîne de l’audit sans limite, avec des clés au lieu de noms`,
      nl: `Zolang het dossier, en ${KEPT_TRACE_YEARS} jaar waar er geen is; de keten van de audit voorgoed, met sleutels in plaats van namen`,
      en: `As long as the case, and ${KEPT_TRACE_YEARS} years where there is none; the chain of the audit for good, with keys in place of names`,
    },
  },
  books: {
    title: {
      fr: 'Créances, paiements et comptabilité',
      nl: 'Vorderingen, betalingen en boekhouding',
      en: 'What is owed, payments and the books',
    },
    purpose: {
      fr: 'Réclamer ce qui est dû, enregistrer ce qui est payé et en rendre compte',
      nl: 'Vragen wat verschuldigd is, boeken wat betaald is en er rekenschap van geven',
      en: 'To ask for what is owed, enter what is paid, and account for it',
    },
    legalBasis: legalDuty,
    people: {
      fr: 'Qui doit un montant, qui le paie, agents comptables',
      nl: 'Wie een bedrag verschuldigd is, wie het betaalt, boekhouders',
      en: 'Whoever owes an amount, whoever pays it, accountants',
    },
    data: {
      fr: 'Nom, montant, motif, communication structurée, échéances, paiements et ce que le payeur a écrit',
      nl: 'Naam, bedrag, reden, gestructureerde mededeling, vervaldagen, betalingen en wat de betaler schreef',
      en: 'Name, amount, reason, structured communication, due days, payments and what the payer wrote',
    },
    kept: {
      fr: `${KEPT_BOOKS_YEARS} ans après l’année comptable de la dernière écriture ; ensuite, les montants sans nom`,
      nl: `${KEPT_BOOKS_YEARS} jaar na het boekjaar van de laatste boeking; daarna bedragen zonder naam`,
      en: `${KEPT_BOOKS_YEARS} years after the year of the last entry; amounts without a name from then on`,
    },
  },
  campaigns: {
    title: {
      fr: 'Campagnes de courriers',
      nl: 'Briefcampagnes',
      en: 'Campaigns of letters',
    },
    purpose: {
      fr: 'Inviter à une démarche celles et ceux qui y ont droit ou dont un droit prend fin',
      nl: 'Uitnodigen voor een procedure wie er recht op heeft of van wie een recht afloopt',
      en: 'To invite to a procedure whoever is entitled to it or holds a right that ends',
    },
    legalBasis: {
      fr: 'Celle que nomme chaque campagne : obligation légale, mission d’intérêt public ou consentement',
      nl: 'Die welke elke campagne noemt: wettelijke verplichting, taak van algemeen belang of toestemming',
      en: 'That which each campaign names: legal obligation, public task or consent',
    },
    people: {
      fr: 'Titulaires de droits et demandeurs de l’administration ; agents qui préparent et lancent',
      nl: 'Houders van rechten en aanvragers bij de administratie; medewerkers die voorbereiden en starten',
      en: 'Holders of rights and applicants of the administration; staff who prepare and start',
    },
    data: {
      fr: 'Dossier et droit qui motivent le courrier, ce qu’il est devenu, la réponse, le refus ou l’accord de la personne',
      nl: 'Dossier en recht waarom geschreven wordt, wat er van de brief werd, het antwoord, het verzet of akkoord van de persoon',
      en: 'Case and right behind the letter, what became of it, the answer, objection or consent of the person',
    },
    kept: {
      fr: 'Aussi longtemps que le dossier par lequel la personne est connue',
      nl: 'Zolang het dossier waardoor de persoon gekend is',
      en: 'As long as the case by which the person is known',
    },
  },
  destruction: {
    title: {
      fr: 'Conservation et destruction des dossiers',
      nl: 'Bewaren en vernietigen van dossiers',
      en: 'Keeping and destroying files',
    },
    purpose: {
      fr: 'Détruire ce qui ne doit plus être conservé, et rien d’autre',
      nl: 'Vernietigen wat niet meer bewaard moet worden, en niets anders',
      en: 'To destroy what is no longer to be kept, and nothing that is',
    },
    legalBasis: legalDuty,
    people: {
      fr: 'Agents qui en décident ; personnes dont quelque chose est conservé',
      nl: 'Medewerkers die erover beslissen; van wie iets bewaard blijft',
      en: 'Staff who decide it; whoever something is held of',
    },
    data: {
      fr: 'Qui a proposé et approuvé, motifs de conservation, nombres de ce qui a été détruit',
      nl: 'Wie voorstelde en goedkeurde, redenen van bewaring, aantallen van wat weg is',
      en: 'Who proposed and approved, reasons of holds, numbers of what went',
    },
    kept: {
      fr: 'Les certificats sans limite ; ils ne nomment personne des dossiers',
      nl: 'Certificaten voorgoed; ze noemen niemand uit de dossiers',
      en: 'Certificates for good; they name nobody of the files',
    },
  },
} as const satisfies Readonly<Record<string, Omit<OwnProcessing, 'key'>>>;

export type Activity = keyof typeof activities;
