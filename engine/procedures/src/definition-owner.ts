import type { DefinitionRow } from './storage/definitions.ts';

export interface InstanceCase {
  readonly id: string;
  readonly reference: string;
  readonly process_instance_key: string | null;
  readonly procedure_key: string;
  readonly procedure_version: number;
}

/** Whether versions of several procedures share a definition, as identical contents once did. */
const isShared = (owners: readonly DefinitionRow[]): boolean =>
  new Set(owners.map(({ procedure_key: key }) => key)).size > 1;

/**
 * The version that an instance runs, from those its definition belongs to. Where procedures share a definition only the
 * case tells whose instance it is; without one it is nobody's.
 */
export const ownerOf = (
  owners: readonly DefinitionRow[],
  instanceCase: InstanceCase | undefined,
): DefinitionRow | undefined => {
  if (instanceCase === undefined) return isShared(owners) ? undefined : owners[0];
  const { procedure_key: key, procedure_version: version } = instanceCase;
  const own = owners.filter((owner) => owner.procedure_key === key);
  return own.find((owner) => owner.version === version) ?? own[0];
};
