import type { DrawPath } from '@irisflow/bpmn';
import type { Block } from '../block.ts';
import { blockLetter } from '../block-letter.ts';
import { blockProcess, letterStep, named } from '../draw-block.ts';
import { channels, ownLetter } from './common-inputs.ts';

const key = 'obligation';
const title = { fr: 'Suivre une échéance', nl: 'Een verplichting opvolgen', en: 'Follow an obligation' };
const openedLetter = 'block-obligation-opened';
const dueLetter = 'block-obligation-due';
const stepLetter = 'block-obligation-overdue';
const again = 'block-obligation-await';

const whenSettled: DrawPath = (settled) =>
  settled
    .catchEvent('block-obligation-settled', {
      ...named({ fr: 'Appréciée', nl: 'Beoordeeld', en: 'Settled' }),
      event: { message: 'obligation.settled', correlationKey: '= occurrenceId' },
    })
    .exclusiveGateway(
      'block-obligation-goes-on',
      named({ fr: 'Encore attendue ?', nl: 'Nog verwacht?', en: 'Still expected?' }),
    )
    // What is refused climbs the ladder further, where there is a step to come to.
    .when('= obligation.outcome = "askedAgain" or (obligation.outcome = "refused" and lastStep != null)', (more) =>
      more.connectTo(again),
    )
    .otherwise((over) =>
      over.end('block-obligation-over', {
        ...named({ fr: 'Terminée', nl: 'Afgerond', en: 'Over' }),
        outputs: {
          isKept: '= list contains(["accepted", "waived"], obligation.outcome)',
          outcome: '= obligation.outcome',
          step: '= null',
        },
      }),
    );

const whenDue: DrawPath = (due) =>
  due
    .catchEvent('block-obligation-is-due', {
      ...named({ fr: 'Échéance passée', nl: 'Vervaldag voorbij', en: 'Due day over' }),
      event: { message: 'obligation.due', correlationKey: '= occurrenceId' },
    })
    .serviceTask(
      'block-obligation-send-due',
      letterStep(
        { fr: 'Écrire que c’est en retard', nl: 'Schrijven dat het te laat is', en: 'Write that it is late' },
        {
          input: 'dueLetter',
          letter: dueLetter,
          values: '= { label: obligationLabel, dueOn: obligation.dueOn }',
        },
      ),
    )
    .connectTo(again);

const whenOverdue: DrawPath = (late) =>
  late
    .catchEvent('block-obligation-step', {
      ...named({ fr: 'Étape suivante', nl: 'Volgende stap', en: 'Next step' }),
      event: { message: 'obligation.overdue', correlationKey: '= occurrenceId' },
    })
    .exclusiveGateway(
      'block-obligation-is-last',
      named({
        fr: 'La démarche prend le relais ?',
        nl: 'Neemt de procedure over?',
        en: 'Does the procedure take over?',
      }),
    )
    .when('= obligation.step = lastStep', (last) =>
      last.end('block-obligation-not-kept', {
        ...named({ fr: 'Pas remplie', nl: 'Niet nagekomen', en: 'Not kept' }),
        outputs: { isKept: '= false', outcome: '= null', step: '= obligation.step' },
      }),
    )
    .otherwise((more) =>
      more
        .serviceTask(
          'block-obligation-send-step',
          letterStep(
            { fr: 'Envoyer le rappel', nl: 'De herinnering verzenden', en: 'Send the reminder' },
            {
              input: 'stepLetter',
              letter: stepLetter,
              values: '= { label: obligationLabel, dueOn: obligation.dueOn }',
            },
          ),
        )
        .connectTo(again),
    );

const process = blockProcess(key, title, (path) =>
  path
    .start(
      'block-obligation-opened',
      named({ fr: 'Une échéance s’ouvre', nl: 'Een verplichting gaat open', en: 'Something is to be sent' }),
    )
    .serviceTask(
      'block-obligation-send-opened',
      letterStep(
        { fr: 'Écrire ce qui est attendu', nl: 'Schrijven wat verwacht wordt', en: 'Write what is expected' },
        { input: 'letter', letter: openedLetter, values: '= { label: obligationLabel, dueOn: dueOn }' },
      ),
    )
    .eventBasedGateway(again, named({ fr: 'Remplie ?', nl: 'Nagekomen?', en: 'Kept?' }))
    .branch(whenSettled)
    .branch(whenDue)
    .branch(whenOverdue),
);

/** Follows one occurrence of an obligation: writes what is expected and that it is late, until the office settled it or the ladder reaches the step at which the procedure acts. */
export const obligation: Block = {
  key,
  title,
  description: {
    fr: 'Écrit ce qui est attendu, puis que c’est en retard, étape par étape. Finit quand le service a apprécié la réponse, ou à l’étape où la démarche prend le relais.',
    nl: 'Schrijft wat verwacht wordt, en daarna dat het te laat is, stap voor stap. Eindigt als de dienst het antwoord beoordeeld heeft, of bij de stap waarop de procedure overneemt.',
    en: 'Writes what is expected, and then that it is late, step by step. Ends when the office has settled the answer, or at the step at which the procedure takes over.',
  },
  inputs: [
    {
      name: 'occurrenceId',
      kind: 'caseValue',
      label: { fr: 'L’échéance', nl: 'De vervaldag', en: 'What is due' },
      hint: {
        fr: 'Reçue avec « obligation.opened », qui démarre le processus où se trouve ce bloc.',
        nl: 'Gekregen met “obligation.opened”, dat het proces start waarin dit blok staat.',
        en: 'It came with “obligation.opened”, which starts the process that this block stands in.',
      },
      isRequired: true,
      value: '= obligation.occurrenceId',
    },
    {
      name: 'dueOn',
      kind: 'day',
      label: { fr: 'À fournir au plus tard le', nl: 'In te dienen uiterlijk op', en: 'Due day' },
      isRequired: true,
      value: '= obligation.dueOn',
    },
    {
      name: 'obligationLabel',
      kind: 'localizedText',
      label: { fr: 'Ce qui est attendu', nl: 'Wat verwacht wordt', en: 'What is expected' },
      isRequired: true,
    },
    {
      name: 'lastStep',
      kind: 'obligationStep',
      label: {
        fr: 'Étape où la démarche agit',
        nl: 'Stap waarop de procedure handelt',
        en: 'Step at which the procedure acts',
      },
      hint: {
        fr: 'Une étape de l’échelle de l’obligation. Rien : aucune.',
        nl: 'Een stap op de ladder van de verplichting. Niets: geen.',
        en: 'A step on the ladder of the obligation. Nothing: none.',
      },
      isRequired: false,
    },
    ownLetter('letter', { fr: 'Courrier d’ouverture', nl: 'Brief bij het begin', en: 'Letter that asks' }),
    ownLetter('dueLetter', { fr: 'Courrier de retard', nl: 'Brief bij te laat', en: 'Letter when it is late' }),
    ownLetter('stepLetter', { fr: 'Courrier des étapes', nl: 'Brief bij elke stap', en: 'Letter of the steps' }),
    channels,
  ],
  outputs: [
    { name: 'isKept', label: { fr: 'Remplie ?', nl: 'Nagekomen?', en: 'Kept?' } },
    {
      name: 'outcome',
      label: {
        fr: 'Appréciation ("accepted", "refused", "waived", "dropped")',
        nl: 'Beoordeling ("accepted", "refused", "waived", "dropped")',
        en: 'Verdict ("accepted", "refused", "waived", "dropped")',
      },
    },
    { name: 'step', label: { fr: 'Étape atteinte', nl: 'Bereikte stap', en: 'Step that was reached' } },
  ],
  files: [
    process,
    blockLetter({
      key: openedLetter,
      subject: { fr: 'Ce que nous attendons de vous', nl: 'Wat wij van u verwachten', en: 'What we expect of you' },
      before: {
        fr: 'Envoyez-nous au plus tard le {values.dueOn:date} : {values.label}.',
        nl: 'Bezorg ons uiterlijk op {values.dueOn:date}: {values.label}.',
        en: 'Please send us by {values.dueOn:date}: {values.label}.',
      },
      after: {
        fr: 'Vous le faites en ligne, sur la page de votre droit.',
        nl: 'U doet dat online, op de pagina van uw recht.',
        en: 'You do so online, on the page of your right.',
      },
    }),
    blockLetter({
      key: dueLetter,
      subject: { fr: 'Votre réponse manque', nl: 'Uw antwoord ontbreekt', en: 'Your answer is missing' },
      before: {
        fr: 'Nous attendions pour le {values.dueOn:date} : {values.label}. Nous ne l’avons pas reçu. La page de votre droit dit jusqu’à quand vous pouvez encore l’envoyer.',
        nl: 'Wij verwachtten tegen {values.dueOn:date}: {values.label}. Wij hebben het niet ontvangen. De pagina van uw recht zegt tot wanneer u het nog kunt bezorgen.',
        en: 'We expected by {values.dueOn:date}: {values.label}. We did not receive it. The page of your right says until when you can still send it.',
      },
    }),
    blockLetter({
      key: stepLetter,
      subject: {
        fr: 'Rappel : votre réponse manque toujours',
        nl: 'Herinnering: uw antwoord ontbreekt nog steeds',
        en: 'Reminder: your answer is still missing',
      },
      before: {
        fr: 'Nous attendons depuis le {values.dueOn:date} : {values.label}. Sans réponse de votre part, votre droit peut être suspendu ou retiré.',
        nl: 'Wij wachten sinds {values.dueOn:date} op: {values.label}. Zonder antwoord kan uw recht geschorst of ingetrokken worden.',
        en: 'We have been waiting since {values.dueOn:date} for: {values.label}. Without an answer your right may be suspended or withdrawn.',
      },
    }),
  ],
};
