import { room } from '@irisflow/access';
import { getMine, listMine } from './citizens/my-payments.ts';
import { allotPayment } from './desk/allot-payment.ts';
import { listOfOfficeCase } from './desk/case-account.ts';
import { getPayee, setPayee } from './desk/keep-payee.ts';
import { giveBackPayment } from './desk/give-back.ts';
import { notePayment } from './desk/note-payment.ts';
import { getBooks, getReceivable, listReceivables, listWriteOffs } from './desk/read-books.ts';
import { getPayment, listWaitingPayments } from './desk/read-payments.ts';
import { reverseEntryOfPayment, reversePayment } from './desk/reverse-payment.ts';
import { takePayment } from './desk/take-payment.ts';
import { askWriteOff, decideWriteOff } from './desk/write-off.ts';
import type { Surroundings } from './surroundings.ts';

/** What people owe an administration, and its books. */
export const ledgerRoom = (surroundings: Surroundings) =>
  room(surroundings, {
    listReceivables,
    getReceivable,
    getBooks,
    listWriteOffs,
    listWaitingPayments,
    getPayment,
    takePayment,
    allotPayment,
    giveBackPayment,
    notePayment,
    reversePayment,
    reverseEntryOfPayment,
    askWriteOff,
    decideWriteOff,
    getPayee,
    setPayee,
    listOfOfficeCase,
    listMine,
    getMine,
  });
