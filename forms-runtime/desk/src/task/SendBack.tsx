import { Failure } from '@irisflow/frame';
import { Button, Form, TextField } from '@irisflow/ui';
import { useState } from 'react';
import { useDeskText } from '../texts/desk-texts.ts';
import { useSendBack } from './use-send-back.ts';

const MAX_REASON = 500;

/** Lets a supervisor send a task back to who proposed, with a reason. */
export const SendBack = ({ taskId }: { readonly taskId: string }) => {
  const t = useDeskText();
  const sendBack = useSendBack(taskId);
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const submit = (): void => {
    const text = reason.trim().slice(0, MAX_REASON);
    setMissing(text === '');
    if (text !== '' && !sendBack.isPending) sendBack.mutate(text);
  };
  return (
    <Form className="iris-stack iris-stack--tight" onSubmit={submit}>
      {sendBack.isError && <Failure error={sendBack.error} />}
      <TextField
        id="send-back-reason"
        label={t('sendBack.reason')}
        value={reason}
        onChange={setReason}
        {...(isMissing && { error: t('sendBack.missing') })}
      />
      <div>
        <Button type="submit" busy={sendBack.isPending}>
          {t('sendBack')}
        </Button>
      </div>
    </Form>
  );
};
