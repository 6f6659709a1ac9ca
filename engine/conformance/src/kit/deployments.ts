import { status } from '@grpc/grpc-js';
import { expect } from 'vitest';
import type { Row, World } from './world.ts';

type Files = Readonly<Record<string, string | Buffer>>;

/** Deploys files of any kind, each under its name, and gives the metadata of what was deployed. */
export const deployFiles = async (world: World, files: Files): Promise<readonly Row[]> => {
  const resources = Object.entries(files).map(([name, content]) => ({ name, content: Buffer.from(content) }));
  const { deployments } = await world.raw.call('DeployResource', { resources });
  return deployments as readonly Row[];
};

/** What a deployment can hold, as its metadata is called on the wire. */
type DefinitionKind = 'process' | 'decision' | 'decisionRequirements' | 'form';

/** The metadata of one kind, in the order of the answer. */
export const deployed = (kind: DefinitionKind, deployments: readonly Row[]): readonly Row[] =>
  deployments.flatMap(({ [kind]: found }) => (found === null || found === undefined ? [] : [found as Row]));

export const versionsOf = (kind: DefinitionKind, deployments: readonly Row[]) =>
  deployed(kind, deployments).map(({ version }) => version);

/** Expects the whole call to be refused as invalid, in a text with all these words. */
export const expectRefused = async (world: World, files: Files, ...words: readonly string[]) => {
  const { code, details } = await world.refusal(deployFiles(world, files));
  expect([code, details]).toEqual([status.INVALID_ARGUMENT, expect.stringContaining('rejected with code')]);
  for (const word of words) expect(details).toContain(word);
};

/** Expects that no version of the process is there. */
export const expectNotDeployed = async (world: World, id: string) => {
  const { code, details } = await world.refusal(world.create(id));
  expect([code, details]).toEqual([status.NOT_FOUND, expect.stringContaining(id)]);
};
