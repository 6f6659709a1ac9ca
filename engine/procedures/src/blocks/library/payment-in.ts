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

const key = 'payment-in';
const title = { fr: 'Faire payer', nl: 'Laten betalen', en: 'Have something paid' };
const requestLetter = 'block-payment-in-request';
const reminderLetter = 'block-payment-in-reminder';
const money = { prefix: 'block-payment', again: 'block-payment-await' };
const toPay =
  '= { amount: payment.rest, communication: receivable.communication, iban: receivable.iban, dueOn: receivable.dueOn }';

const remindOnce: DrawPath = (reminded) =>
  reminded
    .serviceTask(
      'block-payment-send-reminder',
      letterStep(
        { fr: 'Envoyer le rappel', nl: 'De herinnering verzenden', en: 'Send the reminder' },
        { input: 'reminderLetter', letter: reminderLetter, values: toPay },
      ),
    )
    .exclusiveGateway(
      'block-payment-after-reminder',
      named({
        fr: 'Mise en demeure prévue ?',
        nl: 'Ingebrekestelling voorzien?',
        en: 'Formal notice planned?',
      }),
    )
    .when('= noticeDays != null', (more) => more.connectTo('block-payment-await'))
    .otherwise((over) => over.connectTo('block-payment-unpaid'));

const whenOverdue: DrawPath = (late) =>
  late
    .catchEvent('block-payment-overdue', {
      ...named({ fr: 'Paiement en retard', nl: 'Betaling te laat', en: 'Payment overdue' }),
      event: { message: 'payment.overdue', correlationKey: '= receivable.receivableId' },
    })
    .exclusiveGateway('block-payment-how-late', named({ fr: 'Suite ?', nl: 'Vervolg?', en: 'What next?' }))
    .when('= payment.step = "reminder"', remindOnce)
    .when('= payment.step = "overdue" and reminderDays != null', (waiting) => waiting.connectTo('block-payment-await'))
    .otherwise((over) =>
      over.end('block-payment-unpaid', {
        ...named({ fr: 'Pas payé à temps', nl: 'Niet op tijd betaald', en: 'Not paid in time' }),
        outputs: { isPaid: '= false', isLifted: '= false' },
      }),
    );

const process = blockProcess(key, title, (path) =>
  path
    .start('block-payment-wanted', named({ fr: 'Paiement voulu', nl: 'Betaling gewenst', en: 'Payment wanted' }))
    .serviceTask(
      'block-payment-ask',
      caseStoreStep(
        { fr: 'Demander le paiement', nl: 'De betaling vragen', en: 'Ask for the payment' },
        {
          operation: 'ask-payment',
          inputs: {
            paymentKind: '= paymentKind',
            paymentLabel: '= paymentLabel',
            legalReference: '= legalReference',
            paymentAmount: '= paymentAmount',
            paymentDays: '= if paymentDays = null then 30 else paymentDays',
            reminderDays: '= reminderDays',
            noticeDays: '= noticeDays',
          },
          result: 'receivable',
        },
      ),
    )
    .serviceTask(
      'block-payment-send-request',
      letterStep(
        { fr: 'Envoyer la demande de paiement', nl: 'Het betalingsverzoek verzenden', en: 'Send the request to pay' },
        {
          input: 'letter',
          letter: requestLetter,
          values:
            '= { amount: receivable.amount, communication: receivable.communication, iban: receivable.iban, dueOn: receivable.dueOn }',
        },
      ),
    )
    .eventBasedGateway('block-payment-await', named({ fr: 'Payé ?', nl: 'Betaald?', en: 'Paid?' }))
    .branch(whenReceived(money))
    .branch(whenLowered(money))
    .branch(whenOverdue),
);

/** Asks for money, writes so, and waits until all of it is there or the last step of its recovery is reached. */
export const paymentIn: Block = {
  key,
  title,
  description: {
    fr: 'Demande un montant avec sa communication structurée, envoie la demande, et attend que tout soit payé. En retard : rappel puis mise en demeure, si vous les prévoyez.',
    nl: 'Vraagt een bedrag met zijn gestructureerde mededeling, verzendt het verzoek en wacht tot alles betaald is. Te laat: een herinnering en daarna een ingebrekestelling, als u die voorziet.',
    en: 'Asks for an amount with its structured communication, sends the request, and waits until all of it is paid. When late: a reminder and then a formal notice, if you plan them.',
  },
  inputs: [
    {
      name: 'paymentKind',
      kind: 'choice',
      choices: [
        { value: 'fee', label: { fr: 'Redevance', nl: 'Retributie', en: 'Fee' } },
        { value: 'fine', label: { fr: 'Amende', nl: 'Boete', en: 'Fine' } },
        { value: 'recovery', label: { fr: 'Récupération', nl: 'Terugvordering', en: 'Recovery' } },
      ],
      label: { fr: 'Nature', nl: 'Aard', en: 'Kind' },
      isRequired: true,
      value: '= "fee"',
    },
    paymentLabel,
    legalReference,
    amountToPay,
    daysToPay,
    daysToReminder({
      fr: 'Jours de retard. Vide : pas de rappel, le bloc finit au premier retard.',
      nl: 'Dagen te laat. Leeg: geen herinnering, het blok eindigt zodra het te laat is.',
      en: 'Days overdue. Empty: no reminder, the block ends once it is overdue.',
    }),
    daysToNotice({
      fr: 'Jours après le rappel. Le bloc finit alors, non payé.',
      nl: 'Dagen na de herinnering. Dan eindigt het blok, niet betaald.',
      en: 'Days after the reminder. The block ends then, unpaid.',
    }),
    ownLetter('letter', { fr: 'Demande de paiement', nl: 'Betalingsverzoek', en: 'Request to pay' }),
    ownLetter('reminderLetter', { fr: 'Rappel', nl: 'Herinnering', en: 'Reminder' }),
    channels,
  ],
  outputs: [paid, lifted, receivable],
  files: [
    process,
    blockLetter({
      key: requestLetter,
      subject: { fr: 'Demande de paiement', nl: 'Betalingsverzoek', en: 'Request to pay' },
      before: {
        fr: 'Veuillez payer {values.amount:money} au plus tard le {values.dueOn:date} sur le compte {values.iban:iban} avec la communication {values.communication}.',
        nl: 'Gelieve {values.amount:money} te betalen uiterlijk op {values.dueOn:date} op de rekening {values.iban:iban} met de mededeling {values.communication}.',
        en: 'Please pay {values.amount:money} by {values.dueOn:date} to the account {values.iban:iban} with the communication {values.communication}.',
      },
    }),
    blockLetter({
      key: reminderLetter,
      subject: { fr: 'Rappel de paiement', nl: 'Betalingsherinnering', en: 'Reminder to pay' },
      before: {
        fr: 'Il reste à payer {values.amount:money} depuis le {values.dueOn:date}. Veuillez verser ce montant sur le compte {values.iban:iban} avec la communication {values.communication}.',
        nl: 'Er blijft {values.amount:money} te betalen sinds {values.dueOn:date}. Gelieve dit bedrag te storten op de rekening {values.iban:iban} met de mededeling {values.communication}.',
        en: 'There is {values.amount:money} left to pay since {values.dueOn:date}. Please pay it to the account {values.iban:iban} with the communication {values.communication}.',
      },
    }),
  ],
};
