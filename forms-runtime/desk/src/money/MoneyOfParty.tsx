import type { PartyMoney } from '@irisflow/client';
import { Answered } from '@irisflow/frame';
import { Section } from '../app/Section.tsx';
import { PayableTable } from '../payouts/PayableTable.tsx';
import { usePayoutText } from '../payouts/payout-texts.ts';
import { useDeskText } from '../texts/desk-texts.ts';
import { ReceivableTable } from './ReceivableTable.tsx';
import { usePartyMoney } from './use-receivables.ts';

interface MoneyProps {
  readonly money: PartyMoney;
}

const Money = ({ money: { receivables, payables } }: MoneyProps) => {
  const t = usePayoutText();
  return (
    <div className="iris-stack">
      {receivables.length > 0 && <ReceivableTable receivables={receivables} linksCases />}
      {payables.length > 0 && (
        <div className="iris-stack">
          <h3>{t('party.out')}</h3>
          <PayableTable payables={payables} />
        </div>
      )}
    </div>
  );
};

/** What somebody owes and paid, and what goes out to them; nothing where nothing is asked or paid. */
export const MoneyOfParty = ({ partyId }: { readonly partyId: string }) => {
  const t = useDeskText();
  const query = usePartyMoney(partyId);
  const { data, isPending } = query;
  if (isPending || (data !== undefined && data.receivables.length + data.payables.length === 0)) return null;
  return (
    <Section id="party-money" title={t('file.payments')}>
      <Answered query={query}>{(money) => <Money money={money} />}</Answered>
    </Section>
  );
};
