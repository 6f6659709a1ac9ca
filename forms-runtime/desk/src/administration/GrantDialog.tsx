import type { SourceAuthorizationView, SourcesOfProcedure } from '@irisflow/client';
import { ConfirmDialog, Dialog, useFormatters, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { useDeskText } from '../texts/desk-texts.ts';
import { DialogForm } from '../app/DialogForm.tsx';
import { emptyDraft, grantedOf, standingOf } from './authorization-draft.ts';
import { AuthorizationFields, type AuthorizationFieldsProps } from './AuthorizationFields.tsx';
import { useGrant } from './use-authorizations.ts';
import { useToday } from './use-today.ts';

interface FormProps extends AuthorizationFieldsProps {
  readonly error: unknown;
  readonly busy: boolean;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
}

const GrantForm = ({ error, busy, onSubmit, onClose, ...fields }: FormProps) => {
  const t = useDeskText();
  return (
    <DialogForm error={error} busy={busy} confirm={t('authorizations.grant')} onSubmit={onSubmit} onClose={onClose}>
      <AuthorizationFields {...fields} />
    </DialogForm>
  );
};

interface ReplaceProps {
  readonly open: boolean;
  readonly standing: SourceAuthorizationView | undefined;
  readonly busy: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** One procedure has one authorization a source: what a new one ends is said before it ends. */
const ReplaceDialog = ({ open, standing, busy, onConfirm, onClose }: ReplaceProps) => {
  const t = useDeskText();
  const { dateTime } = useFormatters();
  return (
    <ConfirmDialog
      open={open}
      title={t('authorizations.replace.title')}
      confirm={t('authorizations.replace')}
      busy={busy}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      <p>
        {standing !== undefined &&
          t('authorizations.replace.text', { at: dateTime(standing.grantedAt), name: standing.grantedBy })}
      </p>
    </ConfirmDialog>
  );
};

interface OpenProps {
  readonly declared: readonly SourcesOfProcedure[];
  readonly authorizations: readonly SourceAuthorizationView[];
  readonly onClose: () => void;
}

const OpenGrant = ({ declared, authorizations, onClose }: OpenProps) => {
  const t = useDeskText();
  const toast = useToast();
  const grant = useGrant();
  const [draft, setDraft] = useState(emptyDraft);
  const [asked, setAsked] = useState(false);
  const [isReplacing, setReplacing] = useState(false);
  const today = useToday();
  const standing = standingOf(authorizations, draft, today);
  const granted = grantedOf(draft, today);
  const send = (): void => {
    if (granted === undefined) return;
    const onSuccess = (): void => {
      onClose();
      toast(t('authorizations.granted.done'));
    };
    grant.mutate(granted, { onSuccess, onError: () => setReplacing(false) });
  };
  const submit = (): void => {
    setAsked(true);
    if (granted !== undefined && standing !== undefined) setReplacing(true);
    else send();
  };
  return (
    <>
      <Dialog open={!isReplacing} wide title={t('authorizations.grant.title')} onClose={onClose}>
        <GrantForm
          declared={declared}
          draft={draft}
          onChange={setDraft}
          asked={asked}
          error={grant.error}
          busy={grant.isPending}
          onSubmit={submit}
          onClose={onClose}
        />
      </Dialog>
      <ReplaceDialog
        open={isReplacing}
        standing={standing}
        busy={grant.isPending}
        onConfirm={send}
        onClose={() => setReplacing(false)}
      />
    </>
  );
};

export interface GrantDialogProps extends OpenProps {
  readonly open: boolean;
}

/** Authorizes a procedure to ask a source. */
export const GrantDialog = ({ open, ...dialog }: GrantDialogProps) => open && <OpenGrant {...dialog} />;
