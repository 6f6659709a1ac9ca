import type { AccessRules, AccessRuleView, AdministrationDetail } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { Button, Checkbox, CheckboxGroup, Dialog, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { NameFields } from '../administration/NameFields.tsx';
import { DialogForm } from '../app/DialogForm.tsx';
import { OwnProcedureChoice } from '../systems/ProcedureChoice.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import {
  blankRule,
  caseLanguages,
  formOf,
  isTooMany,
  namesNobody,
  type RuleForm,
  ruleOf,
} from './access-rule-draft.ts';
import { ReachCounts } from './ReachCounts.tsx';
import { useHandlers, useSaveRule, useTryRule } from './use-access-rules.ts';

interface FieldsProps {
  readonly form: RuleForm;
  readonly onChange: (part: Partial<RuleForm>) => void;
  readonly asked: boolean;
  readonly communes: AccessRules['communes'];
  readonly groups: AdministrationDetail['groups'];
}

const Whom = ({ form, onChange, asked, groups }: FieldsProps) => {
  const t = useDeskText();
  const read = useLocalized();
  const { data: handlers = [] } = useHandlers();
  // A group that procedures name and nobody described is still a group.
  const unknown = form.groups.filter((key) => !groups.some((group) => group.key === key));
  return (
    <>
      <CheckboxGroup
        id="rule-groups"
        label={t('access.groups')}
        optional
        options={[
          ...groups.map(({ key, name }) => ({ value: key, label: read(name) })),
          ...unknown.map((key) => ({ value: key, label: key })),
        ]}
        value={form.groups}
        onChange={(values) => onChange({ groups: values })}
        {...(asked && namesNobody(form) && { error: t('access.nobody') })}
      />
      <CheckboxGroup
        id="rule-people"
        label={t('access.people')}
        hint={t('access.people.hint')}
        optional
        options={handlers.map(({ id, name }) => ({ value: id, label: name }))}
        value={form.people}
        onChange={(people) => onChange({ people })}
      />
    </>
  );
};

const Which = ({ form, onChange, asked, communes }: FieldsProps) => {
  const t = useDeskText();
  const read = useLocalized();
  // There are many; whoever opened them keeps them open, whatever they tick.
  const [isOpen] = useState(form.communes.length > 0);
  return (
    <>
      <OwnProcedureChoice chosen={form.procedures} onChange={(procedures) => onChange({ procedures })} asked={asked} />
      <CheckboxGroup
        id="rule-languages"
        label={t('access.languages')}
        hint={t('access.languages.hint')}
        optional
        options={caseLanguages.map((value) => ({ value, label: t(`access.language.${value}`) }))}
        value={form.languages}
        onChange={(languages) => onChange({ languages })}
      />
      <details open={isOpen}>
        <summary>{t('access.communes')}</summary>
        <CheckboxGroup
          id="rule-communes"
          label={t('access.communes')}
          hint={t('access.communes.hint')}
          optional
          options={communes.map(({ nis, name }) => ({ value: nis, label: read(name) }))}
          value={form.communes}
          onChange={(values) => onChange({ communes: values })}
        />
      </details>
      <Checkbox
        id="rule-documents"
        label={t('access.documents.show')}
        value={form.showsDocuments}
        onChange={(showsDocuments) => onChange({ showsDocuments })}
      />
    </>
  );
};

interface FormProps {
  readonly rule: AccessRuleView | undefined;
  readonly known: AccessRules;
  readonly groups: AdministrationDetail['groups'];
  readonly onClose: () => void;
}

const Form = ({ rule, known, groups, onClose }: FormProps) => {
  const t = useDeskText();
  const read = useLocalized();
  const toast = useToast();
  const save = useSaveRule();
  const trial = useTryRule();
  const [form, setForm] = useState(() => (rule === undefined ? blankRule : formOf(rule)));
  const [asked, setAsked] = useState(false);
  const change = (part: Partial<RuleForm>): void => {
    trial.reset();
    setForm({ ...form, ...part });
  };
  const withDraft = (work: (draft: NonNullable<ReturnType<typeof ruleOf>>) => void): void => {
    setAsked(true);
    const draft = ruleOf(form);
    if (draft !== undefined) work(draft);
  };
  const submit = (): void =>
    withDraft((draft) => {
      const onSuccess = (): void => {
        onClose();
        toast(t('access.saved', { name: read(draft.name) }));
      };
      save.mutate({ id: rule?.id, draft }, { onSuccess });
    });
  const error = save.error ?? trial.error;
  return (
    <DialogForm
      error={isTooMany(error) ? null : error}
      busy={save.isPending}
      confirm={t('admin.save')}
      onSubmit={submit}
      onClose={onClose}
    >
      {isTooMany(error) && <p className="iris-error">{t('access.tooMany')}</p>}
      <NameFields name={form.name} onChange={(name) => change({ name })} asked={asked} />
      <Whom form={form} onChange={change} asked={asked} communes={known.communes} groups={groups} />
      <Which form={form} onChange={change} asked={asked} communes={known.communes} groups={groups} />
      <div>
        <Button tone="secondary" busy={trial.isPending} onClick={() => withDraft((draft) => trial.mutate(draft))}>
          {t('access.try')}
        </Button>
      </div>
      <div className="iris-stack" aria-live="polite">
        {trial.data !== undefined && (
          <>
            <h3>{t('access.preview')}</h3>
            <ReachCounts preview={trial.data} />
          </>
        )}
      </div>
    </DialogForm>
  );
};

/** Says whom a rule bounds, and to which cases; a new one where none is given. */
export const AccessRuleDialog = (props: FormProps) => {
  const t = useDeskText();
  return (
    <Dialog
      open
      wide
      title={t(props.rule === undefined ? 'access.add.title' : 'access.change.title')}
      onClose={props.onClose}
    >
      <Form {...props} />
    </Dialog>
  );
};
