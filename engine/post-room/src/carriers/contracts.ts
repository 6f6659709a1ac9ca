import { appendAudit, requireStaff } from '@irisflow/access';
import { CaseworkError, requireLine } from '@irisflow/foundation';
import { type Contract, listContracts, saveContract } from '../storage/contracts.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { CarrierView, ContractSettings } from '../views/carriers.ts';
import { type CarriedChannel, carriedChannels } from './letter-carrier.ts';

const viewOf = ({ carriers }: Surroundings, channel: CarriedChannel, contract: Contract | undefined): CarrierView => ({
  channel,
  isConfigured: carriers[channel] !== null,
  account: contract?.account ?? null,
  isOn: contract?.isOn ?? false,
  revision: contract?.revision ?? 0,
});

/** By which ways the letters of an administration leave with somebody who carries them. */
export const listCarriers: UseCase<Record<string, never>, CarrierView[]> = async (surroundings, actor) => {
  const { administration } = requireStaff(actor, ['administrator', 'agent', 'supervisor']);
  const contracts = await listContracts(surroundings.database, administration);
  return carriedChannels.map((channel) =>
    viewOf(
      surroundings,
      channel,
      contracts.find((one) => one.channel === channel),
    ),
  );
};

export type SaidContract = ContractSettings & { readonly channel: CarriedChannel; readonly revision: number };

/** Says so; letters that nobody has in hand yet leave from now on, or stay. */
export const setCarrier: UseCase<SaidContract, CarrierView> = async (surroundings, actor, said) => {
  const { administration } = requireStaff(actor, ['administrator']);
  const { channel, isOn, revision } = said;
  const account = requireLine(said.account, { what: 'a number of the contract', pointer: '/account', most: 60 });
  if (isOn && surroundings.carriers[channel] === null)
    throw new CaseworkError('NO_CARRIER', `Expected a carrier of ${channel} letters, but none is configured`);
  const view = await surroundings.database.transaction(async (tx) => {
    if (!(await saveContract(tx, { administration, channel, account, isOn, revision })))
      throw new CaseworkError(
        'STALE_REVISION',
        `Expected revision ${revision} of the carrier, but somebody changed it`,
      );
    await appendAudit(surroundings, tx, {
      actor,
      action: 'carrier.set',
      object: `carrier:${channel}`,
      administration,
      detail: { account, isOn, revision: revision + 1 },
    });
    return viewOf(surroundings, channel, { administration, channel, account, isOn, revision: revision + 1 });
  });
  surroundings.carrierBell.ring();
  return view;
};
