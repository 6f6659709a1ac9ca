import type { RunContext } from '@irisflow/connector-sdk';
import { Type, type Static } from 'typebox';

import { askRegister } from './ask-register.ts';
import { EnterpriseNumber, readEnterpriseNumber } from './enterprise-number.ts';

export const DebtInput = Type.Object({ enterpriseNumber: EnterpriseNumber });

/** Yes or no, and until when it counts: what is owed and since when stays with whoever it is owed to. */
export const DebtAttestation = Type.Object({
  attestationId: Type.String(),
  hasDebts: Type.Boolean(),
  asOf: Type.String({ format: 'date' }),
  validUntil: Type.String({ format: 'date' }),
});

export type DebtInput = Static<typeof DebtInput>;
export type DebtAttestation = Static<typeof DebtAttestation>;

type Attester = { readonly source: string; readonly urlSetting: string; readonly tokenSecret: string };

/** Asks whoever attests debts about one company. */
export const askAttestation = async (
  { enterpriseNumber }: DebtInput,
  context: RunContext,
  attester: Attester,
): Promise<DebtAttestation> => {
  const number = readEnterpriseNumber(enterpriseNumber);
  const { attestationId, hasDebts, asOf, validUntil } = await askRegister(context, {
    ...attester,
    subject: number,
    body: { enterpriseNumber: number },
    answer: DebtAttestation,
  });
  return { attestationId, hasDebts, asOf, validUntil };
};
