import type { MergePreview, PartyFile } from '@irisflow/client';
import { Failure } from '@irisflow/frame';
import { Dialog, RadioGroup, Skeleton, SummaryList, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { FilterSearch } from '../app/FilterSearch.tsx';
import { DialogForm } from '../app/DialogForm.tsx';
import { ReasonField, useReason } from '../cases/ReasonField.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { useMergeParty, useMergePreview, useParties } from './use-parties.ts';

interface MergeProps {
  readonly file: PartyFile;
  readonly onClose: () => void;
}

type Side = MergePreview['merged'];

/** The other record is merged into this one, which is the page that stays. */
const Preview = ({ partyId, intoPartyId }: { readonly partyId: string; readonly intoPartyId: string }) => {
  const t = useDeskText();
  const preview = useMergePreview(partyId, intoPartyId);
  const sumOf = ({ party, cases, takesPart, contacts }: Side): string =>
    [
      party.name,
      t.plural('merge.cases', cases),
      t.plural('merge.parts', takesPart),
      t.plural('merge.contacts', contacts),
    ].join(' · ');
  if (preview.isError) return <Failure error={preview.error} />;
  if (preview.data === undefined) return <Skeleton lines={2} />;
  const { merged, into } = preview.data;
  return (
    <SummaryList
      items={[
        { id: 'merged', term: t('merge.merged'), value: sumOf(merged) },
        { id: 'into', term: t('merge.into'), value: sumOf(into) },
      ]}
    />
  );
};

const useMerge = ({ file, onClose }: MergeProps) => {
  const t = useDeskText();
  const toast = useToast();
  const [search, setSearch] = useState<string>();
  const [chosen, setChosen] = useState<string>();
  const [isAsked, setAsked] = useState(false);
  const merge = useMergeParty(chosen ?? '');
  const { reason, check, field } = useReason();
  const submit = (): void => {
    setAsked(true);
    if (!check() || chosen === undefined || merge.isPending) return;
    const onSuccess = (): void => {
      toast(t('merge.done'));
      onClose();
    };
    merge.mutate({ intoPartyId: file.id, reason }, { onSuccess });
  };
  return { search, setSearch, chosen, setChosen, isMissing: isAsked && chosen === undefined, merge, field, submit };
};

/** Finds the other record, shows what will be read together, and asks why. */
export const MergeParty = (props: MergeProps) => {
  const t = useDeskText();
  const { file, onClose } = props;
  const { search, setSearch, chosen, setChosen, isMissing, merge, field, submit } = useMerge(props);
  const found = useParties(search);
  const others = (found.data ?? []).filter(({ id, kind }) => id !== file.id && kind === file.kind);
  return (
    <Dialog open wide title={t('merge.title', { name: file.name })} onClose={onClose}>
      <DialogForm
        error={merge.error}
        busy={merge.isPending}
        confirm={t('merge.confirm')}
        onSubmit={submit}
        onClose={onClose}
      >
        <p>{t('merge.text')}</p>
        <FilterSearch
          id="merge-search"
          label={t('merge.search')}
          hint={t('parties.search.hint')}
          value={search}
          onChange={setSearch}
        />
        {isMissing && <p className="iris-muted">{t('merge.missing')}</p>}
        {found.isError && <Failure error={found.error} />}
        {found.data !== undefined && others.length === 0 && <p>{t('merge.nobody')}</p>}
        {others.length > 0 && (
          <RadioGroup
            id="merge-other"
            label={t('merge.other')}
            options={others.map(({ id, name }) => ({ value: id, label: name }))}
            value={chosen}
            onChange={setChosen}
          />
        )}
        {chosen !== undefined && <Preview partyId={chosen} intoPartyId={file.id} />}
        <ReasonField id="merge-reason" hint={t('merge.reason.hint')} {...field} />
      </DialogForm>
    </Dialog>
  );
};
