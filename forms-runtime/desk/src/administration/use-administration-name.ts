import { useLocalized, usePerson } from '@irisflow/frame';
import { useDeskText } from '../texts/desk-texts.ts';
import { useAdministrationChoices } from './use-administrations.ts';

/** Names an administration by its key; no key is the platform itself. */
export const useAdministrationName = (): ((key: string | null) => string) => {
  const t = useDeskText();
  const read = useLocalized();
  const { administration } = usePerson();
  const { data: choices = [] } = useAdministrationChoices();
  return (key) => {
    if (key === null) return t('admin.platform');
    if (key === administration?.key) return read(administration.name);
    const found = choices.find((choice) => choice.key === key);
    return found === undefined ? key : read(found.name);
  };
};
