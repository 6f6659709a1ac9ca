import { useLocalized } from '@irisflow/frame';
import { Dialog, Select } from '@irisflow/ui';
import { useState } from 'react';
import { DialogForm } from '../app/DialogForm.tsx';
import { ReasonField, useReason } from '../cases/ReasonField.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { categories, useUnmask, type RestrictedField } from './use-restricted.ts';

interface UnmaskProps {
  readonly caseId: string;
  readonly field: RestrictedField;
  readonly onClose: () => void;
}

const UnmaskForm = ({ caseId, field, onClose }: UnmaskProps) => {
  const t = useDeskText();
  const unmask = useUnmask(caseId);
  const why = useReason();
  const [category, setCategory] = useState<(typeof categories)[number]>('handling');
  const submit = (): void => {
    if (!why.check()) {
      document.getElementById('unmask-reason')?.focus();
      return;
    }
    if (unmask.isPending) return;
    unmask.mutate({ pointer: field.pointer, reason: why.reason, category }, { onSuccess: onClose });
  };
  return (
    <DialogForm
      error={unmask.error}
      busy={unmask.isPending}
      confirm={t('restricted.show')}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{t('restricted.lead')}</p>
      <Select
        id="unmask-category"
        label={t('restricted.category')}
        options={categories.map((value) => ({ value, label: t(`restricted.category.${value}`) }))}
        value={category}
        onChange={(value) => setCategory(categories.find((one) => one === value) ?? category)}
      />
      <ReasonField id="unmask-reason" hint={t('restricted.reason.hint')} {...why.field} />
    </DialogForm>
  );
};

/** Asks why somebody looks at a restricted answer before it is shown. */
export const UnmaskDialog = ({
  field,
  ...props
}: Omit<UnmaskProps, 'field'> & { readonly field: RestrictedField | undefined }) => {
  const t = useDeskText();
  const read = useLocalized();
  if (field === undefined) return null;
  return (
    <Dialog open title={t('restricted.show.of', { label: read(field.label) })} onClose={props.onClose}>
      <UnmaskForm {...props} field={field} />
    </Dialog>
  );
};
