import { ProblemError, type PartyLabel } from '@irisflow/client';
import { Answered } from '@irisflow/frame';
import {
  Button,
  CheckboxGroup,
  DataTable,
  Dialog,
  EmptyState,
  Select,
  TextField,
  useToast,
  VisuallyHidden,
  type Column,
} from '@irisflow/ui';
import { useState } from 'react';
import { DialogForm } from '../app/DialogForm.tsx';
import { LabelTag } from '../parties/LabelTag.tsx';
import { type LabelDraft, useLabels, useSaveLabel } from '../parties/use-marks.ts';
import { useDeskText } from '../texts/desk-texts.ts';
import { AdministrationFrame } from './AdministrationFrame.tsx';

const colors = ['grey', 'blue', 'green', 'yellow', 'orange', 'red', 'purple', 'brown'] as const;
const fresh: LabelDraft = { id: null, name: { fr: '', nl: '' }, color: 'blue', isRetired: false };

const isTaken = (error: unknown): boolean =>
  error instanceof ProblemError && (error.problem.errors ?? []).some(({ keyword }) => keyword === 'unique');

interface NamesProps extends Pick<LabelDraft, 'name'> {
  readonly onChange: (part: Partial<LabelDraft['name']>) => void;
  readonly errorOf: (language: 'fr' | 'nl') => string | undefined;
}

const Names = ({ name, onChange, errorOf }: NamesProps) => {
  const t = useDeskText();
  return (['fr', 'nl'] as const).map((language) => {
    const error = errorOf(language);
    return (
      <TextField
        key={language}
        id={`label-${language}`}
        label={t(`admin.name.${language}`)}
        maxLength={60}
        value={name[language]}
        onChange={(value) => onChange({ [language]: value })}
        {...(error !== undefined && { error })}
      />
    );
  });
};

interface RetiringProps extends Pick<LabelDraft, 'isRetired'> {
  readonly onChange: (isRetired: boolean) => void;
}

const Retiring = ({ isRetired, onChange }: RetiringProps) => {
  const t = useDeskText();
  return (
    <CheckboxGroup
      id="label-retired"
      label={t('label.use')}
      optional
      options={[{ value: 'retired', label: t('label.retire'), hint: t('label.retire.hint') }]}
      value={isRetired ? ['retired'] : []}
      onChange={(values) => onChange(values.length > 0)}
    />
  );
};

interface LabelDialogProps {
  readonly first: LabelDraft;
  readonly onClose: () => void;
}

const LabelDialog = ({ first, onClose }: LabelDialogProps) => {
  const t = useDeskText();
  const toast = useToast();
  const save = useSaveLabel();
  const [draft, setDraft] = useState(first);
  const [isAsked, setAsked] = useState(false);
  const refused = isTaken(save.error) ? t('label.name.taken') : undefined;
  const change = (part: Partial<LabelDraft>): void => {
    save.reset();
    setDraft({ ...draft, ...part });
  };
  const name = { fr: draft.name.fr.trim(), nl: draft.name.nl.trim() };
  const submit = (): void => {
    setAsked(true);
    if (name.fr === '' || name.nl === '' || save.isPending) return;
    const onSuccess = (): void => {
      toast(t('label.saved'));
      onClose();
    };
    save.mutate({ ...draft, name }, { onSuccess });
  };
  const errorOf = (language: 'fr' | 'nl') => (isAsked && name[language] === '' ? t('admin.name.missing') : refused);
  return (
    <Dialog open title={t(first.id === null ? 'label.add' : 'label.change')} onClose={onClose}>
      <DialogForm
        error={refused === undefined ? save.error : null}
        busy={save.isPending}
        confirm={t('label.save')}
        onSubmit={submit}
        onClose={onClose}
      >
        <Names name={draft.name} onChange={(part) => change({ name: { ...draft.name, ...part } })} errorOf={errorOf} />
        <Select
          id="label-color"
          label={t('label.color')}
          options={colors.map((value) => ({ value, label: t(`label.color.${value}`) }))}
          value={draft.color}
          onChange={(value) => change({ color: colors.find((color) => color === value) ?? draft.color })}
        />
        <p>
          <LabelTag label={{ ...draft, id: '', name: { fr: name.fr || '…', nl: name.nl || '…' }, isRetired: false }} />
        </p>
        {first.id !== null && <Retiring isRetired={draft.isRetired} onChange={(isRetired) => change({ isRetired })} />}
      </DialogForm>
    </Dialog>
  );
};

interface LabelTableProps {
  readonly labels: readonly PartyLabel[];
  readonly onChange: (label: PartyLabel) => void;
}

const useColumns = ({ onChange }: Pick<LabelTableProps, 'onChange'>): readonly Column<PartyLabel>[] => {
  const t = useDeskText();
  return [
    { id: 'label', header: t('label'), cell: (label) => <LabelTag label={label} /> },
    { id: 'fr', header: t('admin.name.fr'), cell: ({ name }) => <span lang="fr">{name.fr}</span> },
    { id: 'nl', header: t('admin.name.nl'), cell: ({ name }) => <span lang="nl">{name.nl}</span> },
    {
      id: 'change',
      header: t('label.change'),
      cell: (label) => (
        <Button tone="secondary" size="small" onClick={() => onChange(label)}>
          {t('label.change')} <VisuallyHidden>({label.name.fr})</VisuallyHidden>
        </Button>
      ),
    },
  ];
};

const LabelTable = ({ labels, onChange }: LabelTableProps) => {
  const t = useDeskText();
  return (
    <DataTable
      caption={t('labels')}
      captionHidden
      columns={useColumns({ onChange })}
      rows={labels}
      rowKey={({ id }) => id}
    />
  );
};

/** The labels by which my administration marks people and companies. */
export const LabelsPage = () => {
  const t = useDeskText();
  const labels = useLabels();
  const [edited, setEdited] = useState<LabelDraft>();
  return (
    <AdministrationFrame
      title={t('labels')}
      lead={t('labels.lead')}
      actions={<Button onClick={() => setEdited(fresh)}>{t('label.add')}</Button>}
    >
      <Answered query={labels}>
        {(all) =>
          all.length === 0 ? (
            <EmptyState title={t('labels.empty')}>{t('labels.empty.text')}</EmptyState>
          ) : (
            <LabelTable labels={all} onChange={setEdited} />
          )
        }
      </Answered>
      {edited !== undefined && <LabelDialog first={edited} onClose={() => setEdited(undefined)} />}
    </AdministrationFrame>
  );
};
