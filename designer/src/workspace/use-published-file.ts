import { useVersionFiles, useVersions } from '../api/procedures.ts';

/** A file as the newest published version has it; undefined while there is none. */
export const usePublishedFile = (procedureKey: string, path: string): string | undefined => {
  const versions = useVersions(procedureKey).data;
  const newest = versions?.reduce((latest, { version }) => Math.max(latest, version), 0) ?? 0;
  const files = useVersionFiles(procedureKey, newest === 0 ? null : newest).data;
  return files?.find((file) => file.path === path)?.content;
};
