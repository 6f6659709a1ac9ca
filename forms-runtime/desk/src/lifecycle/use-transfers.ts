import { answer, platform, type CaseTransfers, type ReceivedTransfers } from '@irisflow/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

const byCase = (caseId: string) => ({ params: { path: { caseId } } });
const byTransfer = (transferId: string) => ({ params: { path: { transferId } } });
const keyOfCase = (caseId: string) => ['transfers', 'case', caseId] as const;
const receivedKey = ['transfers', 'received'] as const;

/** How a case was sent on, where it came from, and whom it can be sent on to. */
export const useTransfers = (caseId: string) =>
  useQuery({
    queryKey: keyOfCase(caseId),
    queryFn: () => answer(platform.GET('/api/cases/{caseId}/transfers', byCase(caseId))),
  });

const useTransferChange = <Input>(caseId: string, change: (input: Input) => Promise<CaseTransfers>) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async (transfers) => {
      queries.setQueryData(keyOfCase(caseId), transfers);
      await queries.invalidateQueries({ queryKey: ['case', caseId] });
    },
  });
};

export interface TransferToPropose {
  readonly to: string;
  readonly reason: string;
  readonly documents: string[];
  readonly withAnswers: boolean;
  readonly days: number;
}

export const useProposeTransfer = (caseId: string) =>
  useTransferChange(caseId, (body: TransferToPropose) =>
    answer(platform.POST('/api/cases/{caseId}/transfers', { ...byCase(caseId), body })),
  );

export const useWithdrawTransfer = (caseId: string) =>
  useTransferChange(caseId, (transferId: string) =>
    answer(
      platform.POST('/api/cases/{caseId}/transfers/{transferId}/withdrawal', {
        params: { path: { caseId, transferId } },
      }),
    ),
  );

/** Cases that others want to send on to my administration. */
export const useReceivedTransfers = () =>
  useQuery({ queryKey: receivedKey, queryFn: () => answer(platform.GET('/api/desk/transfers')) });

const useReceivedChange = <Input>(change: (input: Input) => Promise<ReceivedTransfers>) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: (received) => void queries.setQueryData(receivedKey, received),
  });
};

export const useAcceptTransfer = (transferId: string) =>
  useReceivedChange((procedureKey: string) =>
    answer(
      platform.POST('/api/transfers/{transferId}/acceptance', { ...byTransfer(transferId), body: { procedureKey } }),
    ),
  );

export const useRefuseTransfer = (transferId: string) =>
  useReceivedChange((reason: string) =>
    answer(platform.POST('/api/transfers/{transferId}/refusal', { ...byTransfer(transferId), body: { reason } })),
  );
