import type { DrawPath } from '@irisflow/bpmn';
import type { Block } from '../block.ts';
import { blockLetter } from '../block-letter.ts';
import { blockProcess, caseStoreStep, letterStep, named } from '../draw-block.ts';
import {
  amountToPay,
  channels,
  daysToNotice,
  daysToPay,
  daysToReminder,
  legalReference,
  ownLetter,
  paymentLabel,
} from './common-inputs.ts';
import { lifted, paid, receivable, whenLowered, whenReceived } from './money-comes.ts';

const key = 'recovery';
const title = { fr: 'Récupérer un indu', nl: 'Terugvorderen', en: 'Recover what was paid in error' };
const claimLetter = 'block-recovery-claim';
const reminderLetter = 'block-recovery-reminder';
const planLetter = 'block-recovery-missed-part';
const noticeLetter = 'block-recovery-formal-notice';

const account = 'communication: receivable.communication, iban: receivable.iban';
const rest = `= { amount: payment.rest, ${account}, dueOn: receivable.dueOn }`;

const whereToPay = {
  fr: 'Compte {values.iban:iban}, communication {values.communication}.',
  nl: 'Rekening {values.iban:iban}, mededeling {values.communication}.',
  en: 'Account {values.iban:iban}, communication {values.communication}.',
};
const howToPay = {
  fr: `${whereToPay.fr} Si vous ne pouvez pas payer en une fois, demandez-nous d’abord un plan de paiement.`,
  nl: `${whereToPay.nl} Kunt u niet in één keer betalen, vraag ons dan eerst een betaalplan.`,
  en: `${whereToPay.en} If you cannot pay at once, ask us for a plan of installments first.`,
};

const first = { prefix: 'block-recovery', again: 'block-recovery-await' };
const last = { prefix: 'block-recovery-last', again: 'block-recovery-await-last' };

const sayUnpaid: DrawPath = (over) =>
  over.end('block-recovery-unpaid', {
    ...named({ fr: 'Pas remboursé', nl: 'Niet terugbetaald', en: 'Not paid back' }),
    outputs: { isPaid: '= false', isLifted: '= false' },
  });

const remind: DrawPath = (late) =>
  late
    .serviceTask(
      'block-recovery-send-reminder',
      letterStep(
        { fr: 'Envoyer le rappel', nl: 'De herinnering verzenden', en: 'Send the reminder' },
        { input: 'reminderLetter', letter: reminderLetter, values: rest },
      ),
    )
    .connectTo(first.again);

const awaitLast: DrawPath = (open) =>
  open
    .eventBasedGateway(last.again, named({ fr: 'Encore payé ?', nl: 'Nog betaald?', en: 'Paid after all?' }))
    .branch(whenReceived(last))
    .branch(whenLowered(last))
    .branch((over) =>
      over
        .catchEvent('block-recovery-term-over', {
          ...named({ fr: 'Dernier délai dépassé', nl: 'Laatste termijn verstreken', en: 'Last term over' }),
          event: { message: 'term.expired', correlationKey: '= formalNotice.termId' },
        })
        .connectTo('block-recovery-unpaid'),
    );

const giveNotice: DrawPath = (late) =>
  late
    .serviceTask(
      'block-recovery-give-notice',
      caseStoreStep(
        { fr: 'Mettre en demeure', nl: 'In gebreke stellen', en: 'Give formal notice' },
        {
          operation: 'send-notice',
          inputs: {
            noticeTemplate: `= if noticeLetter = null then "${noticeLetter}" else noticeLetter`,
            noticeChannels: '= ["registered", "portal"]',
            noticeValues: rest,
            noticeTerm: '= lastTerm',
          },
          result: 'formalNotice',
        },
      ),
    )
    .exclusiveGateway(
      'block-recovery-has-last-term',
      named({ fr: 'Un dernier délai ?', nl: 'Een laatste termijn?', en: 'A last term?' }),
    )
    .when('= lastTerm != null', awaitLast)
    .otherwise(sayUnpaid);

const whenOverdue: DrawPath = (late) =>
  late
    .catchEvent('block-recovery-overdue', {
      ...named({ fr: 'Paiement en retard', nl: 'Betaling te laat', en: 'Payment overdue' }),
      event: { message: 'payment.overdue', correlationKey: '= receivable.receivableId' },
    })
    .exclusiveGateway('block-recovery-how-late', named({ fr: 'Suite ?', nl: 'Vervolg?', en: 'What next?' }))
    .when('= payment.step = "reminder"', remind)
    .when('= payment.step = "formalNotice"', giveNotice)
    .otherwise((waiting) => waiting.connectTo(first.again));

const whenMissed: DrawPath = (missed) =>
  missed
    .catchEvent('block-recovery-missed', {
      ...named({ fr: 'Part manquée', nl: 'Deel gemist', en: 'Part missed' }),
      event: { message: 'payment.missed', correlationKey: '= receivable.receivableId' },
    })
    .serviceTask(
      'block-recovery-warn',
      letterStep(
        { fr: 'Avertir que le plan tombe', nl: 'Waarschuwen dat het plan vervalt', en: 'Warn that the plan falls' },
        {
          input: 'missedLetter',
          letter: planLetter,
          values: `= { amount: payment.amount, fallsOn: payment.fallsOn, ${account} }`,
        },
      ),
    )
    .connectTo(first.again);

const process = blockProcess(key, title, (path) =>
  path
    .start('block-recovery-wanted', named({ fr: 'Indu établi', nl: 'Onverschuldigd bedrag', en: 'Paid in error' }))
    .serviceTask(
      'block-recovery-ask',
      caseStoreStep(
        { fr: 'Demander le remboursement', nl: 'De terugbetaling vragen', en: 'Ask for it back' },
        {
          operation: 'ask-payment',
          inputs: {
            paymentKind: '= "recovery"',
            paymentLabel: '= paymentLabel',
            legalReference: '= legalReference',
            paymentAmount: '= paymentAmount',
            paymentDays: '= if paymentDays = null then 30 else paymentDays',
            reminderDays: '= if reminderDays = null then 15 else reminderDays',
            noticeDays: '= if noticeDays = null then 15 else noticeDays',
          },
          result: 'receivable',
        },
      ),
    )
    .serviceTask(
      'block-recovery-send-claim',
      letterStep(
        { fr: 'Envoyer la demande', nl: 'De vraag verzenden', en: 'Send the claim' },
        {
          input: 'letter',
          letter: claimLetter,
          values: `= { amount: receivable.amount, ${account}, dueOn: receivable.dueOn, label: paymentLabel, legalReference: legalReference }`,
        },
      ),
    )
    .eventBasedGateway(first.again, named({ fr: 'Remboursé ?', nl: 'Terugbetaald?', en: 'Paid back?' }))
    .branch(whenReceived(first))
    .branch(whenLowered(first))
    .branch(whenMissed)
    .branch(whenOverdue),
);

/** Asks back what was paid in error: the claim, a reminder, parts that are missed, the formal notice, until it is paid, lifted or left to enforcement. */
export const recovery: Block = {
  key,
  title,
  description: {
    fr: 'Réclame ce qui a été payé à tort, rappelle, avertit quand une part manque et met en demeure. Finit quand tout est payé, plus rien n’est dû ou seul le recouvrement forcé reste.',
    nl: 'Vordert onterecht betaald geld terug, herinnert, waarschuwt als een deel ontbreekt en stelt in gebreke. Eindigt als alles betaald of niets meer verschuldigd is, of alleen dwang rest.',
    en: 'Asks back what was paid in error, reminds, warns when a part of a plan is missed, gives formal notice. Ends when all is paid, nothing is owed any more, or only enforcement is left.',
  },
  inputs: [
    paymentLabel,
    legalReference,
    amountToPay,
    daysToPay,
    daysToReminder({
      fr: 'Jours de retard. Vide : 15.',
      nl: 'Dagen te laat. Leeg: 15.',
      en: 'Days overdue. Empty: 15.',
    }),
    daysToNotice({
      fr: 'Jours après le rappel. Vide : 15.',
      nl: 'Dagen na de herinnering. Leeg: 15.',
      en: 'Days after the reminder. Empty: 15.',
    }),
    {
      name: 'lastTerm',
      kind: 'named',
      label: {
        fr: 'Dernier délai après la mise en demeure',
        nl: 'Laatste termijn na de ingebrekestelling',
        en: 'Last term after the formal notice',
      },
      hint: {
        fr: 'Un délai de la démarche qui commence à l’arrivée du courrier. Vide : le bloc finit aussitôt.',
        nl: 'Een termijn van de procedure die bij aankomst van de brief begint. Leeg: het blok eindigt meteen.',
        en: 'A term of the procedure that begins when the letter arrives. Empty: the block ends at once.',
      },
      isRequired: false,
      names: 'term',
    },
    ownLetter('letter', { fr: 'Demande de remboursement', nl: 'Vraag om terugbetaling', en: 'Claim' }),
    ownLetter('reminderLetter', { fr: 'Rappel', nl: 'Herinnering', en: 'Reminder' }),
    ownLetter('missedLetter', { fr: 'Part manquée', nl: 'Gemist deel', en: 'Part that is missed' }),
    ownLetter('noticeLetter', { fr: 'Mise en demeure', nl: 'Ingebrekestelling', en: 'Formal notice' }),
    channels,
  ],
  outputs: [paid, lifted, receivable],
  files: [
    process,
    blockLetter({
      key: claimLetter,
      subject: { fr: 'Demande de remboursement', nl: 'Vraag om terugbetaling', en: 'Claim to pay back' },
      before: {
        fr: 'Nous vous avons payé {values.amount:money} de trop : {values.label} ({values.legalReference}). Veuillez rembourser ce montant au plus tard le {values.dueOn:date}.',
        nl: 'Wij betaalden u {values.amount:money} te veel: {values.label} ({values.legalReference}). Gelieve dit bedrag terug te betalen uiterlijk op {values.dueOn:date}.',
        en: 'We paid you {values.amount:money} too much: {values.label} ({values.legalReference}). Please pay this amount back by {values.dueOn:date}.',
      },
      after: howToPay,
    }),
    blockLetter({
      key: reminderLetter,
      subject: {
        fr: 'Rappel : demande de remboursement',
        nl: 'Herinnering: vraag om terugbetaling',
        en: 'Reminder: claim to pay back',
      },
      before: {
        fr: 'Il reste à rembourser {values.amount:money} depuis le {values.dueOn:date}.',
        nl: 'Er blijft {values.amount:money} terug te betalen sinds {values.dueOn:date}.',
        en: 'There is {values.amount:money} left to pay back since {values.dueOn:date}.',
      },
      after: howToPay,
    }),
    blockLetter({
      key: planLetter,
      subject: {
        fr: 'Une part de votre plan de paiement manque',
        nl: 'Een deel van uw betaalplan ontbreekt',
        en: 'A part of your plan of installments is missing',
      },
      before: {
        fr: 'Une part de {values.amount:money} n’est pas arrivée. Sans paiement avant le {values.fallsOn:date}, le plan tombe et tout le solde est dû.',
        nl: 'Een deel van {values.amount:money} is niet aangekomen. Zonder betaling vóór {values.fallsOn:date} vervalt het plan en is het hele saldo verschuldigd.',
        en: 'A part of {values.amount:money} did not arrive. Unless it is paid before {values.fallsOn:date} the plan falls and all that is left is owed.',
      },
      after: whereToPay,
    }),
    blockLetter({
      key: noticeLetter,
      subject: { fr: 'Mise en demeure', nl: 'Ingebrekestelling', en: 'Formal notice' },
      before: {
        fr: 'Malgré notre rappel, {values.amount:money} reste dû depuis le {values.dueOn:date}. Nous vous mettons en demeure de payer ce montant. À défaut, nous le ferons recouvrer.',
        nl: 'Ondanks onze herinnering blijft {values.amount:money} verschuldigd sinds {values.dueOn:date}. Wij stellen u in gebreke dit bedrag te betalen. Zo niet, laten wij het invorderen.',
        en: 'In spite of our reminder {values.amount:money} is still owed since {values.dueOn:date}. We give you formal notice to pay it. Otherwise we shall have it enforced.',
      },
      after: whereToPay,
    }),
  ],
};
