import { room } from '@irisflow/access';
import { getMine, listMine } from './citizens/my-payments.ts';
import { allotPayment } from './desk/allot-payment.ts';
import { listOfOfficeCase } from './desk/case-account.ts';
import { getPayee, setPayee } from './desk/keep-payee.ts';
import { getBooks, getReceivable, listReceivables, listUnrecognized, listWriteOffs } from './desk/read-books.ts';
import { reversePayment } from './desk/reverse-payment.ts';
import { takePayment } from './desk/take-payment.ts';
import { askWriteOff, decideWriteOff } from './desk/write-off.ts';
import type { Surroundings } from './surroundings.ts';

/** What people owe an administration, and its books. */
export const ledgerRoom = (surroundings: Surroundings) =>
  room(surroundings, {
    listReceivables,
    getReceivable,
    getBooks,
    listUnrecognized,
    listWriteOffs,
    takePayment,
    allotPayment,
    reversePayment,
    askWriteOff,
    decideWriteOff,
    getPayee,
    setPayee,
    listOfOfficeCase,
    listMine,
    getMine,
  });
