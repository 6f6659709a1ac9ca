import { dayOf } from '@irisflow/calendar';
import type { CaseRow } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { CaseworkError, type LocalizedText } from '@irisflow/foundation';
import { holdLaterOrders } from '@irisflow/lifecycle';
import { isInForce, listParticipantRows } from '@irisflow/parties';
import {
  cancelOrder as cancel,
  type CanceledOrder,
  orderPayment as order,
  type OrderedPayment,
  type PaymentOrdered,
} from '@irisflow/payables';
import { once, type ConnectorCall } from './once.ts';
import type { UseCase } from './surroundings.ts';

export type OrderPayment = ConnectorCall &
  Pick<PaymentOrdered, 'amount' | 'iban' | 'dueOn' | 'rightId' | 'engagementId'> & {
    readonly label: LocalizedText;
    /** A role of the procedure that somebody has in the case. */
    readonly payeeRole?: string;
    /** Somebody else, by name. */
    readonly payeeName?: string;
    readonly communication?: string;
  };

type Payee = Pick<PaymentOrdered, 'personId' | 'payee'>;
type Named = Pick<OrderPayment, 'payeeRole' | 'payeeName'>;

const whoHas = async (
  tx: Queryable,
  { id }: CaseRow,
  { role, today }: { readonly role: string; readonly today: string },
): Promise<Payee> => {
  const found = (await listParticipantRows(tx, id)).filter((row) => row.role === role && isInForce(row, today));
  const [one] = found;
  if (one !== undefined && found.length === 1) return { personId: one.party_id, payee: one.name };
  throw new CaseworkError(
    'INPUT_INVALID',
    `Expected one person with the role ${role.slice(0, 80)} in the case, but found ${found.length}`,
  );
};

/** Who gets it: whom the process names, else who applied. */
const payeeIn = async (tx: Queryable, row: CaseRow, named: Named & { readonly today: string }): Promise<Payee> => {
  const { payeeRole, payeeName, today } = named;
  if (payeeRole !== undefined && payeeName !== undefined)
    throw new CaseworkError('INPUT_INVALID', 'Expected a role or a name of whoever gets it, but found both');
  if (payeeRole !== undefined) return whoHas(tx, row, { role: payeeRole, today });
  if (payeeName !== undefined) return { personId: null, payee: payeeName };
  return { personId: row.person_id, payee: row.applicant };
};

/** Orders that somebody is paid; what becomes of it is told by `payment.executed` or `payment.rejected`. */
export const orderPayment: UseCase<OrderPayment, OrderedPayment> = (surroundings, actor, call) => {
  const { amount, iban, label, dueOn, rightId, engagementId, communication } = call;
  return once(surroundings, actor, {
    ...call,
    operation: 'order',
    work: async ({ tx, row }) => {
      const ordered = await order(surroundings, tx, {
        actor,
        ordered: {
          administration: row.administration,
          caseId: row.id,
          procedureKey: row.procedure_key,
          ...(await payeeIn(tx, row, { ...call, today: dayOf(surroundings.clock.now()) })),
          amount,
          iban,
          label,
          communication: communication ?? `${row.reference} ${label[row.language]}`,
          ...(dueOn === undefined ? {} : { dueOn }),
          ...(rightId === undefined ? {} : { rightId }),
          ...(engagementId === undefined ? {} : { engagementId }),
        },
      });
      await holdLaterOrders(surroundings, tx, row);
      return ordered;
    },
  });
};

export type CancelOrder = ConnectorCall & { readonly payableId: string; readonly reason: string };

/** Takes back what the case had ordered, as long as no batch has it. */
export const cancelOrder: UseCase<CancelOrder, CanceledOrder> = (surroundings, actor, call) => {
  const { payableId, reason } = call;
  return once(surroundings, actor, {
    ...call,
    operation: 'orderCancellation',
    work: ({ tx, row: { id: caseId, administration } }) =>
      cancel(surroundings, tx, { actor, administration, caseId, payableId, reason }),
  });
};
