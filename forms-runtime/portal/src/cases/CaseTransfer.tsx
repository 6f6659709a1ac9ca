import { answer, platform } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { AppLink, Notice, useFormatters } from '@irisflow/ui';
import { useQuery } from '@tanstack/react-query';
import { usePersonalText } from '../texts/personal-texts.ts';

/** Where my case was sent on to, or came from: both stay mine to read. */
export const CaseTransfer = ({ caseId }: { readonly caseId: string }) => {
  const t = usePersonalText();
  const read = useLocalized();
  const { date } = useFormatters();
  const { data = [] } = useQuery({
    queryKey: ['my-transfers', caseId],
    queryFn: () => answer(platform.GET('/api/my/cases/{caseId}/transfers', { params: { path: { caseId } } })),
  });
  return data.map(({ earlier, now, from, to, at }) => {
    const isSent = earlier.id === caseId;
    const other = isSent ? now : earlier;
    return (
      <Notice key={other.id} tone="info" title={t(isSent ? 'transfer.sent' : 'transfer.received')}>
        {t(isSent ? 'transfer.sent.text' : 'transfer.received.text', { at: date(at), name: read(isSent ? to : from) })}{' '}
        <AppLink href={`/my/cases/${other.id}`}>{other.reference}</AppLink>.
      </Notice>
    );
  });
};
