import { useTexts, type TextKey } from '../texts/use-texts.ts';
import { useFileTitles } from './use-file-titles.ts';

const pages: Readonly<Record<string, TextKey>> = {
  simulation: 'rail.simulation',
  scenarios: 'rail.scenarioRuns',
  versions: 'rail.versions',
  'version-moves': 'move.title',
  watch: 'watch.title',
  'what-if': 'whatIf.title',
  instances: 'rail.instances',
  'parameters.json': 'rail.parametersFile',
  'procedure.json': 'rail.settingsFile',
};

/** What people call the page at an address of the workspace, such as `/procedures/permit/files/grant.letter.json`; empty for the first one. */
export const usePlaceName = (address: string): string => {
  const t = useTexts();
  const titles = useFileTitles();
  const [page = '', ...rest] = decodeURIComponent(address).split('/').slice(3);
  const path = page === 'files' ? rest.join('/') : page;
  const known = pages[path];
  return known === undefined ? (titles.get(path) ?? path) : t(known);
};
