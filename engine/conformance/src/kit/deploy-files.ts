import type { Row, World } from './world.ts';

/** Deploys files of any kind, each under its name, and gives the metadata of what was deployed. */
export const deployFiles = async (
  world: World,
  files: Readonly<Record<string, string | Buffer>>,
): Promise<readonly Row[]> => {
  const resources = Object.entries(files).map(([name, content]) => ({ name, content: Buffer.from(content) }));
  const { deployments } = await world.raw.call('DeployResource', { resources });
  return deployments as readonly Row[];
};
