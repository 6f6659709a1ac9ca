import type { CarrierView } from '@irisflow/client';
import { Answered, Failure } from '@irisflow/frame';
import { Button, Checkbox, ConfirmDialog, Form, TextField, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { AdministrationFrame } from '../administration/AdministrationFrame.tsx';
import { Section } from '../app/Section.tsx';
import { usePostRoomText } from './post-room-texts.ts';
import { useCarriers, useSetCarrier } from './use-post-room.ts';

interface CarrierProps {
  readonly carrier: CarrierView;
}

const CarrierForm = ({ carrier: { channel, account, isOn, revision: first } }: CarrierProps) => {
  const t = usePostRoomText();
  const toast = useToast();
  const change = useSetCarrier(channel);
  const [draft, setDraft] = useState({ account: account ?? '', isOn });
  // Of what is shown here: what somebody else said meanwhile is not written over unseen.
  const [revision, setRevision] = useState(first);
  const [asked, setAsked] = useState(false);
  const [isConfirming, setConfirming] = useState(false);
  const sent = { account: draft.account.trim(), isOn: draft.isOn, revision };
  const submit = (): void => {
    setAsked(true);
    if (sent.account !== '') setConfirming(true);
  };
  const confirm = (): void => {
    const onSuccess = (saved: CarrierView): void => {
      setRevision(saved.revision);
      toast(t('saved'));
    };
    change.mutate(sent, { onSuccess, onSettled: () => setConfirming(false) });
  };
  return (
    <Form className="iris-stack desk-form" onSubmit={submit}>
      {change.isError && <Failure error={change.error} />}
      <TextField
        id={`carrier-account-${channel}`}
        label={t('account')}
        hint={t('account.hint')}
        code
        maxLength={60}
        value={draft.account}
        onChange={(typed) => setDraft({ ...draft, account: typed })}
        {...(asked && sent.account === '' && { error: t('account.missing') })}
      />
      <Checkbox
        id={`carrier-use-${channel}`}
        label={t('use')}
        optional
        value={draft.isOn}
        onChange={(chosen) => setDraft({ ...draft, isOn: chosen })}
      />
      <div className="iris-form-actions">
        <Button type="submit">{t('save')}</Button>
      </div>
      <ConfirmDialog
        open={isConfirming}
        title={t('save.title')}
        confirm={t('save')}
        busy={change.isPending}
        onConfirm={confirm}
        onClose={() => setConfirming(false)}
      >
        <p>{t(draft.isOn ? 'save.on' : 'save.off')}</p>
      </ConfirmDialog>
    </Form>
  );
};

const Carrier = ({ carrier }: CarrierProps) => {
  const t = usePostRoomText();
  const { channel, isConfigured } = carrier;
  return (
    <Section id={`carrier-${channel}`} title={t(`channel.${channel}`)}>
      <p>{t(`channel.${channel}.text`)}</p>
      {isConfigured ? <CarrierForm carrier={carrier} /> : <p>{t('carrier.none')}</p>}
    </Section>
  );
};

/** By which ways letters leave with somebody who carries them. */
export const CarriersPage = () => {
  const t = usePostRoomText();
  return (
    <AdministrationFrame title={t('carriers')} lead={t('carriers.lead')}>
      <Answered query={useCarriers()}>
        {(carriers) => (
          <div className="iris-stack iris-stack--loose">
            {carriers.map((carrier) => (
              <Carrier key={carrier.channel} carrier={carrier} />
            ))}
          </div>
        )}
      </Answered>
    </AdministrationFrame>
  );
};
