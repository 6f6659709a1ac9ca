import type { AdministrationDetail } from '@irisflow/client';
import { Answered, useLocalized, usePerson } from '@irisflow/frame';
import { Button, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { isPlatformAdministrator } from '../session/clerk.ts';
import { useDeskText } from '../texts/desk-texts.ts';
import { AdministrationFrame } from './AdministrationFrame.tsx';
import { NamedDialog } from './NamedDialog.tsx';
import { NamedList } from './NamedList.tsx';
import { useAdministration, useChangeAdministration } from './use-administrations.ts';

const Rename = ({ administration }: { readonly administration: AdministrationDetail }) => {
  const t = useDeskText();
  const toast = useToast();
  const change = useChangeAdministration();
  const [isOpen, setOpen] = useState(false);
  const { key, name } = administration;
  const done = (): void => {
    setOpen(false);
    toast(t('admin.saved'));
  };
  return (
    <>
      <Button tone="secondary" onClick={() => setOpen(true)}>
        {t('admin.rename')}
      </Button>
      <NamedDialog
        open={isOpen}
        title={t('admin.rename')}
        known={{ key, name, service: null }}
        services={undefined}
        busy={change.isPending}
        error={change.error}
        onClose={() => setOpen(false)}
        onSave={(named) =>
          change.mutate({ kind: 'rename', administration: key, name: named.name }, { onSuccess: done })
        }
      />
    </>
  );
};

/** One administration: its names, its services and the groups that take its tasks. */
export const AdministrationPage = ({ administration }: { readonly administration: string }) => {
  const t = useDeskText();
  const read = useLocalized();
  const person = usePerson();
  const query = useAdministration(administration);
  const isPlatform = isPlatformAdministrator(person);
  const title = query.data === undefined ? t('admin.services') : read(query.data.name);
  const crumbs = isPlatform && [{ href: '/administration/administrations', label: t('admin.administrations') }];
  return (
    <AdministrationFrame
      title={title}
      {...(crumbs && { crumbs })}
      actions={isPlatform && query.data && <Rename administration={query.data} />}
    >
      <Answered query={query}>
        {(detail) => (
          <>
            <NamedList administration={detail} kind="service" />
            <NamedList administration={detail} kind="group" />
          </>
        )}
      </Answered>
    </AdministrationFrame>
  );
};
