import { inEveryLocale, type LocalizedText } from '@irisflow/foundation';
import type { TimelineEntry } from '../views/case.ts';
import { applicantName } from './actor-names.ts';
import { timelineTexts, type TimelineKind } from './timeline-texts.ts';

const text = (fr: string, nl: string, en: string): LocalizedText => ({ fr, nl, en });

const theApplicant = text('Le demandeur', 'De aanvrager', 'The applicant');

/** What a timeline says to its applicant, said about them. */
const aboutApplicant: Partial<Readonly<Record<TimelineKind, LocalizedText>>> = {
  submitted: text(
    'Le demandeur a introduit sa demande.',
    'De aanvrager heeft de aanvraag ingediend.',
    'The applicant submitted the application.',
  ),
  registered: text(
    'L’administration a enregistré la demande.',
    'De administratie heeft de aanvraag geregistreerd.',
    'The administration registered the application.',
  ),
  contactByCall: text(
    'Le demandeur a téléphoné à l’administration.',
    'De aanvrager heeft naar de administratie gebeld.',
    'The applicant called the administration.',
  ),
  contactByVisit: text(
    'Le demandeur est venu au guichet.',
    'De aanvrager is naar het loket gekomen.',
    'The applicant came to the counter.',
  ),
  contactByMail: text(
    'Le demandeur a écrit à l’administration.',
    'De aanvrager heeft naar de administratie geschreven.',
    'The applicant wrote to the administration.',
  ),
  contactByMessage: text(
    'Le demandeur a envoyé un message à l’administration.',
    'De aanvrager heeft de administratie een bericht gestuurd.',
    'The applicant sent the administration a message.',
  ),
  messageFromOffice: text(
    'L’administration a écrit au demandeur.',
    'De administratie heeft de aanvrager geschreven.',
    'The administration wrote to the applicant.',
  ),
  questionFromOffice: text(
    'L’administration a posé une question au demandeur.',
    'De administratie heeft de aanvrager een vraag gesteld.',
    'The administration asked the applicant a question.',
  ),
  messageFromApplicant: text(
    'Le demandeur a écrit à l’administration.',
    'De aanvrager heeft de administratie geschreven.',
    'The applicant wrote to the administration.',
  ),
  informationRequested: text(
    'Des informations sont demandées au demandeur.',
    'De aanvrager is om informatie gevraagd.',
    'The applicant is asked for information.',
  ),
  informationAnswered: text(
    'Le demandeur a répondu à la demande d’informations.',
    'De aanvrager heeft op de vraag om informatie geantwoord.',
    'The applicant answered the request for information.',
  ),
  withdrawalRequested: text(
    'Le demandeur a retiré sa demande.',
    'De aanvrager heeft de aanvraag ingetrokken.',
    'The applicant withdrew the application.',
  ),
  letterSent: text(
    'Un courrier a été envoyé au demandeur.',
    'De aanvrager kreeg een brief.',
    'A letter was sent to the applicant.',
  ),
  tacitlyGranted: text(
    'Le délai de décision a expiré : la loi tient la demande pour accordée.',
    'De beslissingstermijn is verstreken: volgens de wet is de aanvraag toegekend.',
    'The term of decision has expired: by law the application counts as granted.',
  ),
  tacitlyRefused: text(
    'Le délai de décision a expiré : la loi tient la demande pour refusée.',
    'De beslissingstermijn is verstreken: volgens de wet is de aanvraag geweigerd.',
    'The term of decision has expired: by law the application counts as refused.',
  ),
  nameWritten: text(
    'Dans les courriers, le nom du demandeur s’écrit :',
    'In brieven wordt de naam van de aanvrager geschreven als:',
    'In letters the name of the applicant is written:',
  ),
  valuesCorrected: text(
    'Des données du dossier ont été corrigées. Motif :',
    'Gegevens in het dossier zijn verbeterd. Reden:',
    'Data in the case were corrected. Reason:',
  ),
  processSuspended: text(
    'Le traitement du dossier est mis en pause. Motif :',
    'De behandeling van het dossier is onderbroken. Reden:',
    'The handling of the case is paused. Reason:',
  ),
  processResumed: text(
    'Le traitement du dossier reprend. Motif :',
    'De behandeling van het dossier gaat verder. Reden:',
    'The handling of the case goes on. Reason:',
  ),
  processCanceled: text(
    'Le traitement automatique du dossier a été arrêté. Motif :',
    'De automatische behandeling van het dossier is stopgezet. Reden:',
    'The automatic handling of the case was stopped. Reason:',
  ),
  stepMoved: text(
    'Le traitement du dossier a été repris à une autre étape. Motif :',
    'De behandeling van het dossier gaat verder bij een andere stap. Reden:',
    'The handling of the case goes on at another step. Reason:',
  ),
};

const isKind = (kind: string): kind is TimelineKind => Object.hasOwn(timelineTexts, kind);

/** Only what the platform itself began is said otherwise; particulars behind it, and texts of a procedure, stay. */
const retold = ({ kind, text: told }: TimelineEntry): LocalizedText => {
  const other = isKind(kind) ? aboutApplicant[kind] : undefined;
  if (other === undefined || !isKind(kind)) return told;
  const begun = timelineTexts[kind];
  return inEveryLocale((locale) =>
    told[locale].startsWith(begun[locale]) ? other[locale] + told[locale].slice(begun[locale].length) : told[locale],
  );
};

const retoldActor = (actor: LocalizedText): LocalizedText =>
  inEveryLocale((locale) => (actor[locale] === applicantName[locale] ? theApplicant[locale] : actor[locale]));

/** An entry as a clerk reads it: about the applicant instead of to them, with the name of the step that did it. */
export const inClerkVoice = (entry: TimelineEntry, names: Readonly<Record<string, LocalizedText>>): TimelineEntry => {
  const step = entry.origin?.element == null ? undefined : names[entry.origin.element];
  return {
    ...entry,
    text: retold(entry),
    actor: retoldActor(entry.actor),
    ...(step === undefined ? {} : { step }),
  };
};
