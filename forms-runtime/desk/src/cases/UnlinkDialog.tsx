import type { CaseLinkView } from '@irisflow/client';
import { Dialog, useToast } from '@irisflow/ui';
import { DialogForm } from '../app/DialogForm.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { ReasonField, useReason } from './ReasonField.tsx';
import { useUnlinkCase } from './use-case-links.ts';

interface FormProps {
  readonly caseId: string;
  readonly link: CaseLinkView & { readonly id: string };
  readonly onClose: () => void;
}

const UnlinkForm = ({ caseId, link, onClose }: FormProps) => {
  const t = useDeskText();
  const toast = useToast();
  const unlink = useUnlinkCase(caseId);
  const { reason, check, field } = useReason();
  const submit = (): void => {
    if (!check() || unlink.isPending) return;
    const onSuccess = (): void => {
      toast(t('links.removed'));
      onClose();
    };
    unlink.mutate({ linkId: link.id, reason }, { onSuccess });
  };
  return (
    <DialogForm
      error={unlink.error}
      busy={unlink.isPending}
      confirm={t('links.remove')}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{t('links.remove.text')}</p>
      <ReasonField id="unlink-reason" {...field} />
    </DialogForm>
  );
};

/** Takes a link back, with a reason that stays on record. */
export const UnlinkDialog = ({
  link,
  ...form
}: Omit<FormProps, 'link'> & { readonly link: FormProps['link'] | undefined }) => {
  const t = useDeskText();
  if (link === undefined) return null;
  return (
    <Dialog open title={t('links.remove.title', { reference: link.other.reference })} onClose={form.onClose}>
      <UnlinkForm {...form} link={link} />
    </Dialog>
  );
};
