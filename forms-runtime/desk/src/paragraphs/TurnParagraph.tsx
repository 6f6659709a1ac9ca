import type { ParagraphView } from '@irisflow/client';
import { Dialog, useToast } from '@irisflow/ui';
import { DialogForm } from '../app/DialogForm.tsx';
import { ReasonField, useReason } from '../cases/ReasonField.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { useTurnParagraph } from './use-paragraphs.ts';

interface FormProps {
  readonly paragraph: ParagraphView;
  readonly onClose: () => void;
}

const TurnForm = ({ paragraph, onClose }: FormProps) => {
  const t = useDeskText();
  const toast = useToast();
  const turn = useTurnParagraph(paragraph.id);
  const { reason, check, field } = useReason();
  const retire = paragraph.state !== 'retired';
  const submit = (): void => {
    if (!check() || turn.isPending) return;
    const onSuccess = (): void => {
      toast(t(retire ? 'paragraph.retired' : 'paragraph.restored'));
      onClose();
    };
    turn.mutate({ retire, version: paragraph.version, reason }, { onSuccess });
  };
  return (
    <DialogForm
      error={turn.error}
      busy={turn.isPending}
      confirm={t(retire ? 'paragraph.retire' : 'paragraph.restore')}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{t(retire ? 'paragraph.retire.text' : 'paragraph.restore.text')}</p>
      <ReasonField id="turn-reason" {...field} />
    </DialogForm>
  );
};

/** Takes a paragraph out of use, or into use again; the reason stays on record. */
export const TurnParagraph = ({ open, ...form }: FormProps & { readonly open: boolean }) => {
  const t = useDeskText();
  const title = form.paragraph.state === 'retired' ? 'paragraph.restore' : 'paragraph.retire';
  return (
    <Dialog open={open} title={t(title)} onClose={form.onClose}>
      {open && <TurnForm {...form} />}
    </Dialog>
  );
};
