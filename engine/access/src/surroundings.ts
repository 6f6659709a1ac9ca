import type { FoundationSurroundings, SealedBox } from '@irisflow/foundation';
import type { UseCaseOn } from './use-case.ts';
import type { AnchorFile } from './audit/anchor-audit.ts';
import type { CaseHandles } from './handle/case-handle.ts';
import type { NationalNumberVault } from './identity/national-number-vault.ts';

/** Who says which roles people have: the provider's claims, this platform, or the claims when they name roles and else this platform. */
export type RolesFrom = 'auto' | 'provider' | 'here';

/** What access needs beside the foundation. */
export interface AccessSurroundings extends FoundationSurroundings {
  readonly numbers: NationalNumberVault;
  /** Seals reasons and values that an audit entry names by hash alone. */
  readonly details: SealedBox;
  readonly handles: CaseHandles;
  readonly rolesFrom: RolesFrom;
  /** Where the ends of the audit's chains are written down outside the store; null where they are not. */
  readonly anchors: AnchorFile | null;
  /** Where people find the platform, without trailing slash. */
  readonly publicUrl: string;
}

export type Surroundings = AccessSurroundings;
export type UseCase<Input, Output> = UseCaseOn<Surroundings, Input, Output>;
