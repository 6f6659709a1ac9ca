import type { PartyFile, PartyLabel } from '@irisflow/client';
import { Answered } from '@irisflow/frame';
import { Button, CheckboxGroup, Dialog, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { DialogForm } from '../app/DialogForm.tsx';
import { Section } from '../app/Section.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { LabelTag, useLabelName } from './LabelTag.tsx';
import { useLabels, usePutLabels } from './use-marks.ts';

interface EditProps {
  readonly file: PartyFile;
  readonly onClose: () => void;
}

/** One that is put nowhere any more can only be taken off. */
const offeredTo = (file: PartyFile, labels: readonly PartyLabel[]): readonly PartyLabel[] =>
  labels.filter(({ id, isRetired }) => !isRetired || file.labels.some((standing) => standing.id === id));

const EditForm = ({ file, labels, onClose }: EditProps & { readonly labels: readonly PartyLabel[] }) => {
  const t = useDeskText();
  const toast = useToast();
  const nameOf = useLabelName();
  const put = usePutLabels(file.id);
  const [chosen, setChosen] = useState<readonly string[]>(file.labels.map(({ id }) => id));
  const submit = (): void => {
    if (put.isPending) return;
    const onSuccess = (): void => {
      toast(t('label.put.done'));
      onClose();
    };
    put.mutate(chosen, { onSuccess });
  };
  return (
    <DialogForm
      error={put.error}
      busy={put.isPending}
      confirm={t('label.put.save')}
      onSubmit={submit}
      onClose={onClose}
    >
      <CheckboxGroup
        id="labels"
        label={t('label.put.which')}
        optional
        options={offeredTo(file, labels).map((label) => ({ value: label.id, label: nameOf(label) }))}
        value={chosen}
        onChange={setChosen}
      />
    </DialogForm>
  );
};

/** By which labels the office marks somebody; nothing where it has none. */
export const PartyLabels = ({ file }: { readonly file: PartyFile }) => {
  const t = useDeskText();
  const [isEditing, setEditing] = useState(false);
  const labels = useLabels();
  const close = (): void => setEditing(false);
  if (offeredTo(file, labels.data ?? file.labels).length === 0) return null;
  return (
    <Section id="party-labels" title={t('party.labels')}>
      {file.labels.length === 0 ? (
        <p className="iris-muted">{t('label.none')}</p>
      ) : (
        <p className="iris-row">
          {file.labels.map((label) => (
            <LabelTag key={label.id} label={label} />
          ))}
        </p>
      )}
      <div>
        <Button tone="secondary" size="small" onClick={() => setEditing(true)}>
          {t('label.put')}
        </Button>
      </div>
      <Dialog open={isEditing} title={t('label.put')} onClose={close}>
        {isEditing && (
          <Answered query={labels}>{(all) => <EditForm file={file} labels={all} onClose={close} />}</Answered>
        )}
      </Dialog>
    </Section>
  );
};
