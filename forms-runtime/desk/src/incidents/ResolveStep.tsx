import type { CaseIncident } from '@irisflow/client';
import { Failure, useLocalized } from '@irisflow/frame';
import { Button, ConfirmDialog, TextArea } from '@irisflow/ui';
import { useState } from 'react';
import { useDeskText } from '../texts/desk-texts.ts';
import type { useHelp } from './use-incidents.ts';

interface ResolveStepProps {
  readonly incident: CaseIncident;
  readonly help: ReturnType<typeof useHelp>;
}

/** A supervisor says that the cause is mended, and why. */
export const ResolveStep = ({ incident, help }: ResolveStepProps) => {
  const t = useDeskText();
  const step = useLocalized()(incident.step);
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [isAsked, setAsked] = useState(false);
  const isMissing = reason.trim() === '';
  const id = `resolve-${incident.incidentKey}`;
  const confirm = (): void => {
    setAsked(true);
    if (isMissing) document.getElementById(id)?.focus();
    else help.mutate({ incidentKey: incident.incidentKey, reason: reason.trim() });
  };
  return (
    <>
      <Button tone="quiet" size="small" onClick={() => setOpen(true)}>
        {t('incident.resolve')}
      </Button>
      <ConfirmDialog
        open={isOpen}
        title={t('incident.resolve.title', { step })}
        confirm={t('incident.resolve.confirm')}
        busy={help.isPending}
        onConfirm={confirm}
        onClose={() => setOpen(false)}
      >
        <p>{t('incident.resolve.text')}</p>
        <TextArea
          id={id}
          label={t('incident.reason')}
          rows={3}
          maxLength={2000}
          value={reason}
          onChange={setReason}
          {...(isAsked && isMissing && { error: t('incident.reason.missing') })}
        />
        {help.isError && <Failure error={help.error} />}
      </ConfirmDialog>
    </>
  );
};
