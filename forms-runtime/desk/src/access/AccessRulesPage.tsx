import type { AccessRules, AccessRuleView, AdministrationDetail } from '@irisflow/client';
import { Answered, Failure, useLocalized, usePerson } from '@irisflow/frame';
import { Button, ConfirmDialog, EmptyState, Select, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { AdministrationFrame } from '../administration/AdministrationFrame.tsx';
import { useAdministration } from '../administration/use-administrations.ts';
import { Section } from '../app/Section.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { AccessRuleDialog } from './AccessRuleDialog.tsx';
import { AccessRuleTable } from './AccessRuleTable.tsx';
import { ReachCounts } from './ReachCounts.tsx';
import { useAccessRules, useHandlers, useReachOf, useRemoveRule } from './use-access-rules.ts';

const RemoveDialog = ({ rule, onClose }: { readonly rule: AccessRuleView; readonly onClose: () => void }) => {
  const t = useDeskText();
  const toast = useToast();
  const remove = useRemoveRule();
  const name = useLocalized()(rule.name);
  const onSuccess = (): void => {
    onClose();
    toast(t('access.remove.done', { name }));
  };
  return (
    <ConfirmDialog
      open
      title={t('access.remove.title', { name })}
      confirm={t('admin.remove')}
      tone="danger"
      busy={remove.isPending}
      onConfirm={() => remove.mutate(rule.id, { onSuccess })}
      onClose={onClose}
    >
      {remove.isError && <Failure error={remove.error} />}
      <p>{t('access.remove.text')}</p>
    </ConfirmDialog>
  );
};

const ReachOf = ({ personId }: { readonly personId: string }) => (
  <Answered query={useReachOf(personId)}>{(preview) => <ReachCounts preview={preview} />}</Answered>
);

/** What somebody of the administration sees, in numbers. */
const PersonSection = () => {
  const t = useDeskText();
  const { data: handlers = [] } = useHandlers();
  const [personId, setPersonId] = useState<string>();
  return (
    <Section id="reach" title={t('access.person')}>
      <p className="iris-muted">{t('access.person.lead')}</p>
      <Select
        id="reach-person"
        label={t('access.person.choose')}
        options={handlers.map(({ id, name }) => ({ value: id, label: name }))}
        value={personId}
        onChange={setPersonId}
      />
      {personId !== undefined && <ReachOf personId={personId} />}
    </Section>
  );
};

type Open =
  | { readonly dialog: 'edit'; readonly rule: AccessRuleView | undefined }
  | { readonly dialog: 'remove'; readonly rule: AccessRuleView };

interface RulesProps {
  readonly known: AccessRules;
  readonly groups: AdministrationDetail['groups'];
  readonly open: Open | undefined;
  readonly onOpen: (open: Open | undefined) => void;
}

const Rules = ({ known, groups, open, onOpen }: RulesProps) => {
  const t = useDeskText();
  const close = (): void => onOpen(undefined);
  return (
    <>
      {known.rules.length === 0 ? (
        <EmptyState title={t('access.empty')}>{t('access.empty.text')}</EmptyState>
      ) : (
        <AccessRuleTable
          known={known}
          groups={groups}
          onEdit={(rule) => onOpen({ dialog: 'edit', rule })}
          onRemove={(rule) => onOpen({ dialog: 'remove', rule })}
        />
      )}
      {open?.dialog === 'edit' && <AccessRuleDialog rule={open.rule} known={known} groups={groups} onClose={close} />}
      {open?.dialog === 'remove' && <RemoveDialog rule={open.rule} onClose={close} />}
    </>
  );
};

/** Which cases the people of my administration see. */
export const AccessRulesPage = () => {
  const t = useDeskText();
  const rules = useAccessRules();
  const { data: detail } = useAdministration(usePerson().administration?.key ?? null);
  const [open, setOpen] = useState<Open>();
  return (
    <AdministrationFrame
      title={t('access')}
      lead={t('access.lead')}
      actions={<Button onClick={() => setOpen({ dialog: 'edit', rule: undefined })}>{t('access.add')}</Button>}
    >
      <Answered query={rules}>
        {(known) => <Rules known={known} groups={detail?.groups ?? []} open={open} onOpen={setOpen} />}
      </Answered>
      <PersonSection />
    </AdministrationFrame>
  );
};
