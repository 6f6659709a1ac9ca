import type { AccessRules, AccessRuleView, AdministrationDetail } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { Button, DataTable, VisuallyHidden, type Column } from '@irisflow/ui';
import { useOwnProcedures } from '../systems/use-own-procedures.ts';
import { useDeskText } from '../texts/desk-texts.ts';
import { caseLanguages } from './access-rule-draft.ts';

export interface AccessRuleTableProps {
  readonly known: AccessRules;
  readonly groups: AdministrationDetail['groups'];
  readonly onEdit: (rule: AccessRuleView) => void;
  readonly onRemove: (rule: AccessRuleView) => void;
}

/** What a rule lets people see, in words. */
const Sees = ({ rule, known }: { readonly rule: AccessRuleView; readonly known: AccessRules }) => {
  const t = useDeskText();
  const read = useLocalized();
  const { nameOf } = useOwnProcedures();
  const { procedures, languages, communes, showsDocuments } = rule;
  const inLanguages = caseLanguages.filter((one) => languages?.includes(one)).map((one) => t(`access.language.${one}`));
  const inCommunes = known.communes.filter(({ nis }) => communes?.includes(nis)).map(({ name }) => read(name));
  return (
    <>
      {procedures === null ? t('access.sees.all') : procedures.map(nameOf).join(', ')}
      {languages !== null && (
        <span className="desk-line">{t('access.sees.languages', { languages: inLanguages.join(', ') })}</span>
      )}
      {communes !== null && (
        <span className="desk-line">{t('access.sees.communes', { communes: inCommunes.join(', ') })}</span>
      )}
      <span className="desk-line">{t(showsDocuments ? 'access.documents.shown' : 'access.documents.hidden')}</span>
    </>
  );
};

const useColumns = ({ known, groups, onEdit, onRemove }: AccessRuleTableProps): readonly Column<AccessRuleView>[] => {
  const t = useDeskText();
  const read = useLocalized();
  const nameOfGroup = (key: string): string => {
    const found = groups.find((group) => group.key === key);
    return found === undefined ? key : read(found.name);
  };
  return [
    { id: 'name', header: t('access.rule'), cell: ({ name }) => <strong>{read(name)}</strong> },
    {
      id: 'for',
      header: t('access.for'),
      cell: (rule) => [...rule.groups.map(nameOfGroup), ...rule.people.map(({ name }) => name)].join(', '),
    },
    { id: 'sees', header: t('access.sees'), cell: (rule) => <Sees rule={rule} known={known} /> },
    {
      id: 'actions',
      header: t('admin.actions'),
      cell: (rule) => (
        <div className="iris-row">
          <Button tone="secondary" size="small" onClick={() => onEdit(rule)}>
            {t('admin.edit')}
            <VisuallyHidden> {read(rule.name)}</VisuallyHidden>
          </Button>
          <Button tone="quiet" size="small" onClick={() => onRemove(rule)}>
            {t('admin.remove')}
            <VisuallyHidden> {read(rule.name)}</VisuallyHidden>
          </Button>
        </div>
      ),
    },
  ];
};

/** Whom rules name, and what they see. */
export const AccessRuleTable = (props: AccessRuleTableProps) => {
  const t = useDeskText();
  const columns = useColumns(props);
  return (
    <DataTable caption={t('access')} captionHidden rows={props.known.rules} rowKey={({ id }) => id} columns={columns} />
  );
};
