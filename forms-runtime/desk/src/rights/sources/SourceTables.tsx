import type { RightSourceView } from '@irisflow/client';
import { type Column, DataTable, StatusTag, type TagTone, useFormatters } from '@irisflow/ui';
import { useLocalized, usePerson } from '@irisflow/frame';
import { isAdministrator } from '../../session/clerk.ts';
import { SteerSource } from './SteerSource.tsx';
import { useRightSourceText } from './right-source-texts.ts';

const tones: Readonly<Record<RightSourceView['standing'], TagTone>> = {
  open: 'success',
  stopped: 'warning',
  ended: 'neutral',
};

interface Sources {
  readonly sources: readonly RightSourceView[];
}

const useWhat = (): readonly Column<RightSourceView>[] => {
  const t = useRightSourceText();
  const read = useLocalized();
  return [
    { id: 'name', header: t('name'), cell: ({ name }) => read(name) },
    { id: 'key', header: t('key'), cell: ({ key }) => <code>{key}</code> },
    {
      id: 'fields',
      header: t('fields'),
      cell: ({ fields }) => fields.map(({ label }) => read(label)).join(', '),
    },
    { id: 'authorization', header: t('authorization'), cell: ({ authorization }) => read(authorization) },
  ];
};

interface StandingProps {
  readonly source: RightSourceView;
  /** Whether it is for whoever reads it to stop it. */
  readonly isTheirs: boolean;
}

const Standing = ({ source, isTheirs }: StandingProps) => {
  const t = useRightSourceText();
  const { dateTime } = useFormatters();
  const { standing, stoppedAt } = source;
  return (
    <div className="iris-stack iris-stack--tight">
      <StatusTag tone={tones[standing]}>{t(`standing.${standing}`)}</StatusTag>
      {standing === 'stopped' && stoppedAt !== null && (
        <span className="iris-muted">{t('stoppedSince', { at: dateTime(stoppedAt) })}</span>
      )}
      {isTheirs && <SteerSource source={source} />}
    </div>
  );
};

const useOwn = (): readonly Column<RightSourceView>[] => {
  const t = useRightSourceText();
  const what = useWhat();
  const isTheirs = isAdministrator(usePerson());
  return [
    ...what,
    {
      id: 'who',
      header: t('who'),
      cell: ({ administrations }) => administrations?.join(', ') ?? t('who.all'),
    },
    { id: 'standing', header: t('standing'), cell: (source) => <Standing source={source} isTheirs={isTheirs} /> },
  ];
};

/** What the administration offers; its administrators stop it and let it go on. */
export const OwnSourceTable = ({ sources }: Sources) => {
  const t = useRightSourceText();
  const columns = useOwn();
  return <DataTable caption={t('own')} captionHidden columns={columns} rows={sources} rowKey={({ key }) => key} />;
};

/** What it may ask of others, once it is authorized to. */
export const OtherSourceTable = ({ sources }: Sources) => {
  const t = useRightSourceText();
  const read = useLocalized();
  const columns: readonly Column<RightSourceView>[] = [
    { id: 'administration', header: t('administration'), cell: ({ administration }) => read(administration.name) },
    ...useWhat(),
  ];
  return <DataTable caption={t('others')} captionHidden columns={columns} rows={sources} rowKey={({ key }) => key} />;
};
