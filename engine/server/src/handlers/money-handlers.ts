import type { moneyOperations } from '../api/contract/money.ts';
import type { Handlers } from '../http/call.ts';
import type { HandlerOptions } from './handler-options.ts';

export const createMoneyHandlers = ({
  casework: { ledger },
}: HandlerOptions): Handlers<keyof typeof moneyOperations> => ({
  listMyPayments: ({ actor }) => ledger.listMine(actor, {}),
  getMyPayment: ({ actor, params }) => ledger.getMine(actor, params),
  listCasePayments: ({ actor, params }) => ledger.listOfOfficeCase(actor, params),
  listReceivables: ({ actor, query }) => ledger.listReceivables(actor, query),
  getReceivable: ({ actor, params }) => ledger.getReceivable(actor, params),
  getBooks: ({ actor }) => ledger.getBooks(actor, {}),
  listWaitingPayments: ({ actor, query }) => ledger.listWaitingPayments(actor, query),
  getPayment: ({ actor, params }) => ledger.getPayment(actor, params),
  takePayment: ({ actor, body }) => ledger.takePayment(actor, body),
  allotPayment: ({ actor, params, body }) => ledger.allotPayment(actor, { ...params, ...body }),
  giveBackPayment: ({ actor, params, body }) => ledger.giveBackPayment(actor, { ...params, ...body }),
  notePayment: ({ actor, params, body }) => ledger.notePayment(actor, { ...params, ...body }),
  reverseEntryOfPayment: ({ actor, params, body }) => ledger.reverseEntryOfPayment(actor, { ...params, ...body }),
  reversePayment: ({ actor, params, body }) => ledger.reversePayment(actor, { ...params, ...body }),
  listWriteOffs: ({ actor }) => ledger.listWriteOffs(actor, {}),
  askWriteOff: ({ actor, params, body }) => ledger.askWriteOff(actor, { ...params, ...body }),
  decideWriteOff: ({ actor, params, body }) => ledger.decideWriteOff(actor, { ...params, ...body }),
  getPayee: ({ actor }) => ledger.getPayee(actor, {}),
  setPayee: ({ actor, body }) => ledger.setPayee(actor, body),
});
