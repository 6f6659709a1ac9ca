import type { DrawPath } from '@irisflow/bpmn';
import type { Block } from '../block.ts';
import { blockLetter } from '../block-letter.ts';
import { blockProcess, caseStoreStep, letterStep, named } from '../draw-block.ts';
import { channels, ownLetter } from './common-inputs.ts';

const key = 'information-request';
const title = { fr: 'Demander des pièces', nl: 'Stukken opvragen', en: 'Request information' };
const requestLetter = 'block-information-request';
const reminderLetter = 'block-information-reminder';

const remind: DrawPath = (soon) =>
  soon
    .serviceTask(
      'block-information-send-reminder',
      letterStep(
        { fr: 'Envoyer un rappel', nl: 'Een herinnering verzenden', en: 'Send a reminder' },
        { input: 'reminderLetter', letter: reminderLetter },
      ),
    )
    .end('block-information-reminded', named({ fr: 'Rappelé', nl: 'Herinnerd', en: 'Reminded' }));

const resumeTerm: DrawPath = (resumed) =>
  resumed
    .serviceTask(
      'block-information-resume-term',
      caseStoreStep(
        { fr: 'Reprendre le délai', nl: 'De termijn hervatten', en: 'Resume the term' },
        { operation: 'resume-term', inputs: { termKey: '= resumedTerm' } },
      ),
    )
    .connectTo('block-information-answered');

const sayAnswered: DrawPath = (plain) =>
  plain.end('block-information-answered', {
    ...named({ fr: 'Répondu', nl: 'Beantwoord', en: 'Answered' }),
    outputs: { isAnswered: '= true' },
  });

const process = blockProcess(key, title, (path) =>
  path
    .start(
      'block-information-wanted',
      named({ fr: 'Des pièces manquent', nl: 'Er ontbreken stukken', en: 'Something is missing' }),
    )
    .serviceTask(
      'block-information-ask',
      caseStoreStep(
        { fr: 'Demander les pièces', nl: 'De stukken vragen', en: 'Ask for what is missing' },
        {
          operation: 'request-information',
          inputs: { items: '= items', answerTerm: '= answerTerm' },
          result: 'request',
        },
      ),
    )
    .serviceTask(
      'block-information-send-request',
      letterStep(
        { fr: 'Envoyer la demande', nl: 'De vraag verzenden', en: 'Send the request' },
        { input: 'letter', letter: requestLetter },
      ),
    )
    .receiveTask('block-information-await-answer', {
      ...named({ fr: 'Attendre la réponse', nl: 'Op het antwoord wachten', en: 'Await the answer' }),
      message: 'information.answered',
      correlationKey: '= caseId',
    })
    .boundary(
      'block-information-ends-soon',
      {
        ...named({ fr: 'Le délai finit bientôt', nl: 'De termijn eindigt binnenkort', en: 'The term ends soon' }),
        interrupting: false,
        event: { message: 'term.warning', correlationKey: '= request.termId' },
      },
      remind,
    )
    .boundary(
      'block-information-term-over',
      {
        ...named({ fr: 'Délai de réponse dépassé', nl: 'Antwoordtermijn verstreken', en: 'Term for the answer over' }),
        event: { message: 'term.expired', correlationKey: '= request.termId' },
      },
      (over) =>
        over.end('block-information-unanswered', {
          ...named({ fr: 'Sans réponse', nl: 'Geen antwoord', en: 'No answer' }),
          outputs: { isAnswered: '= false', answer: '= null' },
        }),
    )
    .exclusiveGateway(
      'block-information-was-suspended',
      named({ fr: 'Un délai reprend ?', nl: 'Loopt een termijn verder?', en: 'Does a term go on?' }),
    )
    .when('= resumedTerm != null', resumeTerm)
    .otherwise(sayAnswered),
);

/** Asks the applicant for what is missing, writes so, reminds, and waits for the answer or the end of its term. */
export const informationRequest: Block = {
  key,
  title,
  description: {
    fr: 'Demande des pièces au demandeur, lui écrit, le rappelle avant la fin du délai, et attend sa réponse ou la fin du délai.',
    nl: 'Vraagt stukken aan de aanvrager, schrijft dat, herinnert vóór het einde van de termijn en wacht op het antwoord of het einde van de termijn.',
    en: 'Asks the applicant for what is missing, writes so, reminds before the term ends, and waits for the answer or the end of the term.',
  },
  inputs: [
    {
      name: 'items',
      kind: 'items',
      label: { fr: 'Pièces demandées', nl: 'Gevraagde stukken', en: 'Items requested' },
      hint: {
        fr: 'Toujours les mêmes, ou celles qu’une tâche a choisies.',
        nl: 'Altijd dezelfde, of die welke een taak gekozen heeft.',
        en: 'Always the same ones, or those that a task chose.',
      },
      isRequired: true,
    },
    {
      name: 'answerTerm',
      kind: 'named',
      label: { fr: 'Délai de réponse', nl: 'Antwoordtermijn', en: 'Term for the answer' },
      hint: {
        fr: 'Un délai de la démarche : il démarre avec la demande.',
        nl: 'Een termijn van de procedure: die start met de vraag.',
        en: 'A term of the procedure: it starts with the request.',
      },
      isRequired: true,
      names: 'term',
    },
    {
      name: 'resumedTerm',
      kind: 'named',
      label: {
        fr: 'Délai qui reprend avec la réponse',
        nl: 'Termijn die met het antwoord verder loopt',
        en: 'Term that goes on with the answer',
      },
      hint: {
        fr: 'Un délai de la démarche. Rien : aucun.',
        nl: 'Een termijn van de procedure. Niets: geen.',
        en: 'A term of the procedure. Nothing: none.',
      },
      isRequired: false,
      names: 'term',
    },
    ownLetter('letter', { fr: 'Courrier de demande', nl: 'Brief met de vraag', en: 'Letter that asks' }),
    ownLetter('reminderLetter', { fr: 'Rappel', nl: 'Herinnering', en: 'Reminder' }),
    channels,
  ],
  outputs: [
    { name: 'isAnswered', label: { fr: 'Répondu ?', nl: 'Beantwoord?', en: 'Answered?' } },
    {
      name: 'answer',
      label: {
        fr: 'La réponse ; answer.items dit ce qui a été fourni',
        nl: 'Het antwoord; answer.items zegt wat bezorgd is',
        en: 'The answer; answer.items says what was provided',
      },
    },
  ],
  files: [
    process,
    blockLetter({
      key: requestLetter,
      subject: { fr: 'Votre dossier est incomplet', nl: 'Uw dossier is onvolledig', en: 'Your file is incomplete' },
      before: {
        fr: 'Pour poursuivre l’examen de votre demande, il nous manque :',
        nl: 'Om uw aanvraag verder te onderzoeken ontbreekt ons:',
        en: 'To go on with your application we still need:',
      },
      list: { each: 'request.items', item: '{item.label}' },
      after: {
        fr: 'Envoyez ces éléments depuis votre dossier en ligne au plus tard le {request.dueOn:date}.',
        nl: 'Bezorg ons dit via uw dossier online uiterlijk op {request.dueOn:date}.',
        en: 'Send this from your file online by {request.dueOn:date}.',
      },
    }),
    blockLetter({
      key: reminderLetter,
      subject: {
        fr: 'Rappel : votre dossier est incomplet',
        nl: 'Herinnering: uw dossier is onvolledig',
        en: 'Reminder: your file is incomplete',
      },
      before: {
        fr: 'Nous attendons votre réponse jusqu’au {request.dueOn:date}. Il nous manque encore :',
        nl: 'Wij verwachten uw antwoord tot {request.dueOn:date}. Wij missen nog:',
        en: 'We expect your answer until {request.dueOn:date}. We still need:',
      },
      list: { each: 'request.items', item: '{item.label}' },
    }),
  ],
};
