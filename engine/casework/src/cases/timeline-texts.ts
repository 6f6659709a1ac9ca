import type { LocalizedText } from '@irisflow/foundation';

/** What the platform itself writes in a timeline. */
export const timelineTexts = {
  submitted: {
    fr: 'Vous avez introduit votre demande.',
    nl: 'U hebt uw aanvraag ingediend.',
    en: 'You submitted your application.',
  },
  registered: {
    fr: 'L’administration a enregistré votre demande.',
    nl: 'De administratie heeft uw aanvraag geregistreerd.',
    en: 'The administration registered your application.',
  },
  openedByOffice: {
    fr: 'L’administration a ouvert ce dossier de sa propre initiative.',
    nl: 'De administratie heeft dit dossier op eigen initiatief geopend.',
    en: 'The administration opened this case on its own initiative.',
  },
  letterHeld: {
    fr: 'Courrier écrit par le processus et non envoyé, car le dossier vient d’être repris :',
    nl: 'Brief van het proces die niet is verstuurd, want het dossier is net overgenomen:',
    en: 'Letter of the process that was not sent, for the case was just imported:',
  },
  imported: {
    fr: 'L’administration a repris ce dossier de son ancien système.',
    nl: 'De administratie heeft dit dossier uit haar vorige systeem overgenomen.',
    en: 'The administration took this case over from its earlier system.',
  },
  filedDespite: {
    fr: 'Une autre demande de la même démarche est en cours. Motif de celle-ci :',
    nl: 'Een andere aanvraag van dezelfde procedure loopt nog. Reden van deze:',
    en: 'Another application of the same procedure is still open. Reason for this one:',
  },
  contactByCall: {
    fr: 'Vous avez téléphoné à l’administration.',
    nl: 'U hebt naar de administratie gebeld.',
    en: 'You called the administration.',
  },
  contactByVisit: {
    fr: 'Vous êtes venu au guichet.',
    nl: 'U bent naar het loket gekomen.',
    en: 'You came to the counter.',
  },
  contactByMail: {
    fr: 'Vous avez écrit à l’administration.',
    nl: 'U hebt naar de administratie geschreven.',
    en: 'You wrote to the administration.',
  },
  contactByMessage: {
    fr: 'Vous avez envoyé un message à l’administration.',
    nl: 'U hebt de administratie een bericht gestuurd.',
    en: 'You sent the administration a message.',
  },
  informationRequested: {
    fr: 'L’administration vous demande des informations.',
    nl: 'De administratie vraagt u om informatie.',
    en: 'The administration asks you for information.',
  },
  informationAnswered: {
    fr: 'Vous avez répondu à la demande d’informations.',
    nl: 'U hebt op de vraag om informatie geantwoord.',
    en: 'You answered the request for information.',
  },
  informationExpired: {
    fr: 'Le délai pour répondre est passé.',
    nl: 'De termijn om te antwoorden is verstreken.',
    en: 'The time to answer is over.',
  },
  withdrawalRequested: {
    fr: 'Vous avez retiré votre demande.',
    nl: 'U hebt uw aanvraag ingetrokken.',
    en: 'You withdrew your application.',
  },
  decided: {
    fr: 'Une décision a été prise.',
    nl: 'Er is een beslissing genomen.',
    en: 'A decision was taken.',
  },
  appealReceived: {
    fr: 'Un recours contre la décision a été reçu.',
    nl: 'Een beroep tegen de beslissing is ontvangen.',
    en: 'An appeal against the decision was received.',
  },
  letterSent: {
    fr: 'Un courrier vous a été envoyé.',
    nl: 'U kreeg een brief.',
    en: 'A letter was sent to you.',
  },
  termStarted: {
    fr: 'Un délai a commencé.',
    nl: 'Een termijn is begonnen.',
    en: 'A term has begun.',
  },
  termSuspended: {
    fr: 'Le délai est suspendu.',
    nl: 'De termijn is geschorst.',
    en: 'The term is suspended.',
  },
  termResumed: {
    fr: 'Le délai court à nouveau.',
    nl: 'De termijn loopt opnieuw.',
    en: 'The term runs again.',
  },
  termInterrupted: {
    fr: 'Le délai est interrompu ; il recommencera entièrement.',
    nl: 'De termijn is gestuit; hij begint daarna helemaal opnieuw.',
    en: 'The term is interrupted; it will begin again in full.',
  },
  termWarned: {
    fr: 'Un délai arrive bientôt à son terme.',
    nl: 'Een termijn loopt binnenkort af.',
    en: 'A term ends soon.',
  },
  termExpired: {
    fr: 'Un délai a expiré.',
    nl: 'Een termijn is verstreken.',
    en: 'A term has expired.',
  },
  termEscalated: {
    fr: 'Un délai a expiré ; les tâches du dossier sont soumises aussi aux superviseurs.',
    nl: 'Een termijn is verstreken; de taken van het dossier komen ook bij de leidinggevenden.',
    en: 'A term has expired; the tasks of the case now come before supervisors too.',
  },
  termRecounted: {
    fr: 'L’échéance d’un délai a été recalculée.',
    nl: 'De vervaldag van een termijn is opnieuw berekend.',
    en: 'The due day of a term was counted anew.',
  },
  tacitlyGranted: {
    fr: 'Le délai de décision a expiré : la loi tient votre demande pour accordée.',
    nl: 'De beslissingstermijn is verstreken: volgens de wet is uw aanvraag toegekend.',
    en: 'The term of decision has expired: by law your application counts as granted.',
  },
  tacitlyRefused: {
    fr: 'Le délai de décision a expiré : la loi tient votre demande pour refusée.',
    nl: 'De beslissingstermijn is verstreken: volgens de wet is uw aanvraag geweigerd.',
    en: 'The term of decision has expired: by law your application counts as refused.',
  },
  documentAdded: {
    fr: 'Un document a été ajouté au dossier.',
    nl: 'Er is een document aan het dossier toegevoegd.',
    en: 'A document was added to the case.',
  },
  nameWritten: {
    fr: 'Dans les courriers, votre nom s’écrit :',
    nl: 'In brieven wordt uw naam geschreven als:',
    en: 'In letters your name is written:',
  },
  fileCopied: {
    fr: 'Une copie du dossier a été faite pour :',
    nl: 'Er is een kopie van het dossier gemaakt voor:',
    en: 'A copy of the file was made for:',
  },
  fileCopiedForOffice: {
    fr: 'Une copie interne du dossier a été faite. Motif :',
    nl: 'Er is een interne kopie van het dossier gemaakt. Reden:',
    en: 'An internal copy of the file was made. Reason:',
  },
  closed: {
    fr: 'Le dossier est clôturé.',
    nl: 'Het dossier is afgesloten.',
    en: 'The case is closed.',
  },
  versionMoved: {
    fr: 'Le dossier est passé à une autre version de la procédure :',
    nl: 'Het dossier is overgezet naar een andere versie van de procedure:',
    en: 'The case moved to another version of the procedure:',
  },
  answersCorrected: {
    fr: 'L’administration a corrigé une réponse de votre demande. Motif :',
    nl: 'De administratie heeft een antwoord in uw aanvraag verbeterd. Reden:',
    en: 'The administration corrected an answer of your application. Reason:',
  },
  valuesCorrected: {
    fr: 'Des données de votre dossier ont été corrigées. Motif :',
    nl: 'Gegevens in uw dossier zijn verbeterd. Reden:',
    en: 'Data in your case were corrected. Reason:',
  },
  processSuspended: {
    fr: 'Le traitement de votre dossier est mis en pause. Motif :',
    nl: 'De behandeling van uw dossier is onderbroken. Reden:',
    en: 'The handling of your case is paused. Reason:',
  },
  processResumed: {
    fr: 'Le traitement de votre dossier reprend. Motif :',
    nl: 'De behandeling van uw dossier gaat verder. Reden:',
    en: 'The handling of your case goes on. Reason:',
  },
  processCanceled: {
    fr: 'Le traitement automatique de votre dossier a été arrêté. Motif :',
    nl: 'De automatische behandeling van uw dossier is stopgezet. Reden:',
    en: 'The automatic handling of your case was stopped. Reason:',
  },
  stepMoved: {
    fr: 'Le traitement de votre dossier a été repris à une autre étape. Motif :',
    nl: 'De behandeling van uw dossier gaat verder bij een andere stap. Reden:',
    en: 'The handling of your case goes on at another step. Reason:',
  },
  messageFromOffice: {
    fr: 'L’administration vous a écrit.',
    nl: 'De administratie heeft u geschreven.',
    en: 'The administration wrote to you.',
  },
  questionFromOffice: {
    fr: 'L’administration vous a posé une question.',
    nl: 'De administratie heeft u een vraag gesteld.',
    en: 'The administration asked you a question.',
  },
  messageFromApplicant: {
    fr: 'Vous avez écrit à l’administration.',
    nl: 'U hebt de administratie geschreven.',
    en: 'You wrote to the administration.',
  },
  stepRetried: {
    fr: 'Une étape qui avait échoué est relancée :',
    nl: 'Een stap die mislukt was, is opnieuw gestart:',
    en: 'A step that had failed is started again:',
  },
  stepResolved: {
    fr: 'La cause est levée ; l’étape reprend :',
    nl: 'De oorzaak is weggenomen; de stap gaat verder:',
    en: 'The cause is mended; the step goes on:',
  },
  sourceAskedAgain: {
    fr: 'Une source authentique a été consultée à nouveau :',
    nl: 'Een authentieke bron is opnieuw geraadpleegd:',
    en: 'An authentic source was asked again:',
  },
  correctionAsked: {
    fr: 'Une donnée d’une source est signalée comme erronée :',
    nl: 'Een gegeven van een bron is gemeld als fout:',
    en: 'A value of a source was reported as wrong:',
  },
  proposalVoided: {
    fr: 'La proposition n’est plus valable : elle a changé depuis qu’elle a été faite',
    nl: 'Het voorstel geldt niet meer: het is gewijzigd sinds het werd gedaan',
    en: 'The proposal is void: it has changed since it was made',
  },
  participantAdded: {
    fr: 'Prend part au dossier :',
    nl: 'Neemt deel aan het dossier:',
    en: 'Takes part in the case:',
  },
  participantEnded: {
    fr: 'Ne prend plus part au dossier :',
    nl: 'Neemt niet meer deel aan het dossier:',
    en: 'Takes part in the case no more:',
  },
  taskSentBack: {
    fr: 'Une étape est à refaire.',
    nl: 'Een stap moet opnieuw.',
    en: 'A step has to be done again.',
  },
  taskReturned: {
    fr: 'Une étape est de nouveau à son groupe, car une délégation de pouvoirs a pris fin :',
    nl: 'Een stap is terug bij de groep, want een delegatie van bevoegdheden is voorbij:',
    en: 'A step is back with its group, because a delegation of powers has ended:',
  },
  taskCompleted: {
    fr: 'Une étape a été accomplie.',
    nl: 'Een stap is uitgevoerd.',
    en: 'A step was done.',
  },
} as const satisfies Record<string, LocalizedText>;

export type TimelineKind = keyof typeof timelineTexts;

/** A text of the platform with particulars behind it. */
export const timelineText = (kind: TimelineKind, more?: LocalizedText): LocalizedText => {
  const text = timelineTexts[kind];
  if (more === undefined) return text;
  return { fr: `${text.fr} ${more.fr}`, nl: `${text.nl} ${more.nl}`, en: `${text.en} ${more.en}` };
};
