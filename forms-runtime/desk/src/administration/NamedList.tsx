import type { AdministrationDetail, GroupView, ServiceView } from '@irisflow/client';
import { Failure, useLocalized } from '@irisflow/frame';
import { Button, ConfirmDialog, DataTable, useToast, VisuallyHidden, type Column } from '@irisflow/ui';
import { useState } from 'react';
import { useDeskText } from '../texts/desk-texts.ts';
import { NamedDialog, type Named } from './NamedDialog.tsx';
import { useChangeAdministration, type AdministrationChange } from './use-administrations.ts';

type Kind = 'service' | 'group';

const namedOf = (one: ServiceView | GroupView): Named => ({
  key: one.key,
  name: one.name,
  service: 'service' in one ? one.service : null,
});

const itemsOf = ({ services, groups }: AdministrationDetail, kind: Kind): readonly Named[] =>
  (kind === 'service' ? services : groups).map(namedOf);

const saving = (administration: string, kind: Kind, { key, name, service }: Named): AdministrationChange =>
  kind === 'service'
    ? { kind: 'saveService', administration, key, name }
    : { kind: 'saveGroup', administration, key, name, service };

export interface NamedListProps {
  readonly administration: AdministrationDetail;
  readonly kind: Kind;
}

interface TableProps extends NamedListProps {
  readonly onEdit: (one: Named) => void;
  readonly onDelete: (one: Named) => void;
}

const useColumns = ({ administration, kind, onEdit, onDelete }: TableProps): readonly Column<Named>[] => {
  const t = useDeskText();
  const read = useLocalized();
  const serviceName = (key: string | null): string => {
    const found = administration.services.find((service) => service.key === key);
    return found === undefined ? t('admin.service.none') : read(found.name);
  };
  const actions = (one: Named) => (
    <div className="iris-row">
      <Button tone="secondary" size="small" onClick={() => onEdit(one)}>
        {t('admin.edit')}
        <VisuallyHidden> {read(one.name)}</VisuallyHidden>
      </Button>
      <Button tone="quiet" size="small" onClick={() => onDelete(one)}>
        {t('admin.delete')}
        <VisuallyHidden> {read(one.name)}</VisuallyHidden>
      </Button>
    </div>
  );
  return [
    { id: 'name', header: t('admin.name'), cell: ({ name }) => read(name) },
    { id: 'key', header: t('admin.key'), cell: ({ key }) => <span className="desk-reference">{key}</span> },
    ...(kind === 'group'
      ? [{ id: 'service', header: t('admin.service'), cell: ({ service }: Named) => serviceName(service) }]
      : []),
    { id: 'actions', header: t('admin.actions'), cell: actions },
  ];
};

const NamedTable = (props: TableProps) => {
  const t = useDeskText();
  const { administration, kind } = props;
  const columns = useColumns(props);
  return (
    <DataTable
      caption={t(`admin.${kind}s`)}
      captionHidden
      rows={itemsOf(administration, kind)}
      rowKey={({ key }) => key}
      columns={columns}
    />
  );
};

/** What is open over the list: a new one, one to change, one to take away. */
type Open = { readonly what: 'new' } | { readonly what: 'edit' | 'delete'; readonly one: Named };

const DeleteDialog = ({ administration, kind, one, onClose }: NamedListProps & DialogProps) => {
  const t = useDeskText();
  const toast = useToast();
  const read = useLocalized();
  const change = useChangeAdministration();
  const remove = (): void => {
    if (one === undefined) return;
    const onSuccess = (): void => {
      onClose();
      toast(t('admin.deleted', { name: read(one.name) }));
    };
    const verb = kind === 'service' ? 'deleteService' : 'deleteGroup';
    change.mutate({ kind: verb, administration: administration.key, key: one.key }, { onSuccess });
  };
  return (
    <ConfirmDialog
      open={one !== undefined}
      title={t('admin.delete.title', { name: one === undefined ? '' : read(one.name) })}
      confirm={t('admin.delete')}
      tone="danger"
      busy={change.isPending}
      onConfirm={remove}
      onClose={() => {
        change.reset();
        onClose();
      }}
    >
      {change.isError && <Failure error={change.error} />}
      <p>{t(`admin.delete.${kind}`)}</p>
    </ConfirmDialog>
  );
};

interface DialogProps {
  readonly one: Named | undefined;
  readonly onClose: () => void;
}

interface SaveProps extends NamedListProps, DialogProps {
  readonly open: boolean;
}

const SaveDialog = ({ administration, kind, open, one, onClose }: SaveProps) => {
  const t = useDeskText();
  const toast = useToast();
  const read = useLocalized();
  const change = useChangeAdministration();
  const close = (): void => {
    change.reset();
    onClose();
  };
  const services = administration.services.map(({ key, name }) => ({ value: key, label: read(name) }));
  const onSuccess = (): void => {
    close();
    toast(t('admin.saved'));
  };
  return (
    <NamedDialog
      open={open}
      title={t(one === undefined ? `admin.${kind}s.add` : `admin.${kind}s.edit`)}
      known={one}
      services={kind === 'group' ? services : undefined}
      busy={change.isPending}
      error={change.error}
      onClose={close}
      onSave={(named) => change.mutate(saving(administration.key, kind, named), { onSuccess })}
    />
  );
};

/** The services or the groups of an administration. */
export const NamedList = ({ administration, kind }: NamedListProps) => {
  const t = useDeskText();
  const [open, setOpen] = useState<Open>();
  const close = (): void => setOpen(undefined);
  const isEmpty = itemsOf(administration, kind).length === 0;
  const heading = `${kind}s`;
  return (
    <section className="iris-stack" aria-labelledby={heading}>
      <div className="iris-row desk-section-head">
        <h2 id={heading} className="iris-section-title">
          {t(`admin.${kind}s`)}
        </h2>
        <Button tone="secondary" size="small" onClick={() => setOpen({ what: 'new' })}>
          {t(`admin.${kind}s.add`)}
        </Button>
      </div>
      <p className="iris-muted">{t(isEmpty ? `admin.${kind}s.empty` : `admin.${kind}s.lead`)}</p>
      {!isEmpty && (
        <NamedTable
          administration={administration}
          kind={kind}
          onEdit={(one) => setOpen({ what: 'edit', one })}
          onDelete={(one) => setOpen({ what: 'delete', one })}
        />
      )}
      <SaveDialog
        administration={administration}
        kind={kind}
        open={open?.what === 'new' || open?.what === 'edit'}
        one={open?.what === 'edit' ? open.one : undefined}
        onClose={close}
      />
      <DeleteDialog
        administration={administration}
        kind={kind}
        one={open?.what === 'delete' ? open.one : undefined}
        onClose={close}
      />
    </section>
  );
};
