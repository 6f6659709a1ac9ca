import { useLocalized } from '@irisflow/frame';
import { useDeclaredSources } from './use-authorizations.ts';

interface Asked {
  readonly procedureKey: string;
  readonly sourceKey: string;
}

/** Names procedures and sources by their keys; what no published procedure declares any more keeps its key. */
export const useSourceNames = () => {
  const read = useLocalized();
  const { data: declared = [] } = useDeclaredSources();
  const procedureOf = (key: string) => declared.find(({ procedureKey }) => procedureKey === key);
  return {
    procedure: (key: string): string => {
      const found = procedureOf(key);
      return found === undefined ? key : read(found.title);
    },
    source: ({ procedureKey, sourceKey }: Asked): string => {
      const found = procedureOf(procedureKey)?.sources.find(({ key }) => key === sourceKey);
      return found === undefined ? sourceKey : read(found.name);
    },
  };
};
