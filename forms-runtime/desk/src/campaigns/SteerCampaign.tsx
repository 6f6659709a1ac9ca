import type { CampaignView } from '@irisflow/client';
import { Failure } from '@irisflow/frame';
import { Button, ConfirmDialog, LinkButton, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { DialogButton } from '../app/DialogButton.tsx';
import { DialogForm } from '../app/DialogForm.tsx';
import { ReasonField, useReason } from '../cases/ReasonField.tsx';
import { useCampaignText } from './campaign-texts.ts';
import { type PlainAct, type SaidAct, usePlainAct, useSaidAct } from './use-campaigns.ts';

interface OfCampaign {
  readonly campaign: CampaignView;
}

const SaidForm = ({ campaign, act, onClose }: OfCampaign & { readonly act: SaidAct; readonly onClose: () => void }) => {
  const t = useCampaignText();
  const toast = useToast();
  const said = useSaidAct(campaign.id);
  const { reason, check, field } = useReason();
  const submit = (): void => {
    if (!check() || said.isPending) return;
    const onSuccess = (): void => {
      toast(t(`act.${act}.done`));
      onClose();
    };
    said.mutate({ act, reason }, { onSuccess });
  };
  return (
    <DialogForm error={said.error} busy={said.isPending} confirm={t(`act.${act}`)} onSubmit={submit} onClose={onClose}>
      <p>{t(`act.${act}.text`)}</p>
      <ReasonField id="campaign-reason" {...field} />
    </DialogForm>
  );
};

/** Something that is done with a reason, which is asked once more. */
const Said = ({ campaign, act }: OfCampaign & { readonly act: SaidAct }) => {
  const t = useCampaignText();
  return (
    <DialogButton tone={act === 'end' ? 'danger' : 'secondary'} label={t(`act.${act}`)}>
      {(close) => <SaidForm campaign={campaign} act={act} onClose={close} />}
    </DialogButton>
  );
};

/** Something that is done with one word, which is asked once more. */
const Plain = ({ campaign, act }: OfCampaign & { readonly act: PlainAct }) => {
  const t = useCampaignText();
  const toast = useToast();
  const done = usePlainAct(campaign.id);
  const [isOpen, setOpen] = useState(false);
  const close = (): void => {
    done.reset();
    setOpen(false);
  };
  const confirm = async (): Promise<void> => {
    await done.mutateAsync(act);
    toast(t(`act.${act}.done`));
    setOpen(false);
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t(`act.${act}`)}</Button>
      <ConfirmDialog
        open={isOpen}
        title={t(`act.${act}`)}
        confirm={t(`act.${act}`)}
        busy={done.isPending}
        onConfirm={() => void confirm().catch(() => undefined)}
        onClose={close}
      >
        {done.isError && <Failure error={done.error} />}
        <p>{t(`act.${act}.text`)}</p>
      </ConfirmDialog>
    </>
  );
};

/** What I may do with a campaign as it stands. */
export const SteerCampaign = ({ campaign }: OfCampaign) => {
  const t = useCampaignText();
  const { id, state, may } = campaign;
  if (state === 'ended') return null;
  return (
    <div className="iris-row">
      {may.start && <Plain campaign={campaign} act="start" />}
      {state === 'draft' && <Plain campaign={campaign} act="proposal" />}
      {state === 'paused' && <Plain campaign={campaign} act="resumption" />}
      {may.change && (
        <LinkButton href={`/campaigns/${id}/plan`} tone="secondary">
          {t('change')}
        </LinkButton>
      )}
      {may.start && <Said campaign={campaign} act="return" />}
      {(state === 'scheduled' || state === 'running') && <Said campaign={campaign} act="pause" />}
      <Said campaign={campaign} act="end" />
    </div>
  );
};
