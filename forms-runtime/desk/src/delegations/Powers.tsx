import type { DelegationView } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { useDeskText } from '../texts/desk-texts.ts';
import { useGroupName } from './use-delegations.ts';

/** Which tasks a delegation is for, in words. */
export const Powers = ({ delegation }: { readonly delegation: DelegationView }) => {
  const t = useDeskText();
  const read = useLocalized();
  const nameOf = useGroupName();
  const { groups, lostGroups, procedures } = delegation;
  const named = procedures?.map(({ key, title }) => (title === null ? key : read(title))).join(', ');
  const lost = groups.filter(({ key }) => lostGroups.includes(key));
  return (
    <>
      {groups.map(nameOf).join(', ')}
      <span className="iris-muted desk-delegation__more">{named ?? t('delegation.procedures.all')}</span>
      {lost.length > 0 && (
        <span className="iris-muted desk-delegation__more">
          {t('delegation.lost', { groups: lost.map(nameOf).join(', '), name: delegation.delegator.name })}
        </span>
      )}
    </>
  );
};
