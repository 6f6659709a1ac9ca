import type { RunContext } from '@irisflow/connector-sdk';

import { askAttestation, type DebtAttestation, type DebtInput } from '../registers/debt-attestation.ts';

export const run = (input: DebtInput, context: RunContext): Promise<DebtAttestation> =>
  askAttestation(input, context, {
    source: 'the social attestations',
    urlSetting: 'SOCIAL_ATTESTATION_URL',
    tokenSecret: 'SOCIAL_ATTESTATION_TOKEN',
  });
